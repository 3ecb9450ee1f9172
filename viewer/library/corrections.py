"""What a person says of figures that count the same, or do not: kept for every comparison to come."""

from __future__ import annotations

from viewer.library.library import Library
from viewer.release.comparison import Corrections, Pair


def read_corrections(library: Library) -> Corrections:
    """Everything that has been said."""
    return {(unit, label, other): bool(same) for unit, label, other, same in library.rows("SELECT * FROM label_match")}


def put_correction(library: Library, pair: Pair, *, same: bool) -> None:
    """Say that the figures under two labels count the same, or that they do not."""
    with library.transaction():
        library.rows("INSERT OR REPLACE INTO label_match VALUES (?, ?, ?, ?)", (*pair, same))


def remove_correction(library: Library, pair: Pair) -> None:
    """Leave it to what is proposed again."""
    with library.transaction():
        library.rows("DELETE FROM label_match WHERE unit = ? AND label = ? AND other = ?", pair)
