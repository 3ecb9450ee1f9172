from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from people import message_bar_of, page_of, rows, search_bar_of, shown_message_of, start, view_of
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot
from starts import FIRST_PAINT, LEAVE

from viewer.app import Program
from viewer.library.library import Library
from viewer.library.releases import release_ids
from viewer.opening import open_library
from viewer.widgets.commands import Commands
from viewer.widgets.settings import Settings
from viewer.widgets.tabs import TabState
from viewer.widgets.theme import LIGHT

TELL = """
from PySide6 import QtCore
print("namespace", "Qt" in vars(QtCore))
print("modules", *sorted(sys.modules))
"""


def first_paint(tmp_path: Path) -> dict[str, list[str]]:
    """Start the program in a process of its own until its first paint; gives what it prints by its first word."""
    command = [
        sys.executable,
        "-c",
        FIRST_PAINT + TELL + LEAVE,
        str(tmp_path / "library.sqlite"),
        str(tmp_path / "window.ini"),
    ]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_STATE_HOME": str(tmp_path / "state")}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return {line.split()[0]: line.split()[1:] for line in done.stdout.splitlines()}


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "viewer", *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **environment},
    )


def message_of(program: Program) -> str:
    bar = message_bar_of(program.window)
    assert bar.isVisibleTo(program.window)
    return bar.message


def test_a_second_start_imports_only_what_the_first_paint_needs(tmp_path: Path) -> None:
    first_paint(tmp_path)
    second = first_paint(tmp_path)
    for name in (
        "hashlib",
        "msgspec",
        "pypinyin",
        "opencc",
        "viewer.library.tokens",
        "viewer.readers",
        "viewer.readers.reader",
        "viewer.doctor",
        "viewer.news",
        "viewer.end_signals",
        "viewer.widgets.commands",
        "viewer.widgets.help_html",
        "viewer.widgets.keeping",
        "viewer.widgets.welcome_bar",
    ):
        assert name not in second["modules"]
    assert second["namespace"] == ["False"]


def test_the_first_start_fills_the_library(tmp_path: Path) -> None:
    first_paint(tmp_path)
    library = Library(tmp_path / "library.sqlite")
    assert release_ids(library) == ["xuzhou-2024"]
    library.close()


@pytest.mark.parametrize("content", [b"no database", b"SQLite format 3\0" + b"\xff" * 200])
def test_a_library_that_cannot_be_read_is_left_alone_and_the_shipped_release_is_shown(
    qtbot: QtBot, nothing_left_behind: None, library_path: Path, settings: Settings, content: bytes
) -> None:
    library_path.write_bytes(content)
    with start(qtbot, library_path, settings) as program:
        assert str(library_path) in message_of(program)
        assert "请" in message_of(program)
        assert rows(view_of(program.window))[0] == "徐州公安 2024 年度成果"
        program.window.commands.search.search_for("县")
        qtbot.waitUntil(lambda: len(rows(view_of(program.window))) == 3)
    assert library_path.read_bytes() == content
    assert [path.name for path in library_path.parent.glob("library*")] == ["library.sqlite"]


def test_our_own_bug_is_one_sentence_in_the_window_which_goes_on(qtbot: QtBot, program: Program) -> None:
    program.failures.take(KeyError("inner"))
    message = shown_message_of(qtbot, program.window).message
    assert "KeyError" in message
    assert "可以继续使用" in message
    program.window.navigator.go_to("xuzhou-2024/liu-tao")
    assert "五十" in page_of(program.window).toPlainText()


def test_a_page_that_is_gone_does_not_keep_the_window_from_opening(
    qtbot: QtBot, nothing_left_behind: None, library_path: Path, settings: Settings
) -> None:
    settings.session.tabs = (TabState(("long-gone/item",), 0, "gone"),)
    program = Program(library_path, settings)
    assert "1300" in page_of(program.window).toPlainText()
    program.close()


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


def test_what_the_first_start_shows_is_soon_found(
    qtbot: QtBot, nothing_left_behind: None, library_path: Path, settings: Settings
) -> None:
    program = Program(library_path, settings)
    search_bar_of(program.window).setText("走失")
    with qtbot.waitSignal(program.window.completed):
        program.window.show()
    program.bring_index_up_to_date()
    qtbot.waitUntil(lambda: len(rows(view_of(program.window))) == 1)
    program.window.close()
    program.close()


def test_every_settings_file_that_makes_no_sense_is_named(
    qtbot: QtBot, nothing_left_behind: None, library_path: Path, tmp_path: Path
) -> None:
    for name in ("preferences.json", "session.json"):
        (tmp_path / name).write_text("{")
    with start(qtbot, library_path, Settings(tmp_path)) as program:
        message = message_of(program)
    assert "preferences.json" in message
    assert "session.json" in message


@pytest.mark.parametrize(
    "arguments", [["--query", "走失"], ["--item", "xuzhou-2024/liu-tao"], ["--window", "about"], []]
)
def test_a_screenshot_has_the_size_and_theme_that_were_asked_for(tmp_path: Path, arguments: list[str]) -> None:
    out = tmp_path / "window.png"
    options = ["--library", str(tmp_path / "library.sqlite"), "screenshot", str(out), "--size", "820x540"]
    done = run(*options, "--theme", "dark", *arguments)
    assert (done.returncode, done.stderr) == (0, "")
    image = QImage(str(out))
    assert (image.width(), image.height()) == (820, 540)
    assert image.pixelColor(600, 500).lightness() < 60


@pytest.mark.parametrize(
    ("arguments", "colour"), [(["--query", "走失"], LIGHT.mark), (["--window", "figures"], LIGHT.accent)]
)
def test_a_screenshot_of_a_new_library_waits_for_what_is_to_be_seen(
    tmp_path: Path, arguments: list[str], colour: str
) -> None:
    out = tmp_path / "window.png"
    assert run("--library", str(tmp_path / "library.sqlite"), "screenshot", str(out), *arguments).returncode == 0
    image = QImage(str(out))
    assert colour in {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["/nowhere/at/all.png"], "无法写入图片"),
        (["x.png", "--item", "xuzhou-2024/nowhere"], "xuzhou-2024/nowhere"),
    ],
)
def test_a_screenshot_that_cannot_be_made_says_why(tmp_path: Path, arguments: list[str], said: str) -> None:
    done = run("--library", str(tmp_path / "library.sqlite"), "screenshot", *arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_without_a_display_one_sentence_names_what_works(tmp_path: Path) -> None:
    environment = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": "", "XDG_DATA_HOME": str(tmp_path)}
    done = run(**environment)
    if sys.platform == "linux":
        assert done.returncode == 2
        assert "screenshot" in done.stderr
        assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="X is the display of Linux")
def test_a_display_that_does_not_answer_is_none(tmp_path: Path) -> None:
    done = run(DISPLAY=":65123", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="", XDG_DATA_HOME=str(tmp_path))
    assert done.returncode == 2
    assert ":65123" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_query_can_be_typed_into_the_bar_by_the_program(qtbot: QtBot, program: Program) -> None:
    program.window.commands.search.search_for("走失")
    assert search_bar_of(program.window).text() == "走失"
    qtbot.waitUntil(lambda: rows(view_of(program.window)) == ["走失人员查找中心升级"])
