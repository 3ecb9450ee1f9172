from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import sample_release

from viewer.library import search as search_module
from viewer.library.index import Parts, read_parts
from viewer.library.library import Library
from viewer.library.query import narrow
from viewer.library.query_parser import parse_query
from viewer.library.releases import put_release
from viewer.library.search import Counts, Hits, count, search
from viewer.release.folding import fold
from viewer.release.release import Figure, Item, Mention, Person, Release


def find(library: Library, typed: str, limit: int = 1000, offset: int = 0) -> Hits:
    return search(library, parse_query(typed), limit, offset)


def ids(library: Library, typed: str) -> list[str]:
    return [hit.id for hit in find(library, typed).hits]


def names(library: Library, typed: str) -> set[str]:
    """The ids of what is found, without that of the release."""
    return {id_.rpartition("/")[2] for id_ in ids(library, typed)}


def quoted(text: str) -> str:
    """Just this text, as a query."""
    return f'"{fold(text)}"'


@cache
def all_parts(library: Library) -> list[tuple[str, Parts]]:
    """What each entry is found by."""
    keys = library.rows("SELECT entry, id FROM entry")
    parts = read_parts(library, keys[0][0], max(key for key, _ in keys))
    return [(id_, parts[key]) for key, id_ in keys]


def texts(parts: Parts) -> Iterator[str]:
    yield from (parts.title, parts.text, *(name for _, name in parts.names), *parts.captions, *parts.extra)


@given(st.data())
def test_any_substrings_are_found_in_just_the_entries_that_have_them_all(library: Library, data: st.DataObject) -> None:
    entries = [(id_, [fold(text) for text in texts(parts)]) for id_, parts in all_parts(library)]
    terms: list[str] = []
    for _term in range(data.draw(st.integers(1, 2))):
        _id, folded = data.draw(st.sampled_from(entries))
        part = data.draw(st.sampled_from(folded))
        start = data.draw(st.integers(0, len(part) - 1))
        terms.append(part[start : start + data.draw(st.integers(1, 8))])
    expected = {id_ for id_, folded in entries if all(any(term in part for part in folded) for term in terms)}
    assert set(ids(library, " ".join(map(quoted, terms)))) == expected


_SEVERAL = {
    # substrings, both, phrase, exclusion, either
    "反诈": {"fengcheng-outpost"},
    "走失人员": {"missing-persons"},
    "县": {"fengcheng-outpost", "fraud-dissuasion", "missing-persons"},
    "汉盾 劝阻": {"fraud-dissuasion"},
    "县 机制": {"fengcheng-outpost", "fraud-dissuasion", "missing-persons"},
    "县 AND 汉盾": {"fraud-dissuasion"},
    '"跨省通办"': {"cross-province"},
    '"跨省 通办"': {"cross-province"},
    "“群防群治机制”": {"fengcheng-outpost"},
    "县 -汉盾": {"fengcheng-outpost", "missing-persons"},
    "县 －汉盾 -走失": {"fengcheng-outpost"},
    "县 NOT 汉盾": {"fengcheng-outpost", "missing-persons"},
    "汉盾 OR 凤城前哨": {"fengcheng-outpost", "fraud-dissuasion"},
    "汉盾 | 凤城前哨": {"fengcheng-outpost", "fraud-dissuasion"},
    "(汉盾 OR 凤城前哨) -县": set(),
    "（汉盾 OR 走失）县": {"fraud-dissuasion", "missing-persons"},
    "县 汉盾 OR TNT": {"fraud-dissuasion", "bomb-disposal"},
    # pinyin and initials
    "fengxian": {"fengcheng-outpost"},
    "fxgaj": {"fengcheng-outpost"},
    "fanzha": {"fengcheng-outpost"},
    "feng'xian": {"fengcheng-outpost"},
    "handun": {"fraud-dissuasion"},
    "fenghuang": set(),
    "fxjag": set(),
    "xiangong": {"fengcheng-outpost"},
    # width, case, traditional
    "跨省通辦": {"cross-province"},
    "ＴＮＴ": {"bomb-disposal"},
    "tnt": {"bomb-disposal"},
    "漢盾": {"fraud-dissuasion"},
    # figures
    "3.6亿": {"fraud-dissuasion"},
    "36000万": {"fraud-dissuasion"},
    "360000000": {"fraud-dissuasion"},
    "三亿六千万": {"fraud-dissuasion"},
    "３６０，０００，０００": {"fraud-dissuasion"},
    "三億六千萬元": {"fraud-dissuasion"},
    "1,350,000元": {"fengcheng-outpost"},
    "一千三百": {"fengcheng-outpost"},
    "三亿七千万": set(),
    "3.6亿条": set(),
    "36亿": set(),
    # values and units
    "数值:>1亿元": {"fraud-dissuasion"},
    "数值:10..50 单位:起": {"fengcheng-outpost"},
    "value:16..16 unit:起": {"fengcheng-outpost"},
    "数值：＞１０００ 单位：条": {"fengcheng-outpost"},
    "数值:>1300 单位:条": set(),
    "数值:>=1300 单位:条": {"fengcheng-outpost"},
    "数值:=135万元": {"fengcheng-outpost"},
    "数值:<1": {"grassroots-control", "missing-persons"},
    "数值:10..50 单位:元": set(),
    # fields
    "部门:交警支队": {"rapid-interception"},
    "department:交警支队": {"rapid-interception"},
    "部门:fxgaj": {"fengcheng-outpost"},
    "系统:汉盾": {"fraud-dissuasion"},
    'system:"“汉盾”系列"': {"fraud-dissuasion"},
    "人物:付辉": {"fu-hui"},
    "person:fh": {"fu-hui"},
    "地区:丰县": {"fengcheng-outpost"},
    "place:丰县": {"fengcheng-outpost"},
    "年:2024 汉盾": {"fraud-dissuasion"},
    "year:2025 汉盾": {"fraud-dissuasion"},
    "年:2020..2024 汉盾": {"fraud-dissuasion"},
    "类别:民生实事 县": {"fraud-dissuasion", "missing-persons"},
    'category:"民生实事" 县 -汉盾': {"missing-persons"},
    "部门:汉盾": set(),
    "人物:丰县": set(),
    "地区:付辉": set(),
    "系统:交警支队": set(),
    "年:2019 汉盾": set(),
    "类别:汉盾": set(),
    # what has no match
    "反诈 平台": set(),
    "查无此事": set(),
    "“群治 群防”": set(),
    "1300条破获案件": set(),
}


