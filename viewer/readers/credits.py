"""Who wrote, photographed and edited: lines of their own, and brackets at the end of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from viewer.readers.draft import Draft
from viewer.release.source import Paragraph, Role

_WORK = (
    "责任编辑|责编|值班编辑|编辑|主编|副主编|总编辑?|编审|编校|校对|审核|审校|审签|初审|复审|终审|监制|制作|策划|统筹|供稿|供图|供稿单位|稿件来源"
    "|撰稿|撰文|文字|图文|文/图|图/文|文图|文|图|图片|摄影|摄|摄像|作者|记者|通讯员|见习记者|实习记者|实习生|特约记者|本报记者|来稿|投稿|排版"
    "|責任編輯|編輯|記者|攝影|校對|值班主任|值班总编|视觉|海报|设计|美编|新媒体编辑|信息来源|录入|发布|资料来源|图片来源|一审|二审|三审"
)
_LINE = re.compile(
    rf"[（(\[【]?\s*(?:(?:{_WORK})\s*(?:[:：|｜/丨]|\s(?=\S))\s*\S.{{0,40}}?[\s;；,，、|｜]*)+[）)\]】]?"
)
_LABEL = re.compile(rf"[（(\[【]?\s*(?:{_WORK})\s*[:：]\s*")
_NAMES = re.compile(r"[\u4e00-\u9fff·]{2,4}(?:[\s、，,/]+[\u4e00-\u9fff·]{2,4}){0,5}[）)\]】]?")
_IN_BRACKETS = re.compile(
    rf"[（(]\s*(?:(?P<credit>(?:{_WORK}|本报|新华社|中新社)[^（()）]{{1,60}}|[^（()）]{{2,40}}(?:供稿|供图|摄|报道|文/图|摄影报道|图))|"
    r"(?P<names>[\u4e00-\u9fff]{2,4}(?:\s+[\u4e00-\u9fff]{2,4}){1,4}))\s*[）)]\s*$"
)
_REPORTERS = re.compile(
    r"(?:本报|本网|本台)?(?P<work>记者|記者|通讯员|通訊員)\s*(?P<names>[\u4e00-\u9fff·]{2,4}(?:[、，,\s]+[\u4e00-\u9fff·]{2,4})*)\s*[/／）)]"
)
_LEAD = 3  # paragraphs that may have a dateline
_LONGEST_DATELINE = 60  # characters
_FURTHEST = 12  # paragraphs from the end


class Credit(NamedTuple):
    """Who is named, and the paragraph, counted from 1, with the stretch of it that names them."""

    text: str
    paragraph: int
    start: int
    end: int


def mark_credits(drafts: list[Draft]) -> None:
    """Give the lines at the end that only name who did what their role; a name may stand on the next line."""
    last = [draft for draft in drafts if draft.role is not Role.NOTICE][-_FURTHEST:]
    label_before = False
    for draft in last:
        if not draft.is_open:
            label_before = False
        elif _LABEL.fullmatch(draft.text):
            draft.role, label_before = Role.CREDIT, True
        elif (label_before and _NAMES.fullmatch(draft.text)) or _is_credit(draft.text):
            draft.role, label_before = Role.CREDIT, False
        else:
            label_before = False


def find_credit(paragraphs: Sequence[Paragraph]) -> Credit | None:
    """The brackets that end a paragraph, the last that do, or else the first line of credits."""
    for number in range(len(paragraphs), 0, -1):
        paragraph = paragraphs[number - 1]
        if paragraph.role in (Role.BODY, Role.LIST) and (match := _IN_BRACKETS.search(paragraph.text)):
            group = "credit" if match["credit"] else "names"
            return Credit(match[group].strip(), number, *match.span(group))
    lines = [(number, part.text) for number, part in enumerate(paragraphs, 1) if part.role is Role.CREDIT]
    if not lines:
        return _dateline(paragraphs)
    words = " ".join(text for _number, text in lines)
    return Credit(re.sub(r"(?<=[:：]) ", "", words), lines[0][0], 0, len(lines[0][1]))


def _dateline(paragraphs: Sequence[Paragraph]) -> Credit | None:
    """The reporters that the dateline of the first paragraphs names: 讯（记者何文、林川）."""
    texts = [(number, part.text) for number, part in enumerate(paragraphs, 1) if part.role is Role.BODY]
    for number, text in texts[:_LEAD]:
        if match := _REPORTERS.search(text[:_LONGEST_DATELINE]):
            work, names = match["work"], re.sub(r"[、，,\s/／]+", " ", match["names"]).strip()
            return Credit(f"{work} {names}", number, *match.span("names"))
    return None


def _is_credit(text: str) -> bool:
    return len(text) <= 120 and "。" not in text.rstrip("。") and bool(_LINE.fullmatch(text))
