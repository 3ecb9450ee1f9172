"""A part of a library."""

from __future__ import annotations

from typing import NamedTuple


class Scope(NamedTuple):
    """What stands in some entries or groups, or what a query finds; with neither, all of a library."""

    ids: tuple[str, ...] = ()
    query: str = ""


EVERYTHING = Scope()
"""All of a library."""
