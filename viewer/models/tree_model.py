"""The library as a Qt tree."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from itertools import count
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QModelIndex, QObject

from viewer.library.browse import LOST, Branch, BrowseWay, browse
from viewer.library.library import Library
from viewer.models.counts_and_dates import count_text, rough_count_text
from viewer.models.index import Index
from viewer.models.role import ALIGN_RIGHT, Role
from viewer.models.row_changes import row_changes
from viewer.models.spoken import joined, position_text
from viewer.models.tool_tip import tool_tip
from viewer.override import override
from viewer.release.annotation import AnnotationKind
from viewer.release.errors import QT_TRANSLATE_NOOP
from viewer.release.unseen import reveal

PAGE = 100
"""Rows that are read at a time."""

_ROOT = 0
_TEXT_ROLES = (Role.DISPLAY, Role.TOOL_TIP)


class TreeColumn(IntEnum):
    """The columns of the tree; ASIDE holds the number of items below, or what a figure counts."""

    TITLE = 0
    ASIDE = 1


_COLUMNS = len(TreeColumn)  # a view asks for it with every row


class _Node:
    """A row that has been read, and the keys of the rows below it that have been read too: in order, and by ids."""

    def __init__(self, branch: Branch, parent: int, row: int) -> None:
        self.branch = branch
        self.parent = parent
        self.row = row
        self.children: list[int] = []
        self.by_id: dict[str, int] = {}
        self.complete = not branch.below


class TreeModel(QAbstractItemModel):
    """One way to browse a library; rows are read when they are first shown.

    Attributes:
        way: the way that is shown.
    """

    def __init__(self, library: Library, way: BrowseWay, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self.way = way
        self._held = False
        self._clear()

    def set_way(self, way: BrowseWay) -> None:
        """Show another way to browse."""
        self.beginResetModel()
        self.way = way
        self._clear()
        self.endResetModel()

    def refresh(self) -> bool:
        """Read again what has been read, after the library has changed; rows that are still there stay what they are.

        Gives whether anything is different.
        """
        changed = False
        waiting = [_ROOT]
        while waiting:
            key = waiting.pop()
            if self._nodes[key].children or key == _ROOT:
                changed |= self._read_again(key)
            waiting += self._nodes[key].children
        return changed

    def entry_id(self, index: Index) -> str:
        """The id of the entry or group that a row opens; "" for no row."""
        return self._node(index).branch.id

    def path(self, index: Index) -> list[str]:
        """The ids from the first level down to a row."""
        ids: list[str] = []
        while index.isValid():
            ids.insert(0, self.entry_id(index))
            index = index.parent()
        return ids

    def first_ids(self) -> list[str]:
        """The ids of the first row, of the first below it, and so on; the deepest first."""
        ids: list[str] = []
        index = QModelIndex()
        while self.hasChildren(index):
            if self.canFetchMore(index):
                self.fetchMore(index)
            index = self.index(0, 0, index)
            if not index.isValid():
                break
            ids.insert(0, self.entry_id(index))
        return ids

    def find(self, path: Sequence[str]) -> QModelIndex:
        """The row with these ids from the first level down, read if need be; an invalid index if there is none."""
        index = QModelIndex()
        for id_ in path:
            index = self._find_child(index, id_)
            if not index.isValid():
                break
        return index

    @override
    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:
        children = self._node(parent).children
        if 0 <= row < len(children) and 0 <= column < _COLUMNS:
            return self.createIndex(row, column, children[row])
        return QModelIndex()

    @override
    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # QObject.parent() too
        return self._index_of(self._node(index).parent)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return len(self._node(parent).children) if parent.column() <= 0 else 0

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return _COLUMNS

    @override
    def hasChildren(self, parent: Index = QModelIndex()) -> bool:
        node = self._node(parent)
        return parent.column() <= 0 and (node.branch.below > 0 or bool(node.children))

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return parent.column() <= 0 and not self._node(parent).complete and not (self._held and self.rowCount(parent))

    def hold(self, held: bool) -> None:
        """While held, rows that have some rows below them get no more."""
        self._held = held

    @override
    def fetchMore(self, parent: Index) -> None:
        key = parent.internalId() if parent.isValid() else _ROOT
        node = self._nodes[key]
        start = len(node.children)
        branches = browse(self._library, self.way, node.branch.id or None, start, PAGE)
        node.complete = len(branches) < PAGE
        if not branches:
            return
        self._insert(key, start, branches)

    @override
    def data(self, index: Index, role: int = Role.DISPLAY) -> Any:
        # a view asks for many roles; most rows have nothing to say to most of them
        if role in _TEXT_ROLES and index.isValid():
            text = self._text(index)
            return tool_tip(text) if role == Role.TOOL_TIP else text
        if role == Role.TEXT_ALIGNMENT and index.column() == TreeColumn.ASIDE:
            return ALIGN_RIGHT
        if role == Role.ACCESSIBLE_TEXT and index.isValid():
            return self._heard(index)
        return None

    def _text(self, index: Index) -> str:
        branch = self._node(index).branch
        if index.column() == TreeColumn.ASIDE:
            return reveal(branch.detail) or (rough_count_text(branch.below) if branch.below else "")
        return self._title(branch)

    def _heard(self, index: Index) -> str:
        """What a listener hears of a cell: of the title what is beside it too, and where it stands among its like."""
        node = self._node(index)
        branch, parent = node.branch, self._nodes[node.parent]
        counted = QCoreApplication.translate("TreeModel", "{count} below").format(count=count_text(branch.below))
        aside = reveal(branch.detail) or (counted if branch.below else "")
        if index.column() == TreeColumn.ASIDE:
            return aside or self._title(branch)  # no cell is silent
        position = position_text(node.row, len(parent.children), more=not parent.complete)
        return joined(self._title(branch), aside, position)

    def _title(self, branch: Branch) -> str:
        return reveal(branch.title) or group_title(self.way, branch.id.partition(":")[2])

    def _insert(self, key: int, start: int, branches: Sequence[Branch]) -> None:
        """Insert rows below the row with a key."""
        node = self._nodes[key]
        self.beginInsertRows(self._index_of(key), start, start + len(branches) - 1)
        children = [next(self._keys) for _branch in branches]
        for child, branch in zip(children, branches, strict=True):
            self._nodes[child] = _Node(branch, key, 0)
            node.by_id.setdefault(branch.id, child)
        node.children[start:start] = children
        self._number(node, start)
        self.endInsertRows()

    def _remove(self, key: int, start: int, count: int) -> None:
        """Remove rows below the row with a key, with all that is below them."""
        node = self._nodes[key]
        self.beginRemoveRows(self._index_of(key), start, start + count - 1)
        gone = node.children[start : start + count]
        del node.children[start : start + count]
        self._number(node, start)
        node.by_id = {self._nodes[child].branch.id: child for child in reversed(node.children)}
        while gone:
            gone += self._nodes.pop(gone.pop()).children
        self.endRemoveRows()

    def _number(self, node: _Node, start: int) -> None:
        for row, child in enumerate(node.children[start:], start):
            self._nodes[child].row = row

    def _read_again(self, key: int) -> bool:
        """Read the rows below a row that have been read, and more where these were all; whether any is another."""
        node = self._nodes[key]
        limit = len(node.children) + (PAGE if node.complete else 0) or PAGE
        branches = browse(self._library, self.way, node.branch.id or None, 0, limit)
        node.complete = len(branches) < limit
        before = [self._nodes[child].branch.id for child in node.children]
        changed = False
        for row, gone, first, end in row_changes(before, [branch.id for branch in branches]):
            changed = True
            if gone:
                self._remove(key, row, gone)
            if first < end:
                self._insert(key, row, branches[first:end])
        for child, branch in zip(node.children, branches, strict=True):
            if self._nodes[child].branch != branch:
                changed = True
                self._change(child, branch)
        return changed

    def _change(self, key: int, branch: Branch) -> None:
        """Let a row say something else."""
        node = self._nodes[key]
        node.branch = branch
        if not node.children:
            node.complete = not branch.below
        index = self._index_of(key)
        self.dataChanged.emit(index, index.siblingAtColumn(TreeColumn.ASIDE))

    def _index_of(self, key: int) -> QModelIndex:
        return self.createIndex(self._nodes[key].row, 0, key) if key != _ROOT else QModelIndex()

    def _clear(self) -> None:
        self._keys = count(_ROOT + 1)
        self._nodes = {_ROOT: _Node(Branch("", "", below=1), _ROOT, 0)}

    def _node(self, index: Index) -> _Node:
        return self._nodes[index.internalId() if index.isValid() else _ROOT]

    def _find_child(self, parent: QModelIndex, id_: str) -> QModelIndex:
        node = self._node(parent)
        while id_ not in node.by_id and self.canFetchMore(parent):
            self.fetchMore(parent)
        return self._index_of(node.by_id.get(id_, _ROOT))


_MARKS = {
    AnnotationKind.STAR: QT_TRANSLATE_NOOP("TreeModel", "Starred"),
    AnnotationKind.HIGHLIGHT: QT_TRANSLATE_NOOP("TreeModel", "Highlighted"),
    AnnotationKind.NOTE: QT_TRANSLATE_NOOP("TreeModel", "Notes"),
    LOST: QT_TRANSLATE_NOOP("TreeModel", "Marks whose text is gone"),
}

_GROUPS = {
    BrowseWay.UNIT: QT_TRANSLATE_NOOP("TreeModel", "Unit"),
    BrowseWay.PLACE: QT_TRANSLATE_NOOP("TreeModel", "Place"),
    BrowseWay.SYSTEM: QT_TRANSLATE_NOOP("TreeModel", "System"),
    BrowseWay.PERSON: QT_TRANSLATE_NOOP("TreeModel", "Person"),
    BrowseWay.FIGURE: QT_TRANSLATE_NOOP("TreeModel", "Figures"),
    BrowseWay.MARK: QT_TRANSLATE_NOOP("TreeModel", "Stars and notes"),
}


def group_kind(way: BrowseWay) -> str:
    """What the groups of a way to browse are."""
    return QCoreApplication.translate("TreeModel", _GROUPS[way])


def group_title(way: BrowseWay, name: str) -> str:
    """What the group of a name is called."""
    if way is BrowseWay.MARK:
        return QCoreApplication.translate("TreeModel", _MARKS[name])
    if name:
        return reveal(name)
    if way is BrowseWay.FIGURE:
        return QCoreApplication.translate("TreeModel", "Ratios")
    return QCoreApplication.translate("TreeModel", "No place named")
