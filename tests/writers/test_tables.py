from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.writers.blocks import Cell, Table
from viewer.writers.tables import csv_rows, guard, write_tsv

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)


@given(st.lists(st.lists(TEXTS | st.integers(), min_size=1, max_size=4), max_size=5))
def test_every_cell_comes_back_from_csv(rows: list[list[Cell]]) -> None:
    read = list(csv.reader(io.StringIO(csv_rows(rows), newline="")))
    assert read == [[str(guard(cell)) for cell in row] for row in rows]


@pytest.mark.parametrize("cell", ["=1+1", "+86", "-户籍", "@湖滨", "＝1+1", ' ="x"', '"=1'])
def test_no_text_is_a_formula(cell: str) -> None:
    assert guard(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", [-3, -0.5, "1-2", "湖滨=镇", ""])
def test_numbers_and_other_texts_stay_as_they_are(cell: Cell) -> None:
    assert guard(cell) == cell


@given(st.lists(st.tuples(TEXTS, st.text("甲\t\n\r 乙", max_size=8)), max_size=4))
def test_a_table_of_tabs_has_as_many_cells_as_the_table(rows: list[tuple[str, str]]) -> None:
    lines = write_tsv(Table(("灯", "塔"), tuple(rows))).split("\n")
    assert [line.count("\t") for line in lines[:-1]] == [1] * (len(rows) + 1)
