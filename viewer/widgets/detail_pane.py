"""The detail pane: one page, to be read and copied from."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from PySide6 import QtCore, QtGui
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from viewer.library.entry import Page
from viewer.override import override
from viewer.widgets.link_browser import link_of
from viewer.widgets.page_browser import PageBrowser
from viewer.widgets.shown import Help
from viewer.widgets.text_html import ACTING, FIGURE

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData, QUrl
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QWheelEvent

    from viewer.widgets.selection import SelectedLine
    from viewer.writers.blocks import Block


class DetailPane(PageBrowser):
    """What a person does to a page: follows links, which it does not by itself, copies, asks for menus, zooms.

    Signals:
        link_opened(id): a link was clicked or entered.
        tab_wanted(id): a link was clicked with the middle button, or with Ctrl held.
        menu_requested(QMenu): a context menu is about to open and may be filled.
        copy_requested(): Ctrl+C.
        figure_chosen(Figure): a large figure was clicked or entered.
        zoomed(steps): the wheel was turned with Ctrl held; larger is positive.
    """

    link_opened = Signal(str)
    tab_wanted = Signal(str)
    menu_requested = Signal(QMenu)
    copy_requested = Signal()
    figure_chosen = Signal(object)
    zoomed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.anchorClicked.connect(self._open_link)

    def retranslate(self) -> None:
        """Take the texts of the current language."""
        self.setAccessibleName(self.tr("Page"))

    def show_text(self, text: str) -> None:
        """Select the sentence that has `text` in it, the last one on the page, and bring it into view."""
        from viewer.release.folding import find_spans, fold  # not needed to start
        from viewer.widgets.page_matches import sentence_around, utf16_length

        term = fold(text)
        block = self.document().lastBlock()
        while block.isValid() and not (spans := find_spans(block.text(), (term,))):
            block = block.previous()
        if block.isValid():
            line = block.text()
            sentence = sentence_around(line, spans[-1])
            self.select(*(block.position() + utf16_length(line[:place]) for place in sentence))

    def selected_blocks(self) -> list[Block]:
        """What is selected, without the colours and marks that it is shown with; of the help, else the whole page."""
        from viewer.widgets.selection import selected_blocks  # not needed to start

        cursor = self.textCursor()
        if not cursor.hasSelection() and isinstance(self.shown, Help):
            cursor.select(QtGui.QTextCursor.SelectionType.Document)
        return selected_blocks(cursor)

    def selected_lines(self) -> list[SelectedLine]:
        """The lines that the selection or the caret is in."""
        from viewer.widgets.selection import selected_lines

        return selected_lines(self.textCursor())

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        from viewer.widgets.clipboard import mime_of  # not needed to start
        from viewer.writers.clip import CopyForm, clip_selection

        return mime_of(clip_selection(self.selected_blocks(), CopyForm.RICH, ""))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # the pane would copy nothing where nothing is selected; the window copies the page then
        if event.matches(QtGui.QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        middle = event.button() is QtCore.Qt.MouseButton.MiddleButton
        held = event.modifiers() & QtCore.Qt.KeyboardModifier.ControlModifier and not self.textCursor().hasSelection()
        link = unquote(self.anchorAt(event.position().toPoint())) if middle or held else ""
        if link and not link.startswith(ACTING):
            self.tab_wanted.emit(link)
        else:
            super().mouseReleaseEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & QtCore.Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y()
            self.zoomed.emit((turned > 0) - (turned < 0))
        else:
            super().wheelEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu_requested.emit(menu)
        menu.popup(event.globalPos())

    def _open_link(self, url: QUrl) -> None:
        id_ = link_of(url)
        shown = self.shown
        if id_.startswith(FIGURE) and isinstance(shown, Page):
            self.figure_chosen.emit(shown.entry.figures[int(id_.removeprefix(FIGURE))])
        else:
            self.link_opened.emit(id_)
