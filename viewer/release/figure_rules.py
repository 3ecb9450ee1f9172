"""Which numbers are figures: quantities that can be quoted, and no dates, ordinals, identifiers, names or idioms."""

from __future__ import annotations

import re

from viewer.release.quantities import NUMERALS

_ORDINAL_BEFORE = re.compile(
    r"(?:[第几幾]|(?:^|[^\u4e00-\u9fff]|[了有来达经历])[数數]|[Nn]o\.?|编号|[“‘《〈]?[A-Za-z]+[-.]?|[:：]\d{0,2}|[/／+＋×*xX=＝#§]|[\d.][-—–]|[\d]\.)\s*$"
)
_IN_WORD = re.compile(r"[0-9A-Za-z]\Z")
_PARTS = re.compile(r"\A翻|分之|/|成(?!\Z)")  # of a whole, or times as much
_RATIO = re.compile(r"[%％‰成]\Z")
_NOT_TENTHS = ("为", "员", "立", "功", "果", "不变", "都", "片", "群")
_ARABIC = re.compile("[0-9０-９]")
_ROUGH_BEFORE = ("近", "超", "约", "逾")
_NO_COUNT_BEHIND = re.compile(r"\s*(?:[年月日号时点]|[A-Za-z0-9])")
_RANK_BEFORE = re.compile(r"(?:前|排名|位列|位居|名列|居|列)(?:全国|全省|全市|世界|全球|第)*$")
_YEAR = re.compile("[0-9０-９]{4}|[零〇一二三四五六七八九]{2,4}|0.*")
_DEADLINE = re.compile(r"以上|以内|之内|内")
_TERMS = re.compile(r"义务|制|规划|计划|行动")
_PERIOD_BEFORE = re.compile(r"(?:的|周|星期|过去|今后|未来|这|近|前|上|下|往后|此后|随后|最近|接下来)(?:的)?$")
_PERIOD_BEHIND = re.compile(r"(?:来|间|前|后|以来|之?前|之?后|级|度|期|代|底|初|末|中|规划|计划|行动)")
_NAMES = re.compile(
    r"(?:十[大佳件]|十[一二三四]五年均|两个(?:确立|维护|一百年|毫不动摇|凡是|文明)|[三四五六七八]个(?:自信|意识|代表|务必|坚持|必须|全面|面向|善于|敢于|服务)|[三五]位一体|[八四]项(?:规定|基本)|两学一做"
    r"|三[严实农资]|六[稳保]|四史|两步走|三步走|百分之百|万无一失|[三四五]级(?:联动|网络|书记)|十分|三轮车|二手|四面|八方|五一|十一黄金|三八|六一|七一|八一|九一八|二人转|两口子|三件套|一把手|[二三]把手"
    r"|365天(?:不|全年)|24小时(?:在线|值班|值守|不间断|不打烊|全天候|服务|巡逻|待命|自助|轮)|两会|两院|两岸|两委|两级|两方|双方|两者|两侧|两旁|两端|两地|两国|两翼|三甲|铁人三项|三方|四方|四季|四周|五官|八卦|九州|七夕|三包|四通|五星|两弹|三伏|三明|四川|五常|六安|九江|九寨|十堰|二期|三期|一期)"
)
_HAS_LARGE = re.compile(r"[万亿萬億]")
_ONE_OF = frozenset("枚")
_SETS_OF_CHINESE = re.compile(
    r"个(?:方面|层面|维度|阶段|字|[“万亿])|次(?:全会|全体|会议|党代会|代表大会)|年(?:过渡期|行动|任期|攻坚)"
)
_OTHER_WORDS = (
    "次元",
    "家伙",
    "个别",
    "条例",
    "块链",
    "部门",
    "部委",
    "部队",
    "个万亿",
    "位数",
    "人份额",
    "座及",
    "座以下",
    "座以上",
)
_SCALES = re.compile(r"级(?:地震|强震|余震|大风|阵风|台风)")
_PLACES = frozenset(("位", "名"))
_DURATIONS = frozenset(("年", "个月", "日", "天", "周", "星期", "晚", "夜", "岁"))
_ARABIC_ONLY = frozenset("度点面方里对回出组队团班段节声步下字口成层类种章克餐安伏周分")
_SET_BEHIND = re.compile(
    r"大(?!类|项|米|型)|级|届|代|线|环|维|边|手|号|强|甲|等[奖功]|农|中全会|期|位数|化|者|新|两|位一体|年代|月|日|时(?!长)|点(?!次)|分(?!钟|贝|米)|后|前|号|世纪|路|街|楼|室|班制|省|市|县|区|乡|村|国"
)


