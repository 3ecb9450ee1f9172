"""The fingerprint of a source: the same for every copy of the same text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from viewer.release.folding import fold_width_and_case


def fingerprint(paragraphs: Iterable[str]) -> str:
    """SHA-256, in hexadecimal, of the folded paragraphs that are not empty, one a line.

    Encoding, line ends, indents, width of punctuation and blank lines make no difference.
    """
    folded = (fold_width_and_case(paragraph) for paragraph in paragraphs)
    return hashlib.sha256("\n".join(filter(None, folded)).encode()).hexdigest()
