"""A page that is drawn as its look asks for, and that stays where the reader is in it while it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6 import QtGui
from PySide6.QtCore import QPoint, QSizeF, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QTextBrowser, QWidget

from viewer.override import override
from viewer.widgets.link_browser import LinkBrowser
from viewer.widgets.page_document import PageDocument
from viewer.widgets.page_look import DOCUMENT_MARGIN, Look, look_of, widest
from viewer.widgets.text_style import USUAL_STYLE, TextStyle

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from viewer.widgets.shown import Shown

_SMALL = 10 / 12  # what is not running text, to it
_LEAST_MARGIN = 24
_TOP_MARGIN = 20
_MOST_SEEN = 8000  # characters at once


class PageView(NamedTuple):
    """A page as it was left: its document, the position of the first character that was seen, and what was selected."""

    document: PageDocument
    place: int
    selection: tuple[int, int]


class PageBrowser(LinkBrowser):
    """Shows pages of our own template; long ones grow and are laid out a slice at a time.

    Signals:
        drawn(): another document is shown, or more of it.
        recoloured(): what is seen has taken the colours of another theme.
    """

    drawn = Signal()
    recoloured = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = USUAL_STYLE
        self._drawn: PageDocument | None = None
        self._awaited: PageDocument | None = None
        self._place = 0
        self._selection: tuple[int, int] | None = None
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        # the margins beside the text belong to the page, not to the window
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.verticalScrollBar().valueChanged.connect(self._recolour_seen)

    @property
    def shown(self) -> Shown | None:
        """What is on the page."""
        return self._drawn.shown if self._drawn is not None else None

    def set_style(self, style: TextStyle) -> None:
        """Set running text in another way."""
        self._style = style
        self._set_margins()
        self.redraw()

    def show_page(self, shown: Shown | None, place: int = 0) -> None:
        """Show a page, or what to do where there is none, with the character at `place` in its first line."""
        self._place, self._selection = place, None
        self._show(self._draw(shown))
        self._settle()

    def update_page(self, shown: Shown | None) -> None:
        """Show the page that is shown already as it is now, and stay at its place."""
        if self._drawn is None:
            return
        if self._awaited is not None:
            self._awaited.deleteLater()
        self._awaited = self._draw(shown)
        self._awaited.setTextWidth(self.viewport().width())
        self._go_on()

    def redraw(self) -> None:
        """Give the page the colours of the theme; if else its look has changed, draw it again and stay at its place."""
        last = self._awaited or self._drawn
        if last is None:
            return
        look = self._look()
        for document in filter(None, (self._drawn, self._awaited)):
            if look.colours != document.look.colours:
                document.recolour(look.colours, *self._seen())
                self.recoloured.emit()
        if look != last.look:
            self.update_page(last.shown)

    @property
    def place(self) -> int:
        """The position of the first character that is seen; 0 at the top."""
        if self._place:
            return self._place
        at_top = self.verticalScrollBar().value() == 0
        return 0 if at_top else self.cursorForPosition(QPoint(DOCUMENT_MARGIN, DOCUMENT_MARGIN)).position()

    def take_view(self) -> PageView | None:
        """Give away what is shown, to be shown again later; None where it is about to be drawn anew."""
        drawn = self._drawn
        if drawn is None or self._awaited is not None:
            return None
        self._drawn = None
        return PageView(drawn, self.place, self._selected())

    def show_view(self, view: PageView) -> None:
        """Show a page once more, as it was left."""
        self._place, self._selection = view.place, view.selection
        self._show(view.document)
        self._settle()
        self.redraw()
        self.drawn.emit()

    def select(self, anchor: int, position: int) -> None:
        """Select what is between two characters, and bring the second into view."""
        last = self.document().characterCount() - 1
        cursor = QtGui.QTextCursor(self.document())
        cursor.setPosition(min(anchor, last))
        cursor.setPosition(min(position, last), QtGui.QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def go_to(self, position: int) -> None:
        """Put the caret before a character and bring it into view, into the middle where it was not seen."""
        is_seen = self.shows(position)
        self._place = position if self._awaited is not None else 0
        self.select(position, position)
        if not is_seen:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.cursorRect().center().y() - self.viewport().height() // 2)

    def shows(self, position: int) -> bool:
        """Whether the place before a character is seen."""
        cursor = QtGui.QTextCursor(self.document())
        cursor.setPosition(position)
        return self.viewport().rect().intersects(self.cursorRect(cursor))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        drawn = self._drawn if event.size().width() != event.oldSize().width() else None
        if drawn is not None:
            self._place = self.place
            self._lay_out(drawn)
        self._set_margins()
        super().resizeEvent(event)
        if drawn is not None:
            drawn.begin_layout()
            self._settle()
        self.redraw()

    def _selected(self) -> tuple[int, int]:
        """The positions between which text is selected, or is to be."""
        return self._selection or (self.textCursor().anchor(), self.textCursor().position())

    def _draw(self, shown: Shown | None) -> PageDocument:
        """A page as it looks now, or as much of it as is seen first."""
        document = PageDocument(shown, self._look(), self)
        font = self.font()
        font.setPointSizeF(self._style.points * _SMALL)
        document.setDefaultFont(font)
        document.grown.connect(self._go_on)
        document.laid_out.connect(self._settle)
        return document

    def _show(self, document: PageDocument) -> None:
        """Show a document in place of what was there, which nobody needs any more."""
        left = [other for other in (self._drawn, self._awaited) if other is not None and other is not document]
        self._awaited = None
        self._drawn = document
        self._lay_out(document)
        self.setDocument(document)
        document.begin_layout()
        for other in left:
            other.deleteLater()
        self.drawn.emit()

    @Slot()
    def _go_on(self) -> None:
        """Show what has been drawn once the place is there where the reader was."""
        if self._awaited is not None and self._awaited.has(_needed(place := self.place)):
            self._place = self._moved(place) if place else 0
            anchor, position = self._selected()
            self._selection = self._moved(anchor), self._moved(position)
            self._show(self._awaited)
        self._settle()
        self.drawn.emit()

    def _moved(self, position: int) -> int:
        """Where a place on the page that is shown is on the one that is about to be shown in its stead."""
        from viewer.widgets.moved_place import moved_place  # not needed to start

        return moved_place(self._drawn, self._awaited, position) if self._drawn and self._awaited else position

    def _lay_out(self, document: PageDocument) -> None:
        """Keep the picture until the place is laid out; from the top, for Qt lays out at once what is above a view."""
        self.setUpdatesEnabled(False)
        self.verticalScrollBar().setValue(0)
        document.lay_out()

    @Slot()
    def _settle(self) -> None:
        """Go to the place where the reader was, and select what was selected, as soon as that much is laid out."""
        drawn = self._drawn
        if drawn is None:
            return
        is_there = drawn.reaches(_needed(self._place))
        self.setUpdatesEnabled(is_there or drawn.is_laid_out)
        if self._place and is_there:
            drawn.documentLayout().documentSizeChanged.emit(QSizeF())  # lets the view take its length as it is now
            self.verticalScrollBar().setValue(round(drawn.top_of(self._place)))
            self._place = 0
        if self._selection is not None and drawn.reaches(max(self._selection)):
            place = self.verticalScrollBar().value()
            self.select(*self._selection)
            self.verticalScrollBar().setValue(place)
            self._selection = None

    @Slot()
    def _recolour_seen(self) -> None:
        """Give what has been scrolled into view the colours of the theme, before the rest of the page."""
        if self._drawn is not None and self._drawn.is_recolouring:
            self._drawn.recolour(self._drawn.look.colours, *self._seen())

    def _seen(self) -> tuple[int, int]:
        """The positions of the first and the last character that are seen."""
        seen = self.viewport().rect()
        first, last = (self.cursorForPosition(corner).position() for corner in (seen.topLeft(), seen.bottomRight()))
        return first, last

    def _look(self) -> Look:
        return look_of(self._style, self.font(), self.width() - 2 * self._side_margin())

    def _set_margins(self) -> None:
        margin = self._side_margin()
        self.setViewportMargins(margin, _TOP_MARGIN, margin, 0)

    def _side_margin(self) -> int:
        return max(_LEAST_MARGIN, (self.width() - widest(self._style, self.font())) // 2)


def _needed(place: int) -> int:
    """The character that has to be there for a place to be the first that is seen; at the top, what is there first."""
    return place + _MOST_SEEN if place else 0
