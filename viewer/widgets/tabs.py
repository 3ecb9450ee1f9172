"""Pages in tabs, each with where it has been; the one in front is read."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from viewer.library.library import Library
from viewer.release.errors import Problem, ReleaseViewerError
from viewer.widgets.detail_pane import DetailPane
from viewer.widgets.history import History
from viewer.widgets.reading_places import ReadingPlaces
from viewer.widgets.shown import Shown, read_or_missing, read_shown, title_of
from viewer.widgets.tab import KeptViews, Tab, TabState

if TYPE_CHECKING:
    from viewer.widgets.tab_bar import TabBar

MOST_TABS = 100
"""More of them than that are not opened."""

MOST_CLOSED = 20
"""Of more closed tabs than that the oldest cannot be opened again."""

_LAST = 9  # the number that stands for the last tab


class Tabs(QWidget):
    """One detail pane, and a bar of tabs above it where there are two or more.

    Attributes:
        pane: shows the page of the tab in front.
        shown: that page; None for an empty library.

    Signals:
        changed(): another page is shown, or the same as it is now.
        chosen(): another tab has come to the front.
        rearranged(): a tab has come, gone or moved.
    """

    changed = Signal()
    chosen = Signal()
    rearranged = Signal()

    def __init__(self, library: Library, places: dict[str, int], parent: QWidget | None = None) -> None:
        """`places` are kept up: the position of the first character that was seen of pages, by their ids."""
        super().__init__(parent)
        self._library = library
        self._places = ReadingPlaces(places)
        self._tabs = [Tab(TabState((), -1, ""))]
        self._front = 0
        self._closed: deque[TabState] = deque(maxlen=MOST_CLOSED)
        self._kept = KeptViews()
        self._bar: TabBar | None = None
        self.shown: Shown | None = None
        self.pane = DetailPane(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(self._framed_pane(), 1)

    def _framed_pane(self) -> QVBoxLayout:
        """The page, with room around it for the frame that shows the focus."""
        layout = QVBoxLayout()
        layout.setContentsMargins(2, 2, 2, 2)
        layout.addWidget(self.pane)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        return layout

    def retranslate(self) -> None:
        """Take the texts of the current language."""
        self.pane.retranslate()
        self.update_page()
        if self._bar is not None:
            self._bar.retranslate()

    def redraw(self) -> None:
        """Take the colours of the current theme."""
        self.pane.redraw()
        if self._bar is not None:
            self._bar.redraw()

    @property
    def history(self) -> History:
        """Where the tab in front has been."""
        return self._tabs[self._front].history

    def visit(self, id_: str) -> None:
        """Show a page as a step in the history. Raises ReleaseViewerError if there is none of that id."""
        self._show(read_shown(self._library, id_))
        self.history.visit(id_)
        self.changed.emit()

    def look_at(self, id_: str) -> None:
        """Show a page that is not visited yet; or that it is gone."""
        self._show(self._read(id_))
        self.changed.emit()

    def show_nothing(self) -> None:
        """Say what to do where the library is empty."""
        self._show(None)
        self.changed.emit()

    @Slot()
    def look_back(self) -> None:
        """Show the page that was visited last."""
        self.go(0)

    def go(self, steps: int) -> None:
        """Go that many steps forward in the history, or back where negative."""
        self._show(self._read(self.history.go(steps)))
        self.changed.emit()

    @Slot()
    def update_page(self) -> None:
        """Draw what the library has now, and in the language of now."""
        for tab in self._tabs:
            self._kept.forget(tab)  # it shows what the library had
        if self.shown is not None:
            self._show(self._read(self.shown.id))
        else:
            self.pane.update_page(None)
        self.changed.emit()

    def refresh(self) -> None:
        """Show what the library has now, where that is something else than what is shown."""
        for tab in self._tabs:
            tab.is_old = tab.view is not None
        self._refresh_front()

    def _refresh_front(self) -> None:
        if self.shown is not None and (now := self._read(self.shown.id)) != self.shown:
            self._show(now)
            self.changed.emit()

    @Slot(str)
    def open_behind(self, id_: str) -> None:
        """Open a page in a new tab, and stay in this one.

        Raises ReleaseViewerError if there is none of that id, or as many tabs as there may be.
        """
        shown = read_shown(self._library, id_)
        self._insert(TabState((id_,), 0, title_of(shown)), self._front + 1)

    @Slot()
    def new_tab(self) -> None:
        """Open this page in a new tab in front. Raises ReleaseViewerError if there are as many as there may be."""
        self._remember_place()
        self._insert(self._tabs[self._front].state, self._front + 1)
        self._choose(self._front + 1)

    @Slot()
    def reopen_tab(self) -> None:
        """Open the tab again that was closed last."""
        if self._closed:
            self._insert(self._closed.pop(), self._front + 1)
            self._choose(self._front + 1)

    @Slot()
    def close_tab(self) -> None:
        """Close the tab in front, unless it is the only one."""
        self._close(self._front)

    @Slot()
    def next_tab(self) -> None:
        """Bring the next tab to the front; after the last comes the first."""
        self._choose((self._front + 1) % len(self._tabs))

    @Slot()
    def previous_tab(self) -> None:
        """Bring the tab before this one to the front."""
        self._choose((self._front - 1) % len(self._tabs))

    @Slot(QAction)
    def choose_tab(self, action: QAction) -> None:
        """Bring the tab of a number to the front, or the last."""
        number = int(action.data())
        self._choose(min(number, len(self._tabs)) - 1 if number < _LAST else len(self._tabs) - 1)

    def states(self) -> tuple[TabState, ...]:
        """All tabs, from left to right."""
        self._remember_place()
        return tuple(tab.state for tab in self._tabs if tab.history.here)

    @property
    def front(self) -> int:
        """The number of the tab in front, from 0 on."""
        return self._front

    def restore(self, states: Sequence[TabState], front: int) -> None:
        """Open tabs as they were at an earlier start; what is in them is read when they come to the front.

        Raises ReleaseViewerError if the page of the one in front is gone.
        """
        self._tabs = [Tab(state) for state in states[:MOST_TABS]]
        self._front = max(0, min(front, len(self._tabs) - 1))
        self._show(read_shown(self._library, self.history.here))
        self.changed.emit()

    def _show(self, shown: Shown | None) -> None:
        """Show a page; the one that is shown already as it is now, where the reader is in it."""
        self._remember_place()
        same = self.shown is not None and shown is not None and self.shown.id == shown.id
        if same and type(self.shown) is type(shown):
            self.pane.update_page(shown)
        else:
            self.pane.show_page(shown, self._places.of(shown))
        self.shown = shown
        self._tabs[self._front].title = title_of(shown)
        self._fill_bar()

    def _read(self, id_: str) -> Shown | None:
        return read_or_missing(self._library, id_) if id_ else None

    def _remember_place(self) -> None:
        self._places.remember(self.shown, self.pane.place)

    def _insert(self, state: TabState, number: int) -> None:
        if len(self._tabs) == MOST_TABS:
            raise ReleaseViewerError(Problem.TOO_MANY_TABS, limit=str(MOST_TABS))
        self._tabs.insert(number, Tab(state))
        if number <= self._front:
            self._front += 1
        self._fill_bar()
        self.rearranged.emit()

    @Slot(int)
    def _close(self, number: int) -> None:
        if len(self._tabs) == 1:
            return
        closed = self._tabs[number]
        self._closed.append(closed.state)
        if number == self._front:
            # the one behind takes its place, as in browsers; after the last one the one before it
            self._choose(number + 1 if number + 1 < len(self._tabs) else number - 1)
        self._kept.forget(closed)
        del self._tabs[number]
        if number < self._front:
            self._front -= 1
        self._fill_bar()
        self.rearranged.emit()

    @Slot(int)
    def _choose(self, number: int) -> None:
        """Bring a tab to the front."""
        if number == self._front:
            return
        self._remember_place()
        self._kept.keep(self._tabs[self._front], self.pane.take_view())
        self._front = number
        tab = self._tabs[number]
        if (view := self._kept.take(tab)) is not None:
            self.shown = view.document.shown
            self.pane.show_view(view)
            if tab.is_old:
                tab.is_old = False
                self._refresh_front()
        else:
            self.shown = None
            self._show(self._read(tab.history.here))
        self._fill_bar()
        self.changed.emit()
        self.chosen.emit()

    @Slot(int, int)
    def _move(self, start: int, end: int) -> None:
        """Put a tab at another place, as its owner has dragged it."""
        front = self._tabs[self._front]
        self._tabs.insert(end, self._tabs.pop(start))
        self._front = self._tabs.index(front)
        self.rearranged.emit()

    def _fill_bar(self) -> None:
        """Show in the bar what there is; it is made for the second tab."""
        if self._bar is None:
            if len(self._tabs) == 1:
                return
            self._bar = self._make_bar()
        self._bar.show_titles([tab.title for tab in self._tabs], self._front)

    def _make_bar(self) -> TabBar:
        from viewer.widgets.tab_bar import TabBar  # not needed to start

        bar = TabBar(self)
        bar.currentChanged.connect(self._choose)
        bar.tabCloseRequested.connect(self._close)
        bar.tabMoved.connect(self._move)
        self._column.insertWidget(0, bar)
        self.setTabOrder(bar, self.pane)
        return bar
