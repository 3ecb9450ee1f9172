"""Lines of links, which Tab and Enter reach as well as the mouse."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtWidgets import QLabel, QWidget

from viewer.override import override
from viewer.widgets.announcing import announce_link


class LinkLabel(QLabel):
    """Says each link that Tab comes to: Qt selects it, and tells no screen reader."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setMinimumWidth(1)  # or a long word that was searched makes the window wider
        self.setTextFormat(QtCore.Qt.TextFormat.RichText)
        self.setAlignment(QtCore.Qt.AlignmentFlag.AlignTop)
        self.setTextInteractionFlags(
            QtCore.Qt.TextInteractionFlag.LinksAccessibleByMouse
            | QtCore.Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        before = self.selectionStart()
        has_moved = super().focusNextPrevChild(forward)
        if not has_moved or not self.hasFocus():
            return has_moved
        if before >= 0 and before == self.selectionStart():
            # backwards Qt stays for ever at a link with which the text begins
            return QWidget.focusNextPrevChild(self, forward)
        announce_link(self, self.selectedText())
        return True
