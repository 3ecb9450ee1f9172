from __future__ import annotations

from pathlib import Path

from people import page_of, rows, search_bar_of, shown_message_of, start, view_of
from pytestqt.qtbot import QtBot

from viewer.app import Program
from viewer.opening import open_library
from viewer.widgets.commands import Commands
from viewer.widgets.settings import Settings


def test_our_own_bug_is_one_sentence_in_the_window_which_goes_on(qtbot: QtBot, program: Program) -> None:
    program.failures.take(KeyError("inner"))
    message = shown_message_of(qtbot, program.window).message
    assert "KeyError" in message
    assert "可以继续使用" in message
    program.window.navigator.go_to("xuzhou-2024/liu-tao")
    assert "五十" in page_of(program.window).toPlainText()


def test_what_the_window_does_is_made_once_it_has_been_painted(
    qtbot: QtBot, nothing_left_behind: None, library_path: Path, settings: Settings
) -> None:
    program = Program(library_path, settings)
    assert not hasattr(program.window, "commands")
    assert "1300" in page_of(program.window).toPlainText()
    assert rows(view_of(program.window))
    with qtbot.waitSignal(program.window.completed):
        program.window.show()
    assert program.window.commands is program.window.findChild(Commands)
    program.window.close()
    program.close()


def test_what_was_typed_until_then_is_searched(
    qtbot: QtBot, nothing_left_behind: None, library_path: Path, settings: Settings
) -> None:
    open_library(library_path).close()
    program = Program(library_path, settings)
    search_bar_of(program.window).setText("走失")
    program.window.show()
    qtbot.waitUntil(lambda: len(rows(view_of(program.window))) == 1)
    program.window.close()
    program.close()


def test_every_settings_file_that_makes_no_sense_is_named(
    qtbot: QtBot, nothing_left_behind: None, library_path: Path, tmp_path: Path
) -> None:
    for name in ("preferences.json", "session.json"):
        (tmp_path / name).write_text("{")
    with start(qtbot, library_path, Settings(tmp_path)) as program:
        message = shown_message_of(qtbot, program.window).message
    assert "preferences.json" in message
    assert "session.json" in message


def test_a_query_can_be_typed_into_the_bar_by_the_program(qtbot: QtBot, program: Program) -> None:
    program.window.commands.search.search_for("走失")
    assert search_bar_of(program.window).text() == "走失"
    qtbot.waitUntil(lambda: rows(view_of(program.window)) == ["走失人员查找中心升级"])
