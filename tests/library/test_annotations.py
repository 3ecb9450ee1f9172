from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from samples import sample_release

from viewer.library.annotation_upkeep import keep_annotations
from viewer.library.annotations import (
    exchange_annotations,
    lost_annotations,
    marked_annotations,
    put_annotations,
    read_annotations,
    remove_annotations,
)
from viewer.library.arrivals import take_in
from viewer.library.extracts import read_extracts
from viewer.library.index import check_index, rebuild_index
from viewer.library.library import Library
from viewer.library.pages import read_page
from viewer.library.query_parser import parse_query
from viewer.library.releases import put_release, remove_release
from viewer.library.scope import EVERYTHING
from viewer.library.search import search
from viewer.library.selection import scope_keys
from viewer.release.anchoring import anchor_at
from viewer.release.annotation import Annotation, AnnotationKind
from viewer.release.release import Item, Release
from viewer.writers.entries_json import entry_object

FERRY = "lakeside-2023/ferry"
MADE = datetime.date(2026, 3, 1)
TITLE = "“渡口”夜班船恢复开行"
SENTENCE = "末班船开到 23 点。"


@pytest.fixture
def own_library(tmp_path: Path) -> Iterator[Library]:
    library = Library(tmp_path / "library.sqlite")
    for _progress in rebuild_index(library):
        pass
    put_release(library, sample_release())
    yield library
    library.close()


def star(id_: str = FERRY, title: str = TITLE) -> Annotation:
    return Annotation(entry_id=id_, title=title, kind=AnnotationKind.STAR, made=MADE)


def highlight(passage: str, text: str = SENTENCE, note: str = "") -> Annotation:
    start = text.index(passage)
    anchor = anchor_at(text, start, start + len(passage))
    kind = AnnotationKind.NOTE if note else AnnotationKind.HIGHLIGHT
    return Annotation(entry_id=FERRY, title=TITLE, kind=kind, anchor=anchor, note=note, made=MADE)


def note(text: str) -> Annotation:
    return Annotation(entry_id=FERRY, title=TITLE, kind=AnnotationKind.NOTE, note=text, made=MADE)


def with_items(*items: Item) -> Release:
    release = sample_release()
    return dataclasses.replace(release, sections=(dataclasses.replace(release.sections[0], items=items),))


def ferry_and_keeper() -> tuple[Item, Item]:
    ferry, keeper = sample_release().sections[0].items
    return ferry, keeper


def found(library: Library, typed: str) -> list[str]:
    return [hit.id for hit in search(library, parse_query(typed), 100, 0).hits]


def own(library: Library, id_: str = FERRY) -> tuple[Annotation, ...]:
    return read_annotations(library, [id_])[id_]


def test_what_is_put_is_read_back_with_its_entry(own_library: Library) -> None:
    put = put_annotations(own_library, [star(), highlight("末班船"), note("问航运站\n再核实")])
    assert own(own_library) == put
    page = read_page(own_library, FERRY)
    assert page.annotations == put
    assert page.extract.annotations == put
    assert read_page(own_library, "lakeside-2023").passages == (put[1],)
    assert put[0].key < put[1].key < put[2].key


def test_what_is_removed_is_neither_read_nor_found(own_library: Library) -> None:
    put = put_annotations(own_library, [star(), note("问航运站")])
    remove_annotations(own_library, put)
    remove_annotations(own_library, put)
    assert own(own_library) == ()
    assert found(own_library, "收藏: OR 笔记:") == []


def test_a_note_that_is_put_again_takes_its_own_place(own_library: Library) -> None:
    (put,) = put_annotations(own_library, [note("问航运站")])
    put_annotations(own_library, [dataclasses.replace(put, note="问过了")])
    assert [part.note for part in own(own_library)] == ["问过了"]
    assert (found(own_library, "笔记:问过"), found(own_library, "笔记:航运站")) == ([FERRY], [])


@pytest.mark.parametrize(
    ("typed", "is_found"),
    [
        ("收藏:", True),
        ("star:", True),
        ("收藏:夜班", True),
        ("收藏:灯塔", False),
        ("标记:", True),
        ("标记:末班", True),
        ("标记:恢复", False),
        ("笔记:", True),
        ("笔记:航运站，再", True),
        ("笔记:末班", False),
        ("夜班 -收藏:", False),
        ("夜班 笔记:核实", True),
        ("再核实", False),
    ],
)
def test_fields_find_what_the_reader_put(own_library: Library, typed: str, is_found: bool) -> None:
    put_annotations(own_library, [star(), highlight("末班船"), note("问航运站，再核实")])
    assert (FERRY in found(own_library, typed)) is is_found
    for _progress in rebuild_index(own_library, anew=True):
        pass
    assert (FERRY in found(own_library, typed)) is is_found
    assert check_index(own_library) == []


