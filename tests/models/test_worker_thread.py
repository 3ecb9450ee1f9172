from __future__ import annotations

from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from viewer.models import worker_thread
from viewer.models.job_runner import JobRunner, Report
from viewer.models.worker_thread import stuck_threads


@pytest.fixture
def runner(nothing_left_behind: None) -> Iterator[JobRunner]:
    made = JobRunner()
    yield made
    made.close()


def test_a_thread_that_has_ended_is_started_again_and_does_each_job_once(qtbot: QtBot, runner: JobRunner) -> None:
    done: list[object] = []
    runner.finished.connect(done.append)

    def end_the_thread(_report: Report) -> str:
        QThread.currentThread().quit()
        return "ended"

    runner.run(end_the_thread)
    qtbot.waitUntil(lambda: done == ["ended"])
    runner.run(lambda _report: "next")
    qtbot.waitUntil(lambda: done == ["ended", "next"])
    runner.run(lambda _report: "last")
    qtbot.waitUntil(lambda: done == ["ended", "next", "last"])


def test_a_thread_that_does_not_end_is_left_and_named(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, nothing_left_behind: None
) -> None:
    monkeypatch.setattr(worker_thread, "PATIENCE", 50)
    owner = QObject()
    stuck = JobRunner(owner)
    begun, goes_on = Event(), Event()

    def hang(_report: Report) -> None:
        begun.set()
        goes_on.wait()

    stuck.run(hang)
    qtbot.waitUntil(begun.is_set)
    stuck.close()
    assert stuck_threads() == ["job"]
    owner.deleteLater()  # Qt would abort if the thread went with it
    goes_on.set()
    qtbot.waitUntil(lambda: stuck_threads() == [])
