"""Crashes that Python cannot catch, each in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from people import message_bar_of, shown_message_of
from pytestqt.qtbot import QtBot

from viewer.app import Program
from viewer.crashes import CrashReport, new_crash
from viewer.folders import log_folder

RUN = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from viewer.failures import Failures
from viewer.running import run

def end():
    secret = "县局"
    {end}

watch = Failures.watch_for_crashes
def watch_and_end(failures):
    watch(failures)
    QTimer.singleShot(0, failures, end)
Failures.watch_for_crashes = watch_and_end
sys.exit(run(Path(sys.argv[1]), []))
"""


def run_until(end: str, library_path: Path) -> int:
    """Run the program until its window is there and `end` happens; gives the exit code."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", RUN.format(end=end), str(library_path)]
    return subprocess.run(command, env=environment, capture_output=True, check=False).returncode


@pytest.mark.parametrize(
    "end",
    [
        "import faulthandler; faulthandler._sigsegv()",
        "import os; os.abort()",
        "from PySide6.QtCore import qFatal; qFatal('of Qt')",
    ],
    ids=["a bad address", "an abort", "what Qt cannot go on after"],
)
def test_a_crash_is_written_down_without_text_and_told_once(
    qtbot: QtBot, library_path: Path, monkeypatch: pytest.MonkeyPatch, program: Program, end: str
) -> None:
    monkeypatch.setattr(CrashReport, "begin", lambda _report: None)  # pytest has its own
    assert run_until(end, library_path) < 0
    program.failures.watch_for_crashes()
    bar = shown_message_of(qtbot, program.window)
    (report,) = log_folder().iterdir()
    assert str(report) in bar.message
    text = report.read_text(encoding="utf-8")
    assert text.startswith("Release Viewer ")
    assert "in end" in text
    assert "县局" not in text
    bar.hide()
    program.failures.watch_for_crashes()
    assert not message_bar_of(program.window).isVisible()


def test_a_window_that_is_closed_leaves_no_report(library_path: Path) -> None:
    assert run_until("QTimer.singleShot(0, sys.modules['PySide6.QtWidgets'].QApplication.quit)", library_path) == 0
    assert list(log_folder().iterdir()) == []


def test_a_process_that_was_killed_leaves_nothing_to_tell_and_one_that_runs_is_let_be(library_path: Path) -> None:
    assert run_until("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", library_path) < 0
    running = log_folder() / f"running-{os.getpid()}.txt"
    running.write_text("Release Viewer\n")
    assert len(list(log_folder().iterdir())) == 2
    assert new_crash() is None
    assert list(log_folder().iterdir()) == [running]


def test_only_the_last_reports_are_kept_and_the_latest_is_told(tmp_path: Path) -> None:
    log_folder().mkdir(parents=True)
    for number in range(1, 12):
        file = log_folder() / f"running-{number}.txt"
        file.write_text("Release Viewer\nFatal Python error\n")
        os.utime(file, (1_700_000_000 + number, 1_700_000_000 + number))
    latest = new_crash()
    assert latest is not None
    assert len(list(log_folder().iterdir())) == 8
    assert latest == max(log_folder().iterdir())


@pytest.mark.parametrize("odd", ["running-x.txt", "running-1.txt", "crash-1.txt"])
def test_odd_things_in_the_folder_are_let_be(odd: str) -> None:
    (log_folder() / odd).mkdir(parents=True)
    assert new_crash() is None


def test_where_no_file_can_be_written_there_is_no_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "taken").write_text("a file")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "taken"))
    report = CrashReport()
    report.begin()
    report.end()
    assert new_crash() is None
