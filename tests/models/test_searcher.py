from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from viewer.library.library import Library
from viewer.models.searcher import Answer, Request, Searcher, Summary, answers


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


def test_further_hits_are_asked_for_by_their_offset(qtbot: QtBot, searcher: Searcher) -> None:
    with qtbot.waitSignal(searcher.answered):
        searcher.search("徐州")
    with qtbot.waitSignal(searcher.answered) as answered:
        searcher.search_more(2)
    assert answered.args[0].hits.offset == 2


def test_the_body_of_the_worker_is_a_plain_function(library: Library) -> None:
    answer, summary = answers(library, Request("县"))
    assert isinstance(answer, Answer)
    assert isinstance(summary, Summary)
    assert len(answer.hits.hits) == summary.counts.total == 3
