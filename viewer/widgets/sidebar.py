"""The sidebar: the tree while nothing is searched, the hits otherwise."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLabel, QStackedLayout, QTreeView, QVBoxLayout, QWidget

from viewer.library.browse import BrowseWay
from viewer.library.search import Hits
from viewer.models.hits_model import HitsModel
from viewer.models.tree_model import TreeModel
from viewer.override import override
from viewer.widgets.actions import WAY_TEXTS, translated
from viewer.widgets.hit_delegate import HitDelegate
from viewer.widgets.tree_delegate import TreeDelegate

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TreeState:
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
        self.current_changed.emit(QModelIndex(current))


class Sidebar(QWidget):
    """One view and its two models.

    Signals:
        page_shown(id): a row has become the current one.
        page_opened(id): a row was clicked or entered.
        way_chosen(BrowseWay): another way to browse was chosen.
    """

    page_shown = Signal(str)
    page_opened = Signal(str)
    way_chosen = Signal(str)

    def __init__(self, tree: TreeModel, hits: HitsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tree = tree
        self._hits = hits
        self._tree_state = TreeState()
        self._ways = QComboBox(self)
        for way in BrowseWay:
            self._ways.addItem("", way)
        self._categories = QLabel(self, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._categories.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._categories.setContentsMargins(10, 6, 10, 6)
        self._nothing = QLabel(self, wordWrap=True, textFormat=Qt.TextFormat.PlainText, margin=16)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._view = _make_view(self)
        self._tree_delegate = TreeDelegate(self)
        self._hit_delegate = HitDelegate(self)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._view)
        self._stack.addWidget(self._nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._ways_row = QWidget(self)
        ways_layout = QVBoxLayout(self._ways_row)
        ways_layout.setContentsMargins(8, 8, 8, 8)
        ways_layout.addWidget(self._ways)
        layout.addWidget(self._ways_row)
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
        return self._view.model() is self._hits

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
            self._view.scrollTo(index)

    def show_hits(self, hits: Hits, typed: str) -> None:
        """Show what was found for `typed`; the first hit becomes the current row."""
        if not self.searching:
            self._tree_state = self.tree_state()
            self._set_model(self._hits)
        if not hits.offset:
            self._categories.setText("   ".join(f"{title} {number}" for title, number in hits.categories))
            self._categories.setVisible(bool(hits.categories))
        self._hits.set_hits(hits)
        if not hits.total:
            self._nothing.setText(
                self.tr("Nothing found for “{typed}”.\n\nTry fewer or shorter words, one word of a name, or a number as the release writes it.").format(typed=typed.strip())
            )
        self._stack.setCurrentIndex(int(not hits.total))
        if hits.total and not hits.offset:
            self._view.setCurrentIndex(self._hits.index(0, 0))

    def show_tree(self) -> None:
        """Bring the tree back as it was before the search."""
        if self.searching:
            self.restore_tree(self._tree.way, self._tree_state)

    @Slot(int)
    def move(self, rows: int) -> None:
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

    def _set_model(self, model: TreeModel | HitsModel) -> None:
        if self._view.model() is model:
            return
        hits = model is self._hits
        selection = self._view.selectionModel()
        self._view.setModel(model)
        if selection is not None:
            selection.deleteLater()  # setModel makes a new one and leaves the old one behind
        self._view.setItemDelegate(self._hit_delegate if hits else self._tree_delegate)
        self._view.setRootIsDecorated(not hits)
        self._view.setUniformRowHeights(True)
        self._ways_row.setVisible(not hits)
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
        return self._hits.entry_id(index) if self.searching else self._tree.entry_id(index)

    @Slot(int)
    def _choose_way(self, row: int) -> None:
        self.way_chosen.emit(self._ways.itemData(row))


def _make_view(parent: QWidget) -> _View:
    view = _View(parent)
    view.setHeaderHidden(True)
    view.setFrameShape(QTreeView.Shape.NoFrame)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setTextElideMode(Qt.TextElideMode.ElideRight)
    view.setIndentation(16)
    view.viewport().setBackgroundRole(QPalette.ColorRole.Window)
    return view
