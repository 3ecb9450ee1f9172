from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from viewer.library.entry import NameKind
from viewer.library.query import All, Annotated, Either, Field, Name, Not, Note, Part, Query, Values, Words, Years
from viewer.library.query_parser import parse_query, parse_words, split_words
from viewer.library.query_words import split_field
from viewer.release.annotation import AnnotationKind

A, B, C = Words("甲"), Words("乙"), Words("丙")


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ("甲", A),
        ("甲 乙", All((A, B))),
        ("甲　甲", A),
        ("甲 AND 乙", All((A, B))),
        ("甲 -乙", All((A, Not(B)))),
        ("甲 NOT 乙", All((A, Not(B)))),
        ("--甲", A),
        ("甲 OR 乙", Either((A, B))),
        ("甲 ｜ 乙", Either((A, B))),
        ("甲 乙 OR 丙", Either((All((A, B)), C))),
        ("甲 (乙 OR 丙)", All((A, Either((B, C))))),
        ("甲 -(乙 丙)", All((A, Not(All((B, C)))))),
        ("（甲 OR 乙）丙", All((Either((A, B)), C))),
        ('"甲 乙"', Words("甲乙")),
        ("“甲 乙”丙", Words("甲乙丙")),
        ("“甲” “乙”", All((A, B))),
        ('"甲" 丙 "乙"', All((A, C, B))),
        ("甲（乙）", Words("甲(乙)")),
        ("甲)", Words("甲)")),
        ("甲 ()", A),
        ("甲 −乙", All((A, Not(B)))),
        ("((甲) 乙)", All((A, B))),
        ("(甲) 乙)", All((A, Words("乙)")))),
        ("(甲(乙(丙)))", Words("甲(乙(丙))")),
        ("甲\ud800乙", Words("甲乙")),
        ("30", Words("30", number=Decimal(30))),
        ("or", Words("or", letters=(("o", "r"),))),
        ("OR", Words("or")),
        ("-", Words("-")),
        ("答覆", Words("答覆", variant="答复")),
        ("3.6亿元", Words("3.6亿元", number=Decimal(360_000_000), unit="元")),
        ("一", Words("一")),
        ('"fz"', Words("fz")),
        ("部门:甲", Name(NameKind.UNIT, "甲")),
        ("Department：甲", Name(NameKind.UNIT, "甲")),
        ('人物:"甲 乙"', Name(NameKind.PERSON, "甲乙")),
        ("类别:甲", Name(None, "甲")),
        ("地区:or", Name(NameKind.PLACE, "or", (("o", "r"),))),
        ("-系统:甲", Not(Name(NameKind.SYSTEM, "甲"))),
        ('"部门:甲"', Words("部门:甲")),
        ("时间:甲", Words("时间:甲")),
        ("收藏:", Annotated(AnnotationKind.STAR)),
        ("收藏:甲", All((Annotated(AnnotationKind.STAR), A))),
        ("收藏:收藏:", Annotated(AnnotationKind.STAR)),
        ("-note:甲", Not(Annotated(AnnotationKind.NOTE, "甲"))),
        ("标记：", Annotated(AnnotationKind.HIGHLIGHT)),
        ("年:2024", Years(2024, 2024)),
        ("year:2025..2023", Years(2023, 2025)),
        ("数值:>1亿元", Values(low=Decimal(10**8), low_open=True, unit="元")),
        ("数值:≤三成", Values(high=Decimal("0.3"))),
        ("数值:>=3起", Values(low=Decimal(3), unit="起")),
        ("数值:≥3起", Values(low=Decimal(3), unit="起")),
        ("数值:⩾3起", Values(low=Decimal(3), unit="起")),
        ("数值:<3起", Values(high=Decimal(3), high_open=True, unit="起")),
        ("数值:<=3起", Values(high=Decimal(3), unit="起")),
        ("数值:⩽3起", Values(high=Decimal(3), unit="起")),
        ("数值:=3起", Values(Decimal(3), Decimal(3), unit="起")),
        ("数值：＜５０", Values(high=Decimal(50), high_open=True)),
        ("数值:10..50 单位:起", Values(Decimal(10), Decimal(50), unit="起")),
        ("数值:10至50起", Values(Decimal(10), Decimal(50), unit="起")),
        ("数值:>10 数值:<50 单位:起", Values(Decimal(10), Decimal(50), low_open=True, high_open=True, unit="起")),
        ("数值:<=3 数值:<3", Values(high=Decimal(3), high_open=True)),
        ("数值:<3 数值:<=3", Values(high=Decimal(3), high_open=True)),
        ("数值:>=3 数值:>3", Values(Decimal(3), low_open=True)),
        ("数值:>3 数值:>=3", Values(Decimal(3), low_open=True)),
        ("数值:-5..-1", Values(Decimal(-5), Decimal(-1))),
        ("甲 数值:3", All((A, Values(Decimal(3), Decimal(3))))),
    ],
)
def test_a_query_is_understood(typed: str, part: Part) -> None:
    assert parse_query(typed) == Query(part)


