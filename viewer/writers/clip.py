"""What goes onto the clipboard: entries, selections and figures in the form that is wanted."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import NamedTuple

from viewer.release.bibliographic_formats import bibtex, csl_json, ris
from viewer.release.citation import source_line
from viewer.release.comparison import Comparison
from viewer.release.extract import Extract, FigureExtract
from viewer.release.references import gbt7714, refer
from viewer.release.release import Figure, Release
from viewer.writers.blocks import Block, SourceLine, Table, extract_blocks
from viewer.writers.clean import clean_line
from viewer.writers.comparison_text import comparison_table
from viewer.writers.html import write_html
from viewer.writers.markdown import write_markdown
from viewer.writers.plain import write_plain
from viewer.writers.rows import FIGURE_HEAD, figure_row
from viewer.writers.tables import write_tsv


class CopyForm(StrEnum):
    """How entries and selections are copied."""

    RICH = "rich"
    """HTML and plain text together: a word processor takes the one, an editor the other."""
    PLAIN = "plain"
    PLAIN_WITH_SOURCE = "plain-with-source"
    MARKDOWN = "markdown"


class ReferenceForm(StrEnum):
    """How references are written."""

    GBT7714 = "gbt7714"
    BIBTEX = "bibtex"
    CSL_JSON = "csl-json"
    RIS = "ris"


class Clip(NamedTuple):
    """What the clipboard gets; "" for no HTML."""

    text: str
    html: str = ""


def clip_entries(extracts: Iterable[Extract], form: CopyForm) -> Clip:
    """Entries one below the other; all but plain text without source have a source line each."""
    texts: list[str] = []
    pages: list[str] = []
    for extract in extracts:
        blocks = list(extract_blocks(extract, with_source=form is not CopyForm.PLAIN))
        texts.append(write_markdown(blocks) if form is CopyForm.MARKDOWN else write_plain(blocks))
        if form is CopyForm.RICH:
            pages.append(write_html(blocks))
    return Clip("\n\n".join(texts), "\n".join(pages))


def clip_selection(blocks: list[Block], form: CopyForm, source: str) -> Clip:
    """A selection; its source line follows only where the form has it in its name."""
    match form:
        case CopyForm.RICH:
            return Clip(write_plain(blocks), write_html(blocks))
        case CopyForm.PLAIN:
            return Clip(write_plain(blocks))
        case CopyForm.PLAIN_WITH_SOURCE:
            return Clip(write_plain([*blocks, SourceLine(source)] if source else blocks))
        case CopyForm.MARKDOWN:
            return Clip(write_markdown(blocks))


def clip_references(extracts: Iterable[Extract], form: ReferenceForm, today: datetime.date) -> Clip:
    """A reference to each of the entries."""
    references = [refer(extract.release, extract.entry, today) for extract in extracts]
    if form is ReferenceForm.CSL_JSON:
        return Clip(csl_json(references))
    writers: dict[ReferenceForm, Callable[..., str]] = {
        ReferenceForm.GBT7714: gbt7714,
        ReferenceForm.BIBTEX: bibtex,
        ReferenceForm.RIS: ris,
    }
    return Clip("\n".join(writers[form](reference).strip("\n") for reference in references))


def clip_figures(figures: Iterable[FigureExtract]) -> Clip:
    """Figures as cells: tabs for what takes text, and a table for what takes HTML."""
    table = Table(FIGURE_HEAD, tuple(map(figure_row, figures)))
    return Clip(write_tsv(table), write_html([table]))


def clip_comparisons(rows: Iterable[Comparison], titles: Iterable[str]) -> Clip:
    """Comparisons as cells; `titles` are those of the releases."""
    table = comparison_table(rows, titles)
    return Clip(write_tsv(table), write_html([table]))


def clip_figure(figure: Figure, release: Release) -> Clip:
    """One figure with what it counts, and its source with the paragraph."""
    return Clip(f"{clean_line(figure.label)}：{clean_line(figure.quoted)}\n{source_line(release, (figure.paragraph,))}")
