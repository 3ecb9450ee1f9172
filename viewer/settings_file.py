"""Settings in a readable file: JSON, of which every value that makes no sense is told from the others."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

_LARGEST = 4_000_000  # bytes; a larger file is none of ours
LONGEST_TEXT = 10_000


class SettingsFile:
    """The values of one file, by their names.

    Attributes:
        path: of the file.
        is_sound: whether all that was asked for so far made sense, or was not there.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.is_sound = True
        self._values: dict[str, object] = {}
        if not os.access(path, os.F_OK):  # nor where it cannot be looked for, as in a home of somebody else
            return
        try:
            if path.stat().st_size > _LARGEST or not path.is_file():  # a pipe would be read without end
                raise ValueError(path)
            import json  # the first start has no files

            self._values = named_values(json.loads(path.read_bytes()))
        except (OSError, ValueError, TypeError, RecursionError):
            self.is_sound = False

    def value(self, name: str, default: T, read: Callable[[object], T]) -> T:
        """What `read` makes of the value of a name; `default` where there is none, or `read` raises ValueError."""
        if name not in self._values:
            return default
        try:
            return read(self._values[name])
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            self.is_sound = False
            return default

    def set_aside(self) -> Path | None:
        """Give a file that makes no sense another name, so that it is not written over; None where it stays."""
        import datetime  # seldom needed

        stem = f"{self.path.stem}-{datetime.datetime.now().astimezone():%Y%m%d-%H%M%S-%f}"
        aside = self.path.with_name(f"{stem}{self.path.suffix}")
        try:
            return self.path.replace(aside)
        except OSError:
            return None

    def write(self, written: dict[str, object]) -> None:
        """Write these values in place of all others. Raises ReleaseViewerError where the file cannot be written."""
        import json

        from viewer.replacing import replacing  # a start writes nothing

        with replacing(self.path) as new:
            new.parent.mkdir(parents=True, exist_ok=True)
            new.write_text(json.dumps(written, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", errors="replace")


def truth(value: object) -> bool:
    """A value that is true or false. Raises TypeError for another."""
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def count(value: object) -> int:
    """A whole number from 0 on, as large as Qt can take. Raises ValueError for another value."""
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 1 << 31:
        raise ValueError(value)
    return value


def text(value: object) -> str:
    """A text that can be shown and asked for; half a character, which JSON can hold, cannot. Raises ValueError."""
    if not isinstance(value, str) or len(value) > LONGEST_TEXT:
        raise ValueError(value)
    value.encode()
    return value


def values(value: object) -> list[object]:
    """A list of values. Raises TypeError for another."""
    if not isinstance(value, list):
        raise TypeError(value)
    return value


def texts(value: object) -> tuple[str, ...]:
    """A list of texts. Raises ValueError or TypeError for another."""
    return tuple(map(text, values(value)))


def named_values(value: object) -> dict[str, object]:
    """Values by their names. Raises TypeError for another."""
    if not isinstance(value, dict):
        raise TypeError(value)
    return value
