"""Finding figures: the quantities in a text that a reader could quote.

A number is a figure by what stands around it: a unit behind it, or that it is a ratio, or as large or as vague as no
mere number is (20多万华商). Dates, ordinals, identifiers, names of sets and idioms are none. `written` is the number
with its unit and whatever stands between them; a qualifier before it or behind the unit is not in it. 翻一番 is a
figure of its own: the value is how many times as much it becomes.
"""

from __future__ import annotations

import re
from decimal import Decimal

from viewer.release.figure_rules import is_figure, is_name
from viewer.release.quantities import Quantity, find_quantities
from viewer.release.release import Figure
from viewer.release.rules import RuleError
from viewer.release.unit_names import simplify_units
from viewer.release.units import CURRENCY_SIGNS, UNIT

_AROUND = 24  # characters that are looked at before and behind a number

_BEFORE = (
    r"不超过|不少于|不低于|不高于|不多于|超过了|超过|超出|超|(?<![签合节制条集契邀预特履违相])约|大约|将近|接近|逾|至少|最多|至多|最少|最高|最低|起码"
    r"|不到|不足|不下|高于|低于|多于|少于|大于|小于|(?<![最附远邻靠])近|(?<![跨迈登踏线以])上|(?<![跨通超度经越走渡穿翻])过"
)
_QUALIFIER = re.compile(
    rf"({_BEFORE})(?:(?<=约)(?:[有为含占合计达需]{{1,2}}|新?[台臺][币幣]|人民币|港[币幣]|美元)|(?<=[少多高低])[\u4e00-\u9fff]{{1,4}}|(?<=过)了)?\s*$"
)
_ANY = re.compile("")
_CAN_QUALIFY = {"上": re.compile(r"[百千万亿]"), "过": re.compile(r"[百千万亿]|\d+(?:\.\d+)?[%万亿]")}
_AFTER = re.compile(
    r"\s*(以上|以下|左右|以内|之内|上下|开外|有余|多(?![少个名项种次数元次位])|余(?![额下])|许(?![可多])|内(?![容部地外陆蒙蒙需]))"
)
_CHANGE_WORDS = (
    "增长|增加|增|上升|提高|提升|上涨|上浮|上扬|扩大|升高|下降|减少|降低|回落|下滑|下跌|下调|缩短|缩小|压降|压减|缩减"
    "|压缩|增产|减产|成长|加快|放缓|收窄|暴涨|大涨|激增|猛增|锐减|骤降|降|减|跌|涨|升"
)
_CHANGE = re.compile(
    rf"(?P<against>同比|环比|年均)?(?:分别|均|都)?(?<!新)(?P<change>{_CHANGE_WORDS})(?:了|幅度)?(?:为|达|约)?\s*$"
)
_OBJECT_CHANGES = ("提升", "提高", "扩大", "上升", "降低", "压降", "压减", "缩小", "提", "下调")
_COUNTED = frozenset("个条家户项件名人处座所批辆台套位部张")
_LIST_SEPARATOR = re.compile(r"\s*[、和及与,，]\s*(?:和|及)?$")
_OTHERS = re.compile(r"(?:[、和]\s*[0-9][0-9.]*)+")
_QUOTED = re.compile(r"[“「『‘\"《〈【]([^“”「」『』‘’\"《》〈〉【】。，；！？,;]{1,14})[”」』’\"》〉】]")
_CLAUSE = re.compile(r"[，。；：、！？,;:!?（()）“”《》\n]")
_LABEL_END = re.compile(
    r"(?:(?:累计|共计|总计|合计|一共|共|已|达到|达|为|是|至|到|了|有|在|从|由|以|的|占|突破|超过|提高|增加|增长|下降|减少|高达|仅|就|均|其中|分别|同比|环比|年均|总额|，)+)$"
)
_NOUN = re.compile(r"(?:的)?([\u4e00-\u9fffA-Za-z“”]{2,10})")
_LONGEST_LABEL = 20
_SAME_UNITS = {"月": "个月", "元钱": "元", "块钱": "元", "美金": "美元"}
_RATIO = re.compile(r"[%％‰]$|成|分之|/|^翻")


def find_figures(text: str, paragraph: int) -> tuple[Figure, ...]:
    """The figures in a paragraph with this number, in order; none overlap, and `text[start:end]` is `written`."""
    plain = simplify_units(text)
    names = [match.span(1) for match in _QUOTED.finditer(plain)]
    figures: list[Figure] = []
    end = 0
    for found in find_quantities(plain):
        if found.start < end or any(start <= found.start < stop for start, stop in names):
            continue
        figure = _figure(text, plain, found, paragraph, figures[-1] if figures else None)
        if figure is not None and figure.end is not None:
            figures.append(figure)
            end = figure.end
    return tuple(figures)


