"""How much of a document is read: whatever is in it, it takes no memory and no time without end.

A release of a thousand pages has about four million characters in thirty thousand paragraphs.
"""

from __future__ import annotations

import re

from viewer.readers.document import Document
from viewer.release.errors import Problem, ReleaseViewerError

LONGEST_PARAGRAPH = 1_000_000
"""Characters; a longer one is no text that people wrote."""

MOST_CHARACTERS = 5_000_000
"""Of all paragraphs together."""

MOST_PARAGRAPHS = 100_000
"""Of a document."""

MOST_LINES = 300_000
"""Of a text before they are joined to paragraphs."""

MOST_MARKUP = 500_000
"""Elements and attributes of a page, or signs of Markdown; each becomes an object."""

MOST_ATTRIBUTES = 10_000
"""Of one element; libxml2 compares each with all others."""

_LINE_ENDS = "\n\r\v\f\x85\u2028\u2029"
_MARKS = "*_`[]<&\\!|"
_ATTRIBUTE = r"""[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?"""
_ONE_ATTRIBUTE = re.compile(_ATTRIBUTE)
# as browsers read tags; nothing in it steps back
_TAG = re.compile(rf"<[A-Za-z][^\s/>]*+((?:{_ATTRIBUTE}){{0,{MOST_ATTRIBUTES + 1}}}+)")


def check_lines(text: str, file: str) -> None:
    """Raise ReleaseViewerError for a text of too many lines."""
    if sum(map(text.count, _LINE_ENDS)) - text.count("\r\n") > MOST_LINES:
        raise ReleaseViewerError(Problem.TOO_MANY_PARAGRAPHS, file, limit=str(MOST_LINES))


def check_marks(text: str, file: str) -> None:
    """Raise ReleaseViewerError for a text with too many signs that mean something in Markdown."""
    _check_markup(sum(map(text.count, _MARKS)), MOST_MARKUP, file)


def check_tags(text: str, file: str) -> None:
    """Raise ReleaseViewerError for HTML of too many elements and attributes."""
    found = 0
    for tag in _TAG.finditer(text):
        attributes = sum(1 for _ in _ONE_ATTRIBUTE.finditer(tag[1])) if tag[1] else 0
        _check_markup(attributes, MOST_ATTRIBUTES, file)
        found += 1 + attributes
        _check_markup(found, MOST_MARKUP, file)


def check_document(document: Document, file: str) -> None:
    """Raise ReleaseViewerError for a document of too many or too long paragraphs."""
    lengths = [len(block.text) for block in document.blocks]
    if len(lengths) > MOST_PARAGRAPHS:
        raise ReleaseViewerError(Problem.TOO_MANY_PARAGRAPHS, file, limit=str(MOST_PARAGRAPHS))
    if max(lengths, default=0) > LONGEST_PARAGRAPH:
        raise ReleaseViewerError(Problem.PARAGRAPH_TOO_LONG, file, limit=str(LONGEST_PARAGRAPH))
    if sum(lengths) > MOST_CHARACTERS:
        raise ReleaseViewerError(Problem.TEXT_TOO_LONG, file, limit=str(MOST_CHARACTERS))


def _check_markup(found: int, most: int, file: str) -> None:
    if found > most:
        raise ReleaseViewerError(Problem.TOO_MUCH_MARKUP, file, limit=str(most))
