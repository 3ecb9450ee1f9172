"""Numbers as people write them: 3.6亿, 36000万, ３６０，０００，０００, 三亿六千万, 99.93%, 五成, 百分之五.

How 万 and 亿 multiply, and that 一百二 is 120: GB/T 15835-2011 and everyday use.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

_PLAIN = str.maketrans(
    "０１２３４５６７８９．％萬億兩壹貳贰叁參肆伍陸陆柒捌玖拾佰仟〇",
    "0123456789.%万亿两一二二三三四五六六七八九十百千零",
) | str.maketrans({"廿": "二十", "卅": "三十"})
_LEFT_OUT = dict.fromkeys(map(ord, ",，余餘多"))
_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"两": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}
_RATIOS = {"%": 100, "‰": 1000, "成": 10}
_FRACTIONS = {"百分之": 100, "千分之": 1000, "万分之": 10_000}

_MULTIPLIER = "(?:[十百万亿萬億拾佰仟]|千(?![瓦伏克卡焦赫帕]))"  # 千瓦 is a unit
_MORE = f"[余餘多](?={_MULTIPLIER})"  # 30余万
# thousands are divided by commas of the same width as the digits, so the text is not made plain before
_GROUPED = r"\d{1,3}(?:,\d{3})+(?![0-9])(?:\.\d+)?|[０-９]{1,3}(?:，[０-９]{3})+(?![０-９])(?:．[０-９]+)?"
_ARABIC = rf"(?:{_GROUPED}|[0-9０-９]+(?:[.．][0-9０-９]+)?)(?:(?!千米){_MULTIPLIER}|{_MORE})*"
_CHINESE_DIGITS = "零〇一二两兩三四五六七八九十廿卅壹贰貳叁參肆伍陆陸柒捌玖拾"
_CHINESE = rf"[{_CHINESE_DIGITS}](?:[{_CHINESE_DIGITS}]|{_MULTIPLIER}|{_MORE})*"
_NUMBER = re.compile(
    rf"(?P<fraction>百分之|千分之|万分之)?(?P<number>(?:{_ARABIC})+|{_CHINESE})"
    r"(?P<ratio>[%％‰]|成(?![功立为員员果本就长绩熟都品年份不片群]))?",
    re.ASCII,
)
_TOKEN = re.compile(r"[0-9]+(?:\.[0-9]+)?|.")
_LARGE_SIGN = re.compile("([万亿])")
_CUT_SHORT = re.compile("[百千万亿][一二两三四五六七八九]")
_LEFT_UNSAID = {"百": "十", "千": "百", "万": "千", "亿": "千万"}


class Number(NamedTuple):
    """A number that is written in a text: its value, and its place in characters."""

    value: Decimal
    start: int
    end: int


def find_numbers(text: str) -> list[Number]:
    """Every number in `text`, in order."""
    return [
        Number(value, match.start(), match.end())
        for match in _NUMBER.finditer(text)
        if (value := _value(match)) is not None
    ]


def read_number(text: str) -> tuple[Decimal, str] | None:
    """The number that `text` begins with and what stands behind it, such as a unit; None if it begins with none."""
    match = _NUMBER.match(text)
    value = _value(match) if match else None
    return None if match is None or value is None else (value, text[match.end() :])


def _value(match: re.Match[str]) -> Decimal | None:
    value = _whole(match["number"].translate(_PLAIN).translate(_LEFT_OUT))
    if value is None:
        return None
    if match["ratio"]:
        value /= _RATIOS[match["ratio"].translate(_PLAIN)]
    if match["fraction"]:
        value /= _FRACTIONS[match["fraction"]]
    return value


def _whole(written: str) -> Decimal | None:
    """The value of digits and multipliers: what stands before 万 or 亿 is multiplied by it, the rest is added."""
    if _CUT_SHORT.fullmatch(written[-2:]):  # 一百二 is 一百二十
        written += _LEFT_UNSAID[written[-2]]
    *multiplied, rest = _LARGE_SIGN.split(written)
    total, largest = Decimal(0), 1
    for digits, sign in zip(multiplied[::2], multiplied[1::2], strict=True):
        section, multiplier = _section(digits), _LARGE[sign]
        if section is None:
            return None
        if total and not section:  # 万亿
            total *= multiplier
        elif multiplier > largest:  # 三千万五千亿
            total = (total + section) * multiplier
        else:
            total += section * multiplier
        largest = max(largest, multiplier)
    section = _section(rest)
    return None if section is None else total + section


def _section(written: str) -> Decimal | None:
    """The value of what stands between 万 and 亿; None for what is no number, such as two points in one."""
    total = Decimal(0)
    digits: Decimal | None = None
    for token in _TOKEN.findall(written):
        if token in _SMALL:
            total += _SMALL[token] * (1 if digits is None else digits)
            digits = None
        elif token in _DIGITS:
            digits = 10 * (digits or Decimal(0)) + _DIGITS[token]
        elif digits is None:
            digits = Decimal(token)
        else:
            return None
    return total + (digits or 0)