@pytest.mark.parametrize("typed", _SEVERAL)
def test_what_people_type_finds_just_what_they_mean(library: Library, typed: str) -> None:
    assert names(library, typed) == _SEVERAL[typed]


def with_items(*items: Item) -> Release:
    release = sample_release()
    return dataclasses.replace(release, sections=(dataclasses.replace(release.sections[0], items=items),))


def item(id_: str, title: str, summary: str = "略。", **fields: Any) -> Item:
    return dataclasses.replace(Item(id=id_, title=title, summary=summary, paragraphs=(1,)), **fields)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("chongqing", {"chongqing"}),
        ("cq", {"chongqing"}),
        ("zhongqing", set()),
        ("chaoyang", {"chaoyang"}),
        ("zhaoyang", {"chaoyang"}),
        ("zy", {"chaoyang"}),
        ("shizhang", {"mayor"}),
        ("changan", {"mayor"}),
        ("changjiang", {"river"}),
        ("zhangjiang", set()),
        ("cj", {"river"}),
    ],
)
def test_a_character_is_found_by_each_of_its_readings(library: Library, typed: str, found: set[str]) -> None:
    titles = {"chongqing": "重庆来信", "chaoyang": "朝阳启航", "mayor": "新任市长安排", "river": "长江航运"}
    put_release(library, with_items(*(item(id_, title) for id_, title in titles.items())))
    assert names(library, f"{typed} 年:2023") == found


def test_value_and_unit_are_those_of_one_figure(library: Library) -> None:
    figures = (
        Figure(label="甲", written="20户", value=20, unit="户", paragraph=1),
        Figure(label="乙", written="900斤", value=900, unit="斤", paragraph=1),
    )
    put_release(library, with_items(item("two", "两个数", figures=figures)))
    assert names(library, "数值:20 单位:户") == {"two"}
    assert names(library, "数值:900 单位:户") == set()
    assert names(library, "数值:>10 数值:<30 单位:户") == {"two"}
    assert names(library, "数值:>30 数值:<800 单位:户") == set()


