"""How the tree of the sidebar stands: what is open, current and seen of it."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QObject, QSignalBlocker, Signal, Slot

from viewer.library.browse import BrowseWay
from viewer.models.tree_model import TreeModel
from viewer.widgets.choosing import choose
from viewer.widgets.sidebar_view import SidebarView
from viewer.widgets.standing import staying

RowPath = tuple[str, ...]
"""The ids from the first level down to a row."""


class TreeState(NamedTuple):
    """How the tree stands at one time: which rows are open, which is current, and how far it is scrolled."""

    expanded: tuple[RowPath, ...] = ()
    current: RowPath = ()
    scroll: int = 0


UNTOUCHED = TreeState()
"""How it stands before anybody has touched it."""


class TreeStanding(QObject):
    """Knows how a tree stands, and lets it stand otherwise.

    Signals:
        unfolded(): a row was opened, or closed.
    """

    unfolded = Signal()

    def __init__(self, tree: TreeModel, view: SidebarView) -> None:
        super().__init__(view)
        self._tree = tree
        self._view = view
        self._expanded: set[RowPath] = set()  # asking the view for each row would take as long as there are rows
        view.expanded.connect(self._note_expanded)
        view.collapsed.connect(self._note_collapsed)

    def state(self) -> TreeState:
        """How the tree stands now."""
        # only what is open above counts as open
        open_ = [path for path in self._expanded if all(path[:end] in self._expanded for end in range(1, len(path)))]
        current = tuple(self._tree.path(self._view.currentIndex()))
        return TreeState(tuple(sorted(open_, key=len)), current, self._view.verticalScrollBar().value())

    def restore(self, state: TreeState) -> None:
        """Let the tree stand as it once did; at first with its newest release open."""
        self._expanded.clear()
        for path in state.expanded:
            self._expand(self._tree.find(path))
        if not state.expanded:
            self._expand_first_release()
        self._make_current(self._tree.find(state.current))
        self._view.verticalScrollBar().setValue(state.scroll)

    def reveal(self, path: RowPath) -> None:
        """Make a row the current one, with all above it open; the view emits nothing."""
        index = self._tree.find(path)
        if index.isValid():
            blocker = QSignalBlocker(self._view)
            self._make_current(index)
            self._expand(index)
            blocker.unblock()
            if self._view.isVisible():  # else it scrolls to the current row when it is shown
                self._view.scrollTo(index)

    def refresh(self) -> None:
        """Show what the library has now, and let the tree stand as it does; the view emits nothing."""
        expanded = self.state().expanded
        with QSignalBlocker(self._view), staying(self._view, self._tree.path, self._tree.find):
            if self._tree.refresh():
                self._expanded.clear()
                for path in expanded:
                    self._expand(self._tree.find(path))
                self._view.doItemsLayout()

    def _expand(self, index: QModelIndex) -> None:
        if index.isValid():
            self._view.expand(index)
            self._note_expanded(index)

    def _make_current(self, index: QModelIndex) -> None:
        """Make a row of the tree the current one, or none; the view opens what is above it."""
        if not index.isValid():
            self._view.setCurrentIndex(index)  # or the view makes the first row current when the focus comes
        else:
            choose(self._view, index)
            path = tuple(self._tree.path(index))
            self._expanded.update(path[:end] for end in range(1, len(path)))

    def _expand_first_release(self) -> None:
        """At first the categories of the newest release are seen, and the items of its first category."""
        if self._tree.way is not BrowseWay.CATEGORY:
            return
        index = QModelIndex()
        for _level in range(2):
            if self._tree.canFetchMore(index):
                self._tree.fetchMore(index)
            index = self._tree.index(0, 0, index)
            self._expand(index)

    @Slot(QModelIndex)
    def _note_expanded(self, index: QModelIndex) -> None:
        self._expanded.add(tuple(self._tree.path(index)))
        self.unfolded.emit()

    @Slot(QModelIndex)
    def _note_collapsed(self, index: QModelIndex) -> None:
        self._expanded.discard(tuple(self._tree.path(index)))
        self.unfolded.emit()
