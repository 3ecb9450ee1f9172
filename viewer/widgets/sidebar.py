"""The sidebar: the tree while nothing is searched, the hits otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6 import QtCore
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSignalBlocker, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QComboBox, QHeaderView, QLabel, QStackedLayout, QTreeView, QVBoxLayout, QWidget

from viewer.library.browse import BrowseWay
from viewer.models.tree_model import TreeColumn, TreeModel
from viewer.override import override
from viewer.widgets.actions import WAY_TEXTS, translated
from viewer.widgets.tree_delegate import TreeDelegate

if TYPE_CHECKING:
    from viewer.library.search import Hits
    from viewer.models.hits_model import HitsModel

_LEAST_COLUMN = 24

Path = tuple[str, ...]


class TreeState(NamedTuple):
    """How the tree stands; rows are named by the ids from the first level down."""

    expanded: tuple[Path, ...] = ()
    current: Path = ()
    scroll: int = 0


class _View(QTreeView):
    """A tree view that tells which row has become the current one.

    Signals:
        current_changed(index)
    """

    current_changed = Signal(QModelIndex)

    @override
    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        self.current_changed.emit(current)


class Sidebar(QWidget):
    """One view and its two models.

    Signals:
        page_shown(id): a row has become the current one.
        page_opened(id): a row was clicked or entered.
        way_chosen(BrowseWay): another way to browse was chosen.
        more_hits_requested(offset): the hits have been scrolled to the last that is there.
    """

    page_shown = Signal(str)
    page_opened = Signal(str)
    way_chosen = Signal(str)
    more_hits_requested = Signal(int)

    def __init__(self, tree: TreeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tree = tree
        self._hits: HitsModel | None = None
        self._tree_state = TreeState()
        self._ways = QComboBox(self)
        for way in BrowseWay:
            self._ways.addItem("", way)
        self._categories = QLabel(self, wordWrap=True)
        self._categories.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._categories.setContentsMargins(6, 0, 6, 0)
        self._nothing = QLabel(self, wordWrap=True, margin=16)
        self._view = _make_view(self)
        self._tree_delegate = TreeDelegate(self)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._view)
        self._stack.addWidget(self._nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 8, 6, 0)
        layout.setSpacing(8)
        layout.addWidget(self._ways)
        layout.addWidget(self._categories)
        layout.addLayout(self._stack)
        self._view.current_changed.connect(self._show_page)
        self._view.activated.connect(self._open_page)
        self._view.clicked.connect(self._open_page)
        self._ways.activated.connect(self._choose_way)
        self.setFocusProxy(self._view)
        self._set_model(tree)
        self.retranslate()

    @property
    def searching(self) -> bool:
        """Whether hits are shown in place of the tree."""
        return self._view.model() is not self._tree

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
        expanded: list[Path] = []
        self._collect_expanded(QModelIndex(), expanded)
        current = tuple(self._tree.path(self._view.currentIndex()))
        return TreeState(tuple(expanded), current, self._view.verticalScrollBar().value())

    def restore_tree(self, way: BrowseWay, state: TreeState) -> None:
        """Show the tree in one way to browse, as it once stood; emits nothing."""
        blocker = QSignalBlocker(self._view)
        if way is not self._tree.way:
            self._tree.set_way(way)
        self._ways.setCurrentIndex(self._ways.findData(way))
        self._set_model(self._tree)
        for path in state.expanded:
            if (index := self._tree.find(path)).isValid():
                self._view.expand(index)
        if not state.expanded:
            self._expand_first_release()
        if (current := self._tree.find(state.current)).isValid():
            self._view.setCurrentIndex(current)
        self._view.verticalScrollBar().setValue(state.scroll)
        blocker.unblock()

    def reveal(self, path: Path) -> None:
        """Make the row with these ids the current one of the tree, with all above it open; emits nothing."""
        index = self._tree.find(path)
        if index.isValid():
            blocker = QSignalBlocker(self._view)
            self._view.setCurrentIndex(index)
            blocker.unblock()
            self._view.expand(index)
            if self._view.isVisible():  # else it scrolls to the current row when it is shown
                self._view.scrollTo(index)

    def show_hits(self, hits: Hits, typed: str) -> None:
        """Show what was found for `typed`; the first hit becomes the current row."""
        model = self._hits_model()
        if not self.searching:
            self._tree_state = self.tree_state()
            self._set_model(model)
        if not hits.offset:
            self._categories.setText("   ".join(f"{title} {number}" for title, number in hits.categories))
            self._categories.setVisible(bool(hits.categories))
        model.set_hits(hits)
        if not hits.total:
            nothing = self.tr("Nothing found for “{typed}”.").format(typed=typed)
            advice = self.tr("Try fewer or shorter words, a part of a name, or a number as the release writes it.")
            self._nothing.setText(f"{nothing}\n\n{advice}")
        self._stack.setCurrentIndex(int(not hits.total))
        if hits.total and not hits.offset:
            self._view.setCurrentIndex(model.index(0, 0))

    def show_tree(self) -> None:
        """Bring the tree back as it was before the search."""
        if self.searching:
            self.restore_tree(self._tree.way, self._tree_state)

    @Slot(int)
    def move_current(self, rows: int) -> None:
        """Make the row that many rows below the current one the current one."""
        model = self._view.model()
        if model.rowCount() == 0:
            return
        if self.searching:
            row = self._view.currentIndex().row() + rows
            self._view.setCurrentIndex(model.index(max(0, min(row, model.rowCount() - 1)), 0))
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
            from viewer.widgets.hit_delegate import HitDelegate

            self._hits = HitsModel(self)
            self._hit_delegate = HitDelegate(self)
            self._view.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)  # for a hit is several lines high
            self._hits.more_requested.connect(self.more_hits_requested)
            for label in (self._categories, self._nothing):
                label.setTextFormat(QtCore.Qt.TextFormat.PlainText)
            self._nothing.setAlignment(QtCore.Qt.AlignmentFlag.AlignTop)
        return self._hits

    def _set_model(self, model: TreeModel | HitsModel) -> None:
        if self._view.model() is model:
            return
        is_tree = model is self._tree
        selection = self._view.selectionModel()
        self._view.setModel(model)
        if selection is not None:
            selection.deleteLater()  # setModel makes a new one and leaves the old one behind
        self._view.setItemDelegate(self._tree_delegate if is_tree else self._hit_delegate)
        self._view.setRootIsDecorated(is_tree)
        header = self._view.header()
        header.setStretchLastSection(not is_tree)
        if is_tree:
            header.setSectionResizeMode(TreeColumn.TITLE, QHeaderView.ResizeMode.Stretch)
            header.setSectionResizeMode(TreeColumn.ASIDE, QHeaderView.ResizeMode.ResizeToContents)
        self._ways.setVisible(is_tree)
        self._categories.setVisible(False)
        self._stack.setCurrentIndex(0)

    def _collect_expanded(self, parent: QModelIndex, found: list[Path]) -> None:
        for row in range(self._tree.rowCount(parent)):
            index = self._tree.index(row, 0, parent)
            if self._view.isExpanded(index):
                found.append(tuple(self._tree.path(index)))
                self._collect_expanded(index, found)

    def _expand_first_release(self) -> None:
        """At first the categories of the newest release are seen, and the items of its first category."""
        if self._tree.way is not BrowseWay.CATEGORY:
            return
        index = QModelIndex()
        for _level in range(2):
            if self._tree.canFetchMore(index):
                self._tree.fetchMore(index)
            index = self._tree.index(0, 0, index)
            self._view.expand(index)

    @Slot(QModelIndex)
    def _show_page(self, index: QModelIndex) -> None:
        if index.isValid():
            self.page_shown.emit(self._entry_id(index))

    @Slot(QModelIndex)
    def _open_page(self, index: QModelIndex) -> None:
        if index.isValid():
            self.page_opened.emit(self._entry_id(index))

    def _entry_id(self, index: QModelIndex) -> str:
        return self._hits_model().entry_id(index) if self.searching else self._tree.entry_id(index)

    @Slot(int)
    def _choose_way(self, row: int) -> None:
        self.way_chosen.emit(self._ways.itemData(row))


def _make_view(parent: QWidget) -> _View:
    view = _View(parent)
    view.setHeaderHidden(True)
    view.setUniformRowHeights(True)
    view.setFrameShape(QTreeView.Shape.NoFrame)
    view.header().setMinimumSectionSize(_LEAST_COLUMN)
    view.setIndentation(16)
    return view
