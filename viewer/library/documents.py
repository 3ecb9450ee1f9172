"""The document of a release as it is stored, read some paragraphs at a time when they are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

from viewer.library.figure_rows import FIGURE_COLUMNS, figure_of
from viewer.library.library import Library
from viewer.library.passages import grouped
from viewer.release.release import Figure
from viewer.release.source import Paragraph, Place, Role

_AT_A_TIME = 50

Part = TypeVar("Part")


class _Stored(Mapping[int, Part]):
    """Parts of a document by the number of their paragraph; a few of them at a time are read and held."""

    def __init__(self, library: Library, release: int) -> None:
        self._library = library
        self._release = release
        where = "SELECT max(number) FROM source_paragraph WHERE release = ?"
        self._last: int = library.rows(where, (release,))[0][0] or 0
        self._place = -1
        self._parts: Mapping[int, Part] = {}

    def __eq__(self, other: object) -> bool:
        """Whether it is of the same release, and as long; whether that has another document by now, its facts tell."""
        return isinstance(other, _Stored) and (self._release, self._last) == (other._release, other._last)

    __hash__ = None  # type: ignore[assignment]  # as of other mappings

    def __getitem__(self, number: int) -> Part:
        if not 1 <= number <= self._last:
            raise KeyError(number)
        return self._slice((number - 1) // _AT_A_TIME)[number]

    def __iter__(self) -> Iterator[int]:
        for place in range((self._last + _AT_A_TIME - 1) // _AT_A_TIME):
            yield from self._slice(place)

    def __len__(self) -> int:
        return self._last

    def _slice(self, place: int) -> Mapping[int, Part]:
        if place != self._place:
            self._place, self._parts = place, self._between(place * _AT_A_TIME + 1, (place + 1) * _AT_A_TIME)
        return self._parts

    def _between(self, first: int, last: int) -> Mapping[int, Part]:
        raise NotImplementedError


class StoredParagraphs(_Stored[Paragraph]):
    """The paragraphs of a document; none where it has not been opened."""

    def _between(self, first: int, last: int) -> dict[int, Paragraph]:
        return read_paragraphs(self._library, self._release, f"number BETWEEN {first} AND {last}")


class StoredFigures(_Stored[list[Figure]]):
    """Of every paragraph of a document the figures that it states, of whatever entry they are."""

    def _between(self, first: int, last: int) -> dict[int, list[Figure]]:
        rows = self._library.rows(
            f"""
            SELECT paragraph, {FIGURE_COLUMNS} FROM entry CROSS JOIN figure USING (entry)
            WHERE release = ? AND paragraph BETWEEN ? AND ? ORDER BY entry, figure.position
            """,
            (self._release, first, last),
        )
        found = grouped(rows)
        return {number: [figure_of(row) for row in found[number]] for number in range(first, min(last, self._last) + 1)}


def read_paragraphs(library: Library, release: int, where: str = "true") -> dict[int, Paragraph]:
    """The paragraphs of the release's document that an SQL condition picks, by number. Empty if it has none."""
    rows = library.rows(
        f"""
        SELECT number, text, role, level, run_in, page, line, lines, element
        FROM source_paragraph WHERE release = ? AND {where} ORDER BY number
        """,
        (release,),
    )
    return {
        number: Paragraph(
            text=text,
            role=Role(role),
            level=level,
            run_in=run_in,
            place=Place(page=page, line=line, lines=lines, element=element),
        )
        for number, text, role, level, run_in, page, line, lines, element in rows
    }
