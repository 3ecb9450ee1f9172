from __future__ import annotations

import dataclasses

import pytest
from samples import sample_release

from viewer.release.comparison import Comparison
from viewer.release.extract import FigureExtract
from viewer.release.release import Figure
from viewer.writers.comparison_text import comparison_line, comparison_object

RELEASE = dataclasses.replace(sample_release(), sections=(), source=None)


def stated(label: str, written: str, value: float) -> FigureExtract:
    figure = Figure(label=label, written=written, value=value, unit="人", paragraph=1)
    return FigureExtract(figure=figure, units=(), entry_id="town/ferry", title="x", release=RELEASE)


MORE, LESS = stated("乘客", "1.5万人", 15000), stated("乘客", "1.2万人", 12000)


@pytest.mark.parametrize(
    ("row", "line"),
    [
        (Comparison((LESS, MORE), 1), "~ 乘客  1.2万人 → 1.5万人  +3,000（+25.0%）"),
        (Comparison((MORE, LESS), 1), "~ 乘客  1.5万人 → 1.2万人  -3,000（-20.0%）"),
        (Comparison((MORE, MORE), 1), "= 乘客  1.5万人"),
        (Comparison((LESS, None, MORE), 1), "~ 乘客  1.2万人 → 1.5万人  +3,000（+25.0%）"),
        (Comparison((LESS, MORE, MORE), 1), "= 乘客  1.2万人 → 1.5万人 → 1.5万人"),
        (Comparison((None, MORE)), "+ 乘客  1.5万人"),
        (Comparison((MORE, None)), "- 乘客  1.5万人"),
        (
            Comparison((stated("夜班乘客", "1.2万人", 12000), MORE), 0.5),
            "~ 乘客（夜班乘客）  1.2万人 → 1.5万人  +3,000（+25.0%）",
        ),
    ],
)
def test_a_line_says_what_became_of_a_figure(row: Comparison, line: str) -> None:
    assert comparison_line(row) == line


def test_an_object_has_both_figures_and_the_difference() -> None:
    row = comparison_object(Comparison((LESS, MORE), 1))
    assert (row["state"], row["difference"], row["ratio"]) == ("changed", 3000, 0.25)
    assert [figure["item"] for figure in row["figures"]] == ["town/ferry", "town/ferry"]
    assert comparison_object(Comparison((None, MORE)))["figures"][0] is None
