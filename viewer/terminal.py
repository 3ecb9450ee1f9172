"""Printing what a command has to say, to people and to other programs."""

from __future__ import annotations

import json
import sys
from typing import Any

from viewer.release.unseen import reveal


def say(*lines: str) -> None:
    """Print lines for people: what a document or a name holds makes no other lines, and does nothing to a terminal."""
    print("\n".join(map(reveal, lines)))


def say_beside(text: str) -> None:
    """Print what does not belong to the result, on standard error."""
    print(text, file=sys.stderr)


def say_progress(text: str) -> None:
    """Print how far something has come, on standard error; on a terminal the next one takes its place."""
    print(text, end="\r" if sys.stderr.isatty() else "\n", file=sys.stderr)


def print_json(content: Any) -> None:
    """Print for other programs."""
    print(json.dumps(content, ensure_ascii=False, indent=2))
