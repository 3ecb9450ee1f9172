from __future__ import annotations

import dataclasses
import datetime

import pytest
from hypothesis import given
from samples import releases, sample_release

from viewer.release.references import Reference, gbt7714, refer
from viewer.release.release import Item, Release

READ = datetime.date(2026, 11, 24)
ADDRESS = "https://example.org/2024/a_b.html"


def printed(credit: str = "记者 何文", entry: Item | None = None) -> Reference:
    return refer(dataclasses.replace(sample_release(), credit=credit), entry, READ)


def online(entry: Item | None = None, publisher: str = "湖滨在线") -> Reference:
    return refer(dataclasses.replace(sample_release(), address=ADDRESS, publisher=publisher), entry, READ)


def keeper() -> Item:
    return sample_release().sections[0].items[1]


def test_an_article_of_a_newspaper() -> None:
    assert gbt7714(printed()) == "何文. 湖滨镇年度通报[N]. 湖滨晚报, 2024-01-05."


def test_an_item_of_a_newspaper_article_is_a_part_of_its_title_and_its_paragraphs_stand_where_the_page_does() -> None:
    expected = "何文. 湖滨镇年度通报: 守塔人何川[N]. 湖滨晚报, 2024-01-05(第 5 段)."
    assert gbt7714(printed(entry=keeper())) == expected


def test_a_page_on_the_web_has_its_address_and_when_it_was_read() -> None:
    expected = f"何文. 湖滨镇年度通报[EB/OL]. 湖滨在线, 2024(2024-01-05)[2026-11-24]. {ADDRESS}."
    assert gbt7714(online()) == expected


def test_the_paragraphs_of_an_item_on_the_web_follow_the_year() -> None:
    entry = dataclasses.replace(keeper(), paragraphs=(1, 2, 3, 5))
    assert "湖滨镇年度通报: 守塔人何川[EB/OL]. 湖滨在线, 2024: 第 1–3、5 段(2024-01-05)[" in gbt7714(online(entry))


def test_without_a_publisher_the_date_alone_says_when() -> None:
    expected = f"何文. 湖滨镇年度通报[EB/OL]. (2024-01-05)[2026-11-24]. {ADDRESS}."
    assert gbt7714(online(publisher="")) == expected


def test_what_has_an_address_is_on_the_web_even_if_a_newspaper_published_it() -> None:
    assert "[EB/OL]. 湖滨晚报, 2024(2024-01-05)[2026-11-24]. " in gbt7714(online(publisher="湖滨晚报"))


def test_without_an_address_there_is_no_day_of_access() -> None:
    reference = refer(dataclasses.replace(sample_release(), publisher="湖滨在线"), None, READ)
    assert reference.accessed is None
    assert gbt7714(reference) == "何文. 湖滨镇年度通报[EB/OL]. 湖滨在线, 2024(2024-01-05)."


@pytest.mark.parametrize(
    ("credit", "authors"),
    [
        ("何文 林川 江山", "何文, 林川, 江山. "),
        ("何文 林川 江山 方舟", "何文, 林川, 江山, 等. "),
        ("责任编辑：林川", "湖滨镇. "),
    ],
)
def test_three_authors_are_named_or_else_the_issuer(credit: str, authors: str) -> None:
    assert gbt7714(printed(credit)).startswith(f"{authors}湖滨镇年度通报[N]")


def test_without_any_author_the_title_comes_first() -> None:
    reference = refer(dataclasses.replace(sample_release(), credit="", issuer=" "), None, READ)
    assert (reference.authors, reference.corporate) == ((), False)
    assert gbt7714(reference).startswith("湖滨镇年度通报[N]")


def test_the_issuer_is_a_corporate_author_and_people_are_not() -> None:
    assert printed("").corporate
    assert not printed("何文").corporate


def test_an_entry_has_a_key_of_its_own() -> None:
    release = sample_release()
    keys = [refer(release, entry, READ).key for entry in release.entries()]
    assert keys == ["lakeside-2023", "lakeside-2023-services", "lakeside-2023-ferry", "lakeside-2023-keeper"]


def test_the_release_as_an_entry_has_its_paragraphs_and_is_no_part() -> None:
    release = sample_release()
    assert refer(release, release, READ) == dataclasses.replace(refer(release, None, READ), paragraphs="1")


def test_part_and_paragraphs_in_words() -> None:
    assert printed(entry=keeper()).note == "部分：守塔人何川，原文第 5 段"
    assert printed().note == ""


@given(releases())
def test_a_reference_is_one_line_whatever_is_in_its_titles(release: Release) -> None:
    for entry in (None, *release.entries()):
        reference = refer(release, entry, READ)
        line = gbt7714(reference)
        assert len(line.splitlines()) == 1
        assert reference.title
        assert reference.title in line
        assert reference.part in line
        assert line.endswith(".")


def test_a_title_of_nothing_that_can_be_printed_becomes_the_id() -> None:
    assert refer(dataclasses.replace(sample_release(), title="\0"), None, READ).title == "lakeside-2023"
