"""What a reference to a release says, whatever form it is written in."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from viewer.release.citation import paragraph_range
from viewer.release.release import Entry, Release

_NEWSPAPER = re.compile(r"报社?$")
_WRITER = re.compile(
    r"(?:本报)?(?:通讯员|特约记者|记者|作者|文字|撰文|文)[：:／/\s]*(?:图)?[：:／/\s]*([^：:；;|｜()（）]+)"
)
_PEN_NAME = re.compile(r"^([\u4e00-\u9fff·]{2,12})\s*[（(][^）)]*文[^）)]*[）)]$")
_OTHER_ROLE = re.compile(r"(?:摄影|摄|图片|图|编辑|责编|校对|审核|供稿|来源|编审).*$")
_BETWEEN_NAMES = re.compile(r"[\s、，,/／]+")
_NAME = re.compile(r"[\u4e00-\u9fff·]{2,6}")


@dataclass(frozen=True, kw_only=True)
class Reference:
    """A reference to a release, or to a part of it.

    Attributes:
        key: of ASCII letters, digits and "-".
        authors: people; or else, where `corporate`, the body that announced it.
        part: the title of the section or item that is meant; "" for the whole release.
        paragraphs: those of the part, in short; "" where none are known.
        publisher: the medium that published it.
        address: on the web, "" where it is not known.
        accessed: when it was read there; None where there is no address.
        in_newspaper: whether it was published in a newspaper, and not on the web.
    """

    key: str
    authors: tuple[str, ...]
    corporate: bool
    title: str
    part: str
    paragraphs: str
    publisher: str
    date: datetime.date
    address: str
    accessed: datetime.date | None
    in_newspaper: bool


def refer(release: Release, entry: Entry, today: datetime.date) -> Reference:
    """The reference to `entry`, which is the release or stands in it."""
    people = _writers(release.credit)
    whole = isinstance(entry, Release)
    return Reference(
        key=release.id if whole else f"{release.id}-{entry.id}",
        authors=people or tuple(filter(None, (_line(release.issuer),))),
        corporate=not people,
        title=_line(release.title),
        part="" if whole else _line(entry.title),
        paragraphs="" if whole else paragraph_range(entry.paragraphs),
        publisher=_line(release.publisher),
        date=release.date,
        address=release.address,
        accessed=today if release.address else None,
        in_newspaper=not release.address and bool(_NEWSPAPER.search(release.publisher)),
    )


def _writers(credit: str) -> tuple[str, ...]:
    """The people whom a credit names for the words: after 记者, 通讯员, 文 and the like, or before （文、图）."""
    if pen_name := _PEN_NAME.match(credit.strip()):
        return (pen_name[1],)
    names = [
        name
        for match in _WRITER.finditer(credit)
        for name in _BETWEEN_NAMES.split(_OTHER_ROLE.sub("", match[1]).strip())
        if _NAME.fullmatch(name) and not _WRITER.match(name + " ")
    ]
    return tuple(dict.fromkeys(names))


def _line(text: str) -> str:
    """`text` in one line, without what cannot be printed."""
    return " ".join("".join(part if part.isprintable() else " " for part in text).split())
