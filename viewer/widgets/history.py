"""Where the reader has been."""

from __future__ import annotations


class History:
    """Ids of pages in the order of visits, with a place in it, as in a browser."""

    def __init__(self) -> None:
        self._ids: list[str] = []
        self._place = -1

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
        if self._ids and self._ids[self._place] == id_:
            return
        self._place += 1
        self._ids[self._place :] = [id_]

    def go(self, steps: int) -> str:
        """Go that many steps forward, or back where negative; gives the id of the page there."""
        self._place = max(0, min(self._place + steps, len(self._ids) - 1))
        return self._ids[self._place]
