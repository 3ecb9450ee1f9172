"""Saved web pages: the article of a page, its title, its date and who published it."""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

from viewer.readers.document import Block, BlockKind, Document
from viewer.readers.encoding import decode, decode_as
from viewer.readers.html_article import Article, around_body, find_article, is_meta
from viewer.readers.html_blocks import Page, html_blocks, parse_html, read_page
from viewer.readers.html_data import find_carried
from viewer.readers.html_furniture import is_tool, letters
from viewer.readers.html_head import (
    Head,
    author_of_lines,
    date_of_lines,
    facts_of,
    publisher_of_lines,
    read_head,
    title_without_site,
)
from viewer.release.errors import Problem, ReleaseViewerError
from viewer.release.source import Place

if TYPE_CHECKING:
    from lxml.etree import _Element

_DECLARED = re.compile(
    rb"""<meta[^>]*?charset\s*=\s*["']?\s*([\w-]+)|<\?xml[^>]*?encoding\s*=\s*["']([\w-]+)""", re.IGNORECASE
)
_DECLARED_WITHIN = 8192
_GB18030, _BIG5 = "gb18030", "big5hkscs"
_ENCODINGS = {  # names of the WHATWG Encoding Standard; GBK and GB2312 are parts of GB18030
    "gb2312": _GB18030, "gb_2312-80": _GB18030, "gbk": _GB18030, "x-gbk": _GB18030, "cp936": _GB18030,
    "gb18030": _GB18030,
    "big5": _BIG5, "big5-hkscs": _BIG5, "cn-big5": _BIG5, "x-x-big5": _BIG5,
}  # fmt: skip
_ENOUGH_TEXT = 1000
_LEAST_TEXT = 40
_LONGEST_TOOL = 24
_FIRST_LINES = 8


def read_html(data: bytes, file: str) -> Document:
    """The article in a saved web page; all of its text, but for menus and the like, where it has no article.

    Places are elements; one with several paragraphs of its own counts them in `Place.line` (see `html_blocks`), and so
    does a script or a text area that carries the article as data. Raises ReleaseViewerError for what is no text, has
    no text to read, or is nested too deeply. Fetches nothing.
    """
    if not data.strip():
        raise ReleaseViewerError(Problem.FILE_EMPTY, file)
    root = parse_html(_as_html(_page_text(data, file)), file)
    if root is None:
        raise ReleaseViewerError(Problem.NOTHING_TO_READ, file)
    head = read_head(root)
    document = _shown(root, head, shows_hidden=False)
    length = _length(document)
    if length < _ENOUGH_TEXT and (carried := _carried(root, head, file)) and _length(carried) > length * 2:
        return carried
    if length < _LEAST_TEXT and _length(hidden := _shown(root, head, shows_hidden=True)) > length * 2:
        document = hidden
    if not document.blocks:
        raise ReleaseViewerError(Problem.NOTHING_TO_READ, file)
    return document


def _page_text(data: bytes, file: str) -> str:
    """The text of a page. What is UTF-8 is read so, as pages are often saved in it and go on declaring another.

    Raises ReleaseViewerError for what is no text.
    """
    match = _DECLARED.search(data, 0, _DECLARED_WITHIN)
    name = (match[1] or match[2]).decode().lower() if match else ""
    if name in _ENCODINGS and decode_as(data, "utf-8") is None and b"\0" not in data:
        text = decode_as(data, _ENCODINGS[name])
        if text is not None:
            return text
    return decode(data, file)


def _as_html(text: str) -> str:
    """The text; where it has no tags its line breaks are meant to be seen."""
    return text if "<" in text else f"<pre>{escape(text)}</pre>"


def _length(document: Document) -> int:
    return sum(len(block.text) for block in document.blocks if not block.level)


def _shown(root: _Element, head: Head, shows_hidden: bool) -> Document:
    """What the page shows, with its facts from its head and from the lines around the body."""
    page = read_page(root, (), shows_hidden)
    article = find_article(page, head.titles)
    tools = _tools(page, article)
    if tools:
        page = read_page(root, tools, shows_hidden)
        article = find_article(page, head.titles)
    blocks = [page.passages[number].block for number in article.numbers]
    title = title_without_site(head.titles)
    if article.headline is not None:
        headline = page.passages[article.headline].block
        blocks[article.numbers.index(article.headline)] = replace(headline, kind=BlockKind.HEADING, level=1)
        title = headline.text
    lines = [page.passages[number].block.text for number in around_body(page, article)]
    publisher = publisher_of_lines(lines) or head.publisher or head.site
    author = author_of_lines(lines) or head.author
    return Document(
        blocks=tuple(blocks),
        title=title,
        date=head.date or date_of_lines(lines),
        publisher=publisher,
        author="" if author == publisher else author,
        address=head.address,
    )


def _tools(page: Page, article: Article) -> set[_Element]:
    """Buttons that stand in one line with the date and the source, such as 字号 and 打印."""
    tools: set[_Element] = set()
    for number in article.numbers[:_FIRST_LINES]:
        if is_meta(page.passages[number].block.text):
            for element in page.passages[number].element.iterdescendants("span", "a", "em", "i", "font", "label"):
                text = " ".join("".join(map(str, element.itertext())).split())
                if len(text) <= _LONGEST_TOOL and is_tool(text):
                    tools.add(element)
    return tools


def _carried(root: _Element, head: Head, file: str) -> Document | None:
    """The article that the page carries as data, for its scripts to show."""
    carried = find_carried(root)
    if carried is None:
        return None
    path = root.getroottree().getpath(carried.host)
    blocks = [
        replace(block, place=Place(element=path, line=number))
        for number, block in enumerate(html_blocks(_as_html(carried.html), file), 1)
    ]
    facts = facts_of(carried.fields)
    title = title_without_site((*facts.titles, *head.titles))
    if facts.titles and letters(title) not in [letters(block.text) for block in blocks[:2]]:
        blocks.insert(0, Block(text=title, place=Place(element=path), kind=BlockKind.HEADING, level=1))
    publisher = facts.publisher or head.publisher or head.site
    author = facts.author or head.author
    return Document(
        blocks=tuple(blocks),
        title=title,
        date=facts.date or head.date,
        publisher=publisher,
        author="" if author == publisher else author,
        address=head.address,
    )
