"""Where the reader has been."""

from __future__ import annotations

from collections.abc import Sequence

_LONGEST = 100


class History:
    """Ids of pages in the order of visits, with a place in it, as in a browser; the oldest are forgotten."""

    def __init__(self, ids: Sequence[str] = (), place: int = -1) -> None:
        """`ids` are earlier visits, the one at `place` the last that was looked at."""
        self._ids = list(ids)
        self._place = max(min(place, len(ids) - 1), 0 if ids else -1)

    @property
    def here(self) -> str:
        """The id of the page; "" before the first visit."""
        return self._ids[self._place] if self._ids else ""

    @property
    def ids(self) -> tuple[str, ...]:
        """All pages, the oldest visit first."""
        return tuple(self._ids)

    @property
    def place(self) -> int:
        """Which of them is the one here; -1 before the first visit."""
        return self._place

    @property
    def visited(self) -> tuple[str, ...]:
        """The other pages than the one here, each once, the latest visit first."""
        return tuple(id_ for id_ in dict.fromkeys(reversed(self._ids)) if id_ != self.here)

    @property
    def can_go_back(self) -> bool:
        """Whether there is an earlier page."""
        return self._place > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a later page."""
        return self._place < len(self._ids) - 1

    def visit(self, id_: str) -> None:
        """Go to a page from here; what was ahead is forgotten. The same page again is no visit."""
        if self.here == id_:
            return
        self._ids[self._place + 1 :] = [id_]
        del self._ids[:-_LONGEST]
        self._place = len(self._ids) - 1

    def go(self, steps: int) -> str:
        """Go that many steps forward, or back where negative; gives the id of the page there."""
        self._place = max(0, min(self._place + steps, len(self._ids) - 1))
        return self.here
