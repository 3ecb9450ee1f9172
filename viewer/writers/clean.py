"""Text without what nobody sees and every program that takes it stumbles over."""

from __future__ import annotations

import re

# a zero-width joiner holds the parts of an emoji together; elsewhere it is as stray as the others
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufeff\ufff9-\ufffc]|\u200d(?![\u2640\u2642\u2695-\u27bf\U0001f000-\U0001faff])|[\x00-\x08\x0e-\x1f\x7f-\x9f]"
)
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\u0085\u2028\u2029]")
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f]")
_AROUND_LINES = re.compile("[ \t\u3000]*\n[ \t\u3000]*")


def clean(text: str) -> str:
    """`text` without characters that have no width, with plain spaces and line ends, and none around its lines."""
    plain = _SPACES.sub(" ", _LINE_ENDS.sub("\n", text))
    return _AROUND_LINES.sub("\n", _UNSEEN.sub("", plain)).strip(" \t\u3000\n")


def clean_line(text: str) -> str:
    """The same in one line."""
    return " ".join(clean(text).split())
