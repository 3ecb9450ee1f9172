from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from samples import sample_release

from viewer.library.annotations import put_annotations
from viewer.library.browse import BrowseWay
from viewer.library.library import Library
from viewer.library.releases import put_release, remove_release
from viewer.models import tree_model
from viewer.models.role import Role
from viewer.models.tree_model import TreeColumn, TreeModel
from viewer.release.annotation import Annotation, AnnotationKind

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def read_all(model: TreeModel, parent: QModelIndex) -> list[str]:
    """Read every row below `parent`; the titles, from the top."""
    while model.canFetchMore(parent):
        model.fetchMore(parent)
    titles: list[str] = []
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        titles += [index.data(), *read_all(model, index)]
    return titles


def star_an_item(library: Library) -> None:
    id_, title = "xuzhou-2024/fengcheng-outpost", "“凤城前哨”群防群治机制"
    star = Annotation(entry_id=id_, title=title, kind=AnnotationKind.STAR, made=datetime.date(2026, 3, 1))
    put_annotations(library, [star])


def test_kinds_of_marks_are_rows_with_what_is_marked_below_them(library: Library) -> None:
    star_an_item(library)
    titles = read_all(TreeModel(library, BrowseWay.MARK), QModelIndex())
    assert titles == ["Starred", "“凤城前哨”群防群治机制", "Highlighted", "Notes"]


@pytest.mark.parametrize("way", list(BrowseWay))
def test_every_way_obeys_the_rules_of_qt_models_while_it_is_read(library: Library, way: BrowseWay) -> None:
    star_an_item(library)
    model = TreeModel(library, way)
    tester = QAbstractItemModelTester(model, FATAL)
    assert len(read_all(model, QModelIndex())) > 3
    del tester


@pytest.mark.parametrize("way", list(BrowseWay))
def test_a_change_of_the_way_obeys_the_rules_of_qt_models(library: Library, way: BrowseWay) -> None:
    model = TreeModel(library, way)
    tester = QAbstractItemModelTester(model, FATAL)
    tester.setUseFetchMore(False)  # it would fetch inside the reset that it checks, and call that an error
    read_all(model, QModelIndex())
    model.set_way(BrowseWay.CATEGORY)
    assert len(read_all(model, QModelIndex())) == 1 + 3 + 14
    del tester


def test_rows_are_read_only_when_they_are_asked_for(library: Library) -> None:
    model = TreeModel(library, BrowseWay.CATEGORY)
    assert model.rowCount() == 0
    assert model.canFetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    assert model.rowCount() == 1
    release = model.index(0, 0)
    assert model.hasChildren(release)
    assert model.rowCount(release) == 0


def test_the_second_column_counts_the_items_below(library: Library) -> None:
    model = TreeModel(library, BrowseWay.CATEGORY)
    read_all(model, QModelIndex())
    release = model.index(0, 0)
    assert model.index(0, TreeColumn.ASIDE).data() == "14"
    assert [model.index(row, TreeColumn.ASIDE, release).data() for row in range(3)] == ["6", "4", "4"]


def test_a_row_is_found_again_by_the_ids_that_lead_to_it(library: Library) -> None:
    model = TreeModel(library, BrowseWay.CATEGORY)
    path = ["xuzhou-2024", "xuzhou-2024/moments", "xuzhou-2024/liu-tao"]
    index = model.find(path)
    assert index.data() == "刘涛：带伤拖游救起落水者"
    assert model.path(index) == path
    assert model.entry_id(index) == path[-1]


def test_no_row_is_found_for_ids_that_are_not_there(library: Library) -> None:
    model = TreeModel(library, BrowseWay.CATEGORY)
    assert not model.find(["xuzhou-2024", "nowhere"]).isValid()
    assert not model.find([]).isValid()
    assert model.entry_id(QModelIndex()) == ""


def test_the_first_ids_lead_to_the_first_item(library: Library) -> None:
    assert TreeModel(library, BrowseWay.CATEGORY).first_ids() == [
        "xuzhou-2024/fengcheng-outpost",
        "xuzhou-2024/innovations",
        "xuzhou-2024",
    ]


