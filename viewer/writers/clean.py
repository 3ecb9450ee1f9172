"""Text without what nobody sees and every program that takes it stumbles over."""

from __future__ import annotations

import re

from viewer.release.unseen import without_unseen

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\u0085\u2028\u2029]")
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f]")
_AROUND_LINES = re.compile("[ \t\u3000]*\n[ \t\u3000]*")


def clean(text: str) -> str:
    """`text` without characters that have no width, with plain spaces and line ends, and none around its lines."""
    plain = _SPACES.sub(" ", _LINE_ENDS.sub("\n", text))
    return _AROUND_LINES.sub("\n", without_unseen(plain)).strip(" \t\u3000\n")


def clean_line(text: str) -> str:
    """The same in one line."""
    return " ".join(clean(text).split())
