from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from viewer.library.search import Hit, Hits
from viewer.models.hits_model import HitsModel
from viewer.models.row_changes import row_changes

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
names = st.lists(st.sampled_from("甲乙丙丁戊己"))


@given(names, names)
def test_the_changes_make_the_rows_what_they_are_now(before: list[str], after: list[str]) -> None:
    rows = list(before)
    for row, gone, first, end in row_changes(before, after):
        rows[row : row + gone] = after[first:end]
    assert rows == after


def test_rows_that_are_the_same_are_not_touched() -> None:
    assert list(row_changes("甲乙丙", "甲乙丙")) == []
    (change,) = row_changes("甲乙丙", "甲丁乙丙")
    assert change == (1, 0, 1, 2)


def hit(id_: str, title: str = "标题") -> Hit:
    return Hit(id_, title, (), "某发布", "某类", "摘录", ())


@given(st.lists(st.sampled_from("甲乙丙丁戊己"), unique=True), st.lists(st.sampled_from("甲乙丙丁戊己"), unique=True))
def test_a_row_of_a_model_stays_the_same_row_wherever_it_comes_to_stand(before: list[str], after: list[str]) -> None:
    model = HitsModel()
    tester = QAbstractItemModelTester(model, FATAL)
    model.set_hits(Hits(tuple(map(hit, before)), 0, more=False))
    held = {id_: QPersistentModelIndex(model.find([id_])) for id_ in before}
    model.update_hits(Hits(tuple(hit(id_, "改过") for id_ in after), 0, more=True))
    assert [model.entry_id(model.index(row)) for row in range(model.rowCount())] == after
    assert {model.index(row).data() for row in range(model.rowCount())} <= {"改过"}
    for id_, index in held.items():
        assert not index.isValid() or model.entry_id(index) == id_
        assert index.isValid() or id_ not in after or before != after
    del tester
