from __future__ import annotations

import datetime

import pytest
from samples import sample_release

from viewer.library.annotations import put_annotations
from viewer.library.extracts import read_extracts
from viewer.library.library import Library
from viewer.library.pages import read_release
from viewer.library.releases import put_release
from viewer.library.scope import EVERYTHING, Scope
from viewer.library.selection import is_small, scope_keys
from viewer.release.annotation import Annotation, AnnotationKind
from viewer.release.errors import Problem, ReleaseViewerError
from viewer.release.release import Section


def ids(library: Library, scope: Scope) -> list[str]:
    return [extract.id for extract in read_extracts(library, scope_keys(library, scope))]


def test_an_item_is_itself_and_a_section_all_that_stands_in_it(library: Library) -> None:
    put_release(library, sample_release())
    assert ids(library, Scope(("lakeside-2023/ferry",))) == ["lakeside-2023/ferry"]
    below = [f"lakeside-2023/{name}" for name in ("services", "ferry", "keeper")]
    assert ids(library, Scope(("lakeside-2023/services",))) == below
    assert ids(library, Scope(("lakeside-2023",))) == ["lakeside-2023", *below]


def test_what_is_asked_for_twice_comes_once_and_in_the_order_of_the_text(library: Library) -> None:
    put_release(library, sample_release())
    wanted = ("lakeside-2023/keeper", "lakeside-2023/services", "lakeside-2023/keeper")
    assert ids(library, Scope(wanted)) == [f"lakeside-2023/{name}" for name in ("services", "ferry", "keeper")]


def test_hundreds_of_ids_are_no_more_than_one(library: Library) -> None:
    put_release(library, sample_release())
    assert ids(library, Scope(("lakeside-2023/keeper", "lakeside-2023/ferry") * 700)) == [
        "lakeside-2023/ferry",
        "lakeside-2023/keeper",
    ]


@pytest.mark.parametrize(
    ("group", "found"),
    [
        ("unit:湖滨镇航运站", ["lakeside-2023/ferry"]),
        ("person:何川", ["lakeside-2023/keeper"]),
        ("figure:人", ["lakeside-2023/ferry"]),
        ("person:", ["lakeside-2023/ferry"]),
    ],
)
def test_a_group_is_the_entries_that_bear_its_name_or_state_its_figures(
    library: Library, group: str, found: list[str]
) -> None:
    put_release(library, sample_release())
    assert [id_ for id_ in ids(library, Scope((group,))) if id_.startswith("lakeside")] == found


def test_a_group_of_marks_is_the_entries_that_a_reader_put_such_a_mark_to(library: Library) -> None:
    put_release(library, sample_release())
    day = datetime.date(2026, 11, 25)
    star = Annotation(entry_id="lakeside-2023/ferry", title="", kind=AnnotationKind.STAR, made=day, note="")
    put_annotations(library, [star])
    assert ids(library, Scope(("mark:star",))) == ["lakeside-2023/ferry"]
    assert ids(library, Scope(("mark:note",))) == []


def test_what_is_small_has_no_more_items_than_that_and_is_no_group(library: Library) -> None:
    put_release(library, sample_release())
    assert is_small(library, ("lakeside-2023", "lakeside-2023/ferry"), 3)
    assert not is_small(library, ("lakeside-2023", "lakeside-2023/ferry"), 2)
    assert not is_small(library, ("lakeside-2023/ferry",) * 2, 1)
    assert not is_small(library, ("unit:湖滨镇航运站",), 100)
    assert is_small(library, ("not-there",), 1)


def test_a_query_is_all_that_it_finds(library: Library) -> None:
    put_release(library, sample_release())
    assert ids(library, Scope(query="何川 灯塔")) == ["lakeside-2023/keeper"]
    assert ids(library, Scope(query="  ")) == []


def test_nothing_in_particular_is_everything(library: Library) -> None:
    put_release(library, sample_release())
    assert len(ids(library, EVERYTHING)) == 18 + 4


def test_what_is_not_there_is_named(library: Library) -> None:
    with pytest.raises(ReleaseViewerError) as raised:
        scope_keys(library, Scope(("lakeside-2023/ferry",)))
    assert raised.value.problem is Problem.NO_SUCH_ENTRY


def test_an_extract_is_its_entry_and_what_it_belongs_to(library: Library) -> None:
    put_release(library, sample_release())
    whole = read_release(library, "lakeside-2023")
    keys = scope_keys(library, Scope(("lakeside-2023",)))
    release, section, ferry, _keeper = read_extracts(library, keys)
    assert release.entry == release.release
    assert isinstance(section.entry, Section)
    assert (section.entry.lead, section.entry.items) == ("本部分讲服务。", ())
    assert ferry.entry == whole.sections[0].items[0]
    assert (ferry.section, ferry.release.title) == ("便民服务", "湖滨镇年度通报")