def is_name(plain: str, start: int) -> bool:
    """Whether a name or an idiom with a number in it begins there: 两个维护, 三轮车."""
    return bool(_NAMES.match(plain, start))


def is_figure(before: str, written: str, behind: str, unit: str, is_vague: bool) -> bool:
    """Whether a number with this unit is something that can be quoted, and no date, ordinal, name or idiom.

    `before` and `behind` are what stands around the number, the unit among it; `is_vague` is one such as 20多万.
    """
    if _ORDINAL_BEFORE.search(before) or _IN_WORD.search(before):
        return False
    if _PARTS.search(written):
        return True
    if _RATIO.search(written):
        return not (written.endswith("成") and behind.startswith(_NOT_TENTHS))
    return _fits(before, written, behind, unit) if unit else _needs_no_unit(before, written, behind, is_vague)


def _needs_no_unit(before: str, written: str, behind: str, is_vague: bool) -> bool:
    """Whether a number is so vague or so large that it counts something although no unit says what."""
    is_large = _HAS_LARGE.search(written) and (_ARABIC.match(written) or before.endswith(_ROUGH_BEFORE))
    return bool(is_vague or is_large) and not _NO_COUNT_BEHIND.match(behind)


def _fits(before: str, written: str, behind: str, unit: str) -> bool:
    """Whether the unit is one that this number can have here."""
    if unit in _DURATIONS and not _is_duration(before, written, behind, unit):
        return False
    return not (_is_word(written, behind, unit) or _is_rank(before, behind, unit))


def _is_word(written: str, behind: str, unit: str) -> bool:
    """Whether number and unit are a part of a word or of the name of a set: 一个, 三方面, 二十大, 三次元."""
    is_chinese = not _ARABIC.match(written)
    if is_chinese and (unit in _ARABIC_ONLY or _SETS_OF_CHINESE.match(behind)):
        return True
    if written == "一" and unit not in _ONE_OF:
        return True
    is_set = unit != "日" and _SET_BEHIND.match(behind.removeprefix("级"))
    return bool(is_set) or behind.startswith(_OTHER_WORDS)


def _is_rank(before: str, behind: str, unit: str) -> bool:
    """Whether a place among others or a grade is meant: 位列第五位, 三级; an earthquake of 5级 is measured."""
    if unit == "级":
        return not _SCALES.match(behind)
    return unit in _PLACES and bool(_RANK_BEFORE.search(before))


def _is_duration(before: str, written: str, behind: str, unit: str) -> bool:
    """Whether a number of years, months or days is a length of time, and no point or period of it."""
    rest = behind.removeprefix(unit)
    if unit == "岁":
        return True
    if unit == "日":
        return bool(_DEADLINE.match(rest)) and not before.endswith("月")
    if unit == "年" and (_YEAR.fullmatch(written) or _is_term(written, rest)):
        return False
    return not (_PERIOD_BEFORE.search(before) or _PERIOD_BEHIND.match(rest))


def _is_term(written: str, behind: str) -> bool:
    """Whether a number of years is that of a term or a plan: 五年规划, 九年义务教育."""
    return behind.startswith("内") or (written[0] in NUMERALS and bool(_TERMS.match(behind)))
