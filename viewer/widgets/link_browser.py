"""A text whose links are heard."""

from __future__ import annotations

from PySide6.QtWidgets import QTextBrowser, QWidget

from viewer.override import override
from viewer.widgets.announcing import announce_link


class LinkBrowser(QTextBrowser):
    """Says each link that Tab comes to: Qt selects it, and tells no screen reader."""

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        before = self.textCursor()
        has_moved = super().focusNextPrevChild(forward)
        if not has_moved or not self.hasFocus():
            return has_moved
        if before.hasSelection() and before == self.textCursor():
            # backwards Qt stays for ever at a link with which the text begins
            return QWidget.focusNextPrevChild(self, forward)
        announce_link(self, self.textCursor().selectedText())
        return True
