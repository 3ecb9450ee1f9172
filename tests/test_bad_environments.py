"""Surroundings that a program may find itself in: each works, or is one sentence that says what to do."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO

import pytest
from machine import needs, needs_mounting
from people import shown_message_of, start
from PySide6.QtCore import QLibraryInfo
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot
from samples import OUTPOST
from starts import FIRST_PAINT

from viewer.cli import main
from viewer.widgets.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
PLUGINS = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
WINDOW = ("--new-window",)
TELL_PLATFORM = """
print(application.platformName(), program.window.isVisible())
program.window.close()
program.close()
"""
FIND = """
import sys
from pathlib import Path
from viewer.crashes import new_crash
from viewer.settings_file import SettingsFile
from viewer.shared_folders import shared_folder
home = Path(sys.argv[1])
print(new_crash(), shared_folder(home / "library.sqlite"), SettingsFile(home / "preferences.json").is_sound)
"""
NOT_ROOT = "-dac_override,-dac_read_search"  # without these permissions hold for root, too

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="what is set and mounted here is of Linux")


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program with nothing in its environment but a home and what is given; an empty value takes one out."""
    return run_python(folder, ["-m", "viewer", *arguments], environment)


def run_python(
    folder: Path, arguments: Sequence[str], environment: Mapping[str, str], stdout: int | IO[str] = subprocess.PIPE
) -> subprocess.CompletedProcess[str]:
    home = folder / "home"
    home.mkdir(exist_ok=True)
    values = {"HOME": str(home), "LANG": "zh_CN.UTF-8", "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(
        [sys.executable, *arguments],
        stdout=stdout,
        stderr=subprocess.PIPE,
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
        ({"QT_QPA_PLATFORM": "linuxfb:fb=/dev/null"}, "linuxfb"),
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


def test_a_library_that_a_platform_lacks_is_named(tmp_path: Path) -> None:
    (tmp_path / "libwayland-cursor.so.0").touch()  # found before that of the system, and none
    with socket.socket(socket.AF_UNIX) as left_behind:
        left_behind.bind(str(tmp_path / "wayland-3"))
    folders = {"XDG_RUNTIME_DIR": str(tmp_path), "LD_LIBRARY_PATH": str(tmp_path)}
    done = run(tmp_path, *WINDOW, WAYLAND_DISPLAY="wayland-3", **folders)
    assert_one_sentence(done, "libwayland-cursor.so.0", "apt install")


def test_the_doctor_names_a_library_that_qt_lacks(tmp_path: Path) -> None:
    (tmp_path / "libxcb-cursor.so.0").touch()
    told = run(tmp_path, "doctor", LD_LIBRARY_PATH=str(tmp_path)).stdout
    assert "✗ Qt: " in told
    assert "libxcb-cursor.so.0" in told


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
    assert done.returncode == 0, done.stderr  # fontconfig may say that it would have kept something, too
    assert not QImage(str(tmp_path / "shot.png")).isNull()


def test_without_a_home_that_can_be_written_the_window_says_just_that(qtbot: QtBot) -> None:
    home = Path("/dev/null")
    with start(qtbot, home / "library.sqlite", Settings(home / "release-viewer")) as program:
        message = shown_message_of(qtbot, program.window).message
    assert message.count(str(home)) == message.count("。") - 1 == 1


@needs("setpriv")
@needs_mounting()
def test_nothing_is_found_in_a_home_that_may_not_be_entered(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    os.chown(home, 1, 1)
    home.chmod(0o700)
    as_another = (f"--bounding-set={NOT_ROOT}", f"--inh-caps={NOT_ROOT}", sys.executable, "-c", FIND, str(home))
    environment = {**os.environ, "HOME": str(home), "XDG_STATE_HOME": str(home), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(["setpriv", *as_another], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout == "None None True\n"


@needs("weston")
def test_a_window_opens_on_wayland_without_x(tmp_path: Path, qtbot: QtBot) -> None:
    tmp_path.chmod(0o700)  # as compositors ask for
    wayland = {"XDG_RUNTIME_DIR": str(tmp_path), "WAYLAND_DISPLAY": "wayland-5"}
    command = ("weston", "--backend=headless-backend.so", "--socket=wayland-5")
    window = (FIRST_PAINT + TELL_PLATFORM, str(tmp_path / "library.sqlite"), str(tmp_path / "settings"))
    with subprocess.Popen(command, env={**os.environ, **wayland}, stderr=subprocess.DEVNULL) as compositor:
        try:
            qtbot.waitUntil((tmp_path / "wayland-5").is_socket, timeout=20_000)
            done = run_python(tmp_path, ["-c", *window], wayland)
        finally:
            compositor.terminate()
    assert done.stdout == "wayland True\n", done.stderr


@pytest.mark.parametrize("folders", ["XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"])
def test_folders_that_make_no_sense_are_passed_over(tmp_path: Path, folders: str) -> None:
    assert "nonsense" not in run(tmp_path, "doctor", **{folders: "nonsense"}).stdout
    assert not (tmp_path / "nonsense").exists()


@pytest.mark.parametrize("command", ["notice", "figures"])
def test_a_full_disk_behind_what_is_printed_is_said(tmp_path: Path, command: str) -> None:
    with Path("/dev/full").open("w") as full:
        done = run_python(tmp_path, ["-m", "viewer", command], {}, full)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert done.stderr.startswith("<stdout>: ")


@needs_mounting()
@pytest.mark.skipif(ROOT.is_relative_to("/tmp"), reason="hides all that is in /tmp")
def test_full_disks_are_said_in_one_sentence(tmp_path: Path) -> None:
    hiding = "mount -t tmpfs -o size=4k,nr_inodes=1 none /tmp && mount --bind /tmp /var/tmp && mount --bind / / "
    filling = f'{hiding} && mount -o remount,bind,ro / && cd / && exec "$@"'
    python = (sys.executable, "-m", "viewer", "screenshot", "shot.png")
    values = {"PATH": os.environ["PATH"], "HOME": "/tmp", "LANG": "zh_CN.UTF-8", "PYTHONPATH": str(ROOT)}
    command = ["unshare", "--mount", "sh", "-c", filling, "sh", *python]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, env=values, cwd=tmp_path)
    assert_one_sentence(done, "TMPDIR")


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
