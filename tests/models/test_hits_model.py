from __future__ import annotations

import dataclasses

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
    assert model.entry_id(QModelIndex()) == ""


def test_a_listener_hears_where_a_hit_stands_and_how_it_begins() -> None:
    model = HitsModel()
    long = dataclasses.replace(hit(0), snippet="摘" * 100)
    model.set_hits(Hits((long, hit(1)), 0, more=True))
    assert model.index(0).data(Role.ACCESSIBLE_TEXT) == f"标题0, 某发布, 某类, {'摘' * 40}…, 1 of at least 2"
    model.set_total(12, more=False)
    assert model.index(1).data(Role.ACCESSIBLE_TEXT) == "标题1, 某发布, 某类, 摘录1, 2 of 12"
    model.set_hits(hits(range(1), 1))
    assert model.index(0).data(Role.ACCESSIBLE_TEXT).endswith("1 of 1"), "the total was that of another search"
