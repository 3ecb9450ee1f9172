"""Headings, paragraphs and tables of the pages that are ours, not a release's."""

from __future__ import annotations

from collections.abc import Iterable

from viewer.widgets.text_html import escape

_TABLE = "cellspacing='0' cellpadding='0' style='margin-top: 8px; margin-bottom: 4px;'"
_CELL = "padding-right: 24px; padding-bottom: 8px;"


def heading(text: str) -> str:
    """A heading below the title of the page."""
    return f"<h2>{escape(text)}</h2>"


def paragraph(text: str) -> str:
    """A paragraph of running text."""
    return f"<p class='text'>{escape(text)}</p>"


def table(rows: Iterable[tuple[str, str]]) -> str:
    """Rows of two cells of HTML, the first of which is not broken into lines."""
    html = "".join(
        f"<tr><td style='white-space: nowrap; {_CELL}'>{head}</td><td style='{_CELL}'>{cell}</td></tr>"
        for head, cell in rows
    )
    return f"<table {_TABLE}>{html}</table>"


def two_columns(rows: Iterable[tuple[str, str]]) -> str:
    """Rows of two texts, the second of which begin in one line on the whole page, not only in one table."""
    html = "".join(
        f"<tr><td width='55%' style='{_CELL}'>{escape(one)}</td><td style='{_CELL}'>{escape(other)}</td></tr>"
        for one, other in rows
    )
    return f"<table {_TABLE} width='100%'>{html}</table>"
