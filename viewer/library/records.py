"""The records of a damaged SQLite file, read page by page, whatever has become of its header, roots and indexes.

https://www.sqlite.org/fileformat2.html says how pages, cells and records are laid out. SQLite's own recovery
extension would do the same; no build of apsw has it.
"""

from __future__ import annotations

import struct
from collections.abc import Container, Iterator
from itertools import chain
from typing import BinaryIO, NamedTuple

from viewer.library.file_header import HEADER_LENGTH, has_signature
from viewer.library.logged_pages import find_logged_pages

Value = int | float | str | bytes | None
"""What stands in a column."""

PAGE = 4096
"""Bytes of a page, in every library."""

_INTERIOR_INDEX, _INTERIOR_TABLE, _LEAF_INDEX, _LEAF_TABLE = 2, 5, 10, 13
_SIZES = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)  # bytes of a value, by its type


class Record(NamedTuple):
    """A row of a table, or of an index.

    Attributes:
        key: the rowid; None in an index, and in a table without rowid.
        values: its columns, as far as they are stored.
    """

    key: int | None
    values: tuple[Value, ...]


class RecordFile:
    """A file whose records are read.

    Attributes:
        pages: how many it has.
        header: the first bytes of it.
    """

    def __init__(self, file: BinaryIO, log: BinaryIO | None = None) -> None:
        """Read from an open file, and from the log beside it."""
        self._file = file
        self._log = log
        self._logged = find_logged_pages(log, PAGE) if log else {}
        self.pages = max(-(-file.seek(0, 2) // PAGE), *self._logged, 0)
        self.header = self._page(1)[:HEADER_LENGTH]

    @property
    def has_header(self) -> bool:
        """Whether the header looks like one."""
        return has_signature(self.header)

    def used_pages(self) -> list[int]:
        """The pages that hold what is not taken out; those first that are known to do so.

        Which pages are free is told by a list. Where that is damaged, free ones are among the last here.
        """
        pages = range(1, self.pages + 1)
        free = self._free_pages()
        if free is not None:
            return [page for page in pages if page not in free]
        below = set(chain.from_iterable(map(self._pages_below, pages)))
        return sorted(pages, key=lambda page: page not in below)

    def _free_pages(self) -> set[int] | None:
        """The pages that hold nothing any more; None where their list makes no sense."""
        trunk, total = struct.unpack_from(">II", self.header, 32)
        free: set[int] = set()
        while trunk and trunk <= self.pages and trunk not in free and self.has_header:
            page = self._page(trunk)
            following, count = struct.unpack_from(">II", page)
            free |= {trunk, *struct.unpack_from(f">{min(count, PAGE // 4 - 2)}I", page, 8)}
            trunk = following
        return free if trunk == 0 and len(free) == total and self.has_header else None

    def _pages_below(self, number: int) -> Iterator[int]:
        """The pages that a page of a tree leads to."""
        page = self._page(number)
        start = HEADER_LENGTH if number == 1 else 0
        if page[start] in (_INTERIOR_INDEX, _INTERIOR_TABLE):
            yield from struct.unpack_from(">I", page, start + 8)
            for place in _places(page, start):
                if place <= PAGE - 4:
                    yield from struct.unpack_from(">I", page, place)

    def records(self, number: int, widths: Container[int]) -> Iterator[Record]:
        """The records of a page that have as many columns as `widths` has, as far as they can be read."""
        page = self._page(number)
        start = HEADER_LENGTH if number == 1 else 0
        kind = page[start]
        if kind not in (_INTERIOR_INDEX, _LEAF_INDEX, _LEAF_TABLE):
            return
        for place in _places(page, start):
            try:
                record = self._record(page, place + (4 if kind == _INTERIOR_INDEX else 0), kind, widths)
            except (IndexError, ValueError, struct.error):  # nothing that makes sense
                continue
            if record is not None:
                yield record

    def _page(self, number: int) -> bytes:
        if self._log and number in self._logged:
            self._log.seek(self._logged[number])
            return self._log.read(PAGE)
        self._file.seek((number - 1) * PAGE)
        return self._file.read(PAGE).ljust(PAGE, b"\0")

    def _record(self, page: bytes, place: int, kind: int, widths: Container[int]) -> Record | None:
        """The record in the cell at `place`; None where it has another number of columns than is wanted."""
        size, place = _varint(page, place)
        key = None
        if kind == _LEAF_TABLE:
            key, place = _varint(page, place)
            key -= (key >> 63) << 64
        types = _types(page, place)
        if len(types) not in widths or size > self.pages * PAGE:
            return None
        payload = self._payload(page, place, size, PAGE - 35 if kind == _LEAF_TABLE else (PAGE - 12) * 64 // 255 - 23)
        length, _ = _varint(payload, 0)
        return Record(key, tuple(_values(payload, length, types)))

    def _payload(self, page: bytes, place: int, size: int, most: int) -> bytes:
        """What a cell holds: up to `most` bytes in its page, the rest in a chain of others."""
        if size <= most:
            payload = page[place : place + size]
        else:
            least = (PAGE - 12) * 32 // 255 - 23
            local = least + (size - least) % (PAGE - 4)
            local = local if local <= most else least
            payload = page[place : place + local]
            (following,) = struct.unpack_from(">I", page, place + local)
            while len(payload) < size and 1 < following <= self.pages:
                overflow = self._page(following)
                payload += overflow[4 : 4 + size - len(payload)]
                (following,) = struct.unpack_from(">I", overflow)
        if len(payload) != size:
            raise ValueError(size)
        return payload


def _places(page: bytes, start: int) -> tuple[int, ...]:
    """Where the cells of a page begin whose own head is at `start`."""
    (count,) = struct.unpack_from(">H", page, start + 3)
    first = start + (12 if page[start] in (_INTERIOR_INDEX, _INTERIOR_TABLE) else 8)
    return struct.unpack_from(f">{min(count, (PAGE - first) // 2)}H", page, first)


def _varint(content: bytes, place: int) -> tuple[int, int]:
    """The number at `place`, and the place behind it."""
    number = 0
    for end in range(place, place + 8):
        number = number << 7 | content[end] & 0x7F
        if content[end] < 0x80:
            return number, end + 1
    return number << 8 | content[place + 8], place + 9


def _types(content: bytes, place: int) -> list[int]:
    """The types in the head of a record."""
    length, start = _varint(content, place)
    types: list[int] = []
    while start < place + length:
        type_, start = _varint(content, start)
        types.append(type_)
    return types


def _values(payload: bytes, place: int, types: list[int]) -> Iterator[Value]:
    """The values that stand in a record from `place` on. Raises ValueError where they do not fill it."""
    for type_ in types:
        size = _SIZES[type_] if type_ < len(_SIZES) else (type_ - 12) // 2
        part = payload[place : place + size]
        place += size
        if type_ == 0:
            yield None
        elif type_ == 7:
            yield float(struct.unpack(">d", part)[0])
        elif type_ in (8, 9):
            yield type_ - 8
        elif type_ < 7:
            yield int.from_bytes(part, "big", signed=True)
        elif type_ < 12:
            raise ValueError(type_)  # reserved
        else:
            yield part.decode() if type_ % 2 else part
    if place != len(payload):
        raise ValueError(place)
