from __future__ import annotations

from collections import Counter

import pytest
from people import trigger
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from viewer.widgets.action import Choice, Menu, translated
from viewer.widgets.actions import ACTIONS
from viewer.widgets.main_window import MainWindow


def test_ids_and_shortcuts_stand_for_one_action_each() -> None:
    ids = Counter(action.id for action in ACTIONS)
    shortcuts = Counter(shortcut for action in ACTIONS for shortcut in action.shortcuts)
    assert max(ids.values()) == 1
    assert max(shortcuts.values()) == 1


def test_every_shortcut_is_a_key_that_qt_knows() -> None:
    for action in ACTIONS:
        for shortcut in action.shortcuts:
            assert QKeySequence(shortcut).toString() == shortcut


def test_every_action_is_in_its_menu_under_its_chinese_name(window: MainWindow) -> None:
    titles = {action.text() for action in window.menuBar().actions()}
    menus = {menu.title(): menu for menu in window.findChildren(QMenu) if menu.title() in titles}
    assert list(menus) == ["文件(&F)", "编辑(&E)", "查看(&V)", "转到(&G)", "帮助(&H)"]
    for row in ACTIONS:
        found = menus[translated(Menu(row.menu))].findChildren(QAction, row.id) or window.findChildren(QAction, row.id)
        assert [action.text() for action in found] == [translated(row.text)]
        assert translated(row.text) != row.text or row.submenu is Choice.LANGUAGE


def test_one_of_each_choice_is_ticked(window: MainWindow) -> None:
    ticked = {action.objectName() for action in window.findChildren(QAction) if action.isChecked()}
    assert {"way-category", "theme-system", "language-zh_CN", "usually-rich"} <= ticked
    assert len([name for name in ticked if name.split("-")[0] in ("way", "theme", "language", "usually")]) == 4


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_no_letter_stands_for_two_entries_of_a_menu(window: MainWindow, language: str) -> None:
    trigger(window, f"language-{language}")
    for menu in [window.menuBar(), *window.findChildren(QMenu)]:
        letters = Counter(_mnemonic(action.text()) for action in menu.actions() if not action.isSeparator())
        del letters[""]
        assert not [letter for letter, times in letters.items() if times > 1], [one.text() for one in menu.actions()]
    trigger(window, "language-zh_CN")


def _mnemonic(text: str) -> str:
    """The letter behind the single `&`, or ""."""
    marked = text.replace("&&", "").partition("&")[2]
    return marked[:1].lower()
