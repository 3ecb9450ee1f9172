"""How running text is set."""

from __future__ import annotations

from typing import NamedTuple


class TextStyle(NamedTuple):
    """What a reader chose for running text.

    Attributes:
        points: the size of its characters.
        serif: whether it has a Song typeface instead of a Hei one.
        line_height: of the height of a character.
        measure: characters in a line, at most.
        indent: whether a paragraph begins two characters further in.
    """

    points: float = 12.0
    serif: bool = False
    line_height: float = 1.7
    measure: int = 40
    indent: bool = False


USUAL_STYLE = TextStyle()
"""How text is set until it is chosen otherwise."""

POINTS = (8.0, 9.0, 10.0, 11.0, 12.0, 14.0, 16.0, 18.0, 21.0, 24.0, 28.0, 32.0, 40.0)
"""The sizes that characters may have, as printers know them."""

LINE_HEIGHTS = (1.3, 1.5, 1.7, 1.9, 2.1, 2.4)
"""The heights that lines may have."""

MEASURES = (24, 32, 40, 50, 60)
"""How many characters a line may have."""


def next_size(points: float, steps: int) -> float:
    """The size that many steps larger than `points`, or smaller where negative; the last one at the end."""
    nearest = min(range(len(POINTS)), key=lambda number: abs(POINTS[number] - points))
    return POINTS[max(0, min(nearest + steps, len(POINTS) - 1))]
