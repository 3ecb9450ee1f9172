"""The copyright notice at the end of a document, and its clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from viewer.readers.draft import Draft
from viewer.release.release import Clause, Notice
from viewer.release.source import Paragraph, Role

_HEADING = re.compile(
    r"[【\[（(]?\s*(?:版权(?:与免责)?(?:声明|信息|说明)|免责声明|特别声明|郑重声明|转载(?:声明|须知|说明)|声明|法律声明"
    r"|版权声明及免责声明)\s*[】\])）]?\s*[:：]?"
)
_OPENING = re.compile(
    r"[【\[（(]?\s*(?:版权|免责|特别|郑重|转载|法律|本网|本站|本报)?(?:与免责)?(?:声明|說明|聲明)\s*[】\])）]?\s*[:：]"
    r"|凡(?:本网|本站|本报|本刊|注明|标注|署名|来源|转载|未注明)|未经.{0,20}(?:授权|许可|同意|允许).{0,20}(?:不得|禁止|严禁)"
    r"|(?:本文|本稿|本网|本站|以上).{0,12}(?:版权|著作权).{0,6}(?:归|属|为)|版权(?:归|所有)|转载请(?:注明|联系|标明)"
    r"|(?:请勿|严禁|禁止|谢绝)(?:擅自|随意)?转载|如需转载|欢迎转载"
)
_WORDS = re.compile(
    r"版权|著作权|授权|转载|摘编|本网|本站|侵权|来源[:：]|注明|免责|声明|法律责任|稿酬|知识产权|與我們聯絡|版權|轉載|授權|未经|许可"
)
_NUMBER = re.compile(
    r"[（(]?(?P<number>\d{1,2}|[一二三四五六七八九十]{1,2})[)）]?(?:[、.．,，:：)）]|(?<=[)）])|\s)\s*(?=\S)"
    r"|第(?P<ordinal>[一二三四五六七八九十])(?:条|[，,、])\s*"
)
_NUMERALS = {numeral: value for value, numeral in enumerate("一二三四五六七八九十", 1)}
_HOLDER = re.compile(
    r"来源\s*[:：]\s*([^”’」』》）)，,。；;\s]{2,30})"
    r"|[“「]([^”」]{2,30})[”」](?:由|系|是|的?(?:版权|自有))"
    r"|(?:版权|著作权)(?:均|全部|皆)?(?:归|属|为)(?:于)?([^所，,。；;]{2,30}?)(?:所有|，|,|。|$)"
    r"|经([^，,。；;]{2,20}?)(?:书面)?(?:授权|许可|同意)"
)
_FORBIDS = re.compile(r"未经.{0,12}(?:授权|许可|同意).{0,8}(?:不得|禁止|严禁|谢绝)|转载请注明|版权所有|违者必究")
_SHORT = 100  # characters of a notice that is one line
_LEAST_WORDS = 2  # different ones in a whole notice
_FURTHEST = 40  # paragraphs from the end at which a notice may begin


def mark_notice(drafts: list[Draft]) -> None:
    """Give the paragraphs of the notice at the end, if there is one, their role."""
    for start in range(max(0, len(drafts) - _FURTHEST), len(drafts)):
        if _begins_notice(drafts, start):
            for draft in drafts[start:]:
                draft.role = Role.NOTICE
            return


def read_notice(paragraphs: Sequence[Paragraph]) -> Notice | None:
    """The notice that these paragraphs of a document have, word for word; its clauses as they are numbered."""
    clauses: list[_Clause] = []
    for number, paragraph in enumerate(paragraphs, 1):
        if paragraph.role is not Role.NOTICE or (not clauses and _HEADING.fullmatch(paragraph.text)):
            continue
        value = _number(paragraph.text)
        if not clauses or (value is not None and value > clauses[-1].number):
            clauses.append(_Clause(value or 1, [], []))
        text = paragraph.text if value is None or clauses[-1].texts else _without_number(paragraph.text)
        clauses[-1].texts.append(text)
        clauses[-1].numbers.append(number)
    if not clauses:
        return None
    words = tuple(
        Clause(number=clause.number, text="\n".join(clause.texts), paragraphs=tuple(clause.numbers))
        for clause in clauses
    )
    return Notice(holder=_holder(words), form="verbatim", clauses=words)


class _Clause(NamedTuple):
    number: int
    texts: list[str]
    numbers: list[int]


def _begins_notice(drafts: list[Draft], start: int) -> bool:
    """Whether all from `start` on is a notice: it is opened as one, and speaks of rights throughout."""
    text = drafts[start].text
    rest = [draft.text for draft in drafts[start:]]
    if _HEADING.fullmatch(text):
        return len(rest) > 1
    if len(rest) == 1 and len(text) <= _SHORT and _FORBIDS.search(text):
        return True
    is_first = _number(text) == 1
    if not is_first and not _OPENING.match(text):
        return False
    words = {word for line in rest for word in _WORDS.findall(line)}
    if len(words) < _LEAST_WORDS or not (_WORDS.search(text) or _OPENING.search(rest[min(1, len(rest) - 1)])):
        return False
    # a list of other things may end in a clause about rights
    clauses = list(_numbered(rest))
    return sum(bool(_WORDS.search(clause)) for clause in clauses) * 2 >= len(clauses)


def _numbered(texts: Sequence[str]) -> Iterator[str]:
    """The texts, each that has no number with the one before it."""
    clause = ""
    for text in texts:
        if clause and _number(text) is not None:
            yield clause
            clause = ""
        clause += text
    yield clause


def _number(text: str) -> int | None:
    match = _NUMBER.match(text)
    if match is None:
        return None
    written = match["number"] or match["ordinal"]
    if written.isdigit():
        return int(written)
    return _NUMERALS.get(written) or 10 + _NUMERALS.get(written[-1], 0)


def _without_number(text: str) -> str:
    match = _NUMBER.match(text)
    return text[match.end() :] if match else text


def _holder(clauses: Sequence[Clause]) -> str:
    """Who holds the rights, as the notice names them; the first words of the notice where it names nobody."""
    for clause in clauses:
        if found := _HOLDER.search(clause.text):
            names: list[str] = [group for group in found.groups() if group]
            return names[0].strip('“”"「」《》 ')
    return clauses[0].text[:20]
