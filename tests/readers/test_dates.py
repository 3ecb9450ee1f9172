from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.readers.dates import Day, find_day
from viewer.release.source import Paragraph, Role

TODAY = datetime.date(2026, 5, 4)
LONG = "湖滨镇航运站恢复夜班船，末班船开到二十三点，沿湖七个村的居民都可以坐船回家。"


def day(*paragraphs: tuple[Role, str], known: datetime.date | None = None) -> Day:
    return find_day([Paragraph(text=text, role=role) for role, text in paragraphs], known, TODAY)


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("2026-02-03 09:02:33", datetime.date(2026, 2, 3)),
        ("发布时间：2024年1月9日", datetime.date(2024, 1, 9)),
        ("时间：2024/1/09 来源：湖滨晚报", datetime.date(2024, 1, 9)),
        ("２０２４年０１月０９日", datetime.date(2024, 1, 9)),
        ("二〇二六年一月二十七日", datetime.date(2026, 1, 27)),
        ("2024.12.31", datetime.date(2024, 12, 31)),
    ],
)
def test_a_day_is_read_however_it_is_written(line: str, date: datetime.date) -> None:
    found = day((Role.META, line), (Role.BODY, LONG))
    assert found.date == date
    assert found.written in line
    assert found.inferred == ()


def test_the_day_of_the_announcement_goes_before_that_of_its_publication() -> None:
    speech = (Role.META, "——2026年1月28日在湖滨镇人民代表大会上")
    assert day((Role.META, "2026-02-03"), speech, (Role.BODY, LONG)).date == datetime.date(2026, 1, 28)
    assert day((Role.META, "2026-02-03"), (Role.BODY, LONG)).date == datetime.date(2026, 2, 3)


def test_what_the_format_knows_goes_before_what_the_text_says() -> None:
    known = datetime.date(2024, 3, 1)
    assert day((Role.BODY, f"2024年2月28日，{LONG}"), known=known).date == known


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (f"1月9日，湖滨镇介绍2024年度服务。{LONG}", datetime.date(2025, 1, 9)),
        (f"6月9日，湖滨镇介绍2024年服务。{LONG}", datetime.date(2024, 6, 9)),
        (f"新湖社湖滨2月29日电 2024年，{LONG}", datetime.date(2024, 2, 29)),
    ],
)
def test_the_year_of_a_dateline_follows_from_the_years_in_the_text(text: str, date: datetime.date) -> None:
    found = day((Role.BODY, text))
    assert found.date == date
    assert [part.field for part in found.inferred] == ["year"]


def test_a_notice_of_an_office_is_signed_with_its_day_at_the_end() -> None:
    assert day((Role.BODY, LONG), (Role.BODY, LONG), (Role.BODY, "2023年11月6日")).date == datetime.date(2023, 11, 6)


def test_a_title_may_have_the_day_in_eight_digits() -> None:
    assert day((Role.TITLE, "《湖滨播报》 (20240318)"), (Role.BODY, LONG)).date == datetime.date(2024, 3, 18)


def test_where_the_document_has_no_day_its_file_has_one_and_that_is_said() -> None:
    found = day((Role.BODY, LONG))
    assert found.date == TODAY
    assert [part.field for part in found.inferred] == ["date"]


@pytest.mark.parametrize("text", ["13月40日，渡口开行。", "2024年13月1日", "2月30日，渡口开行。2024年"])
def test_what_is_no_day_is_none(text: str) -> None:
    assert day((Role.BODY, text)).date == TODAY


@given(st.lists(st.text(st.sampled_from("12年月日０一二〇-/.（）渡口"), max_size=30).filter(str.strip), max_size=4))
def test_no_text_is_too_strange_for_a_day(texts: list[str]) -> None:
    assert isinstance(day(*((Role.META, text) for text in texts)).date, datetime.date)
