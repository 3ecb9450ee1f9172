from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.release.numerals import find_numbers, read_number


@pytest.mark.parametrize(
    ("value", "ways"),
    [
        ("360000000", "3.6亿 36000万 360000000 360,000,000 ３６０，０００，０００ 三亿六千万 3亿6000万 3億6,000萬"),
        ("20000", "2万 两万 兩萬 二万 20000 ２００００ 贰万"),
        ("135", "135 一百三十五 １３５ 壹佰叁拾伍"),
        ("120", "120 一百二 一百二十"),
        ("102", "102 一百零二 一百〇二"),
        ("35000", "3.5万 三万五 三万五千 35,000"),
        ("1200000000000", "1.2万亿 一万二千亿 12000亿"),
        ("2024", "2024 二〇二四 二千零二十四"),
        ("21", "21 廿一 二十一"),
        ("300000", "30余万 30万 三十多万"),
        ("0.5", "50% ５０％ 五成 百分之五十 0.5 500‰"),
        ("0.9993", "99.93% ９９．９３％ 0.9993"),
    ],
)
def test_one_number_is_read_however_it_is_written(value: str, ways: str) -> None:
    for written in ways.split():
        assert read_number(written) == (Decimal(value), ""), written


@pytest.mark.parametrize("text", ["", "万", "百姓", "千家万户", "亿", "成功", "%", "abc", "，3", "1,000.5６.7"])
def test_what_begins_with_no_number_is_none(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize(
    ("text", "value", "rest"),
    [("135万元", 1350000, "元"), ("三成功", 3, "成功"), ("30起", 30, "起"), ("30，500", 30, "，500")],
)
def test_what_stands_behind_a_number_is_left(text: str, value: int, rest: str) -> None:
    assert read_number(text) == (Decimal(value), rest)


def test_each_number_of_a_text_has_its_place() -> None:
    text = "破案30起，止损１３５万元，下降五成，共三亿六千万。"
    found = [(text[number.start : number.end], number.value) for number in find_numbers(text)]
    assert found == [
        ("30", Decimal(30)),
        ("１３５万", Decimal(1350000)),
        ("五成", Decimal("0.5")),
        ("三亿六千万", Decimal(360000000)),
    ]


@given(st.text("0123456789一二三十百千万亿零两,，.．%成３余 起人", max_size=30))
def test_every_number_reads_back_from_its_own_place(text: str) -> None:
    end = 0
    for number in find_numbers(text):
        assert number.start >= end
        end = number.end
        assert read_number(text[number.start : number.end]) == (number.value, "")


_DIGITS = "零一二三四五六七八九"


def chinese(number: int) -> str:
    """A number below 10^12 in Chinese numerals."""
    if number >= 10**8:
        return chinese(number // 10**8) + "亿" + (_rest(number % 10**8, 10**7) if number % 10**8 else "")
    if number >= 10**4:
        return chinese(number // 10**4) + "万" + (_rest(number % 10**4, 10**3) if number % 10**4 else "")
    for unit, name in ((1000, "千"), (100, "百"), (10, "十")):
        if number >= unit:
            rest = number % unit
            return _DIGITS[number // unit] + name + (_rest(rest, unit // 10) if rest else "")
    return _DIGITS[number]


def _rest(rest: int, next_unit: int) -> str:
    return chinese(rest) if rest >= next_unit else "零" + chinese(rest)


@given(st.integers(1, 10**12 - 1))
def test_digits_groups_multipliers_and_chinese_numerals_agree(number: int) -> None:
    ways = [
        str(number),
        f"{number:,}",
        chinese(number),
        f"{Decimal(number) / 10**4:f}万",
        f"{Decimal(number) / 10**8:f}亿",
    ]
    for written in ways:
        read = read_number(written)
        assert read is not None, written
        assert (int(read[0]), read[1]) == (number, ""), written
