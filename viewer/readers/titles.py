"""A short title for a paragraph: what it names and what is done, in its own words."""

from __future__ import annotations

import re
from collections.abc import Sequence

LONGEST_TITLE = 24
"""Characters."""

_LEAST = 4
_MARK = re.compile(
    r"^\s*(?:第?[（(]?[一二三四五六七八九十百\d０-９]{1,3}[）)]?(?:[、.．，,：:]|是(?!否))|[（(][一二三四五六七八九十\d]{1,3}[）)]|[—–―\-•·■◆●★▲]+|[①-⑳])\s*(?:这是)?"
)
_QUOTED = re.compile(
    r"[“「][^“”「」，。；]{2,14}[”」](?:[\u4e00-\u9fff]{0,10}?(?:系统|平台|机制|模型|模式|工程|行动|计划|中心|体系|小程序|工作法|品牌|项目|APP))?"
)
_NAMED_BEFORE = re.compile(
    r"(?:创新|打造|推出|建立|启动|首创|创建|研发|上线|构建|推行|建成|搭建|探索|推广|牵头|开发|实施)(?:了|出)?[^，。；]{0,6}$"
)
_SKIPPED = re.compile(
    r"^(?:为|为了|针对|面对|围绕|随着|根据|按照|通过|依托|近日|近年来|目前|此外|同时|据悉|据了解|据介绍|其中|今年|去年|日前|截至|当前|与此同时|在.{0,20}(?:下|中|上|时|里|后|前)$"
    r"|以.{1,14}(?:为|激活|提升|推动|促进).{0,14}$|自?\d{4}年|\d{1,2}月|各位代表|过去|一年来|五年来|这五年|多年来|长期以来|[^，]{0,8}以来$|从.{1,12}(?:到|来看))"
)
_SALUTATION = re.compile(r"^各位(?:代表|委员|领导|来宾|同志|朋友)[！!：:，,]\s*")
_CLAUSES = re.compile(r"[，,；;。！？!?：:]")
_ENDS = re.compile(r"[，,；;。！？!?：:、\s]+$")
_BREAKS = "、和与及并的在对为了把将以"


def title_of(text: str, units: Sequence[str] = ()) -> str:
    """A title for a paragraph that names these units, of at most `LONGEST_TITLE` characters and perhaps an ellipsis.

    `text` is not blank.
    """
    first_line = text.strip().splitlines()[0].replace("\t", " ")
    plain = _SALUTATION.sub("", first_line) or first_line
    if named := _quoted_name(plain):
        return named
    rest = _MARK.sub("", plain) or plain
    sentence = re.split(r"[。！？!?]", rest)[0] or rest
    if _MARK.match(plain) and len(sentence) <= LONGEST_TITLE:
        return _ended(sentence) or _shorten(rest)
    clauses = [clause.strip() for clause in _CLAUSES.split(sentence) if clause.strip()]
    if deed := _deed(clauses, units):
        return _shorten(deed)
    main = next((clause for clause in clauses if len(clause) >= _LEAST and not _SKIPPED.match(clause)), "")
    return _shorten(main or (clauses[0] if clauses else rest))


def _deed(clauses: Sequence[str], units: Sequence[str]) -> str:
    """The first clause in which a unit does something, from the unit on."""
    for clause in clauses:
        for unit in units:
            place = clause.find(unit)
            if place >= 0 and len(clause) - place >= len(unit) + _LEAST:
                return clause[place:]
    return ""


def _quoted_name(text: str) -> str:
    """The first quoted name that somebody creates, with the kind of thing that it is."""
    for match in _QUOTED.finditer(text[:200]):
        if _NAMED_BEFORE.search(text[max(0, match.start() - 12) : match.start()]) and len(match[0]) <= LONGEST_TITLE:
            return match[0]
    return ""


def _shorten(words: str) -> str:
    """The words, cut where one can breathe if they are too long."""
    words = _ended(words) or words.strip()
    if len(words) <= LONGEST_TITLE:
        return words
    place = max(words.rfind(sign, LONGEST_TITLE // 2, LONGEST_TITLE) for sign in _BREAKS)
    return words[: place if place > 0 else LONGEST_TITLE] + "…"


def _ended(words: str) -> str:
    return _ENDS.sub("", words.strip())
