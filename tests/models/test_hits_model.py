from __future__ import annotations

from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from viewer.library.search import Hit, Hits
from viewer.models.hits_model import HitRole, HitsModel
from viewer.models.role import Role

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def hit(number: int) -> Hit:
    return Hit(f"r/{number}", f"标题{number}", ((0, 2),), "某发布", "某类", f"摘录{number}", ((2, 3),))


def hits(numbers: range, total: int) -> Hits:
    return Hits(tuple(map(hit, numbers)), numbers.start, more=numbers.stop < total)


def test_new_hits_take_the_place_of_the_old() -> None:
    model = HitsModel()
    tester = QAbstractItemModelTester(model, FATAL)
    model.set_hits(hits(range(3), 3))
    model.set_hits(hits(range(2), 2))
    assert [model.index(row).data() for row in range(model.rowCount())] == ["标题0", "标题1"]
    del tester


def test_more_are_requested_once_and_put_below(qtbot: QtBot) -> None:
    model = HitsModel()
    tester = QAbstractItemModelTester(model, FATAL)
    model.set_hits(hits(range(3), 5))
    assert model.canFetchMore(QModelIndex())
    with qtbot.waitSignal(model.more_requested) as request:
        model.fetchMore(QModelIndex())
    assert request.args == [3]
    assert not model.canFetchMore(QModelIndex()), "a request is under way"
    model.set_hits(hits(range(3, 5), 5))
    assert model.rowCount() == 5
    assert not model.canFetchMore(QModelIndex()), "there are no more"
    del tester


def test_a_hit_tells_its_places_and_where_it_stands() -> None:
    model = HitsModel()
    model.set_hits(hits(range(1), 1))
    index = model.index(0)
    assert model.entry_id(index) == index.data(HitRole.ID) == "r/0"
    assert index.data(HitRole.TITLE_SPANS) == ((0, 2),)
    assert index.data(HitRole.SNIPPET) == "摘录0"
    assert index.data(HitRole.SNIPPET_SPANS) == ((2, 3),)
    assert index.data(HitRole.PLACE) == "某发布 › 某类"
    assert index.data(Role.ACCESSIBLE_TEXT) == "标题0 某类 摘录0"
    assert model.entry_id(QModelIndex()) == ""
