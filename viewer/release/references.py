"""References: what a bibliography says of a release or a part of it, and GB/T 7714 from that."""

from __future__ import annotations

import datetime
import unicodedata
from dataclasses import dataclass
from typing import Literal

from viewer.release.authors import credited_authors
from viewer.release.citation import paragraph_range
from viewer.release.release import Entry, Release
from viewer.release.unseen import without_unseen

_MOST_AUTHORS = 3


@dataclass(frozen=True, kw_only=True)
class Reference:
    """What every format is made from; each text is one line without control characters.

    Attributes:
        key: the citation key, of a-z, 0-9 and "-".
        authors: the people who wrote it, or else the body that issued it.
        corporate: whether the author is a body.
        title: of the release.
        container: the medium that published it.
        address: where on the web it is, "" where that is not known.
        accessed: the day on which it was read there, None without an address.
        paragraphs: the numbers of the paragraphs, in short.
        part: the title of the section or item, "" for the release.
        kind: "newspaper" for what is known from a newspaper and from no address.
    """

    key: str
    authors: tuple[str, ...]
    corporate: bool
    title: str
    container: str
    date: datetime.date
    address: str
    accessed: datetime.date | None
    paragraphs: str
    part: str
    kind: Literal["newspaper", "web"]

    @property
    def paragraphs_written(self) -> str:
        """The paragraphs in words: 第 1–3、5 段."""
        return f"第 {self.paragraphs} 段" if self.paragraphs else ""

    @property
    def note(self) -> str:
        """Part and paragraphs in words, for formats that have no field for them."""
        return "，".join(
            filter(None, (self.part and f"部分：{self.part}", self.paragraphs and f"原文{self.paragraphs_written}"))
        )


def refer(release: Release, entry: Entry | None, accessed: datetime.date) -> Reference:
    """The reference to an entry of `release` with its paragraphs, or to all of it; `accessed` is the day of reading."""
    part = None if entry is None or isinstance(entry, Release) else entry
    people = credited_authors(release.credit)
    issuer = _line(release.issuer)
    container = _line(release.publisher)
    return Reference(
        key=f"{release.id}-{part.id}" if part else release.id,
        authors=people or ((issuer,) if issuer else ()),
        corporate=not people and bool(issuer),
        title=_line(release.title) or release.id,
        container=container,
        date=release.date,
        address=release.address,
        accessed=accessed if release.address else None,
        paragraphs=paragraph_range(entry.paragraphs) if entry else "",
        part=_line(part.title) if part else "",
        kind="newspaper" if container.endswith(("报", "報")) and not release.address else "web",
    )


def gbt7714(reference: Reference) -> str:
    """The reference after GB/T 7714—2015 (信息与文献 参考文献著录规则), for lists in the order of citation.

    Punctuation is half-width with a space after it, as in its examples. Of more than three authors, three are named
    (8.1.2); where there is none, the title comes first (8.1.3). A section or item has no author of its own, so it is
    no 析出文献 (8.8.1) but the name of a part, which belongs to 其他题名信息 after a colon (8.2.3). The paragraphs
    stand where the page does, in words (8.5): in a newspaper in brackets after the date (8.8.5), on the web after
    the year (4.6), which is there wherever publisher or paragraphs are; the full date in brackets follows.
    """
    others = ["等"] if len(reference.authors) > _MOST_AUTHORS else []
    people = ", ".join((*reference.authors[:_MOST_AUTHORS], *others))
    title = ": ".join(filter(None, (reference.title, reference.part)))
    mark, imprint = ("N", _in_newspaper(reference)) if reference.kind == "newspaper" else ("EB/OL", _on_web(reference))
    return f"{'. '.join(filter(None, (people, f'{title}[{mark}]', imprint, reference.address)))}."


def _in_newspaper(reference: Reference) -> str:
    place = f"({reference.paragraphs_written})" if reference.paragraphs else ""
    return f"{reference.container}, {reference.date.isoformat()}{place}"


def _on_web(reference: Reference) -> str:
    place = f": {reference.paragraphs_written}" if reference.paragraphs else ""
    year = reference.date.isoformat()[:4] if reference.container or place else ""
    publication = ", ".join(filter(None, (reference.container, year)))
    accessed = f"[{reference.accessed.isoformat()}]" if reference.accessed else ""
    return f"{publication}{place}({reference.date.isoformat()}){accessed}"


def _line(text: str) -> str:
    """`text` on one line, without control characters and halves of surrogate pairs, which no format has."""
    spaced = "".join(" " if unicodedata.category(part) in ("Cc", "Cs") else part for part in text)
    return " ".join(without_unseen(spaced).split())
