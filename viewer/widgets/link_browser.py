"""A text whose links are shown and heard, and lead nowhere by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QTextBrowser, QWidget

from viewer.override import override
from viewer.widgets.announcing import announce_link
from viewer.widgets.closed_document import substitute

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl


class LinkBrowser(QTextBrowser):
    """Says each link that Tab comes to: Qt selects it, and tells no screen reader. Loads nothing from anywhere.

    Signals:
        pointed(link): the mouse, or Tab, has come to a link; "" where it has left it.
    """

    pointed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.highlighted.connect(self._point)

    @override
    def loadResource(self, type: int, name: QUrl | str) -> object:  # noqa: A002  Qt's name
        return substitute(type)

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        before = self.textCursor()
        has_moved = super().focusNextPrevChild(forward)
        is_left = not has_moved or not self.hasFocus()
        self.pointed.emit("" if is_left else unquote(self.textCursor().charFormat().anchorHref()))
        if is_left:
            return has_moved
        if before.hasSelection() and before == self.textCursor():
            # backwards Qt stays for ever at a link with which the text begins
            return QWidget.focusNextPrevChild(self, forward)
        announce_link(self, self.textCursor().selectedText())
        return True

    @Slot("QUrl")  # by its name, for the type is not needed to start
    def _point(self, url: QUrl) -> None:
        self.pointed.emit(link_of(url))


def link_of(url: QUrl) -> str:
    """The link as a page was written with it."""
    return unquote(bytes(url.toEncoded().data()).decode())
