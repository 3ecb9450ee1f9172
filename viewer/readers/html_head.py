"""What a web page says of its article: title, date, publisher and author.

Names of `<meta>` are those of Open Graph, schema.org and the standard of Chinese government sites (国办发〔2019〕19号:
ArticleTitle, PubDate, ContentSource), and those that large news sites use.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from viewer.release.rules import is_address

if TYPE_CHECKING:
    from lxml.etree import _Element

_TITLES = ("articletitle", "og:title", "twitter:title")
_DATES = (
    "pubdate", "publishdate", "article:published_time", "datepublished", "og:published_time", "og:release_date",
    "og:time", "weibo: article:create_at", "firstpublishedtime", "publish_time", "publishtime", "apub:time", "dc.date",
    "date",
)  # fmt: skip
_PUBLISHERS = ("contentsource", "source", "mediaid", "og:source")
_SITES = ("og:site_name", "sitename", "application-name")
_ADDRESSES = ("og:url", "twitter:url", "url")
_AUTHORS = ("author", "article:author", "og:article:author")

_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)")
_TIME = re.compile(r"[日Tt]?\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?")
_LINKED_DATA_DATE = re.compile(r'"(?:datePublished|pubDate)"\s*:\s*"([^"]+)"')
_TITLE_JOINT = re.compile(r"\s*(?:[_|｜]|-{2,}|[—–]{1,2}|(?<=\s)-(?=\s)|-(?=[^-]+$))\s*")
_LEAST_TITLE = 6
_NEXT_LABEL = r"(?=\s|[|｜()（）\[\]【】]|作者|记者|责任编辑|责编|编辑[：:]|发布|字[体号]|浏览|点击|时间|$)"
_SOURCE = re.compile(rf"(?:来\s*源|稿源|出处)\s*[：:]\s*(\S+?){_NEXT_LABEL}")
_SOURCE_LABEL = re.compile(r"\A来源\s*[：:]\s*")
_AUTHOR = re.compile(rf"(?:作\s*者|文)\s*[：:／/]\s*(\S+?){_NEXT_LABEL}")
_NO_NAME = re.compile(r"@|\d{3}|email|admin|^name$|[：:/]|^\W*$", re.IGNORECASE)
_LONGEST_NAME = 30
_LONGEST_LINE = 120


@dataclass(frozen=True)
class Head:
    """The facts in the head of a page; "" or None where it has none.

    Attributes:
        titles: every title that it names, the most exact first; the last may have the site's name in it.
        author: as the page has it, if it can be a name.
        address: of the page on the web.
    """

    titles: tuple[str, ...] = ()
    date: datetime.date | None = None
    publisher: str = ""
    site: str = ""
    author: str = ""
    address: str = ""


def read_head(root: _Element) -> Head:
    """The facts in the head of the page under `root`."""
    metas = _read_metas(root)

    def named(names: Iterable[str]) -> Iterator[str]:
        return (metas.get(name, "") for name in names)

    return Head(
        titles=tuple(filter(None, (*named(_TITLES), _title(root)))),
        date=_first_date((*named(_DATES), *_linked_dates(root))),
        publisher=_first_name(_SOURCE_LABEL.sub("", name) for name in named(_PUBLISHERS)),
        site=_first_name(named(_SITES)),
        author=_first_name(named(_AUTHORS)),
        address=first_address((*_canonical(root), *named(_ADDRESSES))),
    )


def _read_metas(root: _Element) -> dict[str, str]:
    """What each `<meta>` says, by its name; of several with one name the first."""
    metas: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("name") or meta.get("property") or meta.get("itemprop") or "").strip().lower()
        metas.setdefault(name, " ".join((meta.get("content") or "").split()))
    return metas


def _title(root: _Element) -> str:
    title = next(root.iter("title"), None)
    return "" if title is None else " ".join((title.text or "").split())


def _linked_dates(root: _Element) -> Iterator[str]:
    """The days of publication in linked data (JSON-LD)."""
    for script in root.iter("script"):
        if script.get("type") == "application/ld+json":
            yield from _LINKED_DATA_DATE.findall(script.text or "")


def _canonical(root: _Element) -> Iterator[str]:
    """The addresses that the page says are its own."""
    return (link.get("href") or "" for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical")


def first_address(addresses: Iterable[str]) -> str:
    """The first whole web address, or ""."""
    return next((address.strip() for address in addresses if is_address(address.strip())), "")


def title_without_site(titles: Iterable[str]) -> str:
    """The first of the titles without the names of channel and site that follow in it."""
    for title in titles:
        parts = [part for part in _TITLE_JOINT.split(title) if part]
        return next((part for part in parts if len(part) >= _LEAST_TITLE), title)
    return ""


def _first_date(texts: Iterable[str]) -> datetime.date | None:
    return next(filter(None, map(_read_date, texts)), None)


def _read_date(text: str) -> datetime.date | None:
    """The first day in the text, such as in 2024-03-18 09:12 or 2024年3月18日."""
    for match in _DATE.finditer(text):
        with suppress(ValueError):
            return datetime.date(int(match[1]), int(match[2]), int(match[3]))
    return None


def date_of_lines(lines: Iterable[str]) -> datetime.date | None:
    """The first day in lines about the article; long ones are no such lines."""
    return _first_date(line for line in lines if len(line) <= _LONGEST_LINE)


def publisher_of_lines(lines: Iterable[str]) -> str:
    """Who stands behind 来源 in lines about the article, or else alone beside its date."""
    short = [line for line in lines if len(line) <= _LONGEST_LINE]
    for line in short:
        if match := _SOURCE.search(line):
            return match[1]
    for line in short:
        rest = _TIME.sub(" ", _DATE.sub(" ", line)).split()
        if _DATE.search(line) and len(rest) == 1 and _first_name(rest) and rest[0] != "日":
            return rest[0]
    return ""


def author_of_lines(lines: Iterable[str]) -> str:
    """Who stands behind 作者 in lines about the article."""
    for line in lines:
        if len(line) <= _LONGEST_LINE and (match := _AUTHOR.search(line)):
            return match[1]
    return ""


def facts_of(values: Mapping[str, str]) -> Head:
    """The facts in data that a page carries for its scripts: names of fields and what they hold."""
    found = {"title": "", "time": "", "source": "", "author": ""}
    for name, value in values.items():
        for kind, pattern in _FIELDS.items():
            if pattern.search(name) and not found[kind] and value:
                found[kind] = " ".join(value.split())
    return Head(
        titles=tuple(filter(None, [found["title"]])),
        date=_read_moment(found["time"]),
        publisher=_first_name([re.sub(r"<[^>]*>", "", found["source"])]),
        author=_first_name([re.sub(r"<[^>]*>", "", found["author"])]),
    )


_FIELDS = {
    "title": re.compile(r"(?:^|[-_]|article)(?:title|name|headline)$", re.IGNORECASE),
    "time": re.compile(
        r"(?:pub|publish|news|article|create|release|input)[-_]?(?:ed|lish)?[-_]?(?:time|date)|^(?:time|date)$",
        re.IGNORECASE,
    ),
    "source": re.compile(r"source([-_]?name)?$|^media([-_]?name)?$", re.IGNORECASE),
    "author": re.compile(r"author([-_]?name)?$", re.IGNORECASE),
}
_CHINA = datetime.timezone(datetime.timedelta(hours=8))
_SECONDS = re.compile(r"(\d{10})(?:\d{3})?")


def _read_moment(text: str) -> datetime.date | None:
    """A day that is written, or the day in China of a moment in seconds or milliseconds."""
    if match := _SECONDS.fullmatch(text):
        return datetime.datetime.fromtimestamp(int(match[1]), _CHINA).date()
    return _read_date(text)


def _first_name(names: Iterable[str]) -> str:
    """The first that can be the name of somebody."""
    for name in names:
        shown = name.strip()
        if shown and len(shown) <= _LONGEST_NAME and not _NO_NAME.search(shown):
            return shown
    return ""
