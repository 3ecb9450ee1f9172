"""What can be told of an unexpected error without a word of any document, note or query.

Messages may quote them, and so may notes and arguments of exceptions and the values of variables. A report has none of
these: it names types, files, lines and functions, and the numbers of errors where they are numbers.
"""

from __future__ import annotations

import errno
import platform
import sys
from collections.abc import Iterator
from pathlib import Path
from traceback import walk_tb
from types import TracebackType

from viewer import __version__
from viewer.release.errors import ReleaseViewerError

_MOST_LINES = 60  # of a trace, half of them from its end


def report_of(error: BaseException) -> str:
    """The trace of an error, and of those that it came from or holds: those that it came from come first."""
    return "\n".join(_lines_of(error, set()))


def versions() -> str:
    """The versions of the program and of what it stands on, and the platform, in one line."""
    from viewer.library.library import sqlite_version

    qt = sys.modules.get("PySide6.QtCore")  # not loaded for this
    parts = [f"Release Viewer {__version__}", *([f"Qt {qt.qVersion()}"] if qt is not None else [])]
    return ", ".join((*parts, f"SQLite {sqlite_version()}", f"Python {platform.python_version()}", platform.platform()))


def _lines_of(error: BaseException, told: set[int]) -> Iterator[str]:
    told.add(id(error))
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None and id(before) not in told:
        yield from _lines_of(before, told)
        yield "then:"
    kind = type(error)
    yield " ".join(filter(None, (f"{kind.__module__}.{kind.__qualname__}", _code_of(error))))
    yield from _trace_of(error.__traceback__)
    for part in error.exceptions if isinstance(error, BaseExceptionGroup) else ():
        yield "with:"
        yield from _lines_of(part, told)


def _trace_of(trace: TracebackType | None) -> list[str]:
    lines = [
        f'  File "{_short(frame.f_code.co_filename)}", line {line}, in {frame.f_code.co_qualname}'
        for frame, line in walk_tb(trace)
    ]
    half = _MOST_LINES // 2
    return lines if len(lines) <= _MOST_LINES else [*lines[:half], f"  … {len(lines) - 2 * half} more", *lines[-half:]]


def _code_of(error: BaseException) -> str:
    """The number by which the system or SQLite knows an error, or its name among our own; "" for another."""
    if isinstance(error, ReleaseViewerError):
        return error.problem.name
    if isinstance(error, OSError):
        return errno.errorcode.get(error.errno, "") if isinstance(error.errno, int) else ""
    code = getattr(error, "extendedresult", None)  # of apsw
    return f"SQLite {code}" if isinstance(code, int) else ""


def _short(file: str) -> str:
    """A file of Python without the folders above its package, which may tell who the user is."""
    folders = [folder for folder in sys.path if folder and Path(file).is_relative_to(folder)]
    return str(Path(file).relative_to(max(folders, key=len))) if folders else Path(file).name
