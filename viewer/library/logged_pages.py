"""The pages in the log beside a SQLite file, which are newer than those in the file.

https://www.sqlite.org/fileformat2.html#walformat says how the log is laid out.
"""

from __future__ import annotations

import struct
from typing import BinaryIO

_HEADER, _FRAME_HEADER = 32, 24  # bytes
_MAGIC = 0x377F0682  # or one more, where sums are of big-endian numbers

_Sums = tuple[int, int]


def find_logged_pages(log: BinaryIO, page_size: int) -> dict[int, int]:
    """Where in the log the newest content of each page stands that is in it: what was written whole, up to its end."""
    header = log.read(_HEADER)
    if len(header) < _HEADER:
        return {}
    magic, _version, size, _number, *salts, first, second = struct.unpack(">8I", header)
    order = ">" if magic == _MAGIC + 1 else "<"
    sums = _add(header[:24], order, (0, 0))
    if magic not in (_MAGIC, _MAGIC + 1) or size != page_size or sums != (first, second):
        return {}
    found: dict[int, int] = {}
    begun: dict[int, int] = {}
    while len(frame := log.read(_FRAME_HEADER + page_size)) == _FRAME_HEADER + page_size:
        number, is_last, *frame_salts, first, second = struct.unpack_from(">6I", frame)
        sums = _add(frame[_FRAME_HEADER:], order, _add(frame[:8], order, sums))
        if frame_salts != salts or sums != (first, second):
            break
        begun[number] = log.tell() - page_size
        if is_last:
            found |= begun
            begun = {}
    return found


def _add(content: bytes, order: str, sums: _Sums) -> _Sums:
    """The sums over what was before and over `content`."""
    first, second = sums
    for even, odd in struct.iter_unpack(f"{order}2I", content):
        first = (first + even + second) & 0xFFFFFFFF
        second = (second + odd + first) & 0xFFFFFFFF
    return first, second
