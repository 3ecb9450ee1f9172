"""The article of a web page: its headline, the lines under it, its body and its credits, without the rest.

The body is the element whose passages weigh most, where running text weighs what it has in characters and a link less
than nothing: the maximum subsequence segmentation of Pasternack and Roth (2009), kept to elements.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

from viewer.readers.document import BlockKind
from viewer.readers.html_blocks import Page, Passage
from viewer.readers.html_furniture import (
    find_furniture,
    is_attachment,
    is_clean,
    is_linked,
    is_list_of_links,
    is_tool,
    letters,
    weigh,
)

_LEAST_TITLE = 4
_MOST_AROUND = 12  # lines between headline and body, and behind the body
_MOST_BEHIND = 30
_FIRST_LINES, _LAST_LINES = 3, 4
_META = re.compile(r"(?:19|20)\d\d\s*[-/.年]\s*\d{1,2}|来源|作者|记者|发布|编辑|责编|稿源|出处")
_CREDIT = re.compile(
    r"\W*(?:责任编辑|责编|编辑|校对|审核|审校|监制|统筹|供稿|原标题|作者|记者|来源|稿源|摄影|值班|终审|初审|复审|文字|撰文)[^，。]{0,40}"
)
_LONGEST_CREDIT = 100
_TITLE_NAME = re.compile(
    r"(?:^|[\s_-])(?:art|arti|article|news|main|con|content|h|p)?[_-]?(?:title|tit|headline|biaoti|bt)\d?(?:$|[\s_-])"
)


class Article(NamedTuple):
    """Which passages of a page are its article, in order, and which of them is the headline."""

    numbers: list[int]
    headline: int | None
    body: int
    """The first of the body."""


def find_article(page: Page, titles: Iterable[str]) -> Article:
    """The article of a page whose head names it with one of `titles`; where there is none, all but the furniture."""
    headline = _named_headline(page.passages, titles)
    furniture = find_furniture(page, headline)
    start, end = _body(page, furniture, headline)
    if headline is None or headline >= end:
        headline = _unnamed_headline(page.passages, start, end)
    if headline is not None and start <= headline and _is_above(page.passages, headline, start, end):
        start = headline + 1
    body = [number for number in range(start, end) if number != headline and _belongs(page.passages, furniture, number)]
    if (start, end) == (0, len(page.passages)):  # nothing of the page stands out
        body = [number for number in body if is_clean(page.passages[number])] or body
    first = body[0] if body else end
    numbers = sorted({*_head(page, furniture, headline, first), *body, *_tail(page, furniture, end)})
    return Article(numbers or list(range(len(page.passages))), headline, first)


def is_meta(text: str) -> bool:
    """Whether a line tells the date, the source or who wrote it."""
    return len(text) <= _LONGEST_CREDIT and _META.search(text) is not None


def around_body(page: Page, article: Article) -> list[int]:
    """Where the facts about an article stand: under its headline, and where it begins and ends."""
    head = [number for number in article.numbers if number < article.body and number != article.headline]
    body = [number for number in article.numbers if number >= article.body]
    return head + body[:_FIRST_LINES] + body[: -_LAST_LINES - 1 : -1]


def _named_headline(passages: list[Passage], titles: Iterable[str]) -> int | None:
    """The first passage that the page's head has in its title, rather a heading than something else."""
    keys = [letters(title) for title in titles]
    found: int | None = None
    for number, passage in enumerate(passages):
        key = letters(passage.block.text)
        if len(key) < _LEAST_TITLE or is_linked(passage) or not any(_is_title(key, title) for title in keys):
            continue
        if passage.block.kind is BlockKind.HEADING:
            return number
        found = number if found is None else found
    return found


def _is_title(key: str, title: str) -> bool:
    return title.startswith(key) or (len(title) >= _LEAST_TITLE and key.startswith(title) and len(key) < len(title) * 2)


def _unnamed_headline(passages: list[Passage], start: int, end: int) -> int | None:
    """The last h1 before the body or in it, or else what is named a title there."""
    candidates = [
        number
        for number in range(max(0, start - _MOST_AROUND), min(end, start + 3))
        if not is_linked(passages[number]) and len(letters(passages[number].block.text)) >= _LEAST_TITLE
    ]
    for number in reversed(candidates):
        if passages[number].block.level == 1:
            return number
    for number in reversed(candidates):
        element = passages[number].element
        if _TITLE_NAME.search(f"{element.get('class', '')} {element.get('id', '')}".lower()):
            return number
    return None


def _body(page: Page, furniture: list[bool], headline: int | None) -> tuple[int, int]:
    weights = [weigh(passage) for passage in page.passages]
    for number, is_furniture in enumerate(furniture):
        if is_furniture or (headline is not None and number <= headline):
            weights[number] = min(0, weights[number])
    sums = [0, *accumulate(weights)]
    best, span = 0, (0, len(weights))
    for start, end in page.spans.values():
        if sums[end] - sums[start] > best:
            best, span = sums[end] - sums[start], (start, end)
    return span


def _is_above(passages: list[Passage], headline: int, start: int, end: int) -> bool:
    """Whether most of the body stands under the headline."""
    above, under = (
        sum(max(0, weigh(passage)) for passage in part) for part in (passages[start:headline], passages[headline:end])
    )
    return above < under


def _belongs(passages: list[Passage], furniture: list[bool], number: int) -> bool:
    """Whether a passage inside of the body is one of the article."""
    passage = passages[number]
    if furniture[number] or is_tool(passage.block.text):
        return False
    if is_list_of_links(passage):
        return False
    if not is_linked(passage) or is_attachment(passage.block.text):
        return True
    around = passages[max(0, number - 1) : number] + passages[number + 1 : number + 2]
    return not any(map(is_linked, around)) and any(map(str.isalpha, passage.block.text))


def _head(page: Page, furniture: list[bool], headline: int | None, body: int) -> list[int]:
    """The headline, headings right above it, and the lines between it and the body."""
    if headline is None:
        return []
    numbers = [headline]
    parent = page.passages[headline].element.getparent()
    above = headline - 1
    while above >= 0 and page.passages[above].block.level and page.passages[above].element.getparent() is parent:
        numbers.append(above)
        above -= 1
    between = range(headline + 1, min(body, headline + 1 + _MOST_AROUND))
    return numbers + [
        number
        for number in between
        if not furniture[number] and (is_clean(page.passages[number]) or is_meta(page.passages[number].block.text))
    ]


def _tail(page: Page, furniture: list[bool], end: int) -> list[int]:
    """What follows the body at once, such as who signs it, and the credits that stand further down."""
    numbers: list[int] = []
    behind = range(end, min(len(page.passages), end + _MOST_BEHIND))
    goes_on = True
    for number in behind:
        passage = page.passages[number]
        clean = not furniture[number] and is_clean(passage)
        is_label = any(map(is_linked, page.passages[number + 1 : number + 2]))
        goes_on = goes_on and clean and not is_label and number < end + _MOST_AROUND
        text = passage.block.text
        if goes_on or (clean and len(text) <= _LONGEST_CREDIT and _CREDIT.match(text)):
            numbers.append(number)
    return numbers