def test_marks_survive_the_release_being_put_again(own_library: Library) -> None:
    put = put_annotations(own_library, [star(), highlight("末班船"), note("问航运站")])
    put_release(own_library, sample_release())
    assert own(own_library) == put
    assert found(own_library, "收藏: 标记:末班 笔记:航运站") == [FERRY]


def test_a_passage_is_found_again_after_small_edits(own_library: Library) -> None:
    ferry, keeper = ferry_and_keeper()
    (before,) = put_annotations(own_library, [highlight("末班船开到 23 点")])
    changed = dataclasses.replace(ferry, summary=ferry.summary.replace("开到 23 点", "改为开到 22 点"))
    put_release(own_library, with_items(changed, keeper))
    (after,) = own(own_library)
    assert (after.key, after.quote, after.lost) == (before.key, "末班船改为开到 22 点", False)
    assert found(own_library, "标记:22点") == [FERRY]


def test_what_is_brought_back_takes_nothing_that_another_window_has_put_meanwhile(own_library: Library) -> None:
    (mine,) = put_annotations(own_library, [star()])
    remove_annotations(own_library, [mine])
    other = Library(own_library.path)
    (others,) = put_annotations(other, [note("另一个窗口的笔记")])
    other.close()
    put_annotations(own_library, [mine])
    assert own(own_library) == (mine, others)
    remove_annotations(own_library, [mine])
    assert own(own_library) == (others,)


def test_a_note_that_another_window_has_changed_stays_beside_the_one_that_was_to_take_its_place(
    own_library: Library,
) -> None:
    (mine,) = put_annotations(own_library, [note("原来的")])
    (theirs,) = put_annotations(own_library, [dataclasses.replace(mine, note="别人改的")])
    (put,) = exchange_annotations(own_library, [mine], [dataclasses.replace(mine, note="我改的")])
    assert [part.note for part in own(own_library)] == ["别人改的", "我改的"]
    assert exchange_annotations(own_library, [put], ()) == ()
    assert own(own_library) == (theirs,)
    assert found(own_library, "笔记:别人改的") == [FERRY]


def test_marks_follow_an_item_that_has_got_another_id(own_library: Library) -> None:
    ferry, keeper = ferry_and_keeper()
    put_annotations(own_library, [star(), highlight("末班船")])
    put_release(own_library, with_items(keeper, dataclasses.replace(ferry, id="night-ferry")))
    assert own(own_library) == ()
    kinds = [part.kind for part in own(own_library, "lakeside-2023/night-ferry")]
    assert kinds == [AnnotationKind.STAR, AnnotationKind.HIGHLIGHT]
    assert lost_annotations(own_library) == ()


def test_what_is_lost_is_kept_aside_and_comes_back(own_library: Library) -> None:
    ferry, keeper = ferry_and_keeper()
    put = put_annotations(own_library, [star(), highlight("末班船", note="问航运站")])
    put_release(own_library, with_items(keeper))
    assert [(part.key, part.quote, part.note) for part in lost_annotations(own_library)] == [
        (put[0].key, "", ""),
        (put[1].key, "末班船", "问航运站"),
    ]
    assert found(own_library, "收藏: OR 笔记:") == []
    assert marked_annotations(own_library, AnnotationKind.STAR) == ()
    put_release(own_library, with_items(ferry, keeper))
    assert (own(own_library), lost_annotations(own_library)) == (put, ())


def test_marks_of_a_release_that_is_taken_out_come_back_with_it(own_library: Library) -> None:
    put = put_annotations(own_library, [star(), star("lakeside-2023", "湖滨镇年度通报"), highlight("末班船")])
    remove_release(own_library, "lakeside-2023")
    assert len(lost_annotations(own_library)) == len(put)
    take_in(own_library, sample_release())
    assert (*own(own_library), *own(own_library, "lakeside-2023")) == (put[0], put[2], put[1])


def test_nothing_is_written_where_nothing_has_changed(own_library: Library) -> None:
    put_annotations(own_library, [star(), highlight("末班船")])
    changes = own_library.rows("SELECT total_changes()")
    keep_annotations(own_library, sample_release())
    assert own_library.rows("SELECT total_changes()") == changes


def test_marks_are_exported_with_their_entries(own_library: Library) -> None:
    put_annotations(own_library, [star(), highlight("末班船", note="问航运站")])
    extracts = {extract.id: extract for extract in read_extracts(own_library, scope_keys(own_library, EVERYTHING))}
    data = entry_object(extracts[FERRY])
    assert data["annotations"] == [
        {"kind": "star", "quote": "", "note": "", "made": "2026-03-01"},
        {"kind": "note", "quote": "末班船", "note": "问航运站", "made": "2026-03-01"},
    ]
    assert extracts["lakeside-2023/keeper"].annotations == ()
