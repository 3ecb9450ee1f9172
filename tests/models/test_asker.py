from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from viewer.library.library import Library
from viewer.models.asker import Asker
from viewer.release.errors import Problem


class Gate:
    """Answers questions with themselves once the gate is opened; remembers what the worker was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.reached = Event()
        self.opened = Event()

    def answers(self, library: Library, question: str) -> Iterator[str]:
        self.asked.append(question)
        self.reached.set()
        self.opened.wait()
        yield question
        yield f"{question}, further"


@pytest.fixture
def gate() -> Gate:
    return Gate()


@pytest.fixture
def held(nothing_left_behind: None, library: Library, gate: Gate) -> Iterator[Asker]:
    asker = Asker(library.path, gate.answers)
    yield asker
    gate.opened.set()
    asker.close()


def test_every_answer_comes_in_its_order(qtbot: QtBot, held: Asker, gate: Gate) -> None:
    gate.opened.set()
    answers: list[str] = []
    held.answered.connect(answers.append)
    held.ask("县")
    qtbot.waitUntil(lambda: answers == ["县", "县, further"])


def test_questions_of_one_turn_are_merged_into_the_last(qtbot: QtBot, held: Asker, gate: Gate) -> None:
    gate.opened.set()
    with qtbot.waitSignal(held.answered):
        for typed in ("反", "反诈", "反诈平"):
            held.ask(typed)
    assert gate.asked == ["反诈平"]


def test_the_latest_question_wins_while_the_worker_is_held(qtbot: QtBot, held: Asker, gate: Gate) -> None:
    answers: list[str] = []
    held.answered.connect(answers.append)
    held.ask("第一")
    qtbot.waitUntil(gate.reached.is_set)
    for typed in ("第二", "第三"):
        sent = len(gate.asked)
        held.ask(typed)
        turned = Event()
        QTimer.singleShot(0, turned.set)
        qtbot.waitUntil(turned.is_set)
        assert len(gate.asked) == sent, "the worker is still held"
    gate.opened.set()
    qtbot.waitUntil(lambda: answers == ["第三", "第三, further"])
    assert gate.asked == ["第一", "第三"], "what was no longer the newest was not started"


def test_a_cancelled_question_is_not_answered(qtbot: QtBot, held: Asker, gate: Gate) -> None:
    held.ask("第一")
    qtbot.waitUntil(gate.reached.is_set)
    held.cancel()
    with qtbot.assertNotEmitted(held.answered):
        gate.opened.set()
        held.close()


def test_a_library_that_cannot_be_opened_is_said(qtbot: QtBot, nothing_left_behind: None, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("买菜", encoding="utf-8")
    asker = Asker(path, Gate().answers)
    with qtbot.waitSignal(asker.failed) as failed:
        asker.ask("县")
    assert failed.args[0].problem is Problem.NOT_A_LIBRARY
    asker.close()


def test_a_question_that_meets_a_bug_fails_and_the_next_is_answered_by_a_new_connection(
    qtbot: QtBot, nothing_left_behind: None, library: Library
) -> None:
    used: list[Library] = []

    def answers(library: Library, question: str) -> Iterator[str]:
        used.append(library)
        yield {"县": "found"}[question]

    asker = Asker(library.path, answers)
    with qtbot.waitSignal(asker.failed) as failed:
        asker.ask("反诈")
    assert isinstance(failed.args[0], KeyError)
    with qtbot.waitSignal(asker.answered) as answered:
        asker.ask("县")
    assert answered.args == ["found"]
    assert used[0] is not used[1]
    asker.close()


def test_closing_one_that_was_never_asked_is_quick_and_harmless(library: Library) -> None:
    asker = Asker(library.path, Gate().answers)
    asker.close()
    asker.close()
