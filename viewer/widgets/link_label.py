"""Lines of links, which Tab and Enter reach as well as the mouse."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtWidgets import QLabel, QWidget

from viewer.override import override
from viewer.release.unseen import reveal
from viewer.widgets.announcing import announce_link
from viewer.widgets.text_html import escape


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


def numbered_link(number: int, text: str, style: str) -> str:
    """The link to the choice of that number, in a style of CSS: what is chosen may be any text, and be empty."""
    return f"<a href='{number}' style='text-decoration:none;{style}'>{escape(reveal(text))}</a>"
