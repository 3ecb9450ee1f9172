from __future__ import annotations

import dataclasses
import datetime

import pytest
from samples import SEED, sample_release

from viewer.library.arrivals import Arrival, Imported, Outcome, import_summary, is_known, take_in
from viewer.library.index import check_index
from viewer.library.library import Library
from viewer.library.pages import read_page, read_release
from viewer.library.releases import release_ids
from viewer.readers.reader import read_pasted
from viewer.release.errors import Problem, ReleaseViewerError
from viewer.release.release import Release

LINES = [
    "湖滨镇年度通报",
    "来源：湖滨晚报",
    "2024年1月5日，湖滨镇航运站恢复夜班船，全年运送乘客1.2万人。",
    "码头扩建完成，新增泊位12个，停靠船只比上年增加三成。",
    "灯塔换灯，守塔人何川守塔三十年。",
]


def document(*lines: str) -> Release:
    return read_pasted("\n".join(lines))


def test_a_document_is_added_and_reads_back_equal(library: Library) -> None:
    release = document(*LINES)
    assert take_in(library, release) == Arrival(release.id, Outcome.ADDED)
    assert read_release(library, release.id) == release
    assert check_index(library) == []


def test_the_same_document_again_changes_nothing_however_it_is_indented(library: Library) -> None:
    release = document(*LINES)
    take_in(library, release)
    again = document(*(f"\u3000\u3000{line}\r\n" for line in LINES))
    assert is_known(library, again)
    assert take_in(library, again) == Arrival(release.id, Outcome.IDENTICAL)
    assert read_release(library, release.id) == release


def test_a_mended_version_of_a_document_takes_its_place(library: Library) -> None:
    release = document(*LINES)
    take_in(library, release)
    newer = document(*LINES[:-1], "灯塔换灯，守塔人何川守塔三十一年。")
    assert take_in(library, newer) == Arrival(release.id, Outcome.REPLACED)
    assert read_release(library, release.id) == newer
    assert len(release_ids(library)) == 2


def test_another_document_of_the_same_title_and_day_stands_beside_it(library: Library) -> None:
    release = document(*LINES)
    take_in(library, release)
    other = document(
        *LINES[:2], "2024年1月5日，湖滨镇小学开学，新生320人。", "食堂翻新，菜价不变。", "校车增开两条线路。"
    )
    assert take_in(library, other) == Arrival(f"{release.id}-2", Outcome.ADDED)
    assert read_release(library, release.id) == release


def test_a_release_in_our_own_words_is_replaced_by_its_id(library: Library) -> None:
    assert take_in(library, sample_release()).outcome is Outcome.ADDED
    assert take_in(library, sample_release()).outcome is Outcome.IDENTICAL
    newer = sample_release(date=datetime.date(2024, 1, 6))
    assert take_in(library, newer).outcome is Outcome.REPLACED
    assert read_release(library, newer.id) == newer


@pytest.fixture
def summarised(library: Library) -> Release:
    """A release in our own words whose source is the document of LINES."""
    source = document(*LINES).source
    assert source is not None
    summary = dataclasses.replace(sample_release(), source=dataclasses.replace(source, paragraphs=()))
    take_in(library, summary)
    return summary


def test_the_source_of_a_release_is_attached_to_it(library: Library, summarised: Release) -> None:
    release = document(*LINES)
    assert take_in(library, release) == Arrival(summarised.id, Outcome.ATTACHED)
    assert take_in(library, release) == Arrival(summarised.id, Outcome.IDENTICAL)
    page = read_page(library, f"{summarised.id}/ferry")
    assert {number: part.text for number, part in page.paragraphs.items()} == {3: LINES[2], 4: LINES[3]}
    assert read_release(library, summarised.id) == dataclasses.replace(summarised, source=release.source)


def test_a_newer_summary_keeps_the_document_that_is_attached(library: Library, summarised: Release) -> None:
    take_in(library, document(*LINES))
    newer = dataclasses.replace(summarised, overview="换了说法。")
    assert take_in(library, newer).outcome is Outcome.REPLACED
    assert len(read_page(library, newer.id).paragraphs) == len(LINES)
    assert take_in(library, newer).outcome is Outcome.IDENTICAL


def test_a_summary_says_how_many_documents_came_to_what() -> None:
    arrivals = [Arrival("a", Outcome.ADDED), Arrival("b", Outcome.ADDED), Arrival("c", Outcome.IDENTICAL)]
    imported = [Imported(None, arrival) for arrival in arrivals]
    imported.append(Imported(None, error=ReleaseViewerError(Problem.FILE_EMPTY, "d.txt")))
    assert import_summary(imported, lambda _context, text: text) == "Added 2, Already there 1, Failed 1"


@pytest.mark.skipif(not SEED.exists(), reason="the published text is not at hand")
def test_the_published_text_is_attached_to_the_release_that_ships(library: Library) -> None:
    release = read_pasted(SEED.read_text(encoding="utf-8"))
    assert take_in(library, release) == Arrival("xuzhou-2024", Outcome.ATTACHED)
    page = read_page(library, "xuzhou-2024/fengcheng-outpost")
    assert list(page.paragraphs) == [5, 6]
    for figure in page.entry.figures:
        assert figure.written in page.paragraphs[5].text
