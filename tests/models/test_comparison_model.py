from __future__ import annotations

import dataclasses

from samples import sample_release

from viewer.models.comparison_model import ComparisonColumn, ComparisonModel
from viewer.models.role import Role
from viewer.release.comparison import compare
from viewer.release.extract import FigureExtract
from viewer.release.release import Figure

RELEASE = dataclasses.replace(sample_release(), sections=(), source=None)


def stated(label: str, value: int) -> FigureExtract:
    figure = Figure(label=label, written=f"{value}人", value=value, unit="人", paragraph=1)
    return FigureExtract(figure=figure, units=(), entry_id="x", title="x", release=RELEASE)


def test_a_listener_hears_a_row_with_its_position_and_a_cell_with_its_head() -> None:
    model = ComparisonModel()
    model.set_rows(("2022", "2023"), compare([[stated("乘客", 8)], [stated("乘客", 9), stated("游人", 4)]]))
    heard = [
        [model.data(model.index(row, column), Role.ACCESSIBLE_TEXT) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
    assert [cells[ComparisonColumn.STATE] for cells in heard] == [
        "≠ changed, 乘客, 8人 → 9人, 1 of 2",
        "+ new, 游人, – → 4人, 2 of 2",
    ]
    assert heard[0][ComparisonColumn.LABEL] == "Figure: 乘客"
    assert heard[0][ComparisonColumn.FIRST_RELEASE :][:3] == ["2022: 8人", "2023: 9人", "Difference: +1人"]
    assert heard[1][-1] == "Match: empty"
