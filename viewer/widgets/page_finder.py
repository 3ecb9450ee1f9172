"""Finding a text on the page that is shown, while it grows, and marking what is seen of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import repeat
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from viewer.release.folding import Span, fold
from viewer.widgets.detail_pane import DetailPane
from viewer.widgets.page_document import PageDocument
from viewer.widgets.page_matches import matches_on
from viewer.widgets.theme import current_colours

_SLICE_SECONDS = 0.004  # a fourth of a frame


class PageFinder(QObject):
    """Finds a text on a page a slice in each turn of the event loop; the latest text and page win.

    What has been searched is marked in the same way, softly, on one page.

    The match that the caret stands before is the current one. Steps go from the caret: 1 to the next match,
    -1 to the one before, 0 to the next one if it does not stand before one already.

    Attributes:
        complete: whether all of the page has been looked through.
        wrapped: 1 if the last step went on from the top of the page, -1 if from its end, else 0.

    Signals:
        changed(): more has been found, or another match is the current one.
    """

    changed = Signal()

    def __init__(self, pane: DetailPane) -> None:
        super().__init__(pane)
        self.complete = False
        self.wrapped = 0
        self._pane = pane
        self._terms: tuple[str, ...] = ()
        self._searched_page = ""  # whose marks are of a search
        self._document: QTextDocument | None = None
        self._matches: Iterator[list[Span] | None] = repeat(None)
        # numbers apart, for a hundred thousand pairs would keep the garbage collector busy
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._wanted: tuple[int, int] | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._look_on)
        pane.drawn.connect(self._follow)
        pane.recoloured.connect(self._mark)
        pane.cursorPositionChanged.connect(self._leave)
        pane.verticalScrollBar().valueChanged.connect(self._mark)
        pane.verticalScrollBar().rangeChanged.connect(self._mark)  # as the window's size and the page's do

    @property
    def count(self) -> int:
        """How many matches have been found so far."""
        return len(self._starts)

    @property
    def number(self) -> int:
        """Which of them the current one is, from 1 on; 0 for none."""
        at = bisect_left(self._starts, self._caret)
        return at + 1 if self._starts[at : at + 1] == [self._caret] else 0

    def find(self, typed: str, steps: int = 0) -> None:
        """Find a text, and go to a match of it from the caret, or from the top of what is seen if the caret is not."""
        self._terms = tuple(filter(None, (fold(typed),)))
        self._searched_page = ""
        self._begin((steps, self._caret if self._pane.shows(self._caret) else self._pane.place))

    def mark(self, terms: tuple[str, ...]) -> None:
        """Mark what has been searched on the page that is shown, go to its first place, and find it on no other."""
        shown = self._pane.shown
        if shown is not None:
            self._terms, self._searched_page = terms, shown.id
            self._begin((0, 0))

    def unmark(self) -> None:
        """Take the marks of what has been searched away."""
        if self._searched_page:
            self.find("")

    def go(self, steps: int) -> None:
        """Go to another match, as soon as it is known."""
        self._wanted = (steps, self._caret)
        self._arrive()

    def finish(self) -> None:
        """Take the marks away, and select the current match."""
        if self.number:
            self._pane.select(self._starts[self.number - 1], self._ends[self.number - 1])
        self.find("")

    @property
    def _caret(self) -> int:
        return self._pane.textCursor().selectionStart()

    @Slot()
    def _follow(self) -> None:
        """Look through another page from its top, and through what has grown of this one."""
        shown = self._pane.shown
        if self._pane.document() is self._document:
            if not self.complete:
                self._timer.start()
        elif self._searched_page and (shown is None or shown.id != self._searched_page):
            self.unmark()
        else:
            self._begin(self._wanted if self._searched_page else None)

    def _begin(self, wanted: tuple[int, int] | None) -> None:
        self._document = self._pane.document()
        self._matches = matches_on(self._document, *self._terms) if self._terms else repeat(None)
        self._starts, self._ends = [], []
        self._wanted = wanted
        self.complete = False
        self.wrapped = 0
        self._timer.start()
        self._look_on()  # most pages are looked through at once

    @Slot()
    def _look_on(self) -> None:
        """Look through a slice of the page."""
        until = perf_counter() + _SLICE_SECONDS
        while perf_counter() < until:
            spans = next(self._matches)
            if spans is None:
                self._timer.stop()
                self.complete = not isinstance(self._document, PageDocument) or self._document.complete
                break
            self._starts += [start for start, _end in spans]
            self._ends += [end for _start, end in spans]
        self._arrive()
        self._mark()
        self.changed.emit()

    def _arrive(self) -> None:
        """Go where one wants to go, if what has been looked through tells where that is."""
        if self._wanted is None:
            return
        steps, place = self._wanted
        at = bisect_left(self._starts, place + (steps > 0))
        to = at - (steps < 0)
        is_on_page = 0 <= to < self.count
        if not self.complete and not (is_on_page and at < self.count):
            return
        self._wanted = None
        if self._starts:
            self._pane.go_to(self._starts[to % self.count])
            self.wrapped = 0 if is_on_page else -1 if to < 0 else 1
            self.changed.emit()

    @Slot()
    def _leave(self) -> None:
        """The caret is somewhere else."""
        self.wrapped = 0
        self._mark()
        self.changed.emit()

    @Slot()
    def _mark(self) -> None:
        """Mark the matches that are seen; there may be a hundred thousand others."""
        if self._pane.document() is not self._document:
            return  # another page, which will be said to be drawn
        seen = self._seen() if self._starts else slice(0)
        self._pane.setExtraSelections(list(map(self._marked, self._starts[seen], self._ends[seen])))

    def _seen(self) -> slice:
        viewport = self._pane.viewport().rect()
        top = self._pane.cursorForPosition(viewport.topLeft()).position()
        bottom = self._pane.cursorForPosition(viewport.bottomRight()).position()
        # one that begins above may reach into the first line
        return slice(max(0, bisect_left(self._starts, top) - 1), bisect_left(self._starts, bottom + 1))

    def _marked(self, start: int, end: int) -> QTextEdit.ExtraSelection:
        marked = QTextEdit.ExtraSelection()
        marked.cursor = QTextCursor(self._pane.document())
        marked.cursor.setPosition(start)
        marked.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        marked.format = _format(is_current=start == self._caret and not self._searched_page)
        return marked


def _format(*, is_current: bool) -> QTextCharFormat:
    """Light and dark are changed over for the current match, and both are underlined: not everyone sees colours."""
    colours = current_colours()
    marked = QTextCharFormat()
    marked.setBackground(QColor(colours.text if is_current else colours.selection))
    marked.setForeground(QColor(colours.base if is_current else colours.text))
    marked.setUnderlineColor(QColor(colours.base if is_current else colours.accent))
    marked.setFontUnderline(True)
    return marked
