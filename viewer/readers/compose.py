"""A release of the paragraphs of a document: its sections, items, names and figures, all word for word."""

from __future__ import annotations

import datetime
import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, NamedTuple

from viewer.readers.credits import find_credit
from viewer.readers.dates import find_day
from viewer.readers.names import find_names
from viewer.readers.notice import read_notice
from viewer.readers.titles import title_of
from viewer.release.errors import QT_TRANSLATE_NOOP
from viewer.release.figures import find_figures
from viewer.release.fingerprint import fingerprint
from viewer.release.folding import fold_width_and_case
from viewer.release.release import Caption, Figure, Inference, Item, Mention, Notice, Person, Release, Section
from viewer.release.source import Paragraph, Role, Source

TITLE_REASON = QT_TRANSLATE_NOOP("Inference", "The document has no title; this is what its first paragraph says.")
_PUBLISHER_REASON = QT_TRANSLATE_NOOP(
    "Inference", "The document does not say where it was published; its notice names this."
)

_BODY_TITLE = "正文"
_TEXT = (Role.BODY, Role.LIST, Role.TABLE)
_WITHOUT_FIGURES = (Role.META, Role.CREDIT, Role.NOTICE)
_SOURCE_LINE = re.compile(
    r"(?:来源|稿源|來源|信息来源|文章来源|稿件来源|来自|发布机构|发布单位|发布机关|发文机关|發布單位)\s*[:：]\s*([^\s|｜，,；;（(]{2,30})?|^原创\s+(\S{2,20})"
)
_PERIOD = re.compile(
    r"(?:19|20)\d\d年(?:度|全年|上半年|下半年|第?[一二三四1-4]季度|(?:前|1[—\-–至])[\d一二三四五六七八九十]+个?月(?:份)?)?"
)
_SIGNATURE = re.compile(
    r"[\u4e00-\u9fff]{3,24}(?:局|政府|办公室|办公厅|委员会|厅|部|院|社|公司|集团|会|处|队|中心|学校|大学)"
)
_SHORT = 16  # characters; a paragraph this short leads to the next


class Facts(NamedTuple):
    """What is known of a document besides its paragraphs.

    Attributes:
        title, date, publisher, author, address: as its format has them; "" or None where it has none.
        day: that of the file, for a document without any date.
    """

    day: datetime.date
    title: str = ""
    date: datetime.date | None = None
    publisher: str = ""
    author: str = ""
    address: str = ""


def compose_release(paragraphs: Sequence[Paragraph], facts: Facts) -> Release:
    """The release that a document with these paragraphs is; there must be one at least."""
    day = find_day(paragraphs, facts.date, facts.day)
    title, no_title = _title(paragraphs, facts)
    notice = read_notice(paragraphs)
    publisher, no_publisher = _publisher(paragraphs, facts, notice)
    parts = _divide(paragraphs)
    overview = _passage(paragraphs, parts.before)
    credit = find_credit(paragraphs)
    return Release(
        id=_make_id(day.date, title, publisher),
        title=title,
        issuer=overview["units"][0].name if overview["units"] else "",
        publisher=publisher,
        occasion="",
        date=day.date,
        date_written=day.written,
        period=_period(title, paragraphs, parts.before),
        credit=credit.text if credit else facts.author,
        address=facts.address,
        overview=_words(paragraphs, parts.lead),
        inferred=(*no_title, *day.inferred, *no_publisher),
        form="verbatim",
        sections=tuple(_section(paragraphs, part, number) for number, part in enumerate(parts.sections, 1)),
        notice=notice,
        source=Source(
            paragraph_count=len(paragraphs),
            fingerprint=fingerprint(part.text for part in paragraphs),
            paragraphs=tuple(paragraphs),
        ),
        **overview,
    )


@dataclass
class _Part:
    """A section, as it is found: the numbers of its paragraphs, those of its heading first."""

    title: str
    level: int
    heading: list[int] = field(default_factory=list)
    items: list[list[int]] = field(default_factory=list)
    captions: list[list[int]] = field(default_factory=list)


class _Parts(NamedTuple):
    """What stands before the first heading, what of that is running text, and the sections."""

    before: list[int]
    lead: list[int]
    sections: list[_Part]


def _divide(paragraphs: Sequence[Paragraph]) -> _Parts:
    """Paragraphs by the section that they stand in; in a document without headings all but the first are one."""
    parts = _Parts([], [], [])
    has_headings = any(part.role is Role.HEADING or part.run_in for part in paragraphs)
    for number, paragraph in enumerate(paragraphs, 1):
        if paragraph.role is Role.HEADING or paragraph.run_in:
            heading = paragraph.text[: paragraph.run_in or None]
            title = heading.rstrip("。") or heading
            parts.sections.append(_Part(title, max(paragraph.level, 1), [number]))
            if paragraph.run_in:
                _add(parts.sections[-1], number, paragraphs)
        elif paragraph.role in _WITHOUT_FIGURES:
            continue
        elif parts.sections:
            _add(parts.sections[-1], number, paragraphs)
        elif not has_headings and parts.lead and paragraph.role in _TEXT:
            parts.sections.append(_Part(_BODY_TITLE, 1))
            _add(parts.sections[-1], number, paragraphs)
        else:
            parts.before.append(number)
            if paragraph.role in _TEXT:
                parts.lead.append(number)
    return parts


def _add(section: _Part, number: int, paragraphs: Sequence[Paragraph]) -> None:
    """Add a paragraph to the items of a section: to the last where that leads to it, as an item of its own else."""
    if paragraphs[number - 1].role is Role.CAPTION:
        (section.captions or [section.heading])[-1].append(number)
        return
    if section.items and _leads_on(
        paragraphs[section.items[-1][-1] - 1], paragraphs[section.items[-1][0] - 1], paragraphs[number - 1]
    ):
        section.items[-1].append(number)
    else:
        section.items.append([number])
        section.captions.append([])