@given(st.data())
def test_a_figure_is_found_by_its_value_and_not_by_another(library: Library, data: st.DataObject) -> None:
    figures = [(id_, figure) for id_, parts in all_parts(library) for figure in parts.figures]
    id_, figure = data.draw(st.sampled_from(figures))
    value = Decimal(str(figure.value))
    unit = f" 单位:{figure.unit}" if figure.unit else ""
    assert id_ in ids(library, f"数值:{value:f}{unit}")
    assert id_ in ids(library, f"数值:{value:f}..{value:f}{unit}")
    low, high = value - data.draw(st.integers(0, 10**6)), value + data.draw(st.integers(0, 10**6))
    assert id_ in ids(library, f"数值:{low:f}..{high:f}{unit}")


@pytest.mark.parametrize("typed", ["", " 　\t", "“”", '"', "\x00\x01", "\ud800", "部门:", "数值:>abc", "年:去年"])
def test_a_query_of_nothing_finds_nothing(library: Library, typed: str) -> None:
    assert find(library, typed) == Hits((), 0, more=False)
    assert count(library, parse_query(typed)) == Counts(0, more=False, categories=())


@pytest.mark.parametrize(
    "typed",
    [
        "*",
        "NEAR(县)",
        "title:县",
        "^县",
        "县*",
        "a{b}",
        "';--",
        "%",
        "_",
        "县' OR 1=1 --",
        "+县",
        "{title}: 县",
        "😀",
        "县\x00公",
    ],
)
def test_no_sign_of_sql_or_fts5_has_a_meaning(library: Library, typed: str) -> None:
    folded = [word for word in map(fold, typed.split()) if word]
    found = ids(library, " ".join(map(quoted, folded)))
    assert set(found) <= set(ids(library, typed)) | set(found if " OR " in typed else ())


@given(st.text(max_size=40) | st.text('反县a1"“”()（）-:：OR 数值部门>.|\ud800\x01', max_size=40))
def test_no_query_at_all_is_an_error(library: Library, typed: str) -> None:
    query = parse_query(typed)
    hits = search(library, query, 100)
    assert count(library, query).total == len(hits.hits)


@pytest.mark.parametrize(
    "typed", ["县" * 10_000, "县 " * 10_000, "(" * 10_000, '"' * 9_999, "-" * 10_000, "fan" * 3_000]
)
def test_a_very_long_query_is_answered(library: Library, typed: str) -> None:
    count(library, parse_query(typed))
    find(library, typed)


def test_titles_come_before_names_and_names_before_the_text(library: Library) -> None:
    lights = tuple(Mention(name=f"灯塔{number}", paragraph=1) for number in "一二三四")
    put_release(
        library,
        with_items(
            item("in-text", "夜里", "说到灯塔，灯塔，灯塔。"),
            item("in-names", "海上", "文" * 300, systems=lights),
            item("in-title", "灯塔开放" + "了" * 60, "文" * 300),
        ),
    )
    in_order = ["lakeside-2023/in-title", "lakeside-2023/in-names", "lakeside-2023/in-text"]
    assert ids(library, "灯塔") == in_order
    assert ids(library, "dengta") == in_order[:2]


def test_words_in_one_piece_come_before_scattered_ones(library: Library) -> None:
    put_release(
        library,
        with_items(item("scattered", "甲", "先说灯笼，再说渡船。"), item("in-one-piece", "乙", "这里有灯笼渡船。")),
    )
    assert ids(library, "灯笼 渡船") == ["lakeside-2023/in-one-piece", "lakeside-2023/scattered"]


def test_of_equal_hits_the_newest_comes_first(library: Library) -> None:
    put_release(library, sample_release("old", datetime.date(1999, 1, 1)))
    put_release(library, sample_release("new", datetime.date(2030, 1, 1)))
    put_release(library, sample_release("middle", datetime.date(2010, 1, 1)))
    assert ids(library, "渡口") == ["new/ferry", "middle/ferry", "old/ferry"]


def test_more_than_can_be_ranked_are_newest_first(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_module, "RANKED", 3)
    monkeypatch.setattr(search_module, "FEW", 2)
    for year in range(2000, 2005):
        put_release(library, sample_release(f"r{year}", datetime.date(year, 1, 1)))
    assert [id_ for id_ in ids(library, "渡口") if "ferry" in id_] == [
        f"r{year}/ferry" for year in range(2004, 1999, -1)
    ]
    first = find(library, "渡口", 2)
    assert ([hit.id for hit in first.hits], first.more) == (["r2004/ferry", "r2003/ferry"], True)
    assert [hit.id for hit in find(library, "渡口", 2, 4).hits] == ["r2000/ferry"]


