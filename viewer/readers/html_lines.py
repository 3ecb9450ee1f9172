"""Text as it stands in a line of a page: white space, and which line breaks divide paragraphs."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

_LEAST_LONG_LINE = 20
_EQUALLY_LONG = 0.8
_ENDS_INSIDE_SENTENCE = re.compile(r"[\w，、,]\Z")
_INDENT = re.compile(r"[ \t\r]*\n?(?:[\u3000\xa0]|[ \t]{2})")
_COLLAPSED = re.compile(r"[ \t\r\n\f\xa0]+")  # an ideographic space is a character like others
_NOT_SHOWN = str.maketrans("", "", "\u200b\u2060\ufeff")
_WIDE = "[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]"
_SOURCE_BREAK = re.compile(rf"(?<={_WIDE})[ \t]*\r?\n[ \t\r\n]*(?={_WIDE})")
_WIDE_END = re.compile(rf"{_WIDE}\Z")


class Run(NamedTuple):
    """Text of one kind; among runs, None is a line break that the page shows."""

    text: str
    bold: bool = False
    linked: bool = False


class Line(NamedTuple):
    """A paragraph: its text, whether all letters of it are bold, and how many of its characters are links."""

    text: str
    bold: bool
    linked: int


def source_text(text: str) -> str:
    """The text without the line breaks that its source has inside of Chinese, as CSS Text 4.1.2 lets browsers do."""
    return _SOURCE_BREAK.sub("", text)


def divide_lines(runs: list[Run | None], joined: bool) -> list[Line]:
    """The paragraphs in `runs`: one for each line, unless they are to be `joined` or are wrapped at a fixed width."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        if run is None:
            lines.append([])
        else:
            lines[-1].append(run)
    if len(lines) > 1:
        lines = [[run for line in lines for run in (*line, Run(" "))]] if joined else _unwrap(lines)
    return [paragraph for line in lines if (paragraph := _line(line)).text]


def _line(runs: list[Run]) -> Line:
    text = "".join([run.text for run in runs])
    shown = _COLLAPSED.sub(" ", text.translate(_NOT_SHOWN)).strip()
    linked = sum([len("".join(run.text.split())) for run in runs if run.linked])
    plain = any(not run.bold and any(map(str.isalnum, run.text)) for run in runs)
    bold = not plain and any(run.bold and any(map(str.isalnum, run.text)) for run in runs)
    return Line(shown, bold, linked)


def _unwrap(lines: list[list[Run]]) -> list[list[Run]]:
    """The lines, those put together that were broken inside of sentences to be equally long."""
    texts = ["".join([run.text for run in line]) for line in lines]
    longest = max(len(text.strip()) for text in texts)
    if longest < _LEAST_LONG_LINE:
        return lines
    broken = [
        _ENDS_INSIDE_SENTENCE.search(text.rstrip()) is not None and bool(after.strip()) and not _INDENT.match(after)
        for text, after in pairwise(texts)
    ]
    lengths = [len(text.strip()) for text, is_broken in zip(texts, broken, strict=False) if is_broken]
    if len(lengths) < 2 or min(lengths) < longest * _EQUALLY_LONG:
        return lines
    unwrapped = [lines[0]]
    for line, before, was_broken in zip(lines[1:], texts, broken, strict=False):
        if was_broken:
            gap = "" if _WIDE_END.search(before.rstrip()) else " "
            unwrapped[-1] = [*unwrapped[-1], Run(gap), *line]
        else:
            unwrapped.append(line)
    return unwrapped