def test_what_the_library_holds_now_is_shown(library: Library) -> None:
    model = TreeModel(library, BrowseWay.CATEGORY)
    tester = QAbstractItemModelTester(model, FATAL)
    tester.setUseFetchMore(False)
    read_all(model, QModelIndex())
    remove_release(library, "xuzhou-2024")
    assert model.refresh()
    assert read_all(model, QModelIndex()) == []
    del tester


@pytest.mark.parametrize("way", list(BrowseWay))
def test_a_tree_that_is_refreshed_says_what_one_that_is_read_anew_does(library: Library, way: BrowseWay) -> None:
    model = TreeModel(library, way)
    tester = QAbstractItemModelTester(model, FATAL)
    tester.setUseFetchMore(False)
    read_all(model, QModelIndex())
    changes: tuple[Callable[[], object], ...] = (
        lambda: put_release(library, sample_release()),
        lambda: star_an_item(library),
        lambda: put_release(library, sample_release("other", datetime.date(2020, 1, 1))),
        lambda: remove_release(library, "xuzhou-2024"),
        lambda: remove_release(library, "lakeside-2023"),
        lambda: remove_release(library, "other"),
    )
    for change in changes:
        change()
        model.refresh()
        assert read_all(model, QModelIndex()) == read_all(TreeModel(library, way), QModelIndex())
        assert not model.refresh(), "nothing is different"
    del tester


def test_a_row_that_is_still_there_stays_the_same_row(library: Library) -> None:
    model = TreeModel(library, BrowseWay.CATEGORY)
    path = ["xuzhou-2024", "xuzhou-2024/moments", "xuzhou-2024/liu-tao"]
    held = QPersistentModelIndex(model.find(path))
    put_release(library, sample_release("newer", datetime.date(2040, 1, 1)))
    model.refresh()
    assert model.index(0, 0).data() == "湖滨镇年度通报"
    assert held == model.find(path)
    assert model.path(model.find(path)) == path


def test_rows_that_have_not_been_read_are_not_read_by_a_refresh(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tree_model, "PAGE", 2)
    model = TreeModel(library, BrowseWay.UNIT)
    model.fetchMore(QModelIndex())
    put_release(library, sample_release())
    model.refresh()
    assert model.rowCount() == 2
    assert model.canFetchMore(QModelIndex())


def test_groups_without_a_name_are_named_in_words(library: Library) -> None:
    assert "No place named" in read_all(TreeModel(library, BrowseWay.PLACE), QModelIndex())
    assert "Ratios" in read_all(TreeModel(library, BrowseWay.FIGURE), QModelIndex())


def test_a_figure_says_what_it_counts(library: Library) -> None:
    model = TreeModel(library, BrowseWay.FIGURE)
    read_all(model, QModelIndex())
    group = model.find(["figure:元"])
    beside = [model.index(row, TreeColumn.ASIDE, group).data() for row in range(model.rowCount(group))]
    assert beside == ["避免损失", "止损"]


def heard(index: QModelIndex) -> str:
    return str(index.data(Role.ACCESSIBLE_TEXT))


def test_a_listener_hears_how_much_is_below_a_row_and_where_it_stands(library: Library) -> None:
    model = TreeModel(library, BrowseWay.CATEGORY)
    read_all(model, QModelIndex())
    section = model.find(["xuzhou-2024", "xuzhou-2024/moments"])
    assert heard(section) == "难忘瞬间, 4 below, 3 of 3"
    assert heard(section.siblingAtColumn(TreeColumn.ASIDE)) == "4 below"
    item = model.index(0, 0, section)
    assert heard(item) == f"{item.data()}, 1 of 4"
    assert heard(item.siblingAtColumn(TreeColumn.ASIDE)) == item.data()


def test_a_listener_hears_what_a_figure_counts(library: Library) -> None:
    model = TreeModel(library, BrowseWay.FIGURE)
    read_all(model, QModelIndex())
    assert heard(model.index(1, 0, model.find(["figure:元"]))) == "135万元, 止损, 2 of 2"


def test_a_listener_hears_that_not_all_rows_have_been_read(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree_model, "PAGE", 2)
    model = TreeModel(library, BrowseWay.UNIT)
    model.fetchMore(QModelIndex())
    assert heard(model.index(1, 0)).endswith(", 2 of at least 2")
