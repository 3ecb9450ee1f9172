from __future__ import annotations

import datetime
import json
from typing import Any

import pytest

from viewer.readers.document import BlockKind, Document
from viewer.readers.html import read_html

PARAGRAPHS = [
    "湖滨镇航运站恢复夜班船，末班船开到二十三点，全年运送乘客1.2万人次。",
    "码头扩建完成，新增泊位12个，停靠时间平均缩短近10分钟，渔民说方便得多。",
]
CONTENT = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)


def read(body: str, head: str = "") -> Document:
    return read_html(f"<html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>".encode(), "town.html")


def with_data(data: Any) -> Document:
    """A page that shows nothing but what its script makes of this data."""
    return read(f"<div id=app></div><script>window.state = {json.dumps(data)};show()</script>")


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def test_an_article_that_only_a_script_shows_is_read_with_the_facts_beside_it() -> None:
    article = {"title": "湖滨镇年度通报", "publishTime": "2024-01-05 09:12", "author": "何文", "content": CONTENT}
    document = with_data({"app": [{"article": {"source": "<b>湖滨晚报</b>", **article}}]})
    assert texts(document) == ["湖滨镇年度通报", *PARAGRAPHS]
    assert document.blocks[0].kind is BlockKind.HEADING
    assert (document.title, document.date) == ("湖滨镇年度通报", datetime.date(2024, 1, 5))
    assert (document.publisher, document.author) == ("湖滨晚报", "何文")


def test_every_paragraph_of_it_has_the_script_as_its_place_and_a_number() -> None:
    document = with_data({"content": CONTENT})
    assert [(block.place.element, block.place.line) for block in document.blocks] == [
        ("/html/body/script", 1),
        ("/html/body/script", 2),
    ]


def test_a_title_that_the_article_begins_with_is_not_there_twice() -> None:
    document = with_data({"title": "湖滨镇年度通报", "content": f"<h1>湖滨镇 年度通报</h1>{CONTENT}"})
    assert texts(document) == ["湖滨镇 年度通报", *PARAGRAPHS]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        (1704387600, datetime.date(2024, 1, 5)),  # past midnight in China, the day before in Greenwich
        (1704387600000, datetime.date(2024, 1, 5)),
        ("1704387600", datetime.date(2024, 1, 5)),
        ("2024年1月5日", datetime.date(2024, 1, 5)),
        ("昨天", None),
    ],
)
def test_its_moment_is_the_day_in_china(written: object, day: datetime.date | None) -> None:
    assert with_data({"pubTime": written, "content": CONTENT}).date == day


def test_the_nearest_facts_count() -> None:
    data = {"title": "湖滨晚报网站首页", "list": [{"title": "湖滨镇年度通报", "content": CONTENT}]}
    assert with_data(data).title == "湖滨镇年度通报"


def test_the_text_with_the_most_sentences_is_the_article() -> None:
    data = {"intro": "<p>夜班船恢复，码头扩建。</p>", "content": CONTENT, "tags": ["渡船", None, 3, True]}
    assert texts(with_data(data)) == PARAGRAPHS


def test_a_text_area_may_carry_the_article() -> None:
    areas = f"<textarea class=title>湖滨镇年度通报</textarea><textarea id=body>{CONTENT}</textarea>"
    assert texts(read(f"<div id=app></div>{areas}")) == ["湖滨镇年度通报", *PARAGRAPHS]


def test_a_text_without_tags_has_the_lines_that_are_written() -> None:
    assert texts(with_data({"content": "\n".join(PARAGRAPHS)})) == PARAGRAPHS


@pytest.mark.parametrize(
    "script",
    [
        "say('夜班船恢复，码头扩建。')",
        "{say: '夜班船恢复，码头扩建。'}",
        '{"content": "夜班船恢复，码头扩建。',
        "[" * 100_000 + '"夜班船恢复，码头扩建。"',
        '{"content": "渡口"}',
    ],
)
def test_a_script_that_carries_no_article_is_passed_over(script: str) -> None:
    assert texts(read(f"<p>渡口关闭。</p><script>{script}</script>")) == ["渡口关闭。"]


def test_what_the_page_shows_goes_before_what_it_carries() -> None:
    shown = "".join(f"<p>{text}</p>" for text in ("灯塔换灯，守塔人何川交班。" * 3, "航标补漆，航道清淤完成。" * 3))
    assert "夜班船" not in "".join(texts(read(f"{shown}<script>x = {json.dumps({'content': CONTENT})}</script>")))
