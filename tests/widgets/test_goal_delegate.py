from __future__ import annotations

from people import columns_with
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from viewer.library.destinations import Destination
from viewer.library.entry import EntryKind
from viewer.models.goals import Command, Goal
from viewer.models.goals_model import GoalsModel
from viewer.widgets.goal_delegate import GoalDelegate
from viewer.widgets.theme import LIGHT, Theme, apply_theme

WIDTH = 320


def marked_columns(qtbot: QtBot, goal: Goal) -> set[int]:
    """The x of every pixel that has the colour of a mark, where the goal is painted."""
    apply_theme(Theme.LIGHT)
    view = QListView()
    qtbot.addWidget(view)
    model = GoalsModel(view)
    model.set_goals((goal,))
    view.setModel(model)
    view.setItemDelegate(GoalDelegate(view))
    view.resize(WIDTH, 80)
    view.show()
    qtbot.waitExposed(view)
    columns = columns_with(view, LIGHT.mark)
    apply_theme(Theme.SYSTEM)
    return columns


def test_without_matches_nothing_is_marked(qtbot: QtBot) -> None:
    assert not marked_columns(qtbot, Destination("r", EntryKind.RELEASE, "年度通报", ("2024-01-05",)))


def test_every_match_is_marked_where_it_stands(qtbot: QtBot) -> None:
    def item(*spans: tuple[int, int]) -> Goal:
        return Destination("r/i", EntryKind.ITEM, "夜班船恢复开行", ("年度通报", "便民服务"), spans)

    first, last = marked_columns(qtbot, item((0, 1))), marked_columns(qtbot, item((6, 7)))
    assert max(first) < min(last)
    assert marked_columns(qtbot, item((0, 1), (6, 7))) == first | last


def test_a_title_that_is_too_long_ends_before_the_shortcut(qtbot: QtBot) -> None:
    title = "很长的命令" * 12
    spans = ((0, len(title)),)
    whole = marked_columns(qtbot, Command("copy", title, "", "Edit", spans=spans))
    beside = marked_columns(qtbot, Command("copy", title, "", "Edit", "Ctrl+Shift+C", spans))
    assert max(beside) < max(whole) - 40
    assert max(whole) < WIDTH