def test_counting_ends(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    assert count(library, parse_query("徐州")).more is False
    monkeypatch.setattr(search_module, "MOST", 2)
    counts = count(library, parse_query("徐州"))
    assert (counts.total, counts.more) == (2, True)


def test_the_hits_of_each_category_are_counted_and_can_be_had_alone(library: Library) -> None:
    query = parse_query("县")
    assert count(library, query) == Counts(3, more=False, categories=(("民生实事", 2), ("警务创新", 1)))
    for title, number in count(library, query).categories:
        hits = search(library, narrow(query, title), 100).hits
        assert (len(hits), {hit.section for hit in hits}) == (number, {title})
    assert search(library, narrow(query, ""), 100) == search(library, query, 100)


@pytest.mark.parametrize("typed", ["徐州", "县", "公安", "-县"])
def test_pages_of_hits_join_up(library: Library, typed: str) -> None:
    whole = find(library, typed).hits
    pages = [find(library, typed, 2, offset) for offset in range(0, len(whole), 2)]
    assert [hit for page in pages for hit in page.hits] == list(whole)
    assert [page.more for page in pages] == [True] * (len(pages) - 1) + [False]


def marked(library: Library, typed: str) -> set[str]:
    """All that is marked in titles and snippets."""
    found: set[str] = set()
    for hit in find(library, typed).hits:
        found |= {hit.title[start:end] for start, end in hit.title_spans}
        found |= {hit.snippet[start:end] for start, end in hit.snippet_spans}
    return found


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("县", {"县"}),
        ("ＴＮＴ", {"TNT"}),
        ("1300 条", {"1300条"}),
        ("跨省通辦", {"跨省通办"}),
        ("fengxian", {"丰县"}),
        ("fxgaj", {"丰县公安局"}),
        ("fanzha", {"反诈"}),
        ("三亿六千万", {"3.6亿"}),
        ("360000000元", {"3.6亿元"}),
        ("50%", {"五成"}),
        ("数值:10..50 单位:起", {"30起", "16起"}),
        ("部门:交警", {"交警"}),
        ("人物:fh", {"付辉"}),
        ("汉盾 劝阻 -查无此事", {"汉盾", "劝阻"}),
        ("类别:民生实事 汉盾", {"汉盾"}),
    ],
)
def test_every_mark_is_on_just_what_was_meant(library: Library, typed: str, parts: set[str]) -> None:
    assert marked(library, typed) == parts


@given(st.data())
def test_every_hit_of_a_word_shows_where_it_is(library: Library, data: st.DataObject) -> None:
    _id, parts = data.draw(st.sampled_from(all_parts(library)))
    part = fold(data.draw(st.sampled_from(list(texts(parts)))))
    start = data.draw(st.integers(0, len(part) - 1))
    term = part[start : start + data.draw(st.integers(1, 8))]
    for hit in find(library, quoted(term)).hits:
        spans = [fold(hit.title[a:b]) for a, b in hit.title_spans]
        spans += [fold(hit.snippet[a:b]) for a, b in hit.snippet_spans]
        assert any(term in span for span in spans)


def test_the_snippet_is_where_the_most_words_are(library: Library) -> None:
    text = "甲在这里。" + "文" * 200 + "甲同乙在那里。"
    put_release(library, with_items(item("far", "题", text)))
    (hit,) = [hit for hit in find(library, "甲 乙").hits if hit.id.endswith("far")]
    assert [hit.snippet[a:b] for a, b in hit.snippet_spans] == ["甲", "乙"]


def test_a_snippet_starts_near_its_first_match(library: Library) -> None:
    hit = find(library, "钱袋子").hits[0]
    assert hit.snippet.startswith("…")
    assert hit.snippet_spans[0][0] < 20


def test_people_are_found_by_name_rank_and_unit(library: Library) -> None:
    person = Person(name="何川", rank="守塔员", unit="灯塔站", paragraph=1)
    put_release(library, with_items(item("keeper", "题", people=(person,))))
    for typed in ("灯塔站守塔员何川", "hechuan", "人物:何川", "守塔员"):
        assert names(library, typed) == {"keeper"}


@pytest.mark.parametrize(
    "typed",
    ["(-" * 100 + "船", "(船 OR -" * 30, "收藏:" * 60, " ".join(f"-{chr(ord('一') + number)}" for number in range(84))],
)
def test_a_query_is_never_too_deep_for_sqlite(library: Library, typed: str) -> None:
    search(library, parse_query(typed), 5)
