"""Surroundings that a program may find itself in: each works, or is one sentence that says what to do."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLibraryInfo
from PySide6.QtGui import QImage
from samples import OUTPOST

from viewer.cli import main

ROOT = Path(__file__).resolve().parents[1]
PLUGINS = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
WINDOW = ("--new-window",)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="what is set and mounted here is of Linux")


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program with nothing in its environment but a home and what is given; an empty value takes one out."""
    home = folder / "home"
    home.mkdir(exist_ok=True)
    values = {"HOME": str(home), "LANG": "zh_CN.UTF-8", "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(
        [sys.executable, "-m", "viewer", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
        cwd=folder,
        env={name: value for name, value in values.items() if value},
    )


def assert_one_sentence(done: subprocess.CompletedProcess[str], *parts: str) -> None:
    """It ended as over what the user can mend, and said so in one line with these parts."""
    assert (done.returncode, done.stdout) == (2, ""), done
    assert done.stderr.count("\n") == 1
    assert done.stderr.endswith("。\n")
    for part in parts:
        assert part in done.stderr


@pytest.mark.parametrize(
    ("environment", "reason"),
    [
        ({}, "DISPLAY and WAYLAND_DISPLAY are not set"),
        ({"DISPLAY": ":4321"}, "no X server answers"),
        ({"WAYLAND_DISPLAY": "wayland-9"}, "DISPLAY and WAYLAND_DISPLAY are not set"),
        ({"QT_QPA_PLATFORM": "wayland"}, "QT_QPA_PLATFORM is wayland"),
        ({"QT_QPA_PLATFORM": "wayland", "WAYLAND_DISPLAY": "wayland-9"}, "QT_QPA_PLATFORM is wayland"),
        ({"QT_QPA_PLATFORM": "xcb"}, "DISPLAY is not set"),
        ({"QT_QPA_PLATFORM": "wayland;xcb"}, "DISPLAY is not set"),
        ({"QT_QPA_PLATFORM": "nonsense"}, '"nonsense"'),
        ({"QT_QPA_PLATFORM": "nonsense", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "LANGUAGE": "zh"}, '"nonsense"'),
    ],
)
def test_where_no_window_can_be_opened_one_sentence_says_why(
    tmp_path: Path, environment: dict[str, str], reason: str
) -> None:
    done = run(tmp_path, *WINDOW, XDG_RUNTIME_DIR=str(tmp_path), **environment)
    assert_one_sentence(done, reason, "screenshot")


def test_a_socket_that_no_compositor_has_left_behind_is_no_display(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as left_behind:
        left_behind.bind(str(tmp_path / "wayland-3"))
    done = run(tmp_path, *WINDOW, XDG_RUNTIME_DIR=str(tmp_path), WAYLAND_DISPLAY="wayland-3")
    assert_one_sentence(done, '"wayland"', "screenshot")


def test_a_platform_that_qt_has_needs_no_display(tmp_path: Path) -> None:
    done = run(tmp_path, "screenshot", "shot.png", QT_QPA_PLATFORM="nonsense")
    assert (done.returncode, done.stderr) == (0, "")
    assert not QImage(str(tmp_path / "shot.png")).isNull()


@pytest.mark.parametrize("variable", ["QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH"])
@pytest.mark.parametrize("size", [0, 4096, None])
def test_an_old_path_of_plugins_keeps_nothing_from_being_drawn(tmp_path: Path, variable: str, size: int | None) -> None:
    platforms = tmp_path / "platforms"
    platforms.mkdir()
    plugin = (PLUGINS / "platforms" / "libqminimal.so").read_bytes()
    (platforms / "libqoffscreen.so").write_bytes(plugin[:size])  # broken, or another than its name says
    folder = tmp_path if variable == "QT_PLUGIN_PATH" else platforms
    done = run(tmp_path, "screenshot", "shot.png", "--query", "反诈", **{variable: str(folder)})
    assert done.returncode == 0, done.stderr
    assert not QImage(str(tmp_path / "shot.png")).isNull()


@pytest.mark.parametrize(
    "locale",
    [
        {"LANG": ""},
        {"LC_ALL": "C"},
        {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "xx_YY.nonsense"},
    ],
)
def test_chinese_is_searched_and_told_in_every_locale(tmp_path: Path, locale: dict[str, str]) -> None:
    done = run(tmp_path, "search", "反诈", "--json", **locale)
    assert done.returncode == 0, done.stderr
    assert OUTPOST in done.stdout
    assert "反诈" in done.stdout or "\\u53cd\\u8bc8" in done.stdout


def test_a_picture_is_drawn_in_the_c_locale(tmp_path: Path) -> None:
    done = run(tmp_path, "screenshot", "图.png", "--query", "反诈", LC_ALL="C")
    assert (done.returncode, done.stderr) == (0, "")
    assert not QImage(str(tmp_path / "图.png")).isNull()


def test_a_home_that_cannot_be_written_is_said_and_named(tmp_path: Path) -> None:
    assert_one_sentence(run(tmp_path, "list", HOME="/dev/null"), "/dev/null/.local/share/release-viewer")


def test_without_a_home_that_can_be_written_any_other_library_works(tmp_path: Path) -> None:
    done = run(tmp_path, "--library", str(tmp_path / "library.sqlite"), "search", "反诈", HOME="/dev/null")
    assert done.returncode == 0, done.stderr
    assert OUTPOST in done.stdout


def test_a_picture_is_drawn_without_a_home_that_can_be_written(tmp_path: Path) -> None:
    done = run(tmp_path, "screenshot", "shot.png", HOME="/dev/null")
    assert (done.returncode, done.stderr) == (0, "")
    assert not QImage(str(tmp_path / "shot.png")).isNull()


def test_the_home_of_the_user_is_known_without_its_variable(tmp_path: Path) -> None:
    assert run(tmp_path, "doctor", HOME="").stdout.count(str(Path.home())) >= 2


@pytest.mark.parametrize("arguments", [["list"], ["doctor"], list(WINDOW)])
def test_a_user_without_any_home_is_told_to_set_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("pwd.getpwuid", {}.__getitem__)  # as of a user whom the system does not know
    assert main(arguments) == 2
    assert capsys.readouterr().err == "没有存放资料库和设置的文件夹。请把 HOME 设为您自己的文件夹。\n"
