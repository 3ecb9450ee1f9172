from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from people import button, message_bar_of, page_of, rows, shown_message_of, start, view_of
from pytestqt.qtbot import QtBot

from viewer.app import Program
from viewer.library.records import PAGE
from viewer.widgets.settings import Settings
from viewer.widgets.tab import TabState


@pytest.mark.parametrize("content", [b"no database", b"SQLite format 3\0" + b"\xff" * 200])
def test_a_library_that_cannot_be_read_is_left_alone_and_the_shipped_release_is_shown(
    qtbot: QtBot, nothing_left_behind: None, library_path: Path, settings: Settings, content: bytes
) -> None:
    library_path.write_bytes(content)
    with start(qtbot, library_path, settings) as program:
        assert str(library_path) in shown_message_of(qtbot, program.window).message
        assert "请" in shown_message_of(qtbot, program.window).message
        assert rows(view_of(program.window))[0] == "徐州公安 2024 年度成果"
        program.window.commands.search.search_for("县")
        qtbot.waitUntil(lambda: len(rows(view_of(program.window))) == 3)
    assert library_path.read_bytes() == content
    assert [path.name for path in library_path.parent.glob("library*")] == ["library.sqlite"]


def test_a_page_that_is_gone_does_not_keep_the_window_from_opening(
    nothing_left_behind: None, library_path: Path, settings: Settings
) -> None:
    settings.session.tabs = (TabState(("long-gone/item",), 0, "gone"),)
    program = Program(library_path, settings)
    assert "1300" in page_of(program.window).toPlainText()
    program.close()


@pytest.mark.parametrize("spoilt", [slice(0, 100), slice(0, PAGE), slice(PAGE, None)])
def test_a_window_opens_over_the_shipped_release_where_the_library_is_too_damaged_to_be_shown(
    qtbot: QtBot, nothing_left_behind: None, damaged_path: Path, settings: Settings, spoilt: slice
) -> None:
    content = bytearray(damaged_path.read_bytes())
    content[spoilt] = bytes(len(content[spoilt]))
    damaged_path.write_bytes(content)
    with start(qtbot, damaged_path, settings) as program:
        assert rows(view_of(program.window))[0] == "徐州公安 2024 年度成果"
        assert button(message_bar_of(program.window), "修复…")
    assert damaged_path.read_bytes() == content


def test_a_library_of_which_no_row_can_be_read_is_not_shown_as_empty(
    qtbot: QtBot, nothing_left_behind: None, damaged_path: Path, settings: Settings
) -> None:
    content = bytearray(damaged_path.read_bytes())
    content[2 * PAGE : 5 * PAGE] = Random(1).randbytes(3 * PAGE)
    damaged_path.write_bytes(content)
    with qtbot.capture_exceptions(), start(qtbot, damaged_path, settings) as program:
        assert rows(view_of(program.window))[0] == "徐州公安 2024 年度成果"
        assert button(message_bar_of(program.window), "修复…")


def test_the_first_page_is_drawn_for_the_width_at_which_the_window_was_left(
    qtbot: QtBot, nothing_left_behind: None, library_path: Path, settings: Settings
) -> None:
    with start(qtbot, library_path, settings) as program:
        program.window.resize(700, 600)
        qtbot.waitUntil(lambda: page_of(program.window).width() < 500)
        program.window.close()
    again = Program(library_path, settings)
    drawn = page_of(again.window).document()
    with qtbot.waitSignal(again.window.completed):
        again.window.show()
    assert page_of(again.window).document() is drawn  # and not once more
    again.close()
