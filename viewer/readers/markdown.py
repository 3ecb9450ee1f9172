"""Markdown (CommonMark 0.31 and its tables), as people write it in Chinese.

Ordered lists, code by indents and headings by underlines are not read as such: what looks like them in releases is
numbered text, an indented paragraph, and a line above a rule. What is HTML is read as HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from viewer.readers.document import Block, BlockKind, Document
from viewer.readers.html_blocks import html_blocks
from viewer.readers.limits import check_marks
from viewer.readers.text import clean, group_lines, join_lines
from viewer.release.source import Place

if TYPE_CHECKING:
    from markdown_it.token import Token

_LIST_MARK = re.compile(r"[-*+•]\s+")
_NOT_READ = ["list", "code", "lheading", "reference"]


def read_markdown(text: str, file: str) -> Document:
    """The blocks of a text in Markdown, each with its lines, counted from 1. Raises ReleaseViewerError."""
    from markdown_it import MarkdownIt  # only where there is Markdown

    check_marks(text, file)

    reader = MarkdownIt("commonmark").enable("table").disable(_NOT_READ)
    tokens = reader.parse(text)
    return Document(blocks=tuple(_blocks(tokens, file)))


def _blocks(tokens: Sequence[Token], file: str) -> Iterator[Block]:
    number = 0
    while number < len(tokens):
        token = tokens[number]
        if token.type == "heading_open":
            yield from _paragraphs(tokens[number + 1], token, int(token.tag[1:]))
        elif token.type == "paragraph_open":
            yield from _paragraphs(tokens[number + 1], token, 0)
        elif token.type == "html_block":
            yield from (
                Block(text=block.text, place=_place(token), kind=block.kind, level=block.level, bold=block.bold)
                for block in html_blocks(token.content, file)
            )
        elif token.type in ("fence", "code_block"):
            yield from _lines(token)
        elif token.type == "table_open":
            end = next(place for place in range(number, len(tokens)) if tokens[place].type == "table_close")
            yield from _table(tokens[number:end], token)
            number = end
        number += 1


def _place(token: Token) -> Place:
    first, end = token.map or (0, 1)
    return Place(line=first + 1, lines=max(end - first, 1))


def _paragraphs(inline: Token, opening: Token, level: int) -> Iterator[Block]:
    """A heading, or the lines of a paragraph: each is one of its own unless it goes on with the line before it."""
    first = _place(opening).line
    lines = list(_inline_lines(inline))
    if level:
        text = join_lines([clean(line) for line, _bold in lines])
        if text:
            yield Block(text=text, place=_place(opening), kind=BlockKind.HEADING, level=level)
        return
    texts = [clean(line) for line, _bold in lines]
    for start, end in group_lines(texts):
        joined = join_lines(texts[start:end])
        mark = _LIST_MARK.match(joined)
        yield Block(
            text=joined[mark.end() :] if mark else joined,
            place=Place(line=first + start, lines=end - start),
            kind=BlockKind.LIST if mark else BlockKind.TEXT,
            bold=all(bold for _line, bold in lines[start:end]),
        )


def _inline_lines(inline: Token) -> Iterator[tuple[str, bool]]:
    """The lines of inline text without their marks, and whether all of a line is bold."""
    line, plain, depth = "", False, 0
    for part in inline.children or ():
        if part.type in ("softbreak", "hardbreak"):
            yield line, bool(line.strip()) and not plain
            line, plain = "", False
        elif part.type in ("strong_open", "strong_close"):
            depth += part.nesting
        elif part.type in ("text", "code_inline"):
            line += part.content
            plain = plain or (depth == 0 and bool(part.content.strip()))
    yield line, bool(line.strip()) and not plain


def _lines(token: Token) -> Iterator[Block]:
    """What stands between fences, line by line."""
    first = _place(token).line + (1 if token.type == "fence" else 0)
    for number, line in enumerate(token.content.splitlines()):
        if text := clean(line):
            yield Block(text=text, place=Place(line=first + number))


def _table(tokens: Sequence[Token], opening: Token) -> Iterator[Block]:
    rows: list[list[str]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(join_lines([clean(line) for line, _bold in _inline_lines(token)]))
    text = "\n".join("\t".join(row) for row in rows).strip()
    if text:
        yield Block(text=text, place=_place(opening), kind=BlockKind.TABLE)
