"""The mark beside a library that has been found damaged: while it stands, no window and no command writes to it.

It names the file as it was then. Another file that comes to its place, such as a copy that is put there by hand,
is not meant.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path


def mark_damaged(path: Path) -> None:
    """Mark the library at `path`; where no file can be made beside it, nothing can be written to it either."""
    with suppress(OSError):
        _mark_of(path).write_text(_state(path), encoding="ascii")


def is_marked(path: Path) -> bool:
    """Whether this very file has been found damaged."""
    try:
        return _mark_of(path).read_text(encoding="ascii") == _state(path)
    except (OSError, UnicodeDecodeError):
        return False


def remove_mark(path: Path) -> None:
    """Let the library be written again: it has been mended, or is sound after all."""
    with suppress(OSError):
        _mark_of(path).unlink()


def _mark_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-damaged")


def _state(path: Path) -> str:
    state = path.stat()
    return f"{state.st_size} {state.st_mtime_ns}"