def _figure(text: str, plain: str, found: Quantity, paragraph: int, last: Figure | None) -> Figure | None:
    """The figure that a number is, or None where it is none."""
    sign = next((sign for sign in CURRENCY_SIGNS if plain.endswith(sign, 0, found.start)), "")
    start = found.start - len(sign)
    before, behind = plain[max(0, start - _AROUND) : start], plain[found.end : found.end + _AROUND]
    match = UNIT.match(behind) or _shared_unit(before, behind)
    written = plain[found.start : found.end]
    unit, length, more = ("", 0, "") if _RATIO.search(written) else _unit(match, sign)
    is_vague = bool(more or _inside(written))
    if is_name(plain, found.start) or not is_figure(before, written, behind, unit, is_vague):
        return None
    end = found.end + length
    unit = text[end - len(unit) : end] if simplify_units(text[end - len(unit) : end]) == unit else unit
    qualifier, stop = _qualifier(text, plain, start, end, more or _inside(written))
    change = text[start:end] if written.startswith("翻") else _change(text, plain, stop, unit, last)
    try:
        return Figure(
            label=_label(text, start, end, change, last),
            written=text[start:end],
            value=_value(found, before),
            unit=unit,
            qualifier=qualifier,
            change=change,
            paragraph=paragraph,
            start=start,
            end=end,
        )
    except RuleError:
        return None  # larger than any figure can be


def _shared_unit(before: str, behind: str) -> re.Match[str] | None:
    """The unit that only the last of several numbers has: 分别提高15、22个百分点."""
    others = _OTHERS.match(behind) if "分别" in before else None
    return UNIT.match(behind, others.end()) if others else None


def _unit(match: re.Match[str] | None, sign: str) -> tuple[str, int, str]:
    """The unit, how many characters it and what stands before it take, and the qualifier that stands there."""
    if match is None:
        return sign, 0, ""
    unit = match["latin"] or match["unit"]
    length = 0 if _OTHERS.match(match.string) else match.end()
    return _SAME_UNITS.get(unit, unit), length, (match["more"] or "").replace("个", "")


def _inside(written: str) -> str:
    return next((sign for sign in "余多" if sign in written), "")


def _change(text: str, plain: str, stop: int, unit: str, last: Figure | None) -> str:
    """What the words up to `stop` say that the figure is a change by; in a list, what they say of the one before."""
    match = _CHANGE.search(plain, max(0, stop - _AROUND), stop)
    if match and not (match["change"] in _OBJECT_CHANGES and unit in _COUNTED):
        return "".join(text[slice(*match.span(name))] for name in ("against", "change") if match[name])
    in_list = last is not None and _LIST_SEPARATOR.fullmatch(plain, last.end or 0, stop)
    return last.change if last is not None and in_list else ""


def _qualifier(text: str, plain: str, start: int, end: int, inside: str) -> tuple[str, int]:
    """The qualifier of the figure from `start` to `end` as it is written, and where the words before it end."""
    qualifier, stop = "", start
    match = _QUALIFIER.search(plain, max(0, start - _AROUND), start)
    if match and _CAN_QUALIFY.get(match[1], _ANY).match(plain, start, end):
        qualifier, stop = text[slice(*match.span(1))], match.start()
    after = _AFTER.match(plain, end)
    place = plain.find(inside, start, end) if inside else -1
    behind = text[place : place + len(inside)] if place >= 0 else text[slice(*after.span(1))] if after else ""
    return (f"{qualifier}…{behind}" if qualifier and behind else qualifier or behind), stop


def _value(found: Quantity, before: str) -> int | float | tuple[int | float, int | float]:
    negative = before.endswith(("零下", "-", "－", "负")) and not before.endswith("--")
    value = _number(-found.value if negative else found.value)
    return value if found.value_to is None else (value, _number(found.value_to))


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _label(text: str, start: int, end: int, change: str, last: Figure | None) -> str:
    """What is counted: the words before the number in its clause, or else those behind it."""
    clause = text[max(0, start - 60) : start]
    if last is not None and last.end is not None and last.end > start - len(clause):
        clause = text[last.end : start]
    pieces = _CLAUSE.split(_CHANGE.sub("", _QUALIFIER.sub("", clause)) if change else clause)
    words = _without_ending(pieces[-1].strip())
    if len(words) >= 2:
        return words[-_LONGEST_LABEL:]
    if change and last is not None and "。" not in text[last.end : start]:
        return last.label
    if noun := _NOUN.match(text, end):
        return noun[1].removeprefix("的")
    if last is not None and _LIST_SEPARATOR.fullmatch(text[last.end : start]):
        return last.label
    before = [words for piece in pieces[:-1] if len(words := _without_ending(piece.strip())) >= 2]
    return before[-1][-_LONGEST_LABEL:] if before else text[start:end]


def _without_ending(words: str) -> str:
    return _LABEL_END.sub("", _QUALIFIER.sub("", words)).strip('“”"的 ')
