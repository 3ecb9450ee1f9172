"""What can be typed into the search bar, with examples to follow."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from viewer.library.query import FIELD_NAMES, Field
from viewer.release.errors import QT_TRANSLATE_NOOP
from viewer.widgets.page_parts import heading, paragraph, table
from viewer.widgets.text_html import QUERY, escape, link

translate = QCoreApplication.translate

EXAMPLES = (
    ("反诈", QT_TRANSLATE_NOOP("Help", "any part of a title, a text or a name, from one character on")),
    ("群众 线索", QT_TRANSLATE_NOOP("Help", "both words, wherever they stand")),
    ('"跨省 通办"', QT_TRANSLATE_NOOP("Help", "the words in one piece and just as they are")),
    ("警务 -户籍", QT_TRANSLATE_NOOP("Help", "the first word without the second")),
    ("反诈 OR 走失", QT_TRANSLATE_NOOP("Help", "either word")),
    ("(反诈 OR 走失) 中心", QT_TRANSLATE_NOOP("Help", "brackets hold together; without them OR binds least")),
    ("fengxian", QT_TRANSLATE_NOOP("Help", "pinyin of titles and names, from any character on")),
    ("fxgaj", QT_TRANSLATE_NOOP("Help", "their initials, or both mixed")),
    ("跨省通辦", QT_TRANSLATE_NOOP("Help", "traditional and full-width characters and capitals make no difference")),
    ("三亿六千万", QT_TRANSLATE_NOOP("Help", "a number however it is written: 3.6亿, 36000万, 360000000")),
    ("数值:>1亿元", QT_TRANSLATE_NOOP("Help", "figures by value: > >= < <= = and ranges, with or without unit")),
    ("数值:10..50 单位:起", QT_TRANSLATE_NOOP("Help", "value and unit of the same figure")),
)
"""What can be typed, and what it finds, in English."""

FIELD_EXAMPLES = {
    Field.DEPARTMENT: "部门:交警支队",
    Field.CATEGORY: "类别:民生实事",
    Field.SYSTEM: "系统:汉盾",
    Field.PERSON: "人物:付辉",
    Field.PLACE: "地区:丰县",
    Field.YEAR: "年:2024",
    Field.VALUE: "数值:<1",
    Field.UNIT: "单位:公斤",
    Field.STAR: "收藏:",
    Field.HIGHLIGHT: "标记:",
    Field.NOTE: "笔记:核实",
}
"""What can be typed of each field."""


def search_html() -> Iterator[str]:
    """The page; the examples are links that type them."""
    yield paragraph(translate("Help", "A click on an example types it."))
    yield heading(translate("Help", "What can be typed"))
    yield table((_link(typed), escape(translate("Help", meaning))) for typed, meaning in EXAMPLES)
    yield heading(translate("Help", "Fields"))
    yield table((_link(typed), escape(_names(field))) for field, typed in FIELD_EXAMPLES.items())
    yield heading(translate("Help", "Good to know"))
    yield "".join(map(paragraph, _tips()))


def _tips() -> tuple[str, ...]:
    return (
        translate(
            "Help",
            "Signs may be full-width. A bad query is no mistake: what cannot be understood is left out, and said.",
        ),
        translate("Help", "Hits in titles come first, then those in names, then the rest; newer before older."),
        translate("Help", "↑ ↓ go through the hits, Enter opens one, Tab takes a completion."),
        translate("Help", "↓ in the empty bar shows recent searches."),
        translate("Help", "Esc ends the search and brings back this page."),
    )


def _link(typed: str) -> str:
    return link(QUERY + typed, typed)


def _names(field: Field) -> str:
    names = " ".join(f"{name}:" for name, meant in FIELD_NAMES.items() if meant is field)
    return translate("Help", "can be typed as {names}").format(names=names)
