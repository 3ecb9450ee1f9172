"""Finding figures: the quantities in a text that a reader could quote.

A number is a figure by what stands around it: a unit behind it, or that it is a ratio, or as large or as vague as no
mere number is (20多万华商). Dates, ordinals, identifiers, names of sets and idioms are none. `written` is the number
with its unit and whatever stands between them; a qualifier before it or behind the unit is not in it. 翻一番 is a
figure of its own: the value is how many times as much it becomes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from operator import attrgetter
from typing import NamedTuple

from viewer.release.numerals import find_numbers
from viewer.release.release import Figure
from viewer.release.rules import RuleError
from viewer.release.units import CURRENCY_SIGNS, UNIT, simplify_units

_LONGEST_NUMBER = 40  # characters
_AROUND = 24  # characters that are looked at before and behind a number
_NUMERALS = "零〇一二两三四五六七八九十"
_DIGITS = dict(zip("一二两三四五六七八九", (1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_MULTIPLIERS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}

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
    "|压缩|增产|减产|成长|降|减|跌|涨|升"
)
_CHANGE = re.compile(
    rf"(?P<against>同比|环比|年均)?(?:分别)?(?<!新)(?P<change>{_CHANGE_WORDS})(?:了|幅度)?(?:为|达|约)?\s*$"
)
_OBJECT_CHANGES = ("提升", "提高", "扩大", "上升", "降低", "压降", "压减", "缩小", "提", "下调")
_COUNTED = frozenset("个条家户项件名人处座所批辆台套位部张")
_LIST_SEPARATOR = re.compile(r"\s*[、和及与,，]\s*(?:和|及)?$")
_OTHERS = re.compile(r"(?:[、和]\s*[0-9][0-9.]*)+")
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
    r"([二两三四五六七八])([三四五六七八九])(?=([十百千万亿]?)([十百千万亿]*))|(十)([五六七八])(?=六|七|八|九)"
)
_BARE = re.compile(r"(?<=[近超逾上过破约达])(?<!成千上)(?:[百千][万亿]?|[万亿]亿?)(?=[余多]?)")
_ORDINAL_BEFORE = re.compile(
    r"(?:[第几幾]|(?<![人次件总个户指参])[数數]|[Nn]o\.?|编号|[“‘《〈]?[A-Za-z]+[-.]?|[:：]\d{0,2}|[/／+＋×*xX=＝#§]|[\d.][-—–]|[\d]\.)\s*$"
)
_RANK_BEFORE = re.compile(r"(?:前|排名|位列|位居|名列|居|列)(?:全国|全省|全市|世界|全球|第)*$")
_DEADLINE = re.compile(r"以上|以内|之内|内")
_TERMS = re.compile(r"义务|制|规划|计划|行动")
_PERIOD_BEFORE = re.compile(r"(?:的|周|星期|过去|今后|未来|这|近|前|上|下|往后|此后|随后|最近|接下来)(?:的)?$")
_PERIOD_BEHIND = re.compile(r"(?:来|间|前|后|以来|之?前|之?后|级|度|期|代|底|初|末|中|规划|计划|行动)")
_NAMES = re.compile(
    r"(?:十[大佳件]|两个(?:确立|维护|一百年|毫不动摇|凡是|文明)|[三四五六七八]个(?:自信|意识|代表|务必|坚持|必须|全面|面向|善于|敢于|服务)|[三五]位一体|[八四]项(?:规定|基本)|两学一做"
    r"|三[严实农资]|六[稳保]|四史|两步走|三步走|百分之百|万无一失|[三四五]级(?:联动|网络|书记)|十分|三轮车|二手|四面|八方|五一|十一黄金|三八|六一|七一|八一|九一八|二人转|两口子|三件套|一把手|[二三]把手"
    r"|365天(?:不|全年)|24小时(?:在线|值班|值守|不间断|不打烊|全天候|服务|巡逻|待命|自助|轮)|两会|两院|两岸|两委|两级|两方|双方|两者|两侧|两旁|两端|两地|两国|两翼|三甲|铁人三项|三方|四方|四季|四周|五官|八卦|九州|七夕|三包|四通|五星|两弹|三伏|三明|四川|五常|六安|九江|九寨|十堰|二期|三期|一期)"
)
_QUOTED = re.compile(r"[“「『‘\"《〈【]([^“”「」『』‘’\"《》〈〉【】。，；！？,;]{1,14})[”」』’\"》〉】]")
_HAS_LARGE = re.compile(r"[万亿萬億]")
_CLAUSE = re.compile(r"[，。；：、！？,;:!?（()）“”《》\n]")
_LABEL_END = re.compile(
    r"(?:(?:累计|共计|总计|合计|一共|共|已|达到|达|为|是|至|到|了|有|在|从|由|以|的|占|突破|超过|提高|增加|增长|下降|减少|高达|仅|就|均|其中|分别|同比|环比|年均|总额|，)+)$"
)
_NOUN = re.compile(r"(?:的)?([\u4e00-\u9fffA-Za-z“”]{2,10})")
_LONGEST_LABEL = 20
_ONE_OF = frozenset("枚")
_SETS_OF_CHINESE = re.compile(
    r"个(?:方面|层面|维度|阶段|字|[“万亿])|次(?:全会|全体|会议|党代会|代表大会)|年(?:过渡期|行动|任期|攻坚)"
)
_OTHER_WORDS = ("次元", "家伙", "个别", "条例", "块链", "部门", "部委", "部队", "个万亿", "位数", "人份额")
_SCALES = re.compile(r"级(?:地震|强震|余震|大风|阵风|台风)")
_SAME_UNITS = {"月": "个月", "元钱": "元", "块钱": "元", "元人民币": "元", "美金": "美元"}
_RATIO = re.compile(r"[%％‰]$|成|分之|/|^翻")
_PLACES = frozenset(("位", "名"))
_DURATIONS = frozenset(("年", "个月", "日", "天", "周", "星期", "晚", "夜", "岁"))
_ARABIC_ONLY = frozenset("度点面方里对回出组队团班段节声步下字口成层类种章克餐安伏周分")
_SET_BEHIND = re.compile(
    r"大(?!类|项|米|型)|级|届|代|线|环|维|边|手|号|强|甲|等[奖功]|农|中全会|期|位数|化|者|新|两|位一体|年代|月|日|时(?!长)|点(?!次)|分(?!钟|贝|米)|后|前|号|世纪|路|街|楼|室|班制|省|市|县|区|乡|村|国"
)


class _Found(NamedTuple):
    """A number that may be a figure: its value, or both ends of a range, its place, and what belongs to its writing."""

    start: int
    end: int
    value: Decimal
    value_to: Decimal | None = None


def find_figures(text: str, paragraph: int) -> tuple[Figure, ...]:
    """The figures in a paragraph with this number, in order; none overlap, and `text[start:end]` is `written`."""
    plain = simplify_units(text)
    names = [match.span(1) for match in _QUOTED.finditer(plain)]
    figures: list[Figure] = []
    end = 0
    for found in _candidates(plain):
        if found.start < end or any(start <= found.start < stop for start, stop in names):
            continue
        figure = _figure(text, plain, found, paragraph, figures[-1] if figures else None)
        if figure is not None and figure.end is not None:
            figures.append(figure)
            end = figure.end
    return tuple(figures)


def _candidates(plain: str) -> list[_Found]:
    """Everything that is written as a number, ranges as one, in order."""
    finders = (_fractions, _neighbours, _tenths, _doubled, _bare)
    special = sorted((found for find in finders for found in find(plain)), key=attrgetter("start"))
    numbers = [
        _Found(number.start, number.end, number.value)
        for number in find_numbers(plain)
        if number.end - number.start <= _LONGEST_NUMBER
    ]
    return sorted([*special, *_join_ranges(plain, list(_outside(numbers, special)))], key=attrgetter("start"))


def _outside(numbers: Iterable[_Found], special: Sequence[_Found]) -> Iterator[_Found]:
    """The numbers that do not overlap any of `special`; both are in order."""
    place = 0
    for number in numbers:
        while place < len(special) and special[place].end <= number.start:
            place += 1
        if place == len(special) or number.end <= special[place].start:
            yield number


def _fractions(plain: str) -> Iterator[_Found]:
    """三分之一, 百分之九十九点六, 1/3."""
    for match in _FRACTION.finditer(plain):
        below = _read(match["below"] or match["whole"])
        above = _read_decimal(match["above"] or match["part"])
        if below and above is not None and (match["below"] or above < below <= 10):
            yield _Found(match.start(), match.end(), above / below)


def _neighbours(plain: str) -> Iterator[_Found]:
    """五六百 and 三四十: two digits that follow each other are the ends of a range."""
    for match in _NEIGHBOURS.finditer(plain):
        if not match[1] or _DIGITS[match[2]] - _DIGITS[match[1]] != 1:
            continue
        factor = Decimal(1)
        for multiplier in match[3] + match[4]:
            factor *= _MULTIPLIERS[multiplier]
        end = match.end() + len(match[3] + match[4])
        if plain[match.start() - 1 : match.start()] not in tuple(_NUMERALS) and plain[end : end + 1] not in tuple(
            _NUMERALS
        ):
            yield _Found(match.start(), end, _DIGITS[match[1]] * factor, _DIGITS[match[2]] * factor)


def _tenths(plain: str) -> Iterator[_Found]:
    """七成八 is 0.78, 两至三成 a range of tenths."""
    for match in _TENTHS.finditer(plain):
        low, high, part = (_DIGITS.get(match[name]) for name in ("low", "high", "part"))
        if high is not None and (low is not None or part is not None):
            value = Decimal(high * 10 + (part or 0)) / 100
            first = value if low is None else Decimal(low) / 10
            yield _Found(match.start(), match.end(), first, value if low is not None else None)


def _doubled(plain: str) -> Iterator[_Found]:
    """翻一番 is twice as much, 翻两番 four times."""
    for match in _DOUBLED.finditer(plain):
        yield _Found(match.start(), match.end(), Decimal(2) ** _DIGITS.get(match[1] or "一", 1))


def _bare(plain: str) -> Iterator[_Found]:
    """近千人, 超百万: a multiplier without a digit is one of it where a qualifier stands before it."""
    for match in _BARE.finditer(plain):
        value = Decimal(1)
        for multiplier in match[0]:
            value *= _MULTIPLIERS[multiplier]
        yield _Found(match.start(), match.end(), value)


def _join_ranges(plain: str, numbers: list[_Found]) -> Iterator[_Found]:
    """Numbers, where two are the ends of a range as one: 3至5万, 10%—20%, 20岁至30岁."""
    number = 0
    while number < len(numbers):
        first = numbers[number]
        second = numbers[number + 1] if number + 1 < len(numbers) else None
        joined = _range(plain, first, second) if second is not None else None
        yield joined or first
        number += 2 if joined else 1


def _range(plain: str, first: _Found, second: _Found) -> _Found | None:
    between = plain[first.end : second.start]
    if len(between) > 6 or plain[max(0, first.start - 1) : first.start] in ("从", "由", "自"):
        return None
    unit = UNIT.match(between)
    to = _TO.fullmatch(between, unit.end() if unit else 0) or _TO.fullmatch(between)
    if to is None or (unit and to.group() == "到"):
        return None
    value = first.value
    has_own = unit or plain[first.end - 1] in "%％‰成万亿"
    if not has_own:
        value *= _factor(plain[second.start : second.end])
    if value >= second.value:
        return None
    return _Found(first.start, second.end, value, second.value)


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


def _figure(text: str, plain: str, found: _Found, paragraph: int, last: Figure | None) -> Figure | None:
    """The figure that a number is, or None where it is none."""
    sign = next((sign for sign in CURRENCY_SIGNS if plain.endswith(sign, 0, found.start)), "")
    start = found.start - len(sign)
    before, behind = plain[max(0, start - _AROUND) : start], plain[found.end : found.end + _AROUND]
    match = UNIT.match(behind) or _shared_unit(before, behind)
    written = plain[found.start : found.end]
    unit, length, more = ("", 0, "") if _RATIO.search(written) else _unit(match, sign)
    if _NAMES.match(plain, found.start) or not _is_quantity(before, written, behind, unit, more):
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


def _is_quantity(before: str, written: str, behind: str, unit: str, more: str) -> bool:
    """Whether a number with this unit is something that can be quoted, and no date, ordinal, name or idiom."""
    if _ORDINAL_BEFORE.search(before) or (before and before[-1].isascii() and before[-1].isalnum()):
        return False
    if written.startswith("翻") or "分之" in written or "/" in written or "成" in written[:-1]:
        return True
    if written[-1] in "%％‰成":
        return not (written[-1] == "成" and behind.startswith(("为", "员", "立", "功", "果", "不变", "都", "片", "群")))
    if not unit:
        vague = bool(more or _inside(written))
        large = bool(_HAS_LARGE.search(written)) and bool(
            re.match(r"[0-9０-９]", written) or before.endswith(("近", "超", "约", "逾"))
        )
        return (vague or large) and not re.match(r"[\s]*(?:[年月日号时点]|[A-Za-z0-9])", behind)
    return _fits(before, written, behind, unit)


def _fits(before: str, written: str, behind: str, unit: str) -> bool:
    """Whether the unit is one that this number can have here."""
    is_arabic = written[0] in "0123456789０１２３４５６７８９"
    if not is_arabic and (unit in _ARABIC_ONLY or (unit == "个" and written == "一")):
        return False
    if written == "一" and unit not in _ONE_OF:
        return False
    if unit in _PLACES and _RANK_BEFORE.search(before):
        return False
    if not is_arabic and _SETS_OF_CHINESE.match(behind):
        return False
    if unit in _DURATIONS and not _is_duration(before, written, behind, unit):
        return False
    if unit == "级" and not _SCALES.match(behind):
        return False
    if unit != "日" and _SET_BEHIND.match(behind.removeprefix("级")):
        return False
    return not behind.startswith(_OTHER_WORDS)


def _is_duration(before: str, written: str, behind: str, unit: str) -> bool:
    """Whether a number of years, months or days is a length of time, and no point or period of it."""
    if unit == "年" and (
        re.fullmatch(r"[0-9０-９]{4}|[零〇一二三四五六七八九]{2,4}", written) or written.startswith("0")
    ):
        return False
    rest = behind[len(unit) :] if behind.startswith(unit) else behind
    if unit == "岁":
        return True
    if unit == "日":
        return bool(_DEADLINE.match(rest)) and not before.endswith("月")
    if unit == "年" and (rest.startswith("内") or (written[0] in _NUMERALS and _TERMS.match(rest))):
        return False
    return not (_PERIOD_BEFORE.search(before) or _PERIOD_BEHIND.match(rest))


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


def _value(found: _Found, before: str) -> int | float | tuple[int | float, int | float]:
    negative = before.endswith(("零下", "-", "－", "负")) and not before.endswith(("--", "——"))
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
