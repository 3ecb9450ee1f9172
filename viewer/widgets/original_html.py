"""The paragraphs of a document as HTML: word for word, by their roles, with what is marked in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from viewer.release.release import Figure
from viewer.release.source import Paragraph, Role
from viewer.widgets.marked_html import Marker

_CLASSES = {
    Role.META: "muted",
    Role.CAPTION: "caption",
    Role.CREDIT: "muted",
    Role.NOTICE: "muted",
    Role.SUBTITLE: "subtitle",
}
_LARGEST_HEADING = 3


def document_html(
    paragraphs: Mapping[int, Paragraph], figures: Mapping[int, Sequence[Figure]], marker: Marker
) -> Iterator[str]:
    """The paragraphs, one below the other, with the figures that each of them states."""
    yield from (_paragraph(part, figures.get(number, ()), marker) for number, part in paragraphs.items())


def _paragraph(paragraph: Paragraph, figures: Iterable[Figure], marker: Marker) -> str:
    if paragraph.role is Role.TABLE:
        return _table(paragraph.text, marker)
    html = marker.html(paragraph.text, figures)
    if paragraph.role is Role.TITLE:
        return f"<h2>{html}</h2>"
    if paragraph.role is Role.HEADING:
        level = min(paragraph.level + 1, _LARGEST_HEADING)
        return f"<h{level}>{html}</h{level}>"
    if paragraph.run_in:
        end = paragraph.run_in
        # what stands in the heading is left to it
        html = f"<b>{marker.html(paragraph.text, end=end)}</b>{marker.html(paragraph.text, figures, end)}"
    return f"<p class='text {_CLASSES.get(paragraph.role, '')}'>{html}</p>"


def _table(text: str, marker: Marker) -> str:
    rows = "".join(
        "<tr>" + "".join(f"<td>{marker.html(cell)}</td>" for cell in row.split("\t")) + "</tr>"
        for row in text.split("\n")
    )
    return f"<table class='list' border='1' cellspacing='0' cellpadding='6'>{rows}</table><p></p>"
