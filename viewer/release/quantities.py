"""Numbers in all the forms that quantities have: fractions, ranges, tenths, doublings, and those without a digit.

三分之二, 百分之九十九点六, 3至5万, 五六百, 七成八, 翻两番, 近千: what `viewer.release.numerals` reads, and more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from operator import attrgetter
from typing import NamedTuple

from viewer.release.numerals import find_numbers
from viewer.release.units import UNIT

NUMERALS = "零〇一二两三四五六七八九十"
"""The characters that are numbers by themselves in Chinese."""

_LONGEST_NUMBER = 40  # characters
_DIGITS = dict(zip("一二两三四五六七八九", (1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_MULTIPLIERS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_RATIO_SIGNS = "%％‰成"
_TO = re.compile(r"(?:[—–\-－~～]{1,2}|至|到)\s*")
_TENTHS = re.compile(
    r"(?:(?P<low>[一二两三四五六七八九])成?[至到—－-])?(?P<high>[一二两三四五六七八九])成(?P<part>[一二三四五六七八九](?![成十百千万亿]))?"
)
_DOUBLED = re.compile(r"翻(?:了)?([一两二三四]?)(?:番|一番)")
_FRACTION = re.compile(
    r"(?P<below>[一二三四五六七八九十百]{1,4}|\d{1,4})分之"
    r"(?P<above>[一二两三四五六七八九十百千]{1,5}(?:点[一二三四五六七八九零]{1,4})?|\d+(?:\.\d+)?)"
    r"|(?<![\d/.])(?P<part>\d)/(?P<whole>\d{1,2})(?![\d/.])"
)
_NEIGHBOURS = re.compile(
    rf"(?<![{NUMERALS}百千万亿])(?P<above>[{NUMERALS}百千万亿]{{0,12}}[十百千万亿])?"
    rf"(?P<low>[一二两三四五六七八])(?P<high>[二三四五六七八九])(?P<multipliers>[十百千万亿]*)(?![{NUMERALS}])"
)
_SEVERAL = re.compile("(?=.{3})一?二?三?四?五?六?七?八?九?")  # 五六七 is five, six or seven, and no number
_BARE = re.compile(r"(?<=[近超逾上过破约达])(?<!成千上)(?:[百千][万亿]?|[万亿]亿?)(?=[余多]?)")


class Quantity(NamedTuple):
    """A number, and where it stands: its value, or both ends of a range."""

    start: int
    end: int
    value: Decimal
    value_to: Decimal | None = None


def find_quantities(plain: str) -> list[Quantity]:
    """Everything in `plain`, which has simplified characters, that is written as a number; ranges are one. In order."""
    finders = (_fractions, _neighbours, _tenths, _doubled, _bare)
    special = sorted((found for find in finders for found in find(plain)), key=attrgetter("start"))
    numbers = [
        Quantity(number.start, number.end, number.value)
        for number in find_numbers(plain)
        if number.end - number.start <= _LONGEST_NUMBER and not _SEVERAL.fullmatch(plain, number.start, number.end)
    ]
    return sorted([*special, *_join_ranges(plain, list(_outside(numbers, special)))], key=attrgetter("start"))


def _outside(numbers: Iterable[Quantity], special: Sequence[Quantity]) -> Iterator[Quantity]:
    """The numbers that do not overlap any of `special`; both are in order."""
    place = 0
    for number in numbers:
        while place < len(special) and special[place].end <= number.start:
            place += 1
        if place == len(special) or number.end <= special[place].start:
            yield number


def _fractions(plain: str) -> Iterator[Quantity]:
    """三分之一, 百分之九十九点六, 1/3."""
    for match in _FRACTION.finditer(plain):
        below = _read(match["below"] or match["whole"])
        above = _read_decimal(match["above"] or match["part"])
        if below and above is not None and (match["below"] or above < below <= 10):
            yield Quantity(match.start(), match.end(), above / below)


def _neighbours(plain: str) -> Iterator[Quantity]:
    """五六百, 十五六, 三五个: two digits that follow each other, or 三五, are the ends of a range."""
    for match in _NEIGHBOURS.finditer(plain):
        above, low, high, multipliers = match.group("above", "low", "high", "multipliers")
        if _DIGITS[high] - _DIGITS[low] != 1 and (above or low + high != "三五"):
            continue
        if low == "一" and not above and not multipliers:
            continue  # 一二 alone is mostly a name
        first, last = (_read((above or "") + digit + multipliers) for digit in (low, high))
        if first is not None and last is not None:
            yield Quantity(match.start(), match.end(), first, last)


def _tenths(plain: str) -> Iterator[Quantity]:
    """七成八 is 0.78, 两至三成 a range of tenths."""
    for match in _TENTHS.finditer(plain):
        low, high, part = (_DIGITS.get(match[name]) for name in ("low", "high", "part"))
        if high is not None and (low is not None or part is not None):
            value = Decimal(high * 10 + (part or 0)) / 100
            first = value if low is None else Decimal(low) / 10
            yield Quantity(match.start(), match.end(), first, value if low is not None else None)


def _doubled(plain: str) -> Iterator[Quantity]:
    """翻一番 is twice as much, 翻两番 four times."""
    for match in _DOUBLED.finditer(plain):
        yield Quantity(match.start(), match.end(), Decimal(2) ** _DIGITS.get(match[1] or "一", 1))


def _bare(plain: str) -> Iterator[Quantity]:
    """近千人, 超百万: a multiplier without a digit is one of it where a qualifier stands before it."""
    for match in _BARE.finditer(plain):
        value = Decimal(1)
        for multiplier in match[0]:
            value *= _MULTIPLIERS[multiplier]
        yield Quantity(match.start(), match.end(), value)


def _join_ranges(plain: str, numbers: list[Quantity]) -> Iterator[Quantity]:
    """Numbers, where two are the ends of a range as one: 3至5万, 10%—20%, 20岁至30岁."""
    number = 0
    while number < len(numbers):
        first = numbers[number]
        second = numbers[number + 1] if number + 1 < len(numbers) else None
        joined = _range(plain, first, second) if second is not None else None
        yield joined or first
        number += 2 if joined else 1


def _range(plain: str, first: Quantity, second: Quantity) -> Quantity | None:
    between = plain[first.end : second.start]
    if len(between) > 6 or plain[max(0, first.start - 1) : first.start] in ("从", "由", "自"):
        return None
    unit = UNIT.match(between)
    to = _TO.fullmatch(between, unit.end() if unit else 0) or _TO.fullmatch(between)
    same_unit = unit is None or plain.startswith(unit.group(), second.end)
    if to is None or not same_unit:
        return None
    value = first.value
    sign, sign_to = plain[first.end - 1], plain[second.end - 1]
    if (unit or sign in _RATIO_SIGNS) and (sign in _RATIO_SIGNS) != (sign_to in _RATIO_SIGNS):
        return None
    if not unit and sign not in _RATIO_SIGNS + "万亿":
        value *= _factor(plain[second.start : second.end])
    if value >= second.value:
        return None
    return Quantity(first.start, second.end, value, second.value)


def _factor(written: str) -> Decimal:
    """What 万, 亿 or a sign of a ratio at the end of a number multiplies it by."""
    factor = Decimal(1)
    for character in reversed(written):
        if character in "%％":
            factor /= 100
        elif character in _MULTIPLIERS and character != "十":
            factor *= _MULTIPLIERS[character]
        else:
            break
    return factor


def _read(written: str) -> Decimal | None:
    if written == "百":
        return Decimal(100)
    numbers = find_numbers(written)
    return numbers[0].value if len(numbers) == 1 else None


def _read_decimal(written: str) -> Decimal | None:
    """A number that may have 点 for its point."""
    whole, point, digits = written.partition("点")
    value = _read(whole)
    if value is None or not point:
        return value
    return value + Decimal("0." + "".join(str(_DIGITS.get(digit, 0)) for digit in digits))