def _leads_on(last: Paragraph, first: Paragraph, paragraph: Paragraph) -> bool:
    """Whether a paragraph belongs to the one before it: a list to what announces it, anything to a salutation."""
    if len(last.text) <= _SHORT and last.role is Role.BODY and last.text.endswith((":", "：", "！", "!")):
        return True
    announced = first.text.endswith((":", "：")) and first.role is Role.BODY
    return announced and paragraph.role in (Role.LIST, Role.TABLE)


def _section(paragraphs: Sequence[Paragraph], part: _Part, number: int) -> Section:
    heading = [place for place in part.heading if not paragraphs[place - 1].run_in]
    items = tuple(_item(paragraphs, *both) for both in zip(part.items, part.captions, strict=True))
    return Section(id=f"s{number}", title=part.title, level=part.level, items=items, **_passage(paragraphs, heading))


def _item(paragraphs: Sequence[Paragraph], places: list[int], captions: list[int]) -> Item:
    passage = _passage(paragraphs, [*places, *captions])
    title = title_of(_text_of(paragraphs[places[0] - 1]), [unit.name for unit in passage["units"]])
    return Item(id=f"p{places[0]}", title=title, summary=_words(paragraphs, places), **passage)


def _text_of(paragraph: Paragraph) -> str:
    """The words of a paragraph behind the heading that it begins with."""
    return paragraph.text[paragraph.run_in :].strip() or paragraph.text


def _words(paragraphs: Sequence[Paragraph], places: Iterable[int]) -> str:
    return "\n".join(paragraphs[place - 1].text for place in places)


def _passage(paragraphs: Sequence[Paragraph], places: Sequence[int]) -> dict[str, Any]:
    """The fields of a Passage that rests on these paragraphs."""
    units: dict[str, Mention] = {}
    places_: dict[str, Mention] = {}
    systems: dict[str, Mention] = {}
    people: dict[str, Person] = {}
    figures: list[Figure] = []
    for place in places:
        text = paragraphs[place - 1].text
        names = find_names(text, place)
        for known, found in ((units, names.units), (places_, names.places), (systems, names.systems)):
            for mention in found:
                known.setdefault(mention.name, mention)
        for person in names.people:
            people.setdefault(person.name, person)
        figures += find_figures(text, place)
    return {
        "paragraphs": tuple(place for place in places if paragraphs[place - 1].role is not Role.CAPTION),
        "units": tuple(units.values()),
        "places": tuple(places_.values()),
        "systems": tuple(systems.values()),
        "people": tuple(people.values()),
        "figures": tuple(figures),
        "captions": tuple(
            Caption(text=paragraphs[place - 1].text, paragraph=place)
            for place in places
            if paragraphs[place - 1].role is Role.CAPTION
        ),
    }


def _title(paragraphs: Sequence[Paragraph], facts: Facts) -> tuple[str, tuple[Inference, ...]]:
    """The title, which may go over several lines and stand there twice; else what the first paragraph says."""
    lines: dict[str, str] = {}
    for paragraph in paragraphs:
        if paragraph.role is Role.TITLE:
            lines.setdefault(fold_width_and_case(paragraph.text), paragraph.text)
    if lines:
        kept = [text for folded, text in lines.items() if not any(folded in other != folded for other in lines)]
        return "".join(kept), ()
    if facts.title.strip():
        return facts.title.strip(), ()
    first = next((part for part in paragraphs if part.role in _TEXT), paragraphs[0])
    return title_of(first.text), (Inference(field="title", reason=TITLE_REASON),)


def _publisher(
    paragraphs: Sequence[Paragraph], facts: Facts, notice: Notice | None
) -> tuple[str, tuple[Inference, ...]]:
    """Where it was published: as its source line says, its format, its signature, or else its notice."""
    rights = "".join(part.text for part in paragraphs if part.role is Role.NOTICE)
    named = _named_source([part.text for part in paragraphs if part.role in (Role.META, Role.CREDIT)])
    if named is not None:
        return named, ()
    if facts.publisher and facts.publisher not in rights:
        return facts.publisher, ()
    signed = [part.text for part in paragraphs if part.role is Role.META and _SIGNATURE.fullmatch(part.text)]
    if signed:
        return signed[-1], ()
    if notice is not None and len(notice.holder) < _SHORT:
        return notice.holder, (Inference(field="publisher", reason=_PUBLISHER_REASON),)
    return "", ()


def _named_source(lines: Sequence[str]) -> str | None:
    """The source that one of the lines names, which may stand on the line behind its label; None where none does."""
    for line, following in pairwise((*lines, "")):
        match = _SOURCE_LINE.search(line)
        if match and (name := match[1] or match[2] or following):
            return name.strip("》】」”")
    return None


def _period(title: str, paragraphs: Sequence[Paragraph], before: Sequence[int]) -> str:
    """The time that it reports on, where its title or its first paragraphs name one."""
    for text in (title, *(paragraphs[place - 1].text for place in before)):
        if match := _PERIOD.search(text):
            return match[0].removesuffix("度") if match[0].endswith("年度") else match[0]
    return ""


def _make_id(date: datetime.date, title: str, publisher: str) -> str:
    """The day, and eight digits of what else tells releases apart."""
    words = fold_width_and_case(f"{title}\n{publisher}")
    return f"{date:%Y%m%d}-{hashlib.sha256(words.encode()).hexdigest()[:8]}"
