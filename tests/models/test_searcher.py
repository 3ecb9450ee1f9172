from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from viewer.library.library import Library
from viewer.library.query import Query
from viewer.library.search import Hits
from viewer.models.searcher import Answer, Request, Searcher, answer
from viewer.release.errors import Problem

NOTHING = Hits((), 0, more=False)


class Gate:
    """Answers that wait until the gate is opened; remembers what the worker was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.reached = Event()
        self.opened = Event()

    def answer(self, library: Library, request: Request) -> Answer:
        self.asked.append(request.typed)
        self.reached.set()
        self.opened.wait()
        return Answer(request, Query(None), NOTHING, 0.0)


@pytest.fixture
def gate() -> Gate:
    return Gate()


@pytest.fixture
def held(nothing_left_behind: None, library: Library, gate: Gate) -> Iterator[Searcher]:
    searcher = Searcher(library.path, None, gate.answer)
    yield searcher
    gate.opened.set()
    searcher.close()


@pytest.fixture
def searcher(nothing_left_behind: None, library: Library) -> Iterator[Searcher]:
    real = Searcher(library.path)
    yield real
    real.close()


def test_what_was_typed_is_answered(qtbot: QtBot, searcher: Searcher) -> None:
    with qtbot.waitSignal(searcher.answered) as answered:
        searcher.search("汉盾")
    found: Answer = answered.args[0]
    assert found.request.typed == "汉盾"
    assert [hit.id for hit in found.hits.hits] == ["xuzhou-2024/fraud-dissuasion"]
    assert found.seconds > 0


def test_requests_of_one_turn_are_merged_into_the_last(qtbot: QtBot, held: Searcher, gate: Gate) -> None:
    gate.opened.set()
    with qtbot.waitSignal(held.answered):
        for typed in ("反", "反诈", "反诈平"):
            held.search(typed)
    assert gate.asked == ["反诈平"]


def test_the_latest_request_wins_while_the_worker_is_held(qtbot: QtBot, held: Searcher, gate: Gate) -> None:
    answers: list[str] = []
    held.answered.connect(lambda found: answers.append(found.request.typed))
    held.search("第一")
    qtbot.waitUntil(gate.reached.is_set)
    for typed in ("第二", "第三"):
        sent = len(gate.asked)
        held.search(typed)
        qtbot.waitUntil(lambda: not held.is_waiting)
        assert len(gate.asked) == sent, "the worker is still held"
    gate.opened.set()
    qtbot.waitUntil(lambda: answers == ["第三"])
    assert gate.asked == ["第一", "第三"], "what was no longer the newest was not started"


def test_a_cancelled_request_is_not_answered(qtbot: QtBot, held: Searcher, gate: Gate) -> None:
    held.search("第一")
    qtbot.waitUntil(gate.reached.is_set)
    held.cancel()
    with qtbot.assertNotEmitted(held.answered):
        gate.opened.set()
        held.close()


def test_further_hits_are_asked_for_by_their_offset(qtbot: QtBot, searcher: Searcher) -> None:
    with qtbot.waitSignal(searcher.answered):
        searcher.search("徐州")
    with qtbot.waitSignal(searcher.answered) as answered:
        searcher.search_more(2)
    assert answered.args[0].hits.offset == 2


def test_a_library_that_cannot_be_opened_is_an_answer_too(
    qtbot: QtBot, nothing_left_behind: None, tmp_path: Path
) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("买菜", encoding="utf-8")
    searcher = Searcher(path)
    with qtbot.waitSignal(searcher.answered) as answered:
        searcher.search("县")
    assert answered.args[0].error.problem is Problem.NOT_A_LIBRARY
    searcher.close()


def test_the_body_of_the_worker_is_a_plain_function(library: Library) -> None:
    found = answer(library, Request(1, "县"))
    assert len(found.hits.hits) == 3
    assert found.error is None


def test_closing_one_that_never_searched_is_quick_and_harmless(library: Library) -> None:
    searcher = Searcher(library.path)
    searcher.close()
    searcher.close()
