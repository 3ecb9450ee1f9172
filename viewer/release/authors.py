"""Who wrote a release, as its credit names them.

A credit says who did what in many orders: 记者 何文, 文/图 何文, 何文 文 林川 摄, 作者：何文 编辑：林川. What
people did stands either before all names or after all of them, unless a colon says that it stands before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

_TITLES = "记者|記者|通讯员|通訊員|作者|撰稿人|实习生"
_WRITING = "文|文字|图文|文图|撰文|撰稿|采写|供稿|报道|摄影报道"
_PHOTOS = "图|图片|摄|摄影|摄像|供图|配图|制图|攝影"
_OTHER_WORK = (
    "责任编辑|责编|值班编辑|编辑|主编|副主编|总编|编审|编校|校对|审核|审校|初审|复审|终审"
    "|监制|制作|策划|统筹|排版|设计|美编|视觉|录入|发布|来源|責任編輯|編輯|校對"
)
_WRITES = frozenset(_WRITING.split("|"))
_WORK = _WRITES.union(_PHOTOS.split("|"), _OTHER_WORK.split("|"))
_LONG_WORK = "|".join(sorted(work for work in _WORK if len(work) > 1))  # the others end and begin names: 何文, 文静

_COMPOUND_SURNAMES = "欧阳|司马|上官|诸葛|夏侯|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|端木|南宫|长孙|宇文"
_HAN = "[\u4e00-\u9fff]"
_NAME = rf"(?:{_COMPOUND_SURNAMES}){_HAN}{{2}}|{_HAN}{{1,8}}(?:·{_HAN}{{1,8}})+|{_HAN}{{2,3}}?"
_NO_PERSON = re.compile("本[报网台刊社]|.+(?:[局社办室科处委部厅院站所网报台组队司校]|中心|媒体)")

_BOTH = re.compile(
    rf"(?<![\w·])(?:(?:{_WRITING})[/／、\s]+(?:{_PHOTOS})|(?:{_PHOTOS})[/／、\s]+(?:{_WRITING}))(?![\w·])"  # 文/图
)
_WORD = re.compile(r"([^\s、，,;；/／|｜丨()（）\[\]【】:：]+)(\s*[:：])?")
_PARTS = re.compile(
    rf"(?P<title>.{{0,8}}?(?:{_TITLES}))?(?P<before>{_LONG_WORK})?(?P<name>{_NAME})?(?P<after>摄|{_LONG_WORK})?"
)


class _Part(NamedTuple):
    """What a word of a credit says; the text of a name."""

    kind: Literal["name", "title", "writing", "other work"]
    text: str = ""


def credited_authors(credit: str) -> tuple[str, ...]:
    """The people whom a credit names as writers, or for no work at all, each once; not who edited or photographed."""
    segments: list[list[_Part]] = [[]]
    for word, colon in _WORD.findall(_BOTH.sub("图文", credit)):
        parts = list(_read_word(word))
        if colon:  # what is no kind of writing is some other work, whatever it is called
            parts = [part for part in parts if part.kind in ("title", "writing")] or [_Part("other work")]
            segments.append([])
        segments[-1] += parts
    return tuple(dict.fromkeys(name for segment in segments for name in _writers(segment)))


def _read_word(word: str) -> Iterator[_Part]:
    if word in _WORK:
        yield _work(word)
    elif match := _PARTS.fullmatch(word):
        if match["title"]:
            yield _Part("title")
        if match["before"]:
            yield _work(match["before"])
        if match["name"] and not _NO_PERSON.fullmatch(match["name"]):
            yield _Part("name", match["name"])
        if match["after"]:
            yield _work(match["after"])


def _work(word: str) -> _Part:
    return _Part("writing" if word in _WRITES else "other work")


def _writers(parts: Sequence[_Part]) -> list[str]:
    """Who writes, where work stands after the names if the last part is work, or else before them."""
    if parts and parts[-1].kind in ("writing", "other work"):
        return _names_after_writing([part for part in reversed(parts) if part.kind != "title"])[::-1]
    return _names_after_writing(parts)


def _names_after_writing(parts: Sequence[_Part]) -> list[str]:
    """The names before which no work stands, or that of writing last."""
    names = []
    work = "writing"
    for part in parts:
        if part.kind != "name":
            work = part.kind
        elif work != "other work":
            names.append(part.text)
    return names
