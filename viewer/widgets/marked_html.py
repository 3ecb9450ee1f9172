"""Text as HTML with the figures in it marked and what the reader highlighted."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from viewer.release.anchoring import locate
from viewer.release.annotation import Annotation
from viewer.release.checking import locate_figure
from viewer.release.folding import Span, join_spans
from viewer.release.release import Figure
from viewer.widgets.text_html import escape
from viewer.widgets.typesetting import keep_together


class Marker:
    """Marks the figures and passages of one page wherever they stand."""

    def __init__(self, passages: Iterable[Annotation]) -> None:
        self._anchors = [part.anchor for part in passages if part.anchor]

    def html(self, text: str, figures: Iterable[Figure] = (), start: int = 0, end: int | None = None) -> str:
        """`text` from `start` to `end`, marked as it is in the whole of it."""
        end = len(text) if end is None else end
        found = join_spans(span for figure in figures if (span := locate_figure(figure, text)))
        passages = join_spans(span for anchor in self._anchors if (span := locate(anchor, text)))
        bounds = {place for span in (*found, *passages) for place in span if start < place < end}
        html = []
        for piece in pairwise(sorted({start, end} | bounds)):
            name = "passage" if _within(piece, passages) else "figure" if _within(piece, found) else ""
            shown = escape(keep_together(text, *piece))
            html.append(f"<span class='{name}'>{shown}</span>" if name else shown)
        return "".join(html)


def _within(piece: Span, spans: Iterable[Span]) -> bool:
    return any(start <= piece[0] and piece[1] <= end for start, end in spans)
