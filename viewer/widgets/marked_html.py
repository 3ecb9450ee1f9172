"""Text as HTML with the figures in it marked and what the reader highlighted."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from viewer.release.anchoring import locate
from viewer.release.annotation import Annotation
from viewer.release.checking import locate_figure
from viewer.release.folding import Span, join_spans
from viewer.release.release import Figure
from viewer.widgets.page_html import escape
from viewer.widgets.theme import Colours
from viewer.widgets.typesetting import keep_together


class Marker:
    """Marks the figures and passages of one page wherever they stand."""

    def __init__(self, colours: Colours, passages: Iterable[Annotation]) -> None:
        # bold and underlined, for not everyone sees colours
        self._figure = f"background-color: {colours.mark}; color: {colours.text}; font-weight: 600;"
        self._passage = f"background-color: {colours.highlight}; color: {colours.text}; text-decoration: underline;"
        self._anchors = [part.anchor for part in passages if part.anchor]

    def html(self, text: str, figures: Iterable[Figure] = (), start: int = 0, end: int | None = None) -> str:
        """`text` from `start` to `end`, marked as it is in the whole of it."""
        end = len(text) if end is None else end
        found = join_spans(span for figure in figures if (span := locate_figure(figure, text)))
        passages = join_spans(span for anchor in self._anchors if (span := locate(anchor, text)))
        bounds = {place for span in (*found, *passages) for place in span if start < place < end}
        html = []
        for piece in pairwise(sorted({start, end} | bounds)):
            style = self._passage if _within(piece, passages) else self._figure if _within(piece, found) else ""
            shown = escape(keep_together(text, *piece))
            html.append(f"<span style='{style}'>{shown}</span>" if style else shown)
        return "".join(html)


def _within(piece: Span, spans: Iterable[Span]) -> bool:
    return any(start <= piece[0] and piece[1] <= end for start, end in spans)