@pytest.mark.parametrize(
    ("typed", "part", "note", "text"),
    [
        ('甲 "乙', All((A, B)), Note.UNCLOSED, '"'),
        ('" 甲', A, Note.UNCLOSED, '"'),
        ("甲 (乙", All((A, B)), Note.UNCLOSED, "("),
        ("甲 )", A, Note.UNCLOSED, ")"),
        (") 甲", A, Note.UNCLOSED, ")"),
        ("甲 ) 乙", All((A, B)), Note.UNCLOSED, ")"),
        ("甲 NOT", A, Note.BARE, "NOT"),
        ("甲 OR", A, Note.BARE, "OR"),
        ("(甲 -)", A, Note.BARE, "-"),
        ("(甲 -) 乙", All((A, B)), Note.BARE, "-"),
        ("(甲 NOT)", A, Note.BARE, "NOT"),
        ("OR 甲", A, Note.BARE, "OR"),
        ("甲 部门:", A, Note.BARE, "部门:"),
        ("收藏:部门:", Annotated(AnnotationKind.STAR), Note.BARE, "部门:"),
        ("甲 “”", A, Note.BARE, "“”"),
        ("甲 数值:>abc", A, Note.NO_NUMBER, "数值:>abc"),
        ("甲 年:去年", A, Note.NO_YEAR, "年:去年"),
        ("甲" + " " * 300 + "乙", A, Note.TOO_LONG, ""),
    ],
)
def test_what_makes_no_sense_is_left_out_and_noted(typed: str, part: Part, note: Note, text: str) -> None:
    assert parse_query(typed) == Query(part, ((note, text),))


@pytest.mark.parametrize(
    ("word", "field", "value"),
    [
        ("部门:甲", Field.DEPARTMENT, "甲"),
        ("-Department：甲", Field.DEPARTMENT, "甲"),
        ("部门：甲：乙:丙", Field.DEPARTMENT, "甲：乙:丙"),
        ("部门:", Field.DEPARTMENT, ""),
        ("部门", None, ""),
        ("时间:甲", None, ""),
    ],
)
def test_a_word_may_name_a_field_and_what_is_asked_of_it(word: str, field: Field | None, value: str) -> None:
    assert split_field(word) == (field, value)


def test_mere_words_have_no_signs_and_no_fields() -> None:
    typed = "-甲 部门:乙 (丙 OR 答覆"
    assert [word.text for word in parse_words(typed)] == ["-甲", "部门:乙", "(丙", "or", "答覆"]
    assert parse_words("or 答覆") == (Words("or", letters=(("o", "r"),)), Words("答覆", variant="答复"))
    assert parse_words(" “” ") == ()
    assert parse_words("甲\ud800乙") == (Words("甲乙"),)
    assert len(parse_words("甲 " * 300)) == 128


def test_a_query_of_256_characters_is_read_to_its_end() -> None:
    assert parse_query("甲" * 256).notes == ()


def test_a_range_that_is_empty_is_noted() -> None:
    assert parse_query("数值:>9 数值:<3").notes == ((Note.EMPTY_RANGE, "9..3"),)


@given(
    st.lists(
        st.tuples(st.sampled_from([">", ">=", "<", "<="]), st.integers(-3, 3), st.sampled_from(["", "起"])),
        min_size=1,
        max_size=4,
    ),
    st.sampled_from([-3, -2.5, -1, -0.5, 0, 0.5, 1, 2.5, 3]),
)
@settings(max_examples=200)
def test_a_value_is_asked_for_where_every_comparison_asks_for_it(
    asked: list[tuple[str, int, str]], value: float
) -> None:
    holds = {">": value.__gt__, ">=": value.__ge__, "<": value.__lt__, "<=": value.__le__}
    part = parse_query(" ".join(f"数值:{sign}{bound}{unit}" for sign, bound, unit in asked)).part
    assert isinstance(part, Values)
    above = part.low is None or value > part.low or (value == part.low and not part.low_open)
    below = part.high is None or value < part.high or (value == part.high and not part.high_open)
    assert (above and below) == all(holds[sign](bound) for sign, bound, _unit in asked)
    assert part.unit == max(unit for _sign, _bound, unit in asked)


@example("数值:3至今")
@given(st.text(st.characters(), max_size=60) | st.text('甲a1-(（)）"“”:：|>.OR 年数值\ud800\x00', max_size=60))
def test_understanding_a_query_never_fails(typed: str) -> None:
    query = parse_query(typed)
    assert query == parse_query(typed)
    split_words(typed)


@given(st.lists(st.sampled_from(["甲", "-乙", '"丙 丁"', "部门:戊", "OR", "NOT", "年:2024"]), max_size=6))
def test_the_words_of_a_query_put_together_are_the_query(words: list[str]) -> None:
    assert split_words(" ".join(words)) == words


def test_what_stands_in_too_many_brackets_is_said_and_searched_all_the_same() -> None:
    query = parse_query("(" * 60 + "甲")
    assert Note.TOO_DEEP in [note for note, _text in query.notes]
    assert query.part == A


def test_ten_brackets_may_stand_in_each_other_wherever_they_stand() -> None:
    ten = "(" * 10 + "甲" + ")" * 10
    assert parse_query(ten) == parse_query(f"{ten} {ten} (甲) {ten}") == Query(A)
    assert Note.TOO_DEEP in [note for note, _text in parse_query(f"(甲) (甲) ({ten})").notes]


def test_a_star_that_is_asked_for_twice_is_asked_for_once() -> None:
    assert parse_query("收藏:" * 40 + "甲") == parse_query("收藏:甲")
