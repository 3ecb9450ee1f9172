from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from viewer.models.job_runner import JobRunner, Report


@pytest.fixture
def runner(nothing_left_behind: None) -> Iterator[JobRunner]:
    made = JobRunner()
    yield made
    made.close()


def test_a_job_gives_what_it_found_and_tells_how_far_it_is(qtbot: QtBot, runner: JobRunner) -> None:
    def count(report: Report) -> str:
        report(1, 2)
        return "counted"

    told: list[object] = []
    runner.progressed.connect(lambda done, total: told.append((done, total)))
    runner.finished.connect(told.append)
    runner.run(count)
    qtbot.waitUntil(lambda: told == [(1, 2), "counted"])


def test_a_job_with_a_bug_fails_with_its_error_and_the_next_one_is_done(qtbot: QtBot, runner: JobRunner) -> None:
    with qtbot.waitSignal(runner.failed) as failed:
        runner.run(lambda _report: dict[str, str]()["县局"])
    assert isinstance(failed.args[0], KeyError)
    with qtbot.waitSignal(runner.finished) as finished:
        runner.run(lambda _report: "next")
    assert finished.args == ["next"]


def test_an_error_holds_on_to_nothing_of_its_thread(qtbot: QtBot, runner: JobRunner) -> None:
    def fail(_report: Report) -> None:
        document = "县局"
        raise KeyError(document)

    with qtbot.waitSignal(runner.failed) as failed:
        runner.run(fail)
    trace = failed.args[0].__traceback__
    while trace.tb_next is not None:
        trace = trace.tb_next
    assert trace.tb_frame.f_locals == {}
