"""Writing a part of a library into a file: whole, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from viewer.library.extracts import read_extracts
from viewer.library.figure_table import FigureQuery, count_figures, read_figures
from viewer.library.library import Library
from viewer.library.scope import Scope
from viewer.library.selection import scope_keys
from viewer.release.errors import Problem, ReleaseViewerError
from viewer.release.extract import Extract
from viewer.replacing import replacing
from viewer.writers.rows import FIGURE_HEAD, figure_row
from viewer.writers.tables import BYTE_ORDER_MARK, csv_rows
from viewer.writers.writer import Format, write_entries

_ENTRIES_BETWEEN_STEPS = 100
_FIGURES_AT_A_TIME = 2_000

WritePdf = Callable[[Path, Iterable[Extract], str], Iterator[None]]
"""Writes entries with a title into a PDF file, and comes back after each."""


class Written(NamedTuple):
    """How many of the entries have been written."""

    done: int
    total: int


def format_of(path: Path) -> Format:
    """The format that the ending of a file's name asks for. Raises ReleaseViewerError for another ending."""
    ending = path.suffix.lower().removeprefix(".")
    if ending not in set(Format):
        raise ReleaseViewerError(Problem.UNKNOWN_ENDING, str(path))
    return Format(ending)


def export(library: Library, what: Scope | FigureQuery, path: Path, write_pdf: WritePdf) -> Iterator[Written]:
    """Write entries or figures into `path`, as the two below do."""
    if isinstance(what, FigureQuery):
        return export_figures(library, what, path)
    return export_entries(library, what, path, write_pdf)


def export_entries(library: Library, scope: Scope, path: Path, write_pdf: WritePdf) -> Generator[Written, None, None]:
    """Write the entries of a scope into `path`, in the format that its ending names.

    What is given up before its end leaves nothing. Raises ReleaseViewerError, also where there is nothing to write.
    """
    format_ = format_of(path)
    keys = scope_keys(library, scope)
    if not keys:
        raise ReleaseViewerError(Problem.NOTHING_TO_WRITE, str(path))
    extracts = read_extracts(library, keys)
    title = path.stem
    with replacing(path) as new:
        steps = write_pdf(new, extracts, title) if format_ is Format.PDF else _write(new, format_, extracts, title)
        for done, _step in enumerate(steps, 1):
            if done % _ENTRIES_BETWEEN_STEPS == 0:
                yield Written(min(done, len(keys)), len(keys))
    yield Written(len(keys), len(keys))


def export_figures(library: Library, query: FigureQuery, path: Path) -> Iterator[Written]:
    """Write the figures that a query picks into a CSV file. Raises as `export_entries` does."""
    if format_of(path) is not Format.CSV:
        raise ReleaseViewerError(Problem.FIGURES_NEED_CSV, str(path))
    total = count_figures(library, query)
    if not total:
        raise ReleaseViewerError(Problem.NOTHING_TO_WRITE, str(path))
    with replacing(path) as new, new.open("w", encoding="utf-8", newline="") as file:
        file.write(BYTE_ORDER_MARK + csv_rows([FIGURE_HEAD]))
        for done in range(0, total, _FIGURES_AT_A_TIME):
            yield Written(done, total)
            file.write(csv_rows(map(figure_row, read_figures(library, query, _FIGURES_AT_A_TIME, done))))
    yield Written(total, total)


def _write(path: Path, format_: Format, extracts: Iterable[Extract], title: str) -> Iterator[None]:
    with path.open("w", encoding="utf-8", newline="") as file:
        for piece in write_entries(format_, extracts, title):
            file.write(piece)
            yield
