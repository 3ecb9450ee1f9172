"""The labelled samples are understood as well as is asked, and their labels hold together."""

from __future__ import annotations

import json

import pytest
from scores import LABELS, SAMPLES, Scores, score


@pytest.fixture(scope="module")
def scores() -> Scores:
    return score(SAMPLES)


def test_there_are_samples_of_every_kind() -> None:
    endings = [path.suffix for path in SAMPLES.iterdir() if not path.name.endswith(LABELS)]
    assert len(endings) >= 40
    assert set(endings) == {".txt", ".md", ".html", ".mhtml", ".docx", ".pdf"}


def test_headings_are_found(scores: Scores) -> None:
    assert scores.headings.f1 >= 0.95
    assert scores.levels.f1 >= 0.95


def test_paragraphs_are_kept_and_nothing_else(scores: Scores) -> None:
    assert scores.paragraphs.recall >= 0.99
    assert scores.paragraphs.precision >= 0.99


def test_figures_are_found_with_value_unit_and_qualifier(scores: Scores) -> None:
    assert scores.strict_figures.right >= 400
    assert scores.strict_figures.precision >= 0.97
    assert scores.strict_figures.recall >= 0.97
    assert scores.changes.f1 >= 0.97


def test_the_article_of_a_page_is_found(scores: Scores) -> None:
    assert scores.article_text.f1 >= 0.97


def test_notices_and_facts_are_found(scores: Scores) -> None:
    assert scores.notices.f1 == 1
    assert scores.facts.f1 >= 0.95


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.glob(f"*{LABELS}")))
def test_every_label_stands_where_it_says(name: str) -> None:
    labels = json.loads((SAMPLES / name).read_text(encoding="utf-8"))
    texts = [part["text"] for part in labels["paragraphs"]]
    for figure in labels["figures"]:
        text = texts[figure["paragraph"] - 1]
        assert text[figure["start"] : figure["end"]] == figure["written"]
        assert all(part in text for part in figure["qualifier"].split("…"))
    for clause in labels["notice"]:
        assert all(1 <= number <= len(texts) for number in clause["paragraphs"])
