from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from people import rows, view_of
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton
from starts import FIRST_PAINT, LEAVE

from viewer.failures import Failures
from viewer.garbage import GarbageCollector
from viewer.library.library import Library
from viewer.library.releases import release_ids
from viewer.running import OPEN_AGAIN, run_window
from viewer.widgets.main_window import MainWindow
from viewer.widgets.settings import Settings

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
        "viewer.argument_parser",
        "viewer.after_paint",
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


def test_the_window_opens_again_with_what_was_saved(
    qapp: QApplication,
    nothing_left_behind: None,
    damaged_path: Path,
    settings: Settings,
) -> None:
    failures = Failures()
    wanted = iter(("修复…", "修复", "打开"))
    text = next(wanted)

    def click_what_is_wanted() -> None:
        nonlocal text
        for part in QApplication.allWidgets():
            if isinstance(part, QPushButton) and part.isVisible() and part.text() == text:
                text = next(wanted, "")
                part.click()
                return

    clicks = QTimer(interval=20)
    clicks.timeout.connect(click_what_is_wanted)
    clicks.start()
    assert run_window(qapp, damaged_path, [], failures) == OPEN_AGAIN
    clicks.stop()
    shown: list[list[str]] = []

    def look_and_close() -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, MainWindow) and window.isVisible():
                shown.append(rows(view_of(window)))
                window.close()

    closes = QTimer(interval=20)
    closes.timeout.connect(look_and_close)
    closes.start()
    assert run_window(qapp, damaged_path, [], failures) == 0
    closes.stop()
    failures.close()
    assert "湖滨镇年度通报" in shown[0]
    assert len(qapp.findChildren(GarbageCollector)) == 1, "both windows share it"
