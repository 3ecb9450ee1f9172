"""The sidebar: the tree while nothing is searched, the hits otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6 import QtCore
from PySide6.QtCore import QModelIndex, QPoint, QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHeaderView, QMenu, QStackedLayout, QTreeView, QVBoxLayout, QWidget

from viewer.library.browse import BrowseWay
from viewer.models.role import Role
from viewer.models.tree_model import TreeColumn, TreeModel
from viewer.override import override
from viewer.widgets.action import translated
from viewer.widgets.choice_texts import WAY_TEXTS
from viewer.widgets.choosing import choose
from viewer.widgets.sidebar_view import SidebarView
from viewer.widgets.standing import staying
from viewer.widgets.tree_delegate import TreeDelegate

if TYPE_CHECKING:
    from viewer.library.query import Query
    from viewer.library.search import Hits
    from viewer.models.hits_model import HitsModel
    from viewer.models.searcher import Summary
    from viewer.widgets.category_bar import CategoryBar
    from viewer.widgets.nothing_found import NothingFound

Path = tuple[str, ...]


class TreeState(NamedTuple):
    """How the tree stands; rows are named by the ids from the first level down."""

    expanded: tuple[Path, ...] = ()
    current: Path = ()
    scroll: int = 0


UNTOUCHED = TreeState()


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
        self._expanded: set[Path] = set()  # asking the view for each row would take as long as there are rows
        self._ways = QComboBox(self)
        for way in BrowseWay:
            self._ways.addItem("", way)
        self._categories: CategoryBar | None = None
        self._nothing: NothingFound | None = None
        self._view = SidebarView(self)
        self._tree_delegate = TreeDelegate(self)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._view)
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 8, 6, 3)
        layout.setSpacing(8)
        layout.addWidget(self._ways)
        layout.addLayout(self._stack)
        self._view.current_changed.connect(self._show_page)
        self._view.expanded.connect(self._note_expanded)
        self._view.collapsed.connect(self._note_collapsed)
        self._view.activated.connect(self._open_page)
        self._view.clicked.connect(self._open_page)
        self._view.drag_started.connect(self._start_drag)
        self._view.menu_wanted.connect(self._open_menu)
        self._view.tab_wanted.connect(self._request_tab)
        self._ways.activated.connect(self._choose_way)
        self._set_model(tree)
        self.retranslate()

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
        # only what is open above counts as open
        open_ = [path for path in self._expanded if all(path[:end] in self._expanded for end in range(1, len(path)))]
        current = tuple(self._tree.path(self._view.currentIndex()))
        return TreeState(tuple(sorted(open_, key=len)), current, self._view.verticalScrollBar().value())

    def restore_tree(self, way: BrowseWay, state: TreeState) -> None:
        """Show the tree in one way to browse, as it once stood; emits nothing."""
        blocker = QSignalBlocker(self._view)
        if way is not self._tree.way:
            self._tree.set_way(way)
        self._ways.setCurrentIndex(self._ways.findData(way))
        self._set_model(self._tree)
        self._expanded.clear()
        for path in state.expanded:
            self._expand(self._tree.find(path))
        if not state.expanded:
            self._expand_first_release()
        self._make_current(self._tree.find(state.current))
        self._view.verticalScrollBar().setValue(state.scroll)
        blocker.unblock()

    def reveal(self, path: Path) -> None:
        """Make the row with these ids the current one of the tree, with all above it open; emits nothing."""
        index = self._tree.find(path)
        if index.isValid():
            blocker = QSignalBlocker(self._view)
            self._make_current(index)
            self._expand(index)
            blocker.unblock()
            if self._view.isVisible():  # else it scrolls to the current row when it is shown
                self._view.scrollTo(index)

    def refresh(self) -> None:
        """Show in the tree what the library has now, and let it stand as it does; emits nothing."""
        if self.searching:
            self._tree.refresh()
            return
        expanded = self.tree_state().expanded
        with QSignalBlocker(self._view), staying(self._view, self._tree.path, self._tree.find):
            if self._tree.refresh():
                self._expanded.clear()
                for path in expanded:
                    self._expand(self._tree.find(path))
                self._view.doItemsLayout()

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
        # first, for neither can paint the rows of the other if anything goes wrong in between
        self._view.setItemDelegate(self._tree_delegate if is_tree else self._hit_delegate)
        left = self._view.selectionModel()
        self._view.header().setModel(model)
        too_many = self._view.header().selectionModel()
        self._view.setModel(model)
        # setModel makes a new one for the view, one for its head that it does not need, and leaves the old one behind
        for selection in (left, too_many):
            if selection is not None:
                selection.deleteLater()
        self._view.setRootIsDecorated(is_tree)
        header = self._view.header()
        header.setStretchLastSection(not is_tree)
        if is_tree:
            header.setSectionResizeMode(TreeColumn.TITLE, QHeaderView.ResizeMode.Stretch)
            header.setSectionResizeMode(TreeColumn.ASIDE, QHeaderView.ResizeMode.ResizeToContents)
        self._ways.setVisible(is_tree)
        if self._categories is not None:
            self._categories.setVisible(not is_tree)
        self._stack.setCurrentIndex(0)

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

    @Slot(QModelIndex)
    def _note_expanded(self, index: QModelIndex) -> None:
        self._expanded.add(tuple(self._tree.path(index)))
        self.unfolded.emit()

    @Slot(QModelIndex)
    def _note_collapsed(self, index: QModelIndex) -> None:
        self._expanded.discard(tuple(self._tree.path(index)))
        self.unfolded.emit()

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
