from __future__ import annotations

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot
from samples import sample_release

from viewer.library.figure_table import FigureQuery, read_figure_page
from viewer.library.library import Library
from viewer.library.releases import put_release
from viewer.models.figures_model import BAR_ROLE, FigureColumn, FiguresModel, value_text
from viewer.models.role import Role
from viewer.release.release import Figure


@pytest.fixture
def model(library: Library, qapp: object) -> FiguresModel:
    model = FiguresModel()
    model.set_page(read_figure_page(library, FigureQuery(), 10, 0))
    return model


def shown(model: FiguresModel, row: int) -> list[str]:
    return [model.data(model.index(row, column)) for column in FigureColumn]


def test_a_row_says_all_of_a_figure(model: FiguresModel) -> None:
    assert shown(model, 3) == [
        *("止损", "135万元", "", "“凤城前哨”群防群治机制", "", "1,350,000", "元", "", "丰县公安局", "2025-01-09", "5"),
    ]


def test_a_change_shows_before_and_after_in_bars_and_words(model: FiguresModel) -> None:
    row = next(row for row in range(10) if shown(model, row)[0] == "可防性案件")
    assert shown(model, row)[FigureColumn.CHANGE] == "同比下降  100% → 50%"
    index = model.index(row, FigureColumn.BAR)
    assert model.data(index, BAR_ROLE) == ((0.0, 1.0), (0.0, 0.5))
    assert "100% → 50%" in model.data(index, Role.ACCESSIBLE_TEXT)


def test_further_figures_are_asked_for_once_and_put_below(library: Library, model: FiguresModel, qtbot: QtBot) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    root = model.index(-1, -1)
    assert model.rowCount() == 10
    with qtbot.waitSignal(model.more_requested) as requested:
        model.fetchMore(root)
    assert requested.args == [10]
    assert not model.canFetchMore(root), "the answer is awaited"
    model.set_page(read_figure_page(library, FigureQuery(), 10, 10))
    assert model.rowCount() == 16
    assert not model.canFetchMore(root), "there are no more"
    del tester


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [(1350000, "元", "1,350,000"), (0.9993, "", "99.93%"), ((30000, 50000), "人", "30,000–50,000"), (7, "", "7")],
)
def test_values_are_written_for_people(value: float, unit: str, text: str) -> None:
    assert value_text(Figure(label="x", written="x", value=value, unit=unit, paragraph=1)) == text


def test_bars_of_a_unit_are_to_one_scale(library: Library, model: FiguresModel) -> None:
    put_release(library, sample_release())
    bars = {shown(model, row)[0]: model.data(model.index(row, FigureColumn.BAR), BAR_ROLE) for row in range(10)}
    assert bars["排查化解矛盾纠纷"] == ((0.0, 1.0),)
    assert 0 < bars["拦截电诈"][0][1] < bars["破获案件"][0][1] < 0.2
    assert bars["走失人员找回率"] == ((0.0, pytest.approx(0.9993)),)


def test_a_listener_hears_a_row_with_its_position_and_a_cell_with_its_head(model: FiguresModel) -> None:
    heard = [model.data(model.index(3, column), Role.ACCESSIBLE_TEXT) for column in FigureColumn]
    assert heard[FigureColumn.LABEL] == "止损, 135万元, 4 of 16"
    assert heard[FigureColumn.VALUE] == "Value: 1,350,000"
    assert heard[FigureColumn.QUALIFIER] == "Qualifier: empty"
    assert heard[FigureColumn.BAR].startswith("Size: ")
