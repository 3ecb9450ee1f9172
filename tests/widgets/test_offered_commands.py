from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtGui import QAction, QKeySequence
from pytestqt.qtbot import QtBot

from viewer.folders import shipped
from viewer.models.goals import Command
from viewer.widgets.actions import ACTIONS
from viewer.widgets.offered_commands import offered_commands


@pytest.fixture
def actions(qtbot: QtBot) -> dict[str, QAction]:
    made = {row.id: QAction() for row in ACTIONS}
    for row in ACTIONS:
        made[row.id].setShortcuts([QKeySequence(shortcut) for shortcut in row.shortcuts])
    return made


@pytest.fixture
def in_chinese(qtbot: QtBot) -> Iterator[None]:
    translator = QTranslator()
    translator.load("viewer_zh_CN", str(shipped("resources/translations")))
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def by_id(actions: dict[str, QAction]) -> dict[str, Command]:
    return {command.id: command for command in offered_commands(actions, {})}


def test_every_action_is_offered_without_its_mnemonic(actions: dict[str, QAction]) -> None:
    offered = by_id(actions)
    assert offered.keys() == {row.id for row in ACTIONS}
    assert not [command for command in offered.values() if "&" in command.title + command.other + command.menu]


def test_titles_are_in_the_language_of_the_window_and_in_the_other(
    actions: dict[str, QAction], in_chinese: None
) -> None:
    offered = by_id(actions)
    assert offered["copy-plain"] == Command(
        "copy-plain", "复制为 › 纯文本", "Copy as › Plain text", "编辑", QKeySequence("Ctrl+Shift+C").toString()
    )
    assert offered["open"].title == "打开文稿…"


def test_in_english_the_other_language_is_chinese(actions: dict[str, QAction]) -> None:
    offered = by_id(actions)
    assert (offered["theme-dark"].title, offered["theme-dark"].other) == ("Theme › Dark", "主题 › 深色")
    assert offered["theme-dark"].menu == "View"


def test_what_cannot_be_done_now_is_not_offered(actions: dict[str, QAction]) -> None:
    actions["back"].setEnabled(False)
    assert by_id(actions).keys() == {row.id for row in ACTIONS} - {"back"}


def test_the_most_used_come_first_and_then_those_with_a_shortcut(actions: dict[str, QAction]) -> None:
    offered = [command.id for command in offered_commands(actions, {"theme-dark": 1, "about": 2})]
    assert offered[:3] == ["about", "theme-dark", "open"]
    has_shortcut = [bool(actions[id_].shortcuts()) for id_ in offered[2:]]
    assert has_shortcut == sorted(has_shortcut, reverse=True)
