"""Links that say where they are, which Qt leaves to the eye."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QTextBrowser

from viewer.override import override
from viewer.widgets.announcing import announce


class LinkBrowser(QTextBrowser):
    """A text whose links are announced when Tab comes to them; Qt selects them and tells no screen reader."""

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        is_link = super().focusNextPrevChild(forward)
        if is_link and self.hasFocus():
            announce(self, self.tr("Link: {text}").format(text=self.textCursor().selectedText()))
        return is_link


class LinkLabel(QLabel):
    """Lines of links, announced in the same way."""

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        is_link = super().focusNextPrevChild(forward)
        if is_link and self.hasFocus():
            announce(self, self.tr("Link: {text}").format(text=self.selectedText()))
        return is_link
