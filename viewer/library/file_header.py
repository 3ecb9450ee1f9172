"""What the first bytes of a file say: https://www.sqlite.org/fileformat2.html#the_database_header."""

from __future__ import annotations

import struct
from pathlib import Path

from viewer.library.damage_mark import mark_damaged
from viewer.library.schema import APPLICATION_ID, VERSION
from viewer.release.errors import Problem, ReleaseViewerError

HEADER_LENGTH = 100
"""Bytes."""

_SIGNATURE = b"SQLite format 3\0"
_VERSION_AND_APPLICATION = struct.Struct(">i4xi")
_VERSION_PLACE = 60
_BEGINNING = 1_000_000  # bytes; the tables are the first things that are made
_OUR_TABLE = b"CREATE TABLE source_paragraph ("


def has_signature(header: bytes) -> bool:
    """Whether a file that begins with `header` is one of SQLite's."""
    return len(header) >= HEADER_LENGTH and header.startswith(_SIGNATURE)


def version_and_application(header: bytes) -> tuple[int, int]:
    """The version of the tables and the number of the program that made them; 0 where a file says none."""
    version, application = _VERSION_AND_APPLICATION.unpack_from(header.ljust(HEADER_LENGTH, b"\0"), _VERSION_PLACE)
    return version, application


def check_header(path: Path) -> None:
    """Refuse a file that is not ours by its first bytes: SQLite would leave files beside it.

    Makes the folder of one that is not there yet. Raises ReleaseViewerError.
    """
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        return
    with path.open("rb") as file:
        header = file.read(HEADER_LENGTH)
    if not header:
        return
    version, application = version_and_application(header)
    is_ours = application == APPLICATION_ID or (application == 0 and version == 0)
    if not has_signature(header) or not is_ours:
        raise ReleaseViewerError(_problem_of_foreign(path), str(path))
    if version > VERSION:
        raise ReleaseViewerError(Problem.NEWER_LIBRARY, str(path), found=str(version))


def _problem_of_foreign(path: Path) -> Problem:
    """A file without our header is a library whose header is destroyed where our tables are written in it."""
    with path.open("rb") as file:
        if _OUR_TABLE not in file.read(_BEGINNING):
            return Problem.NOT_A_LIBRARY
    mark_damaged(path)
    return Problem.LIBRARY_CORRUPT
