"""What one can go to as a Qt list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject

from viewer.library.browse import BrowseWay
from viewer.library.entry import EntryKind
from viewer.models.goals import Command, Goal
from viewer.models.index import Index
from viewer.models.role import Role
from viewer.models.spoken import joined
from viewer.models.tool_tip import tool_tip
from viewer.models.tree_model import group_kind, group_title
from viewer.override import override
from viewer.release.errors import QT_TRANSLATE_NOOP
from viewer.release.unseen import reveal, reveal_marked


class GoalRole(IntEnum):
    """What a row tells besides its title: the places to mark in it, what it is and where it stands, its shortcut."""

    SPANS = Role.USER
    DETAIL = Role.USER + 1
    SHORTCUT = Role.USER + 2


_ENTRIES = {
    EntryKind.RELEASE: QT_TRANSLATE_NOOP("GoalsModel", "Release"),
    EntryKind.SECTION: QT_TRANSLATE_NOOP("GoalsModel", "Section"),
    EntryKind.ITEM: QT_TRANSLATE_NOOP("GoalsModel", "Item"),
}


class GoalsModel(QAbstractListModel):
    """Pages and commands, the likeliest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._goals: tuple[Goal, ...] = ()

    def set_goals(self, goals: tuple[Goal, ...]) -> None:
        """Show these in place of all others."""
        self.beginResetModel()
        self._goals = tuple(map(_revealed, goals))
        self.endResetModel()

    def goal(self, index: Index) -> Goal:
        """The page or command of a row."""
        return self._goals[index.row()]

    def path(self, index: QModelIndex) -> tuple[str, ...]:
        """What tells a row from others; nothing for no row."""
        return (self.goal(index).id,) if index.isValid() else ()

    def find(self, path: Sequence[str]) -> QModelIndex:
        """The row of that page or command; an invalid index if there is none."""
        rows = (row for row, goal in enumerate(self._goals) if (goal.id,) == path)
        return self.index(next(rows, -1))

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._goals)

    @override
    def data(self, index: Index, role: int = Role.DISPLAY) -> Any:
        if not index.isValid():
            return None
        goal = self._goals[index.row()]
        match role:
            case Role.DISPLAY:
                return _title(goal)
            case Role.TOOL_TIP:
                return tool_tip(_title(goal))
            case Role.ACCESSIBLE_TEXT:
                return joined(_title(goal), _detail(goal), _shortcut(goal))
            case GoalRole.SPANS:
                return goal.spans
            case GoalRole.DETAIL:
                return _detail(goal)
            case GoalRole.SHORTCUT:
                return _shortcut(goal)
        return None


def _revealed(goal: Goal) -> Goal:
    """The goal with a title in which everything is seen."""
    title, spans = reveal_marked(goal.title, goal.spans)
    return replace(goal, title=title, spans=spans)


def _title(goal: Goal) -> str:
    if isinstance(goal, Command) or not isinstance(goal.kind, BrowseWay):
        return goal.title
    return group_title(goal.kind, goal.title)


def _detail(goal: Goal) -> str:
    """What it is, and where it stands."""
    if isinstance(goal, Command):
        return " · ".join((QCoreApplication.translate("GoalsModel", "Command"), goal.menu))
    if isinstance(goal.kind, BrowseWay):
        kind = group_kind(goal.kind)
    else:
        kind = QCoreApplication.translate("GoalsModel", _ENTRIES[goal.kind])
    return " · ".join(filter(None, (kind, " › ".join(map(reveal, goal.path)))))


def _shortcut(goal: Goal) -> str:
    return goal.shortcut if isinstance(goal, Command) else ""
