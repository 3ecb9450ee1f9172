"""Plain text: a line is a paragraph, unless lines were divided in the middle of a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from viewer.readers.document import Block, Document
from viewer.release.source import Place

_OPENING = "（(“‘《【「『〔"
_CLOSING = "）)”’》】」』〕"
_CONTINUES = re.compile(r"[，。；：、！？,;!?）”’》】」』〕…]")
_ENDED = re.compile(r"[。！？；：!?;:…”）》】」』)]$")
_LEFT_OUT = dict.fromkeys(map(ord, "\ufeff\u200b\u200c\u200d\u2060\u00ad"))
_MOST_JOINED = 8  # lines from an opening bracket to its closing one
_FRAGMENT = 10  # characters; a shorter line may be a piece of a sentence
_LONG_LINE = 30
_WRAPPED_SHARE = 0.6  # of lines that are full in a text of fixed width
_LEAST_LINES = 6


def read_text(text: str) -> Document:
    """The paragraphs of `text`, whose lines may end in any way; each with its line, counted from 1."""
    # only these end a line, so that line numbers are those of an editor
    lines = [clean(line) for line in re.split(r"\r\n|[\n\r\u2028\u2029\x0b\x0c\x85]", text)]
    blocks = [
        Block(text=join_lines(lines[first:end]), place=Place(line=first + 1, lines=end - first))
        for first, end in group_lines(lines)
    ]
    return Document(blocks=tuple(blocks))


def group_lines(lines: list[str]) -> list[tuple[int, int]]:
    """First and end of the lines of each paragraph; `lines` are clean, and some may be empty."""
    return _wrapped(lines) if _is_wrapped(lines) else _divided(lines)


def clean(line: str) -> str:
    """A line without white space at its ends, and without characters that nobody sees."""
    return line.translate(_LEFT_OUT).strip()


def join_lines(lines: Sequence[str]) -> str:
    """The lines of one paragraph as one: between Latin letters and digits with a space, else without."""
    joined = ""
    for line in lines:
        between = " " if joined[-1:].isascii() and joined[-1:].isalnum() and line[:1].isascii() else ""
        joined += between + line if line else ""
    return joined


def _divided(lines: list[str]) -> list[tuple[int, int]]:
    """First and end of the lines of each paragraph, where a line is one but for pieces of links and brackets."""
    groups: list[tuple[int, int]] = []
    number = 0
    while number < len(lines):
        end = _closing_line(lines, number)
        if groups and groups[-1][1] == number and _goes_on(lines, groups[-1][0], number):
            groups[-1] = (groups[-1][0], end)
        elif lines[number]:
            groups.append((number, end))
        number = end
    return groups


def _closing_line(lines: list[str], first: int) -> int:
    """The end of the lines that belong to `first`: that on which a bracket that it leaves open is closed."""
    depth = _depth(lines[first])
    if depth <= 0 or lines[first].endswith(("。", "！", "？", "；")):
        return first + 1
    for number in range(first + 1, min(first + _MOST_JOINED, len(lines))):
        if not lines[number]:
            break
        depth += _depth(lines[number])
        if depth <= 0:
            return number + 1
    return first + 1


def _depth(line: str) -> int:
    return sum(map(line.count, _OPENING)) - sum(map(line.count, _CLOSING))


def _goes_on(lines: list[str], first: int, number: int) -> bool:
    """Whether the paragraph from `first` on goes on in a line: that begins inside a sentence, or is a piece of one."""
    line, last = lines[number], lines[number - 1]
    if not line or not last:
        return False
    if _CONTINUES.match(line):
        return True
    following = lines[number + 1] if number + 1 < len(lines) else ""
    return (
        len(line) < _FRAGMENT
        and sum(map(len, lines[first:number])) >= _LONG_LINE
        and not _ENDED.search(last)
        and bool(_CONTINUES.match(following))
    )


def _is_wrapped(lines: list[str]) -> bool:
    """Whether the text was broken to a width: most lines are about as long as the longest and end in no sentence."""
    full = [line for line in lines if line]
    if len(full) < _LEAST_LINES:
        return False
    width = max(map(len, full))
    if not _LONG_LINE <= width <= 100:
        return False
    wrapped = sum(len(line) >= width * 0.85 and not _ENDED.search(line) for line in full)
    return wrapped >= len(full) * _WRAPPED_SHARE


def _wrapped(lines: list[str]) -> list[tuple[int, int]]:
    """First and end of the lines of each paragraph of a text that was broken to a width."""
    width = max(map(len, lines))
    groups: list[tuple[int, int]] = []
    begins = True
    for number, line in enumerate(lines):
        if line and begins:
            groups.append((number, number + 1))
        elif line:
            groups[-1] = (groups[-1][0], number + 1)
        begins = not line or len(line) < width * 0.8
    return groups
