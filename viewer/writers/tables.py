"""Tables as spreadsheets take them: CSV for files, TSV and HTML for the clipboard."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from viewer.writers.blocks import Cell, Table
from viewer.writers.clean import clean_line

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
BYTE_ORDER_MARK = "\ufeff"
"""At the start of a CSV file: without it Excel does not take the file for UTF-8."""


def guard(cell: Cell) -> Cell:
    """A cell that no spreadsheet takes for a formula: https://owasp.org/www-community/attacks/CSV_Injection.

    Texts that begin like one get an apostrophe; numbers stay numbers.
    """
    return f"'{cell}" if isinstance(cell, str) and cell.lstrip(' "').startswith(_FORMULA) else cell


def csv_rows(rows: Iterable[Iterable[Cell]]) -> str:
    """Rows as CSV (RFC 4180)."""
    file = io.StringIO(newline="")
    csv.writer(file).writerows([guard(cell) for cell in row] for row in rows)
    return file.getvalue()


def write_tsv(table: Table) -> str:
    """A table with tabs between cells; a cell has one line."""
    rows = (table.head, *table.rows) if table.head else table.rows
    return "".join("\t".join(map(_line, row)) + "\n" for row in rows)


def _line(cell: Cell) -> str:
    return str(guard(clean_line(cell) if isinstance(cell, str) else cell))  # what is cleaned may begin like a formula
