"""The sidebar: the tree while nothing is searched, the hits otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QModelIndex, QPoint, QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QMenu, QStackedLayout, QTreeView, QVBoxLayout, QWidget

from viewer.library.browse import BrowseWay
from viewer.models.role import Role
from viewer.models.tree_model import TreeModel
from viewer.override import override
from viewer.widgets.action import translated
from viewer.widgets.choice_texts import WAY_TEXTS
from viewer.widgets.choosing import choose
from viewer.widgets.sidebar_view import SidebarView
from viewer.widgets.standing import staying
from viewer.widgets.tree_delegate import TreeDelegate
from viewer.widgets.tree_standing import UNTOUCHED, RowPath, TreeStanding, TreeState

if TYPE_CHECKING:
    from viewer.library.query import Query
    from viewer.library.search import Hits
    from viewer.models.hits_model import HitsModel
    from viewer.models.searcher import Summary
    from viewer.widgets.category_bar import CategoryBar
    from viewer.widgets.nothing_found import NothingFound


class Sidebar(QWidget):
    """One view and its two models.

    Signals:
        page_shown(id): a row has become the current one.
        page_opened(id): a row was clicked or entered.
        tab_requested(id): the page of a row is wanted in a new tab.
        way_chosen(BrowseWay): another way to browse was chosen.
        unfolded(): a row was opened, or closed.
        more_hits_requested(offset): the hits have been scrolled to the last that is there.
        category_chosen(title): only hits of this category are wanted; "" is all.
        query_chosen(typed): another query is wanted.
        current_moved(row): another hit has become the current one.
        drag_started(ids): entries are dragged out.
        menu_requested(QMenu): a context menu is about to open and may be filled.
    """

    page_shown = Signal(str)
    page_opened = Signal(str)
    tab_requested = Signal(str)
    way_chosen = Signal(str)
    unfolded = Signal()
    more_hits_requested = Signal(int)
    category_chosen = Signal(str)
    query_chosen = Signal(str)
    current_moved = Signal(int)
    drag_started = Signal(tuple)
    menu_requested = Signal(QMenu)

    def __init__(self, tree: TreeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tree = tree
        self._hits: HitsModel | None = None
        self._tree_state = UNTOUCHED
        self._ways = QComboBox(self)
        for way in BrowseWay:
            self._ways.addItem("", way)
        self._categories: CategoryBar | None = None
        self._nothing: NothingFound | None = None
        self._view = SidebarView(self)
        self._standing = TreeStanding(tree, self._view)
        self._tree_delegate = TreeDelegate(self)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._view)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(6, 8, 6, 3)
        self._layout.setSpacing(8)
        self._layout.addWidget(self._ways)
        self._layout.addLayout(self._stack)
        self._connect()
        self._set_model(tree)
        self.retranslate()

    def _connect(self) -> None:
        self._view.current_changed.connect(self._show_page)
        self._view.activated.connect(self._open_page)
        self._view.clicked.connect(self._open_page)
        self._view.drag_started.connect(self._start_drag)
        self._view.menu_wanted.connect(self._open_menu)
        self._view.tab_wanted.connect(self._request_tab)
        self._standing.unfolded.connect(self.unfolded)
        self._ways.activated.connect(self._choose_way)

    @property
    def searching(self) -> bool:
        """Whether hits are shown in place of the tree."""
        return self._view.model() is not self._tree

    def has_focus(self) -> bool:
        """Whether the rows have the focus."""
        return self._view.hasFocus()

    def selected_ids(self) -> tuple[str, ...]:
        """The ids of the selected rows, in their order."""
        rows = self._view.selectionModel().selectedRows()
        return tuple(self._entry_id(index) for index in rows)

    @Slot()
    def _start_drag(self) -> None:
        self.drag_started.emit(self.selected_ids())

    @Slot(QPoint)
    def _open_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu_requested.emit(menu)
        menu.popup(place)

    @override
    def setFocus(self, *reason: QtCore.Qt.FocusReason) -> None:
        self._view.setFocus(*reason)  # and no focus proxy, for Tab passes what stands above one

    def retranslate(self) -> None:
        """Take the texts of the current language."""
        for row, way in enumerate(BrowseWay):
            self._ways.setItemText(row, self.tr("Browse: {way}").format(way=translated(WAY_TEXTS[way])))
        self._ways.setAccessibleName(self.tr("Way to browse"))
        self._view.setAccessibleName(self.tr("Releases"))

    def tree_state(self) -> TreeState:
        """How the tree stands, or stood before the search."""
        if self.searching:
            return self._tree_state
        return self._standing.state()

    def restore_tree(self, way: BrowseWay, state: TreeState) -> None:
        """Show the tree in one way to browse, as it once stood; emits nothing."""
        blocker = QSignalBlocker(self._view)
        if way is not self._tree.way:
            self._tree.set_way(way)
        self._ways.setCurrentIndex(self._ways.findData(way))
        self._set_model(self._tree)
        self._standing.restore(state)
        blocker.unblock()

    def reveal(self, path: RowPath) -> None:
        """Make the row with these ids the current one of the tree, with all above it open; emits nothing."""
        self._standing.reveal(path)

    def refresh(self) -> None:
        """Show in the tree what the library has now, and let it stand as it does; emits nothing."""
        if self.searching:
            self._tree.refresh()
        else:
            self._standing.refresh()

    def update_hits(self, hits: Hits) -> None:
        """Show what the same search finds now, and let the rows stand as they do; emits nothing."""
        model = self._hits_model()
        if not (model.rowCount() and hits.hits):
            self.show_hits(hits)
            return
        with QSignalBlocker(self._view), staying(self._view, model.path, model.find):
            model.update_hits(hits)

    def show_hits(self, hits: Hits) -> None:
        """Show what was found; the first hit becomes the current row, and its page comes when the hits are painted."""
        model = self._hits_model()
        if not self.searching:
            self._tree_state = self.tree_state()
            self._set_model(model)
        if hits.offset:
            model.set_hits(hits)
            return
        blocker = QSignalBlocker(self._view)
        model.set_hits(hits)
        choose(self._view, model.index(0, 0))
        self._view.scrollToTop()
        blocker.unblock()
        if hits.hits:
            self._stack.setCurrentIndex(0)
        self.repaint()
        if hits.hits:
            self._show_page(self._view.currentIndex())

    def show_summary(self, summary: Summary, query: Query) -> None:
        """Show how many hits each category has; where there is none at all, what was understood and what to try."""
        if self._categories is None or self._nothing is None:
            return
        self._categories.show_counts(summary.counts, summary.request.category)
        self._hits_model().set_total(summary.counts.total_of(summary.request.category), more=summary.counts.more)
        if not self._view.model().rowCount():
            self._nothing.show_query(query, summary.alternatives, summary.completions)
            self._stack.setCurrentWidget(self._nothing)

    def show_tree(self) -> None:
        """Bring the tree back as it was before the search."""
        if self.searching:
            self.restore_tree(self._tree.way, self._tree_state)
            self._view.doItemsLayout()

    def row_count(self) -> int:
        """How many hits are shown, or rows of the first level of the tree."""
        return self._view.model().rowCount()

    def current_row(self) -> int:
        """The number of the current row."""
        return max(0, self._view.currentIndex().row())

    def spoken_row(self) -> str:
        """What a screen reader says of the current row; "" where there is none."""
        return str(self._view.currentIndex().data(Role.ACCESSIBLE_TEXT) or "")

    @Slot(int)
    def move_current(self, rows: int) -> None:
        """Make the row that many rows below the current one the current one."""
        model = self._view.model()
        if model.rowCount() == 0:
            return
        if self.searching:
            row = self._view.currentIndex().row() + rows
            choose(self._view, model.index(max(0, min(row, model.rowCount() - 1)), 0))
        else:
            self._view.setFocus()

    @Slot()
    def open_current(self) -> None:
        """Open the page of the current row."""
        self._open_page(self._view.currentIndex())

    def _hits_model(self) -> HitsModel:
        """The model of the hits; it and what shows it are loaded by the first search."""
        if self._hits is None:
            from viewer.models.hits_model import HitsModel
            from viewer.widgets.category_bar import CategoryBar
            from viewer.widgets.hit_delegate import HitDelegate
            from viewer.widgets.nothing_found import NothingFound

            self._hits = HitsModel(self)
            self._hit_delegate = HitDelegate(self)
            self._view.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)  # for a hit is several lines high
            self._hits.more_requested.connect(self.more_hits_requested)
            self._categories = CategoryBar(self)
            self._categories.category_chosen.connect(self.category_chosen)
            self._nothing = NothingFound(self)
            self._nothing.query_chosen.connect(self.query_chosen)
            self._layout.insertWidget(1, self._categories)
            self._stack.addWidget(self._nothing)
        return self._hits

    def _set_model(self, model: TreeModel | HitsModel) -> None:
        if self._view.model() is model:
            return
        is_tree = model is self._tree
        self._view.show_model(model, self._tree_delegate if is_tree else self._hit_delegate)
        self._ways.setVisible(is_tree)
        if self._categories is not None:
            self._categories.setVisible(not is_tree)
        self._stack.setCurrentIndex(0)

    @Slot(QModelIndex)
    def _show_page(self, index: QModelIndex) -> None:
        if index.isValid():
            if self.searching:
                self.current_moved.emit(index.row())
            self.page_shown.emit(self._entry_id(index))

    @Slot(QModelIndex)
    def _open_page(self, index: QModelIndex) -> None:
        if index.isValid():
            self.page_opened.emit(self._entry_id(index))

    @Slot(QModelIndex)
    def _request_tab(self, index: QModelIndex) -> None:
        if index.isValid():
            self.tab_requested.emit(self._entry_id(index))

    def _entry_id(self, index: QModelIndex) -> str:
        return self._hits_model().entry_id(index) if self.searching else self._tree.entry_id(index)

    @Slot(int)
    def _choose_way(self, row: int) -> None:
        self.way_chosen.emit(self._ways.itemData(row))
