from __future__ import annotations

import gc
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import apsw
import hypothesis
import pytest
from command_runs import Run
from hypothesis import HealthCheck
from people import start
from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from samples import sample_release

from viewer.app import Program
from viewer.cli import main
from viewer.display import missing_library
from viewer.garbage import collect_what_is_due
from viewer.library.library import Library
from viewer.library.records import PAGE
from viewer.library.releases import put_release
from viewer.models import library_watcher
from viewer.opening import open_library
from viewer.release.release_json import write_release
from viewer.widgets.main_window import MainWindow
from viewer.widgets.settings import Settings

# without an X server, or without what Qt needs to speak to one, windows are drawn into memory
_has_x_server = os.environ.get("DISPLAY") or shutil.which("Xvfb")
_plugin_for_x = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath), "platforms", "libqxcb.so")
if sys.platform == "linux" and (not _has_x_server or missing_library(_plugin_for_x)):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# no test has a time limit that a slow machine could come to, or one that does much else
_PATIENCE = 60_000  # milliseconds
for _waiting in (QtBot.waitUntil, QtBot.waitSignal, QtBot.waitExposed):
    _waiting.__kwdefaults__ = {**(_waiting.__kwdefaults__ or {}), "timeout": _PATIENCE}
hypothesis.settings.register_profile(
    "untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
hypothesis.settings.register_profile(  # the same few examples each time, where tests are run for what they reach
    "few", hypothesis.settings.get_profile("untimed"), max_examples=10, derandomize=True
)
hypothesis.settings.load_profile("untimed")


gc.disable()  # see `viewer.garbage`


@pytest.fixture(autouse=True)
def _garbage_in_this_thread_alone() -> Iterator[None]:
    yield
    collect_what_is_due()


@pytest.fixture(autouse=True)
def _chinese_and_own_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "RELEASE_VIEWER_LIBRARY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data-home"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config-home"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state-home"))


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["release-viewer", "-style", "fusion"]


def _our_threads() -> list[str]:
    """The names of the threads that the program has started; Qt and Python have others of their own."""
    names: list[str] = []
    for task in Path("/proc/self/task").glob("*/comm"):
        with suppress(FileNotFoundError, ProcessLookupError):  # a thread that ends meanwhile
            names.append(task.read_text().strip())
    return [name for name in names if name in ("search", "import", "index", "job")]


@pytest.fixture
def nothing_left_behind(qtbot: QtBot) -> Iterator[None]:
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.clipboard().clear()  # the offscreen platform falls at exit over what is left on it
    assert not [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    qtbot.waitUntil(lambda: not _our_threads())  # the system takes a moment to bury a thread that has ended


@pytest.fixture
def library_path(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite"


@pytest.fixture
def library(library_path: Path) -> Iterator[Library]:
    opened = open_library(library_path)
    yield opened
    opened.close()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    settings = Settings(tmp_path / "settings")
    settings.session.welcomed = True  # the welcome has tests of its own
    return settings


@pytest.fixture
def program(nothing_left_behind: None, qtbot: QtBot, library_path: Path, settings: Settings) -> Iterator[Program]:
    with start(qtbot, library_path, settings) as running:
        yield running


@pytest.fixture
def window(program: Program) -> MainWindow:
    return program.window


@pytest.fixture
def other(library_path: Path) -> Iterator[Library]:
    """The library as another program has it open."""
    with closing(Library(library_path)) as opened:
        yield opened


@pytest.fixture
def watching(program: Program, other: Library, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """A window that watches its library."""
    monkeypatch.setattr(library_watcher, "_REST", 0.0)  # as if the last change were long ago
    program.after_paint.watch_library()
    return program.window


@pytest.fixture
def release_file(tmp_path: Path) -> Path:
    path = tmp_path / "town.json"
    path.write_bytes(write_release(sample_release()))
    return path


@pytest.fixture
def run(library_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command line on a library of its own; gives exit code, output and errors."""

    def run_command(*arguments: str) -> tuple[int, str, str]:
        code = main(["--library", str(library_path), *arguments])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run_command


@pytest.fixture
def damaged_path(library_path: Path) -> Path:
    """The path of a library of which an index is damaged that is not needed to show it."""
    with closing(open_library(library_path)) as library:
        put_release(library, sample_release())
    with closing(apsw.Connection(str(library_path))) as connection:
        pages = connection.execute("SELECT pageno FROM dbstat WHERE name = 'release_by_fingerprint'").fetchall()
    content = bytearray(library_path.read_bytes())
    for (page,) in pages:
        assert isinstance(page, int)
        content[(page - 1) * PAGE : page * PAGE] = os.urandom(PAGE)
    library_path.write_bytes(content)
    return library_path


@pytest.fixture
def damaged_program(
    nothing_left_behind: None, qtbot: QtBot, damaged_path: Path, settings: Settings
) -> Iterator[Program]:
    with start(qtbot, damaged_path, settings) as program:
        yield program
