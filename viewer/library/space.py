"""Giving back the pages of a library file that nothing needs any more: SQLite keeps those of what was removed."""

from __future__ import annotations

from collections.abc import Iterator

from viewer.library.library import Library

_KEPT = 4  # of so many pages one may be free: what comes next needs it
_PAGES_AT_A_TIME = 2_000  # about a tenth of a second, for which other writers wait


def has_space_to_give(library: Library) -> bool:
    """Whether more of the file is free than what comes next is likely to need, and can be given back.

    It cannot in a library that was made without tables for that; there what comes next uses it again.
    """
    (mode,), (pages,), (free,) = (
        library.rows(f"PRAGMA {name}")[0] for name in ("auto_vacuum", "page_count", "freelist_count")
    )
    return bool(mode) and free > max(pages // _KEPT, _PAGES_AT_A_TIME)


def give_back_space(library: Library) -> Iterator[None]:
    """Give pages back, a little at a time: between two steps others may read and write."""
    while has_space_to_give(library):
        with library.transaction():
            library.rows(f"PRAGMA incremental_vacuum({_PAGES_AT_A_TIME})")
        yield
