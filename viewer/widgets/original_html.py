"""The paragraphs of a document as HTML: word for word, by their roles, with the figures in them marked."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping

from viewer.release.checking import locate_figure
from viewer.release.folding import join_spans
from viewer.release.release import Figure
from viewer.release.source import Paragraph, Role
from viewer.widgets.page_html import escape
from viewer.widgets.theme import Colours

_CLASSES = {
    Role.META: "muted",
    Role.CAPTION: "caption",
    Role.CREDIT: "muted",
    Role.NOTICE: "muted",
    Role.SUBTITLE: "subtitle",
}
_LARGEST_HEADING = 3


def document_html(paragraphs: Mapping[int, Paragraph], figures: Iterable[Figure], colours: Colours) -> str:
    """The paragraphs one below the other, each with an anchor of its number."""
    found: dict[int, list[Figure]] = {}
    for figure in figures:
        found.setdefault(figure.paragraph, []).append(figure)
    return "".join(
        f"<a name='paragraph-{number}'></a>{_paragraph(part, found.get(number, ()), colours)}"
        for number, part in paragraphs.items()
    )


def marked_html(text: str, figures: Iterable[Figure], colours: Colours) -> str:
    """`text` with the figures in it marked."""
    spans = join_spans(span for figure in figures if (span := locate_figure(figure, text)))
    parts, end = [], 0
    for start, stop in spans:
        mark = (
            f"<span style='background-color: {colours.mark}; color: {colours.text};'>{escape(text[start:stop])}</span>"
        )
        parts += [escape(text[end:start]), mark]
        end = stop
    return "".join([*parts, escape(text[end:])])


def _paragraph(paragraph: Paragraph, figures: Iterable[Figure], colours: Colours) -> str:
    if paragraph.role is Role.TABLE:
        return _table(paragraph.text)
    html = marked_html(paragraph.text, figures, colours)
    if paragraph.role is Role.TITLE:
        return f"<h2>{html}</h2>"
    if paragraph.role is Role.HEADING:
        level = min(paragraph.level + 1, _LARGEST_HEADING)
        return f"<h{level}>{html}</h{level}>"
    if paragraph.run_in:
        end = paragraph.run_in
        html = (
            f"<b>{escape(paragraph.text[:end])}</b>{marked_html(paragraph.text[end:], _moved(figures, end), colours)}"
        )
    return f"<p class='text {_CLASSES.get(paragraph.role, '')}'>{html}</p>"


def _moved(figures: Iterable[Figure], start: int) -> list[Figure]:
    """The figures as they stand in the rest of a paragraph; those before it are left to the heading."""
    return [
        dataclasses.replace(figure, start=figure.start - start, end=figure.end - start)
        for figure in figures
        if figure.start is not None and figure.end is not None and figure.start >= start
    ]


def _table(text: str) -> str:
    rows = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row.split("\t")) + "</tr>" for row in text.split("\n")
    )
    return f"<table class='list' border='1' cellspacing='0' cellpadding='6'>{rows}</table><p></p>"
