from __future__ import annotations

from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from viewer.library.browse import BrowseWay
from viewer.library.destinations import Destination
from viewer.library.entry import EntryKind
from viewer.models.goals import Command
from viewer.models.goals_model import GoalRole, GoalsModel
from viewer.models.role import Role

ITEM = Destination("r/i", EntryKind.ITEM, "渡口夜班船", ("年度通报", "便民服务"), ((0, 2),))
RATIOS = Destination("figure:", BrowseWay.FIGURE, "")
COPY = Command("copy", "Copy", "复制", "Edit", "Ctrl+C")


def test_new_goals_take_the_place_of_the_old(qtbot: QtBot) -> None:
    model = GoalsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_goals((ITEM, COPY))
    model.set_goals((RATIOS,))
    assert model.rowCount() == 1
    assert model.goal(model.index(0)) == RATIOS
    assert model.data(QModelIndex()) is None
    del tester


def test_a_page_says_what_it_is_and_where_it_stands(qtbot: QtBot) -> None:
    model = GoalsModel()
    model.set_goals((ITEM,))
    index = model.index(0)
    assert index.data() == "渡口夜班船"
    assert index.data(GoalRole.SPANS) == ((0, 2),)
    assert index.data(GoalRole.DETAIL) == "Item · 年度通报 › 便民服务"
    assert index.data(GoalRole.SHORTCUT) == ""
    assert index.data(Role.ACCESSIBLE_TEXT) == "渡口夜班船, Item · 年度通报 › 便民服务"


def test_a_command_says_its_menu_and_its_shortcut(qtbot: QtBot) -> None:
    model = GoalsModel()
    model.set_goals((COPY,))
    index = model.index(0)
    assert index.data(GoalRole.DETAIL) == "Command · Edit"
    assert index.data(GoalRole.SHORTCUT) == "Ctrl+C"
    assert index.data(Role.ACCESSIBLE_TEXT) == "Copy, Command · Edit, Ctrl+C"


def test_a_group_that_has_no_name_is_called_as_in_the_tree(qtbot: QtBot) -> None:
    model = GoalsModel()
    model.set_goals((RATIOS,))
    assert model.index(0).data() == "Ratios"
    assert model.index(0).data(GoalRole.DETAIL) == "Figures"
