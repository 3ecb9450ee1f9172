"""The detail pane: one page, to be read and copied from."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from PySide6 import QtCore
from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QFontInfo, QFontMetricsF, QKeySequence, QPalette, QTextCursor, QTextDocument
from PySide6.QtWidgets import QMenu, QTextBrowser, QWidget

from viewer.library.browse import Group
from viewer.library.entry import Page
from viewer.override import override
from viewer.widgets.page_html import FIGURE, Look, group_html, page_html
from viewer.widgets.theme import current_colours

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QContextMenuEvent, QFont, QKeyEvent, QResizeEvent

    from viewer.widgets.selection import SelectedLine
    from viewer.writers.blocks import Block

MEASURE = 40
"""Chinese characters in a line of running text, at most."""

_TEXT_POINTS = 12.0
_LINE_HEIGHT = 1.7  # of the height of a character
_WIDE = 34  # characters that make room for four figures beside each other
_DOCUMENT_MARGIN = 4  # Qt's own, inside the viewport
_LEAST_MARGIN = 24
_TOP_MARGIN = 20
_SENTENCE_ENDS = "。！？；\u2028"
_KEEP = QTextCursor.MoveMode.KeepAnchor


class DetailPane(QTextBrowser):
    """Shows HTML of our own template; loads nothing and follows no link by itself.

    Signals:
        link_opened(id): a link was clicked or entered.
        menu_requested(QMenu): a context menu is about to open and may be filled.
        copy_requested(): Ctrl+C.
        figure_chosen(Figure): a large figure was clicked or entered.
    """

    link_opened = Signal(str)
    menu_requested = Signal(QMenu)
    copy_requested = Signal()
    figure_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Page | Group | None = None
        self._drawn_look: Look | None = None
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        # the margins beside the text belong to the page, not to the window
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.anchorClicked.connect(self._open_link)

    def retranslate(self) -> None:
        """Take the texts of the current language."""
        self.setAccessibleName(self.tr("Page"))
        self.show_page(self._shown)

    def show_page(self, shown: Page | Group | None) -> None:
        """Show a page or a group from its top, or what to do where there is none."""
        self._shown = shown
        self._drawn_look = look = self._look()
        if shown is None:
            self.setPlainText(self.tr("The library is empty. Open a release with Ctrl+O."))
        else:
            self.setHtml(page_html(shown, look) if isinstance(shown, Page) else group_html(shown, look))

    def show_text(self, text: str) -> None:
        """Select the sentence that has `text` in it, the last one on the page, and bring it into view."""
        end = QTextCursor(self.document())
        end.movePosition(QTextCursor.MoveOperation.End)
        found = self.document().find(text, end, QTextDocument.FindFlag.FindBackward)
        if found.isNull():
            return
        block = found.block().text()
        start, stop = (place - found.block().position() for place in (found.selectionStart(), found.selectionEnd()))
        first = max(block.rfind(mark, 0, start) for mark in _SENTENCE_ENDS) + 1
        lasts = [place for mark in _SENTENCE_ENDS if (place := block.find(mark, stop)) >= 0]
        found.setPosition(found.block().position() + first)
        found.setPosition(found.block().position() + min(lasts, default=len(block) - 1) + 1, _KEEP)
        self.setTextCursor(found)
        self.ensureCursorVisible()

    def selected_blocks(self) -> list[Block]:
        """What is selected, without the colours and marks that it is shown with."""
        from viewer.widgets.selection import selected_blocks  # not needed to start

        return selected_blocks(self.textCursor())

    def selected_lines(self) -> list[SelectedLine]:
        """The lines that the selection or the caret is in."""
        from viewer.widgets.selection import selected_lines

        return selected_lines(self.textCursor())

    @override
    def loadResource(self, type: int, name: QUrl | str) -> object:  # noqa: A002  Qt's name
        return None

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        from viewer.widgets.clipboard import mime_of  # not needed to start
        from viewer.writers.clip import CopyForm, clip_selection

        return mime_of(clip_selection(self.selected_blocks(), CopyForm.RICH, ""))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # the pane would copy nothing where nothing is selected; the window copies the page then
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu_requested.emit(menu)
        menu.popup(event.globalPos())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        margin = self._side_margin()
        self.setViewportMargins(margin, _TOP_MARGIN, margin, 0)
        super().resizeEvent(event)
        self.redraw()

    def redraw(self) -> None:
        """Draw the page again if its look has changed, and stay at its place."""
        if self._drawn_look is not None and self._look() != self._drawn_look:
            self.update_page(self._shown)

    def update_page(self, shown: Page | Group | None) -> None:
        """Show the page that is shown already as it is now, and stay at its place."""
        place = self.verticalScrollBar().value()
        self.show_page(shown)
        self.verticalScrollBar().setValue(place)

    def _look(self) -> Look:
        font = self._text_font()
        character = QFontInfo(font).pixelSize()
        wide = self.width() - 2 * self._side_margin() >= character * _WIDE
        line_height = round(100 * _LINE_HEIGHT * character / QFontMetricsF(font).lineSpacing())
        return Look(current_colours(), line_height, columns=4 if wide else 2)

    def _side_margin(self) -> int:
        measure = QFontInfo(self._text_font()).pixelSize() * MEASURE + 2 * _DOCUMENT_MARGIN
        return max(_LEAST_MARGIN, (self.width() - measure) // 2)

    def _text_font(self) -> QFont:
        font = self.font()
        font.setPointSizeF(_TEXT_POINTS)
        return font

    def _open_link(self, url: QUrl) -> None:
        id_ = unquote(bytes(url.toEncoded().data()).decode())
        if id_.startswith(FIGURE) and isinstance(self._shown, Page):
            self.figure_chosen.emit(self._shown.entry.figures[int(id_.removeprefix(FIGURE))])
        else:
            self.link_opened.emit(id_)
