"""Headings: by their numbers, by their marks, by what the format says, and by their wording and place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from viewer.readers.document import BlockKind
from viewer.readers.draft import Draft
from viewer.release.source import DEEPEST_LEVEL, Role

_CHINESE = "[一二三四五六七八九十百]"
_MARKS = (
    ("part", rf"第\s*(?:{_CHINESE}{{1,4}}|\d{{1,3}})\s*[编篇部分]+[\s\u3000：:、，]*"),
    ("chapter", rf"第\s*(?:{_CHINESE}{{1,4}}|\d{{1,3}})\s*章[\s\u3000：:、]*"),
    ("section", rf"第\s*(?:{_CHINESE}{{1,4}}|\d{{1,3}})\s*节[\s\u3000：:、]*"),
    ("chinese", rf"{_CHINESE}{{1,3}}\s*[、.．,，]\s*"),
    ("ordinal", rf"第{_CHINESE}{{1,2}}[，,、：:]\s*|其{_CHINESE}[，,、：:]\s*"),
    ("bracketed", rf"[（(]\s*{_CHINESE}{{1,3}}\s*[）)][、.．]?\s*"),
    ("arabic", r"[0-9０-９]{1,2}\s*[.．、](?![0-9０-９])\s*|[0-9０-９]{1,2}[\s\u3000]+(?=[^\d\s年月日时点%％.:：\-—])"),
    ("double", r"0[1-9](?![0-9.,，:：年月日%])[\s\u3000.．、]*"),
    ("decimal", r"\d{1,2}(?:[.．]\d{1,2}){1,3}[\s\u3000、]+"),
    ("bracketed-arabic", r"[（(]\s*[0-9０-９]{1,2}\s*[）)][、.．]?\s*|[0-9]{1,2}[）)]\s*"),
    ("circled", r"[①-⑳⑴-⒇❶-❿]\s*"),
    ("lenticular", r"【(?![^【】]*(?:记者|記者|报道|報導|讯】|电】))[^【】]{2,40}】"),
    ("sign", r"[■◆●★▌▍▎◎◇□▶►※➤→▪◼🔹🔸]\s*"),
)
_MARK = re.compile("|".join(f"(?P<m{number}>{pattern})" for number, (_name, pattern) in enumerate(_MARKS)))
_ENDS_IN_LIST = re.compile(r"[；;，,]$")
_RUN_IN_END = re.compile(r"[。！？!?]|(?<=[\u4e00-\u9fff])[：:](?=.{30})")
_SENTENCE_END = re.compile(r"[。！？!?]")
_COMMA_MARK = re.compile(rf"{_CHINESE}{{1,3}}\s*[,，]")  # points of a talk, not parts of a text
_LONGEST_RUN_IN = 60
_RUN_IN_STYLES = ("chinese", "bracketed", "arabic", "double", "lenticular", "bracketed-arabic", "ordinal", "decimal")
_DASHED_ITEM = re.compile(r"[—–―－\-]{1,2}\s*\S.{0,100}$")
_APPENDIX = re.compile(r"名词解释|附[件录表注]|注释|后记|编后|[\u4e00-\u9fff]{0,4}链接$|[\u4e00-\u9fff]{0,4}背景$")
_LONGEST_SLOGAN = 32
_TWO_CLAUSES = re.compile(r"\S{2,}[，,、：:；;\s\u3000·—|｜]+\S{2,}")
_SIGNS_OF_TEXT = re.compile(r"[。；;：:，,、？?…]$|^[（(]|[）)]$|^[—–―]{2}|^[“「].{1,12}[”」]$")
_CAPTION_WORDS = re.compile(
    r"^(?:[图圖](?:[为是為:：一二三四五六七八九十\d]|片)|上图|下图|左图|右图|配图|[▲△▼▽↑↓←→◀▶])"
    r"|[（(](?![^（）()]*(?:文/图|图/文|文图|图文))[^（）()]{0,24}(?:摄|供图|图|资料图|摄影|截图|提供|照片|攝|圖)[^（）()]{0,4}[）)]\s*[。.]?$"
    r"|(?:^|\s)(?:\S{2,8}\s?摄|(?:资料|视频|网络)(?:图片?|截图))[）)]?$"
    r"|^.{4,40}[。\s].{0,16}记者\s*[\u4e00-\u9fff]{2,4}(?:\s[\u4e00-\u9fff]{2,4})*$"
    r"|[。\s]\S{2,12}供图$|(?:截图|资料图|效果图|资料图片)。?$|(?:视觉中国|东方IC|新华社发|人民视觉)(?:\s*资料图?)?$"
)
_HEADING_ENDS = re.compile(
    r"(?:回顾|任务|目标|工作|安排|举措|措施|情况|成效|问题|意见|要求|建议|背景|保障|附则|总则|概况|重点|成果|特点|亮点|计划|思路|打算|体会|经验|贡献|意义|原则|内容|步骤|机制|进展|变化|影响|原因|分析|展望|简介|介绍|说明|方案|政策|服务|条件|范围|对象|流程|方式)$"
)
_CAPTION_ENDS = re.compile(
    r"(?:现场|场景|合影|照片|图片|画面|景象|一角|全景|外景|内景|实景|剪影|效果图|示意图|海报|截图|留影|瞬间|资料图|大厅|夜景|航拍|俯瞰|走访|巡逻|演练|宣传)$"
)
_CAPTION_DEED = re.compile(
    r"(?:正在?|在).{2,}(?:[着了]|讲解|巡逻|宣传|介绍|检查|服务|办理|工作|值守|发言|讲话|演练|走访|处置|施救|查看)|(?:向|为|给).{2,}(?:讲解|介绍|发放|宣传|送|办理|演示)"
)


def mark_captions(drafts: Sequence[Draft]) -> None:
    """Give short lines that say what a photo shows, by a mark of their own, their role."""
    for draft in drafts:
        if (
            draft.is_open
            and len(draft.text) <= 120
            and _CAPTION_WORDS.search(draft.text)
            and draft.text.count("。") <= 1
        ):
            draft.role = Role.CAPTION
    for place, draft in enumerate(drafts):
        if draft.is_open and _goes_with_caption(drafts, place):
            draft.role = Role.CAPTION


def _goes_with_caption(drafts: Sequence[Draft], place: int) -> bool:
    """Whether a short sentence stands beside a caption, and says what somebody does, as captions do."""
    text = drafts[place].text
    beside = [drafts[other].role for other in (place - 1, place + 1) if 0 <= other < len(drafts)]
    return Role.CAPTION in beside and len(text) <= _LONGEST_SLOGAN and bool(_CAPTION_DEED.search(text))


def has_mark(text: str) -> bool:
    """Whether a line begins with the number or sign of a heading."""
    return bool(_style(text))


def mark_headings(drafts: Sequence[Draft]) -> None:
    """Find the headings, and give each its level: that of its style, in the order in which styles come to nest."""
    for draft in drafts:
        if draft.block.kind is BlockKind.HEADING and draft.is_open:
            draft.role, draft.style = Role.HEADING, f"{draft.block.level}"
    _mark_dashed(drafts)
    _mark_numbered(drafts)
    _mark_bare(drafts)
    _number_levels([draft for draft in drafts if draft.role is Role.HEADING or draft.run_in])


def _style(text: str) -> str:
    match = _MARK.match(text)
    return _MARKS[int(match.lastgroup[1:])][0] if match and match.lastgroup else ""


def _mark_numbered(drafts: Sequence[Draft]) -> None:
    """Short numbered lines that have text behind them are headings; those that follow each other are a list."""
    numbered = [(place, _style(draft.text)) for place, draft in enumerate(drafts) if draft.is_open]
    numbered = [(place, style) for place, style in numbered if style]
    for run in _runs(drafts, numbered):
        places = [place for place, _style_ in run]
        adjacent = sum(b == a + 1 for a, b in pairwise(places))
        is_list = len(places) > 1 and adjacent * 2 > len(places) - 1
        ends = [_run_in_end(drafts[place], style, is_list) for place, style in run]
        if is_list and 2 * sum(map(bool, ends)) < len(ends):
            ends = [0] * len(ends)
        for (place, style), end in zip(run, ends, strict=True):
            _mark_one(drafts[place], style, end, is_list and not end)


def _mark_one(draft: Draft, style: str, end: int, is_list: bool) -> None:
    """Make a numbered paragraph a heading, one that begins with a heading of `end` characters, or an item of a list."""
    if end:
        draft.run_in, draft.style = end, style
    elif is_list and not (style == "lenticular" and not draft.is_sentence):
        draft.role = Role.LIST
    elif draft.is_short and not _ENDS_IN_LIST.search(draft.text):
        draft.role, draft.style = Role.HEADING, style
    elif _ENDS_IN_LIST.search(draft.text):
        draft.role = Role.LIST


def _run_in_end(draft: Draft, style: str, is_list: bool) -> int:
    """The length of the heading that a longer numbered paragraph begins with; 0 if it begins with none."""
    if style not in _RUN_IN_STYLES or draft.is_short or _COMMA_MARK.match(draft.text):
        return 0
    if style == "lenticular":
        end = draft.text.index("】") + 1
        return end if end < len(draft.text) else 0
    ends = _SENTENCE_END if is_list and style not in ("chinese", "bracketed") else _RUN_IN_END
    match = ends.search(draft.text, 0, _LONGEST_RUN_IN + 1)
    mark = _MARK.match(draft.text)
    if match is None or mark is None or match.end() - mark.end() < 4 or match.end() >= len(draft.text):
        return 0
    return match.end()


def _runs(drafts: Sequence[Draft], numbered: list[tuple[int, str]]) -> list[list[tuple[int, str]]]:
    """Numbered lines of one style that count on: a run ends where the count begins again, or a higher style comes."""
    runs: dict[str, list[tuple[int, str]]] = {}
    done: list[list[tuple[int, str]]] = []
    order = [name for name, _pattern in _MARKS]
    for place, style in numbered:
        if _is_first(drafts[place].text) and style in runs:
            done.append(runs.pop(style))
        inner = [other for other in runs if order.index(other) > order.index(style)]
        done += [runs.pop(other) for other in inner]
        runs.setdefault(style, []).append((place, style))
    return done + list(runs.values())


def _is_first(text: str) -> bool:
    return bool(re.match(r"(?:第|其)?[（(]?\s*(?:一|1|１|01)(?![一二三四五六七八九十百\d])|[①⑴❶]", text))


def _mark_dashed(drafts: Sequence[Draft]) -> None:
    """Short paragraphs that begin with a dash and follow each other are a list."""
    dashed = [place for place, draft in enumerate(drafts) if draft.is_open and _DASHED_ITEM.match(draft.text)]
    for place in dashed:
        beside = {place - 1, place + 1}.intersection(dashed)
        if any(drafts[other].text.endswith(("；", ";")) for other in (*beside, place)):
            drafts[place].role = Role.LIST


def _mark_bare(drafts: Sequence[Draft]) -> None:
    """Short lines between paragraphs, without any mark: headings, or what a photo shows."""
    bare = [place for place in range(len(drafts)) if _is_bare(drafts, place)]
    slogans = {place for place in bare if _looks_like_slogan(drafts[place].text)}
    for place in bare:
        draft = drafts[place]
        if draft.block.bold or place in slogans or _HEADING_ENDS.search(draft.text):
            draft.role, draft.style = Role.HEADING, "bold" if draft.block.bold else "bare"
        elif _CAPTION_ENDS.search(draft.text) or _CAPTION_DEED.search(draft.text) or slogans:
            draft.role = Role.CAPTION
        else:
            draft.role, draft.style = Role.HEADING, "bare"


def _is_bare(drafts: Sequence[Draft], place: int) -> bool:
    """Whether an open short line stands where a heading or caption can: something follows it that is text."""
    draft = drafts[place]
    if not draft.is_open or draft.run_in or not 3 <= len(draft.text) <= _LONGEST_SLOGAN:
        return False
    return not draft.is_sentence and not _SIGNS_OF_TEXT.search(draft.text)


def _looks_like_slogan(text: str) -> bool:
    if _CAPTION_ENDS.search(text) or _CAPTION_DEED.search(text):
        return False
    return bool(_TWO_CLAUSES.search(text))


def _number_levels(headings: Sequence[Draft]) -> None:
    """Levels by the order in which styles come: one that is new stands inside the one before it."""
    open_styles: list[str] = []
    for draft in headings:
        if _APPENDIX.match(draft.text):
            del open_styles[:]
            open_styles.append(draft.style)
        elif draft.style in open_styles:
            del open_styles[open_styles.index(draft.style) + 1 :]
        else:
            place = _place_of(draft.style, open_styles)
            del open_styles[place:]
            open_styles.append(draft.style)
        draft.level = min(len(open_styles), DEEPEST_LEVEL)


def _place_of(style: str, open_styles: Sequence[str]) -> int:
    """How deep a new style stands: below all that are open, but levels of the format among each other as they say."""
    if style.isdigit():
        return sum(other.isdigit() and int(other) < int(style) for other in open_styles)
    return len(open_styles)
