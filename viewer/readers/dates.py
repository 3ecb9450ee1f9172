"""The day of a release: where a document says it, and what follows where it says only a part."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from viewer.release.errors import QT_TRANSLATE_NOOP
from viewer.release.numerals import read_number
from viewer.release.release import Inference
from viewer.release.source import Paragraph, Role

_PLAIN = str.maketrans("０１２３４５６７８９○Ｏ〇", "0123456789零零零")
_CHINESE_YEAR = str.maketrans("零一二三四五六七八九", "0123456789")
_NUMERAL = r"\d{1,2}|[一二三四五六七八九十廿卅]{1,3}"
_FULL = re.compile(
    rf"(?P<year>(?:19|20)\d\d|[一二]{{1}}[零一二三四五六七八九]{{3}})\s*[年\-./]\s*"
    rf"(?P<month>{_NUMERAL})\s*[月\-./]\s*(?P<day>{_NUMERAL})(?:日|号|(?!\d))"
)
_COMPACT = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?!\d)")
_DAY = re.compile(rf"(?<![年\d])(?P<month>{_NUMERAL})月(?P<day>{_NUMERAL})日")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年(度|全年|终)?")
_LEAD = 3  # paragraphs of text in which a dateline can stand
_LAST = 6  # paragraphs in which a signature can stand
_EARLY_MONTHS = 3  # in which the year before is reported on


class Day(NamedTuple):
    """The day of a release, how the document has it, and what had to be concluded."""

    date: datetime.date
    written: str
    inferred: tuple[Inference, ...]


def find_day(paragraphs: Sequence[Paragraph], known: datetime.date | None, today: datetime.date) -> Day:
    """The day of the release: as its head, its format (`known`), its dateline or its end say; else `today`."""
    head = [part.text for part in paragraphs if part.role is Role.META]
    around = [part.text for part in paragraphs if part.role in (Role.SUBTITLE, Role.TITLE)]
    texts = [part.text for part in paragraphs if part.role in (Role.BODY, Role.LIST)]
    if found := next(_full_days(sorted(head, key=lambda line: not _is_occasion(line))), None):
        return found
    if known is not None:
        return Day(known, "", ())
    end = [text for text in texts[-_LAST:] if len(text) <= 24]
    if found := next(_full_days((*around, *end, *(text[:80] for text in texts[:_LEAD]))), None):
        return found
    for text in texts[:_LEAD]:
        if (match := _DAY.search(text[:80])) and (year := _year(texts, _number(match["month"]), today)):
            date = _date(year, match["month"], match["day"])
            if date is not None:
                return Day(date, match[0], (Inference(field="year", reason=_YEAR_REASON),))
    if found := next(_full_days(texts), None):
        return Day(found.date, found.written, (Inference(field="date", reason=_FIRST_DATE_REASON),))
    return Day(today, "", (Inference(field="date", reason=_NO_DATE_REASON),))


_YEAR_REASON = QT_TRANSLATE_NOOP(
    "Inference", "The document has only month and day; the year follows from the others in it."
)
_FIRST_DATE_REASON = QT_TRANSLATE_NOOP(
    "Inference", "The document does not say its day; this is the first date in its text."
)
_NO_DATE_REASON = QT_TRANSLATE_NOOP("Inference", "The document has no date; this is the day of its file.")


def _is_occasion(text: str) -> bool:
    """Whether a line tells of the day on which something was announced, which goes before that of its publication."""
    return text.startswith(("—", "–", "―")) or text.endswith("上")


def _full_days(texts: Sequence[str]) -> Iterator[Day]:
    """The days that texts have with month and year, in order."""
    for text in texts:
        plain = text.translate(_PLAIN)
        for pattern in (_FULL, _COMPACT):
            for match in pattern.finditer(plain):
                if date := _date(int(match["year"].translate(_CHINESE_YEAR)), match["month"], match["day"]):
                    yield Day(date, text[match.start() : match.end()], ())


def _year(texts: Sequence[str], month: int, today: datetime.date) -> int | None:
    """The year of a day that has none: that which the text names, or the one after it if it looks back on all of it."""
    named = [(int(match[1]), bool(match[2])) for text in texts for match in _YEAR.finditer(text)]
    named = [(year, whole) for year, whole in named if year <= today.year + 1]
    if not named:
        return None
    for year, whole in named:
        if whole and month <= _EARLY_MONTHS:
            return year + 1
    return named[0][0]


def _date(year: int, month: str, day: str) -> datetime.date | None:
    try:
        return datetime.date(year, _number(month), _number(day))
    except ValueError:
        return None


def _number(written: str) -> int:
    number = read_number(written)
    return int(number[0]) if number else 0
