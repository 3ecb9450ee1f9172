"""How far pages have been read."""

from __future__ import annotations

from viewer.widgets.shown import Missing, Shown

MOST_PLACES = 500
"""Of more pages than that the place is not kept."""


class ReadingPlaces:
    """The positions of the first characters that were seen, by the ids of pages; that of a page that is gone is kept.

    The top is no place.
    """

    def __init__(self, places: dict[str, int]) -> None:
        """`places` are kept up."""
        self._places = places

    def of(self, shown: Shown | None) -> int:
        """How far a page has been read."""
        return 0 if shown is None or isinstance(shown, Missing) else self._places.get(shown.id, 0)

    def remember(self, shown: Shown | None, place: int) -> None:
        """Keep how far a page has been read."""
        if shown is None or isinstance(shown, Missing):
            return
        self._places.pop(shown.id, None)
        if place:
            self._places[shown.id] = place
        if len(self._places) > MOST_PLACES:
            del self._places[next(iter(self._places))]
