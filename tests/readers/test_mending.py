from __future__ import annotations

import dataclasses
import datetime

from hypothesis import given
from hypothesis import strategies as st
from samples import releases

from viewer.readers.compose import TITLE_REASON, Facts, compose_release
from viewer.readers.mending import Mending, mend
from viewer.readers.outline import find_outline
from viewer.readers.text import read_text
from viewer.release.release import Release
from viewer.release.source import Role

LONG = "航运站恢复夜班船，末班船开到二十三点，沿湖七个村的居民都可以坐船回家，票价和白天一样。"
DAY = datetime.date(2024, 1, 5)


def read(*lines: str) -> Release:
    """A document without a day of its own."""
    return compose_release(find_outline(read_text("\n".join(lines))), Facts(DAY))


def mended(release: Release, title: str = "", date: datetime.date = DAY, **levels: int) -> Release:
    """The release with another title or day, and paragraphs such as `p2` as headings of these levels."""
    numbers = {int(name.removeprefix("p")): level for name, level in levels.items()}
    return mend(release, Mending(title or release.title, date, numbers))


def test_what_is_made_a_heading_begins_a_section() -> None:
    release = read("湖滨镇通报", LONG, "渡船", LONG, LONG)
    sections = mended(release, p3=1).sections
    assert [(section.title, section.level, len(section.items)) for section in sections] == [("渡船", 1, 2)]


def test_a_heading_that_is_none_is_text_of_the_section_before_it() -> None:
    release = read("湖滨镇通报", "一、水路", LONG, "二、陆路", LONG)
    (section,) = mended(release, p4=0).sections
    assert section.title == "一、水路"
    assert [item.summary for item in section.items] == [LONG, "二、陆路", LONG]


def test_a_heading_that_is_run_in_becomes_one_of_its_own_or_none() -> None:
    first, second = "（一）延长水上航线，方便沿湖居民。", "（二）稳定渡船票价，减轻往来负担。"
    release = read("湖滨镇通报", first + LONG, LONG, second + LONG, LONG)
    assert [section.title for section in mended(release, p2=0).sections] == [second.removesuffix("。")]
    whole, _second = mended(release, p2=1).sections
    assert whole.title == (first + LONG).removesuffix("。")


def test_levels_nest_as_they_are_mended() -> None:
    release = read("湖滨镇通报", "一、水路", LONG, "二、陆路", LONG)
    assert [section.level for section in mended(release, p4=2).sections] == [1, 2]


def test_what_is_put_right_is_no_longer_said_to_be_inferred() -> None:
    release = read(LONG, LONG)
    assert {inference.field for inference in release.inferred} == {"title", "date"}
    assert [part.field for part in mended(release, title="湖滨镇通报").inferred] == ["date"]
    (left,) = mended(release, date=datetime.date(2024, 1, 6)).inferred
    assert (left.field, left.reason) == ("title", TITLE_REASON)


def test_the_document_stays_word_for_word_under_the_same_id() -> None:
    release = read("湖滨镇通报", LONG, "渡船", LONG)
    other = mended(release, title="另一题", date=datetime.date(2023, 5, 1), p3=1)
    assert (other.id, other.title, other.date) == (release.id, "另一题", datetime.date(2023, 5, 1))
    assert release.source is not None
    assert other.source is not None
    assert other.source.fingerprint == release.source.fingerprint
    assert [part.text for part in other.source.paragraphs] == [part.text for part in release.source.paragraphs]
    assert [part.role for part in other.source.paragraphs][2] is Role.HEADING


def test_without_its_document_a_release_keeps_its_sections() -> None:
    release = dataclasses.replace(read("湖滨镇通报", "一、水路", LONG, "二、陆路", LONG), source=None)
    assert mended(release, title="另一题", p2=0) == dataclasses.replace(release, title="另一题")


@given(releases())
def test_where_nothing_is_mended_everything_stays(release: Release) -> None:
    assert mend(release, Mending(release.title, release.date, {})) == release


@given(st.dictionaries(st.integers(1, 6), st.integers(0, 9)))
def test_whatever_is_mended_no_text_is_lost(levels: dict[int, int]) -> None:
    release = read("湖滨镇通报", "一、水路", LONG, "二、陆路", "夜班船候船现场", LONG)
    other = mend(release, Mending(release.title, release.date, levels))
    shown = "".join(
        [other.title, other.overview]
        + [part.title for part in other.sections]
        + [item.summary for part in other.sections for item in part.items]
        + [caption.text for entry in other.entries() for caption in entry.captions]
    )
    assert other.source is not None
    assert all(part.text.removesuffix("。") in shown for part in other.source.paragraphs)
