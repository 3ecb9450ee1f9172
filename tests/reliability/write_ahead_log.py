"""What stands in SQLite's write-ahead log, see https://www.sqlite.org/fileformat2.html#the_write_ahead_log."""

from __future__ import annotations

import struct
from pathlib import Path

_HEADER, _FRAME_HEADER = 32, 24


def has_half_a_transaction(library: Path) -> bool:
    """Whether the log of a library ends in the middle of a transaction."""
    log = library.with_name(f"{library.name}-wal")
    content = log.read_bytes() if log.exists() else b""
    if len(content) < _HEADER:
        return False
    page_size, salts = struct.unpack_from(">i", content, 8)[0], content[16:24]
    ends_with_commit = True
    for start in range(_HEADER, len(content), _FRAME_HEADER + page_size):
        if content[start + 8 : start + 16] != salts:
            break  # what an earlier round has left
        is_whole = start + _FRAME_HEADER + page_size <= len(content)
        ends_with_commit = is_whole and content[start + 4 : start + 8] != bytes(4)
    return not ends_with_commit
