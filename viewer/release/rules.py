"""The rules for single values that every part of a release keeps."""

from __future__ import annotations

from viewer.release.errors import QT_TRANSLATE_NOOP

MOST_PARAGRAPHS = 10_000_000
"""Of a source; also the most items that a section can announce."""

_ID_CHARACTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")


class RuleError(ValueError):
    """A value that no release may have.

    Attributes:
        expected: what it may have, in English.
        found: the value.
    """

    def __init__(self, expected: str, found: object) -> None:
        super().__init__(f"expected {expected}, got {found!r}")
        self.expected = expected
        self.found = found


def check_id(value: str) -> None:
    """Raise RuleError for what is no id."""
    if not all(part and _ID_CHARACTERS.issuperset(part) for part in value.split("-")):
        raise RuleError(QT_TRANSLATE_NOOP("errors", "an id of a-z, 0-9 and -"), value)


def check_text(value: str) -> None:
    """Raise RuleError for a text of nothing but white space."""
    if not value.strip():
        raise RuleError(QT_TRANSLATE_NOOP("errors", "text that is not empty"), value)


def is_address(value: str) -> bool:
    """Whether it is a whole web address, in one piece and of what can be printed."""
    return value.startswith(("http://", "https://")) and value.isprintable() and " " not in value


def check_address(value: str) -> None:
    """Raise RuleError for what is neither a web address nor empty."""
    if value and not is_address(value):
        raise RuleError(QT_TRANSLATE_NOOP("errors", "an address that begins with http:// or https://"), value)


def check_paragraphs(*paragraphs: int) -> None:
    """Raise RuleError for what is no number of a paragraph."""
    for paragraph in paragraphs:
        if not 1 <= paragraph <= MOST_PARAGRAPHS:
            raise RuleError(QT_TRANSLATE_NOOP("errors", "a paragraph number from 1 on"), paragraph)
