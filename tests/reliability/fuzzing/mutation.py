"""Changing bytes at random, the same way for the same seed."""

from __future__ import annotations

import io
import random
import zipfile
import zlib
from collections import deque
from collections.abc import Callable, Iterator, Sequence

LONGEST = 20_000
"""Bytes that an input has at most; how time grows with size has tests of its own."""

_MOST_CHANGES = 6
_MOST_KEPT = 20
_BROKEN = 0.1  # share of archives
_KEPT = 0.1  # share of inputs that are changed again
_NUMBERS = (b"0", b"-1", b"9" * 20, b"9" * 5000, b"1e400", b"NaN", "²".encode(), "٣".encode(), b"0.1", b"2147483648")
_CHARACTERS = ("\0", "\u200d", "\u202e", "\ufeff", "\u3000", "𠮷", "İ", "ß", "ﬃ", "㎏", "\u0300", "\u2028", "\x85")

Mutate = Callable[[bytes, random.Random, Sequence[bytes]], bytes]
_Change = Callable[[random.Random, bytearray, Sequence[bytes]], None]


def inputs(seeds: Sequence[bytes], words: Sequence[bytes], change: Mutate, chance: random.Random) -> Iterator[bytes]:
    """Inputs without end: seeds that were changed, and some of those that were changed again."""
    kept: deque[bytes] = deque(maxlen=_MOST_KEPT)
    while True:
        data = change(chance.choice([*seeds, *kept]), chance, [*words, *seeds])
        yield data
        if chance.random() < _KEPT:
            kept.append(data)


def mutate(data: bytes, chance: random.Random, words: Sequence[bytes]) -> bytes:
    """`data` with a few changes; `words` are what may be put into it, and other inputs."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, _MOST_CHANGES)):
        chance.choice(_CHANGES)(chance, changed, words)
        del changed[LONGEST:]
    return bytes(changed)


def mutate_package(data: bytes, chance: random.Random, words: Sequence[bytes]) -> bytes:
    """The same for a ZIP archive: mostly inside of one of its parts, or else it is broken as a whole."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError):
        parts = {}
    if not parts or chance.random() < _BROKEN:
        return mutate(data, chance, words)
    chosen = chance.choice(list(parts))
    parts[chosen] = mutate(parts[chosen], chance, words)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return stream.getvalue()


def _flip(chance: random.Random, data: bytearray, _words: Sequence[bytes]) -> None:
    if data:
        data[chance.randrange(len(data))] = chance.randrange(256)


def _cut(chance: random.Random, data: bytearray, _words: Sequence[bytes]) -> None:
    start = chance.randint(0, len(data))
    del data[start : start + chance.choice((1, 3, 30, 300))]


def _insert(chance: random.Random, data: bytearray, words: Sequence[bytes]) -> None:
    place = chance.randint(0, len(data))
    data[place:place] = chance.choice(words)


def _insert_character(chance: random.Random, data: bytearray, _words: Sequence[bytes]) -> None:
    place = chance.randint(0, len(data))
    data[place:place] = chance.choice(_CHARACTERS).encode()


def _insert_number(chance: random.Random, data: bytearray, _words: Sequence[bytes]) -> None:
    place = chance.randint(0, len(data))
    data[place : place + chance.choice((0, 1, 2))] = chance.choice(_NUMBERS)


def _repeat(chance: random.Random, data: bytearray, _words: Sequence[bytes]) -> None:
    start = chance.randint(0, len(data))
    piece = data[start : start + chance.choice((1, 3, 10, 100))]
    data[start:start] = piece * chance.choice((1, 2, 10, 100, 1000))


def _move(chance: random.Random, data: bytearray, _words: Sequence[bytes]) -> None:
    start, place = chance.randint(0, len(data)), chance.randint(0, len(data))
    data[place:place] = data[start : start + chance.choice((3, 30, 300))]


_CHANGES: tuple[_Change, ...] = (_flip, _cut, _insert, _insert, _insert_character, _insert_number, _repeat, _move)
