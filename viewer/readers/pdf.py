"""PDF files: the text layer, line by line, joined to paragraphs.

A PDF has no paragraphs: a line goes on with the one before it where that is full and ends in no sentence, or where it
begins further left. What stands at the top or bottom of most pages, and numbers of pages, is left out. Larger type is
a heading. Places count the lines of a page from its top, after those have been left out.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

from viewer.readers.document import Block, BlockKind, Document
from viewer.readers.limits import MOST_CHARACTERS
from viewer.readers.text import clean, join_lines
from viewer.release.errors import Problem, ReleaseViewerError
from viewer.release.source import Place

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MOST_PAGES = 5_000
"""Of a document."""

MOST_WORK = 4_000_000_000
"""Pieces times characters of each page together, for PDFium looks for each piece among all characters of its page.

Five thousand pages of a hundred pieces and two thousand characters have a quarter of that.
"""

_PAGE_NUMBER = re.compile(r"[-—–－\s]*(?:第\s*)?\d{1,4}\s*(?:页)?(?:\s*[/共]\s*(?:共\s*)?\d{1,4}\s*页?)?[-—–－\s]*")
_BETWEEN_CHINESE = re.compile(r"(?<=[^\x00-\xff])[ \u00a0]+(?=[^\x00-\xff]|[0-9])|(?<=[0-9])[ \u00a0]+(?=[^\x00-\xff])")
_INSIDE = re.compile(r"[，。；：、！？）”》】]")
_ENDED = re.compile(r"[。！？；：!?;:…”）》】.]$")
_LARGER = 1.15  # of the usual height of type
_FULL = 0.88  # of the width of the text
_WHOLLY_FULL = 0.97
_INDENT = 1.2  # heights of type
_FEW = 0.03  # of the lines: fewer that are indented are no first lines of paragraphs
_GAP = 3.0  # heights of type from a line to the next of its paragraph, at most
_SHORT_LINE = 24  # characters; longer lines have spaces only because they are stretched


class Line(NamedTuple):
    """A line of a page: its words, its left and right ends, its top, and the height of its type, in points."""

    text: str
    left: float
    right: float
    top: float
    height: float


def read_pdf(data: bytes, file: str) -> Document:
    """The paragraphs of the PDF in `data`. Raises ReleaseViewerError where it is locked, broken or has no text."""
    pages = pdf_lines(data, file)
    lines = [(page, number, line) for page, lines in enumerate(pages, 1) for number, line in enumerate(lines, 1)]
    if not lines:
        raise ReleaseViewerError(Problem.NO_TEXT_LAYER, file)
    return Document(blocks=tuple(_blocks(lines)))


def pdf_lines(data: bytes, file: str) -> list[list[Line]]:
    """The lines of each page from its top, without running heads and page numbers. Raises ReleaseViewerError."""
    import pypdfium2  # slow to load, and only PDF files need it

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        problem = Problem.LOCKED_DOCUMENT if locked else Problem.BROKEN_DOCUMENT
        raise ReleaseViewerError(problem, file, reason=str(error)) from None
    try:
        if len(document) > MOST_PAGES:
            raise ReleaseViewerError(Problem.TOO_MANY_PAGES, file, limit=str(MOST_PAGES))
        return _without_running_heads(list(_pages(document, file)))
    finally:
        document.close()


def _pages(document: PdfDocument, file: str) -> Iterator[list[Line]]:
    work = characters = 0
    for number in range(len(document)):
        with _text_of_page(document, number, file) as text_page:
            count = text_page.count_chars()
            characters += count
            if characters > MOST_CHARACTERS:
                raise ReleaseViewerError(Problem.TEXT_TOO_LONG, file, limit=str(MOST_CHARACTERS))
            pieces = text_page.count_rects()
            work += pieces * count
            if work > MOST_WORK:
                raise ReleaseViewerError(Problem.TOO_SCATTERED, file, f"page {number + 1}")
            yield list(_lines([_piece(text_page, piece) for piece in range(pieces)]))


@contextmanager
def _text_of_page(document: PdfDocument, number: int, file: str) -> Iterator[Any]:
    import pypdfium2

    try:
        page = document[number]
        text_page = page.get_textpage()
    except pypdfium2.PdfiumError as error:
        raise ReleaseViewerError(Problem.BROKEN_DOCUMENT, file, f"page {number + 1}", reason=str(error)) from None
    try:
        yield text_page
    finally:
        text_page.close()
        page.close()


def _lines(pieces: Iterable[Line | None]) -> Iterator[Line]:
    """The lines of a page: rectangles of text that stand at one height, from left to right."""
    row: list[Line] = []
    for piece in sorted(filter(None, pieces), key=lambda line: -line.top):
        if row and abs(row[0].top - piece.top) > max(row[0].height, piece.height) * 0.6:
            yield _joined(row)
            row = []
        row.append(piece)
    if row:
        yield _joined(row)


def _piece(text_page: Any, number: int) -> Line | None:
    left, bottom, right, top = text_page.get_rect(number)
    text = clean(unicodedata.normalize("NFC", text_page.get_text_bounded(left, bottom, right, top)).replace("\r\n", ""))
    return Line(text, left, right, top, top - bottom) if text else None


def _joined(row: Sequence[Line]) -> Line:
    row = sorted(row, key=lambda line: line.left)
    text = " ".join(line.text for line in row)
    if len(text) > _SHORT_LINE:
        text = _BETWEEN_CHINESE.sub("", text)
    return Line(text, row[0].left, max(line.right for line in row), row[0].top, max(line.height for line in row))


def _without_running_heads(pages: list[list[Line]]) -> list[list[Line]]:
    """The pages without what stands first or last on more than half of them, and without their numbers."""
    ends = Counter(line.text for lines in pages for line in {*lines[:1], *lines[-1:]})
    running = {text for text, count in ends.items() if len(pages) > 2 and count * 2 > len(pages)}
    return [
        [
            line
            for number, line in enumerate(lines)
            if not (number in (0, len(lines) - 1) and (line.text in running or _PAGE_NUMBER.fullmatch(line.text)))
        ]
        for lines in pages
    ]


class _Measure(NamedTuple):
    """What is usual in a document: the height of its type, its left edge and width, and whether paragraphs indent."""

    height: int
    left: float
    width: float
    indents: bool

    def is_indented(self, line: Line) -> bool:
        """Whether a line begins as the first of a paragraph does."""
        return line.left - self.left > self.height * _INDENT

    def is_larger(self, line: Line) -> bool:
        """Whether a line is in larger type than the text."""
        return line.height > self.height * _LARGER


def _measure(lines: Sequence[Line]) -> _Measure:
    height = Counter(round(line.height) for line in lines).most_common(1)[0][0] or 1
    left = min(line.left for line in lines)
    measure = _Measure(height, left, max(line.right for line in lines) - left, indents=False)
    indented = sum(measure.is_indented(line) and not measure.is_larger(line) for line in lines)
    return measure._replace(indents=indented > max(1, len(lines) * _FEW))


def _blocks(lines: Sequence[tuple[int, int, Line]]) -> Iterator[Block]:
    """Paragraphs of lines, with the place of their first."""
    measure = _measure([line for _page, _number, line in lines])
    paragraph: list[tuple[int, int, Line]] = []
    for part in lines:
        if paragraph and not _goes_on(paragraph[-1], part, measure):
            yield _block(paragraph, measure.height)
            paragraph = []
        paragraph.append(part)
    yield _block(paragraph, measure.height)


def _goes_on(last: tuple[int, int, Line], part: tuple[int, int, Line], measure: _Measure) -> bool:
    """Whether a line belongs to the paragraph of the line before it."""
    (page, _number, above), (same_page, _, line) = last, part
    if _INSIDE.match(line.text):
        return True
    near = page != same_page or above.top - line.top < measure.height * _GAP
    if abs(above.height - line.height) > measure.height * (_LARGER - 1) or not near:
        return False
    if measure.is_larger(line):
        return page == same_page
    reach = (above.right - measure.left) / measure.width
    if reach <= _FULL or measure.is_indented(line):
        return False
    return measure.indents or reach >= _WHOLLY_FULL or not _ENDED.search(above.text)


def _block(paragraph: Sequence[tuple[int, int, Line]], usual: int) -> Block:
    page, number, first = paragraph[0]
    text = join_lines([line.text for _page, _number, line in paragraph])
    place = Place(page=page, line=number, lines=len(paragraph))
    if first.height > usual * _LARGER and len(text) <= 80:
        return Block(text=text, place=place, kind=BlockKind.HEADING, level=1 if first.height > usual * 1.4 else 2)
    return Block(text=text, place=place)
