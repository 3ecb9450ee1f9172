from __future__ import annotations

from collections.abc import Iterator
from threading import Event
from typing import Any, NamedTuple

from pytestqt.qtbot import QtBot
from samples import sample_release

from viewer.models.importer import Importer, Jobs
from viewer.release.errors import Problem, ReleaseViewerError
from viewer.release.release import Release


class Step(NamedTuple):
    done: int
    total: int
    imported: str


def jobs(gate: Event | None = None) -> Jobs:
    """Jobs that give back what they were given; with a gate, each document after the first waits for it."""

    def open_(path: str, text: str) -> Any:
        if path == "broken":
            raise ReleaseViewerError(Problem.FILE_EMPTY, path)
        return sample_release() if path == "new" else f"became of {path or text}"

    def import_all(paths: list[str]) -> Iterator[Step]:
        for number, path in enumerate(paths, 1):
            if path == "broken":
                raise ReleaseViewerError(Problem.NO_DOCUMENTS, path, endings=".txt")
            if path == "bug":
                raise KeyError(path)
            if gate is not None and number > 1:
                gate.wait()
            yield Step(number, len(paths), path)

    return Jobs(open_, lambda release, mending: f"{release.id} {mending}", import_all)


def test_a_new_document_is_shown_before_it_is_kept(qtbot: QtBot, nothing_left_behind: None) -> None:
    importer = Importer(jobs())
    with qtbot.waitSignal(importer.understood) as understood:
        importer.open("new")
    release = understood.args[0]
    assert isinstance(release, Release)
    with qtbot.waitSignal(importer.finished) as finished:
        importer.keep(release, "mended")
    assert finished.args == [["lakeside-2023 mended"]]
    importer.close()


def test_a_known_document_and_a_pasted_text_are_finished_at_once(qtbot: QtBot, nothing_left_behind: None) -> None:
    importer = Importer(jobs())
    with qtbot.waitSignal(importer.finished) as finished:
        importer.open("old")
    assert finished.args == [["became of old"]]
    with qtbot.waitSignal(importer.finished) as finished:
        importer.open_text("words")
    assert finished.args == [["became of words"]]
    importer.close()


def test_a_broken_document_fails_with_its_error_and_the_next_one_is_read(
    qtbot: QtBot, nothing_left_behind: None
) -> None:
    importer = Importer(jobs())
    with qtbot.waitSignal(importer.failed) as failed:
        importer.open("broken")
    assert failed.args[0].problem is Problem.FILE_EMPTY
    with qtbot.waitSignal(importer.finished):
        importer.open("old")
    importer.close()


def test_several_documents_report_how_far_they_are(qtbot: QtBot, nothing_left_behind: None) -> None:
    importer = Importer(jobs())
    steps: list[tuple[int, int]] = []
    importer.progressed.connect(lambda done, total: steps.append((done, total)))
    with qtbot.waitSignal(importer.finished) as finished:
        importer.import_all(["a", "b", "c"])
    assert steps == [(1, 3), (2, 3), (3, 3)]
    assert finished.args == [["a", "b", "c"]]
    importer.close()


def test_what_was_taken_in_before_a_mistake_is_told_as_well(qtbot: QtBot, nothing_left_behind: None) -> None:
    importer = Importer(jobs())
    with qtbot.waitSignals([importer.failed, importer.finished]):
        importer.import_all(["a", "broken"])
    importer.close()


def test_a_bug_in_the_midst_is_told_with_what_was_taken_in_before_it(qtbot: QtBot, nothing_left_behind: None) -> None:
    importer = Importer(jobs())
    told: list[object] = []
    importer.failed.connect(lambda error: told.append(type(error)))
    importer.finished.connect(told.append)
    importer.import_all(["a", "bug"])
    qtbot.waitUntil(lambda: told == [KeyError, ["a"]])
    importer.close()


def test_an_import_that_is_cancelled_stops_after_the_document_at_hand(qtbot: QtBot, nothing_left_behind: None) -> None:
    gate = Event()
    importer = Importer(jobs(gate))
    with qtbot.waitSignal(importer.progressed):
        importer.import_all(["a", "b", "c"])
    importer.cancel()
    with qtbot.waitSignal(importer.finished) as finished:
        gate.set()
    assert finished.args[0][-1] != "c"
    with qtbot.waitSignal(importer.finished) as finished:
        importer.import_all(["a"])
    assert finished.args == [["a"]]
    importer.close()
