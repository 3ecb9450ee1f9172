"""Word documents (.docx, ECMA-376): paragraphs and tables of the body, with the numbers that Word shows.

Headers, footers, footnotes and comments are left out, as are macros; nothing that a document links to is followed.
Inserted text of tracked changes is read, deleted text is not.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from viewer.readers.document import Block, BlockKind, Document
from viewer.readers.text import clean
from viewer.readers.word_numbering import Numbering
from viewer.readers.word_styles import Style, Styles, W, value_of, whole_number
from viewer.release.errors import Problem, ReleaseViewerError
from viewer.release.source import Place

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

LARGEST_UNPACKED = 256 * 1024 * 1024
"""Bytes of all parts of a document together."""

MOST_MARKUP = 4_000_000
"""Beginnings and ends of elements, and attributes, of all parts together; a thousand pages have about two million."""

_MOST_PARTS = 10_000
_OFFICE_97 = b"\xd0\xcf\x11\xe0"
_HEADING = re.compile(r"(?:heading|标题|標題)\s*(\d)", re.IGNORECASE)
_TITLE = re.compile(r"(?:title|标题|標題|文章标题|公文标题)", re.IGNORECASE)
_CAPTION = re.compile(r"caption|题注|圖說", re.IGNORECASE)
_LEVELS = 9  # of the outline; one more is running text
_LEFT_OUT = (f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText")


def read_word(data: bytes, file: str) -> Document:
    """The blocks of the Word document in `data`, each with the path of its element. Raises ReleaseViewerError."""
    document = _open(data, file)
    body = document.element.find(f"{W}body")
    blocks = tuple(_Body(document).blocks(body, "/body")) if body is not None else ()
    if not blocks:
        raise ReleaseViewerError(Problem.NOTHING_TO_READ, file)
    return Document(blocks=blocks)


def _open(data: bytes, file: str) -> WordDocument:
    import docx  # slow to load, and only Word documents need it

    if data.startswith(_OFFICE_97):
        raise ReleaseViewerError(Problem.OLD_OR_LOCKED_WORD, file)
    try:
        _check_parts(data, file)
        document: WordDocument = docx.Document(io.BytesIO(data))
    except ReleaseViewerError:
        raise
    except Exception as error:  # zipfile, lxml and python-docx fall over what is broken in more ways than can be listed
        raise ReleaseViewerError(Problem.BROKEN_DOCUMENT, file, reason=str(error) or type(error).__name__) from None
    return document


def _check_parts(data: bytes, file: str) -> None:
    """Unpack every part once, without keeping it: what it says of its size may be a lie."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        names = {part.filename for part in parts}
        if "word/document.xml" not in names:
            raise ReleaseViewerError(Problem.NOT_WORD, file)
        size = markup = 0
        for part in parts[:_MOST_PARTS]:
            with archive.open(part) as stream:
                while chunk := stream.read(1 << 20):
                    size += len(chunk)
                    markup += chunk.count(b"<") + chunk.count(b"=")
                    if size > LARGEST_UNPACKED:
                        limit = str(LARGEST_UNPACKED // 1024**2)
                        raise ReleaseViewerError(Problem.UNPACKS_TOO_LARGE, file, limit=limit)
                    if markup > MOST_MARKUP:
                        raise ReleaseViewerError(Problem.TOO_MUCH_MARKUP, file, limit=str(MOST_MARKUP))
        if len(parts) > _MOST_PARTS:
            raise ReleaseViewerError(Problem.BROKEN_DOCUMENT, file, reason=f"{len(parts)} parts")


class _Body:
    """The body of a document, read once from its beginning to its end."""

    def __init__(self, document: WordDocument) -> None:
        self._styles = Styles(document)
        self._numbering = Numbering(document)

    def blocks(self, parent: Any, path: str) -> Iterator[Block]:
        """The blocks of the paragraphs and tables in an element."""
        counts: Counter[str] = Counter()
        for element in _elements(parent):
            kind = element.tag.removeprefix(W)
            counts[kind] += 1
            read = self._paragraph if kind == "p" else self._table
            yield from read(element, f"{path}/{kind}[{counts[kind]}]")

    def _paragraph(self, element: Any, path: str) -> Iterator[Block]:
        """The lines of a paragraph that stand apart: each that a line break ends is a block of its own."""
        styles = self._styles.of(element)
        mark, is_list = self._numbering.mark(element, styles)
        kind, level = _kind(element, styles)
        if kind is BlockKind.TEXT and is_list and not mark.strip():
            kind = BlockKind.LIST
        text, bold = _text(element)
        for number, line in enumerate((mark + text).split("\n"), 1):
            if words := clean(line):
                place = Place(element=path, line=number)
                yield Block(text=words, place=place, kind=kind, level=level, bold=bold)

    def _table(self, table: Any, path: str) -> Iterator[Block]:
        """A table as one block; one of a single cell is there for its looks, and its paragraphs are blocks."""
        rows = [[cell for cell in row if cell.tag == f"{W}tc"] for row in table if row.tag == f"{W}tr"]
        if len(rows) == 1 and len(rows[0]) == 1:
            yield from self.blocks(rows[0][0], path)
            return
        lines = ["\t".join(map(_cell_text, row)) for row in rows]
        text = "\n".join(line for line in lines if line.strip())
        if text.strip():
            yield Block(text=text.strip("\n"), place=Place(element=path), kind=BlockKind.TABLE)


def _elements(parent: Any) -> Iterator[Any]:
    """The paragraphs and tables in order, those in content controls and insertions as if they stood outside."""
    for element in parent:
        if element.tag in (f"{W}p", f"{W}tbl"):
            yield element
        elif element.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml", f"{W}smartTag"):
            yield from _elements(element)


def _text(element: Any) -> tuple[str, bool]:
    """The words of a paragraph, a line break where it has one, and whether all of it is bold."""
    parts: list[str] = []
    plain = False
    for run in element.iter(f"{W}r"):
        if any(ancestor.tag in _LEFT_OUT for ancestor in run.iterancestors()):
            continue
        words = "".join(_run_text(run))
        parts.append(words)
        plain = plain or (bool(words.strip()) and not _is_bold(run))
    text = "".join(parts)
    return text, bool(text.strip()) and not plain


def _run_text(run: Any) -> Iterator[str]:
    for part in run:
        if part.tag == f"{W}t":
            yield part.text or ""
        elif part.tag == f"{W}tab":
            yield "\t"
        elif part.tag in (f"{W}br", f"{W}cr") and part.get(f"{W}type") is None:
            yield "\n"
        elif part.tag == f"{W}noBreakHyphen":
            yield "-"


def _is_bold(run: Any) -> bool:
    bold = run.find(f"{W}rPr/{W}b")
    return bold is not None and bold.get(f"{W}val") not in ("0", "false", "off")


def _kind(paragraph: Any, styles: Sequence[Style]) -> tuple[BlockKind, int]:
    """What a paragraph is by its own level in the outline, and by its styles."""
    level = _outline_level(paragraph.find(f"{W}pPr"))
    for style in styles:
        if match := _HEADING.match(style.name):
            return BlockKind.HEADING, int(match[1])
        if _TITLE.fullmatch(style.name):
            return BlockKind.HEADING, 1
        if _CAPTION.match(style.name):
            return BlockKind.CAPTION, 0
        level = level or _outline_level(style.properties)
    return (BlockKind.HEADING, level) if level else (BlockKind.TEXT, 0)


def _outline_level(properties: Any) -> int:
    """The level of the outline, from 1 on, that properties of a paragraph or a style set; 0 for none."""
    written = value_of(properties.find(f"{W}outlineLvl")) if properties is not None else ""
    level = whole_number(written, _LEVELS) + 1
    return level if level <= _LEVELS else 0


def _cell_text(cell: Any) -> str:
    # what stands inside of another paragraph, such as a text box, is a part of that
    paragraphs = (part for part in cell.iter(f"{W}p") if next(part.iterancestors(f"{W}p"), None) is None)
    words = [clean(_text(paragraph)[0].replace("\n", " ").replace("\t", " ")) for paragraph in paragraphs]
    return " ".join(filter(None, words))
