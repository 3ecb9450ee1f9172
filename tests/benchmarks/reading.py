"""Reading a document, against a parser that gives its text alone and understands nothing of it."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path
from time import thread_time
from typing import NamedTuple

import docx
import pypdfium2
from imports import texts
from lxml import etree
from lxml.html import document_fromstring
from markdown_it import MarkdownIt
from table import Quantity, Row
from test_pdf import pdf
from timing import ROUNDS, seconds

from viewer.readers.reader import read_file

PARAGRAPHS = "\n".join(texts(5)).splitlines()
_PARAGRAPHS_ON_A_PAGE = 6


class Form(NamedTuple):
    """A kind of document: how one is made of paragraphs, and what gives its text alone."""

    ending: str
    parser: str
    make: Callable[[list[str]], bytes]
    parse: Callable[[bytes], object]


def _make_page(paragraphs: list[str]) -> bytes:
    title, *others = (escape(paragraph) for paragraph in paragraphs)
    lines = "".join(f"<p>{paragraph}</p>\n" for paragraph in others)
    return f"<!doctype html><html><body><article><h1>{title}</h1>\n{lines}</article></body></html>".encode()


def _make_word(paragraphs: list[str]) -> bytes:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _make_pdf(paragraphs: list[str]) -> bytes:
    starts = range(0, len(paragraphs), _PARAGRAPHS_ON_A_PAGE)
    return pdf([paragraphs[start : start + _PARAGRAPHS_ON_A_PAGE] for start in starts])


def _parse_markdown(data: bytes) -> object:
    return [token.content for token in MarkdownIt().parse(data.decode())]


def _parse_page(data: bytes) -> object:
    return etree.tostring(document_fromstring(data.decode()), method="text", encoding="unicode")


def _parse_word(data: bytes) -> object:
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]


def _parse_pdf(data: bytes) -> object:
    document = pypdfium2.PdfDocument(data)
    text = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return text


FORMS = (
    Form("md", "markdown-it-py", lambda paragraphs: "\n\n".join(paragraphs).encode(), _parse_markdown),
    Form("html", "lxml", _make_page, _parse_page),
    Form("docx", "python-docx", _make_word, _parse_word),
    Form("pdf", "pypdfium2", _make_pdf, _parse_pdf),
)


def reading_seconds(form: Form, folder: Path) -> tuple[float, float]:
    """How much work it is to read and understand a document of this form, and how much to parse it."""
    path = folder / f"document.{form.ending}"
    path.write_bytes(form.make(PARAGRAPHS))
    ours, parsed = (
        min(seconds(read, path, clock=thread_time) for _round in range(ROUNDS))
        for read in (read_file, lambda path: form.parse(path.read_bytes()))
    )
    return ours, parsed


def reading_rows(folder: Path, say: Callable[[str], object]) -> Iterator[Row]:
    """A document of each form; `folder` is for them, `say` is told how far it is."""
    for form in FORMS:
        say(f"reading .{form.ending}")
        ours, parsed = (Quantity(taken * 1000, "ms") for taken in reading_seconds(form, folder))
        yield Row(
            f"a `.{form.ending}` of {len(PARAGRAPHS)} paragraphs read and understood: CPU",
            (ours,),
            f"{form.parser}, its text alone",
            (parsed,),
        )
