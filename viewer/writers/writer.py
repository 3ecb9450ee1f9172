"""Many entries as one file of text, a piece at a time."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from enum import StrEnum

from viewer.release.extract import Extract
from viewer.writers.blocks import extract_blocks
from viewer.writers.entries_json import entry_object
from viewer.writers.html import PAGE_FOOT, page_head, write_html
from viewer.writers.markdown import write_markdown
from viewer.writers.rows import ENTRY_HEAD, entry_row
from viewer.writers.tables import BYTE_ORDER_MARK, csv_rows


class Format(StrEnum):
    """The formats that entries are written in; the values are the endings of files."""

    MARKDOWN = "md"
    HTML = "html"
    CSV = "csv"
    JSON = "json"
    PDF = "pdf"
    """Laid out on pages by the window's own parts, see `viewer.widgets.paper`."""


def write_entries(format_: Format, extracts: Iterable[Extract], title: str) -> Iterator[str]:
    """The pieces of a file of text, one for each entry and those around them; every format but PDF."""
    match format_:
        case Format.MARKDOWN:
            for number, extract in enumerate(extracts):
                yield ("\n" if number else "") + write_markdown(extract_blocks(extract)) + "\n"
        case Format.HTML:
            yield page_head(title)
            for extract in extracts:
                yield write_html(extract_blocks(extract)) + "\n"
            yield PAGE_FOOT
        case Format.CSV:
            yield BYTE_ORDER_MARK + csv_rows([ENTRY_HEAD])
            for extract in extracts:
                yield csv_rows([entry_row(extract)])
        case Format.JSON:
            separator = "[\n"
            for extract in extracts:
                yield separator + json.dumps(entry_object(extract), ensure_ascii=False)
                separator = ",\n"
            yield "[]\n" if separator == "[\n" else "\n]\n"
        case Format.PDF:
            raise ValueError(format_)
