"""Every control has a name and a role, and Tab comes to each of them in turn."""

from __future__ import annotations

from pathlib import Path

import pytest
from people import CONTROL, SHIFT, part_of, press, search_bar_of, shown_message_of, trigger, type_text
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QGraphicsView, QProgressBar, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from viewer.app import Program
from viewer.widgets.category_bar import CategoryBar
from viewer.widgets.job_bar import JobBar
from viewer.widgets.main_window import MainWindow
from viewer.widgets.nothing_found import NothingFound
from viewer.widgets.preview_dialog import PreviewDialog

BESIDE = ("figures", "compare", "about", "note", "preferences", "print")
"""The actions that open windows and dialogs."""
_MOST_STOPS = 400


def name_of(part: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)


def controls(window: QWidget) -> list[QWidget]:
    """What is seen in a window and can have the focus, be pressed, or says how far something is."""
    return [
        part
        for part in window.findChildren(QWidget)
        if part.isVisible()
        and part.window() is window
        and part.focusProxy() is None
        and not isinstance(part.parent(), QTabBar)  # Qt tells nobody of the buttons in tabs; keys do what they do
        and (
            isinstance(part, QAbstractButton | QProgressBar)
            or (part.focusPolicy() != Qt.FocusPolicy.NoFocus and part.isEnabled())
        )
    ]


def unheard(window: QWidget) -> list[str]:
    """The controls of a window that a screen reader can say nothing of."""
    silent = []
    for part in controls(window):
        role = QAccessible.queryAccessibleInterface(part).role()
        # the pages of the print preview are a picture, for which Qt has no role
        has_role = role not in (QAccessible.Role.NoRole, QAccessible.Role.Client) or isinstance(part, QGraphicsView)
        if not name_of(part).strip() or not has_role:
            silent.append(f"{type(part).__name__} {part.objectName()} {role} “{name_of(part)}”")
    return silent


def stops(*modifiers: Qt.KeyboardModifier) -> list[QWidget]:
    """Where Tab goes from where the focus is, until it is there again; links of one text are one stop."""
    first = QApplication.focusWidget()
    assert first is not None
    found = [first]
    for _stop in range(_MOST_STOPS):
        press(Qt.Key.Key_Backtab if modifiers else Qt.Key.Key_Tab, *modifiers)
        now = QApplication.focusWidget()
        assert now is not None
        if now is first and len(found) > 1:
            return found
        if now is not found[-1]:
            found.append(now)
    raise AssertionError(f"Tab does not come back: {[name_of(part) for part in found]}")


def reached_by_tab(window: QWidget) -> set[QWidget]:
    return {part for part in controls(window) if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.isEnabled()}


def check_that_tab_comes_to_all(window: QWidget) -> None:
    there = stops()
    assert len(there) == len(set(there)), "no control comes twice"
    assert {name_of(part) for part in there} == {name_of(part) for part in reached_by_tab(window)}
    back = stops(SHIFT)
    assert back == [there[0], *reversed(there[1:])]


def opened_by(qtbot: QtBot, window: MainWindow, action: str) -> QWidget:
    """The window that an action opens."""
    trigger(window, action)
    qtbot.waitUntil(lambda: QApplication.activeWindow() not in (None, window))
    found = QApplication.activeWindow()
    assert found is not None
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return found


@pytest.fixture(params=BESIDE)
def beside(qtbot: QtBot, window: MainWindow, request: pytest.FixtureRequest) -> QWidget:
    return opened_by(qtbot, window, request.param)


def search(qtbot: QtBot, window: MainWindow, typed: str) -> None:
    press(Qt.Key.Key_K, CONTROL)
    with qtbot.waitSignal(window.commands.search.searcher.summarised):
        type_text(typed)


def test_everything_in_the_window_is_heard(qtbot: QtBot, program: Program) -> None:
    window = program.window
    program.failures.take(KeyError("inner"))
    shown_message_of(qtbot, window)
    window.jobs()
    bar = part_of(window, JobBar)
    bar.begin("…")
    assert unheard(window) == []
    search(qtbot, window, "县")
    assert part_of(window, CategoryBar).isVisible()
    assert unheard(window) == []


@pytest.mark.parametrize("action", ["find", "go-to"])
def test_lines_that_open_in_the_window_are_heard(window: MainWindow, action: str) -> None:
    before = len(controls(window))
    trigger(window, action)
    assert len(controls(window)) > before
    type_text("县")
    assert unheard(window) == []


def test_that_nothing_is_found_is_heard(qtbot: QtBot, window: MainWindow) -> None:
    search(qtbot, window, "无此内容")
    assert part_of(window, NothingFound).isVisible()
    assert unheard(window) == []


def test_buttons_that_show_a_sign_are_heard_in_words(window: MainWindow) -> None:
    names = [name_of(part) for part in controls(window) if isinstance(part, QAbstractButton)]
    assert names[:3] == ["后退", "前进", "收藏"]


def test_everything_in_the_windows_beside_is_heard(beside: QWidget) -> None:
    assert unheard(beside) == []
    beside.close()


def test_tab_comes_to_everything_in_the_window(qtbot: QtBot, program: Program) -> None:
    window = program.window
    press(Qt.Key.Key_K, CONTROL)
    assert [name_of(part) for part in stops()] == ["搜索", "收藏", "浏览方式：按类别", "通稿", "页面"]
    check_that_tab_comes_to_all(window)
    program.failures.take(KeyError("inner"))
    shown_message_of(qtbot, window)
    window.jobs()
    bar = part_of(window, JobBar)
    bar.begin("…")
    assert [name_of(part) for part in stops()][-4:] == ["复制详情", "关闭这条消息", "取消", "页面"]
    check_that_tab_comes_to_all(window)


def test_tabs_are_heard_and_reached(window: MainWindow) -> None:
    trigger(window, "new-tab")
    assert unheard(window) == []
    press(Qt.Key.Key_K, CONTROL)
    assert [type(part).__name__ for part in stops()][-2:] == ["TabBar", "DetailPane"]
    check_that_tab_comes_to_all(window)


def test_tab_comes_to_everything_while_hits_are_shown(qtbot: QtBot, window: MainWindow) -> None:
    search(qtbot, window, "县公安局 ")
    assert search_bar_of(window).hasFocus()
    check_that_tab_comes_to_all(window)


def test_tab_comes_to_everything_in_the_windows_beside(beside: QWidget) -> None:
    check_that_tab_comes_to_all(beside)
    beside.close()


def test_a_document_that_is_looked_at_is_heard_and_reached(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    file = tmp_path / "town.txt"
    file.write_text("湖滨镇年度通报\n2024年1月5日，湖滨镇航运站恢复夜班船。", encoding="utf-8")
    program.open_documents([str(file)])
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), PreviewDialog))
    preview = QApplication.activeWindow()
    assert preview is not None
    assert unheard(preview) == []
    check_that_tab_comes_to_all(preview)
    preview.close()
