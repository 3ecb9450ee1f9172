"""Going to pages: what is chosen in the tree, among the hits or on a page is shown in a tab, and the tree follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction

from viewer.library.browse import BrowseWay, Group, split_group_id
from viewer.library.entry import Page
from viewer.models.tree_model import TreeModel
from viewer.release.errors import Problem, ReleaseViewerError
from viewer.widgets.search_bar import SearchBar
from viewer.widgets.shown import Missing
from viewer.widgets.sidebar import Sidebar
from viewer.widgets.tabs import Tabs
from viewer.widgets.tree_standing import UNTOUCHED

if TYPE_CHECKING:
    from viewer.release.extract import FigureExtract
    from viewer.widgets.session import Session


class Navigator(QObject):
    """Joins tabs, tree and search bar.

    Signals:
        way_changed(): another way to browse is shown.
        arrived(): a release that has just come into the library is shown.
        refreshing(): tree and pages are about to be read again.
    """

    way_changed = Signal()
    arrived = Signal()
    refreshing = Signal()

    def __init__(self, tree: TreeModel, sidebar: Sidebar, search_bar: SearchBar, tabs: Tabs, parent: QObject) -> None:
        super().__init__(parent)
        self._tree = tree
        self._sidebar = sidebar
        self._search_bar = search_bar
        self._tabs = tabs
        sidebar.page_shown.connect(self._show_row)
        sidebar.page_opened.connect(self._open_row)
        sidebar.tab_requested.connect(tabs.open_behind)
        sidebar.way_chosen.connect(self.browse)
        tabs.chosen.connect(self.reveal)

    def restore(self, session: Session) -> None:
        """Open the tabs that were left, or else the first item of the newest release."""
        try:
            if session.tabs:
                self._tabs.restore(session.tabs, session.front)
                self.reveal()
                return
        except ReleaseViewerError:
            pass  # it has been removed since
        self._show_first()

    def _show_first(self) -> None:
        for id_ in self._tree.first_ids():
            self.go_to(id_)
            return
        self._tabs.show_nothing()

    @Slot(str)
    def go_to(self, id_: str) -> None:
        """Show a page as a step in the history. Raises ReleaseViewerError if there is none of that id."""
        self._tabs.visit(id_)
        self.reveal()

    @Slot(str)
    def open_link(self, id_: str) -> None:
        """Go to a page from outside the tree and the hits, which show where it is."""
        self._search_bar.empty()
        if (group := split_group_id(id_)) is not None:
            self.browse(group[0])
        self.go_to(id_)

    @Slot()
    def show_help(self) -> None:
        """Show the first page of the help."""
        self._show_help("help:start")

    @Slot()
    def show_search_help(self) -> None:
        """Show what can be typed into the search bar."""
        self._show_help("help:search")

    @Slot()
    def show_keys(self) -> None:
        """Show all keys."""
        self._show_help("help:keys")

    @Slot()
    def show_news(self) -> None:
        """Show what has changed from version to version."""
        self._show_help("help:news")

    @Slot(object)
    def show_figure(self, stated: FigureExtract) -> None:
        """Show the item that states a figure, at its sentence."""
        self._search_bar.empty()
        self.go_to(stated.entry_id)
        self._tabs.pane.show_text(stated.figure.written)

    def show_release(self, release_id: str) -> None:
        """Show a release that has just come into the library."""
        self.reload()
        self._sidebar.restore_tree(self._tree.way, UNTOUCHED)
        self.go_to(release_id)
        self.arrived.emit()

    @Slot()
    def reload(self) -> None:
        """Show in the tree, and on pages, what the library has now."""
        self._search_bar.empty()
        self.refresh()
        self.reveal()

    @Slot()
    def refresh(self) -> None:
        """Show in tree and pages what the library has now; all else stays as it is."""
        self.refreshing.emit()
        before = self._tabs.shown
        self._sidebar.refresh()
        self._tabs.refresh()
        if before is None and self._sidebar.row_count():
            self._show_first()
        elif isinstance(before, Missing) and not isinstance(self._tabs.shown, Missing):
            self.reveal()  # the row of a page that is back

    @Slot()
    def go_back(self) -> None:
        """Show the page before this one."""
        self._go(-1)

    @Slot()
    def go_forward(self) -> None:
        """Show the page from which one went back."""
        self._go(1)

    @Slot(QAction)
    def set_way(self, action: QAction) -> None:
        """Browse in the way that the action stands for."""
        self.browse(action.data())
        self._sidebar.setFocus()

    @Slot(str)
    def browse(self, way: str) -> None:
        """Show a way to browse in the tree."""
        self._search_bar.empty()
        if way != self._tree.way:
            self._sidebar.restore_tree(BrowseWay(way), UNTOUCHED)
        self.way_changed.emit()
        self.reveal()

    @Slot()
    def reveal(self) -> None:
        """Let the tree stand at the page that is shown."""
        if self._sidebar.searching:
            return
        shown = self._tabs.shown
        if isinstance(shown, Page) and self._tree.way is BrowseWay.CATEGORY:
            self._sidebar.reveal((*(crumb.id for crumb in shown.path), shown.id))
        elif isinstance(shown, Group) and self._tree.way is shown.way:
            self._sidebar.reveal((shown.id,))

    @Slot(str)
    def _open_row(self, id_: str) -> None:
        try:
            self.go_to(id_)
        except ReleaseViewerError as error:
            if error.problem is not Problem.NO_SUCH_ENTRY:
                raise
            self._tabs.look_at(id_)  # it has gone a moment ago

    @Slot(str)
    def _show_row(self, id_: str) -> None:
        """A row of the tree is a visit; a hit is only looked at until it is opened."""
        if self._sidebar.searching:
            self._tabs.look_at(id_)
        else:
            self._open_row(id_)

    def _show_help(self, id_: str) -> None:
        self.open_link(id_)
        self._tabs.pane.setFocus()

    def _go(self, steps: int) -> None:
        self._search_bar.empty()
        self._tabs.go(steps)
        self.reveal()
