"""Word documents (.docx, ECMA-376): paragraphs and tables of the body, with the numbers that Word shows.

Headers, footers, footnotes and comments are left out, as are macros; nothing that a document links to is followed.
Inserted text of tracked changes is read, deleted text is not.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from viewer.readers.document import Block, BlockKind, Document
from viewer.readers.text import clean
from viewer.readers.word_numbering import Numbering
from viewer.release.errors import Problem, ReleaseViewerError
from viewer.release.source import Place

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph as WordParagraph

LARGEST_UNPACKED = 256 * 1024 * 1024
"""Bytes of all parts of a document together."""

_MOST_PARTS = 10_000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFFICE_97 = b"\xd0\xcf\x11\xe0"
_HEADING = re.compile(r"(?:heading|标题|標題)\s*(\d)", re.IGNORECASE)
_TITLE = re.compile(r"(?:title|标题|標題|文章标题|公文标题)", re.IGNORECASE)
_CAPTION = re.compile(r"caption|题注|圖說", re.IGNORECASE)
_DEEPEST_OUTLINE = 8  # a level of 9 is running text
_LEFT_OUT = (f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText")


def read_word(data: bytes, file: str) -> Document:
    """The blocks of the Word document in `data`, each with the path of its element. Raises ReleaseViewerError."""
    document = _open(data, file)
    blocks = tuple(_body_blocks(document))
    if not blocks:
        raise ReleaseViewerError(Problem.NOTHING_TO_READ, file)
    return Document(blocks=blocks)


def _open(data: bytes, file: str) -> WordDocument:
    import docx  # these are slow to load, and only Word documents need them
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import XMLSyntaxError

    if data.startswith(_OFFICE_97):
        raise ReleaseViewerError(Problem.OLD_OR_LOCKED_WORD, file)
    try:
        _check_parts(data, file)
        document: WordDocument = docx.Document(io.BytesIO(data))
    except (zipfile.BadZipFile, PackageNotFoundError, XMLSyntaxError, KeyError, ValueError, EOFError, OSError) as error:
        raise ReleaseViewerError(Problem.BROKEN_DOCUMENT, file, reason=str(error) or type(error).__name__) from None
    except (NotImplementedError, RuntimeError, zipfile.LargeZipFile) as error:  # an unknown or encrypted way to pack
        raise ReleaseViewerError(Problem.BROKEN_DOCUMENT, file, reason=str(error)) from None
    return document


def _check_parts(data: bytes, file: str) -> None:
    """Unpack every part once, without keeping it: what it says of its size may be a lie."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        names = {part.filename for part in parts}
        if "word/document.xml" not in names:
            raise ReleaseViewerError(Problem.NOT_WORD, file)
        size = 0
        for part in parts[:_MOST_PARTS]:
            with archive.open(part) as stream:
                while chunk := stream.read(1 << 20):
                    size += len(chunk)
                    if size > LARGEST_UNPACKED:
                        limit = str(LARGEST_UNPACKED // 1024**2)
                        raise ReleaseViewerError(Problem.UNPACKS_TOO_LARGE, file, limit=limit)
        if len(parts) > _MOST_PARTS:
            raise ReleaseViewerError(Problem.BROKEN_DOCUMENT, file, reason=f"{len(parts)} parts")


def _body_blocks(document: WordDocument) -> Iterator[Block]:
    numbering = Numbering(document)
    counts: dict[str, int] = {}
    for element in _elements(document.element.body):
        kind = element.tag.removeprefix(_W)
        counts[kind] = counts.get(kind, 0) + 1
        path = f"/body/{kind}[{counts[kind]}]"
        if kind == "p":
            yield from _paragraph_blocks(document, element, path, numbering)
        else:
            yield from _table_blocks(document, element, path, numbering)


def _elements(parent: Any) -> Iterator[Any]:
    """The paragraphs and tables in order, those in content controls and insertions as if they stood outside."""
    for element in parent:
        if element.tag in (f"{_W}p", f"{_W}tbl"):
            yield element
        elif element.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml", f"{_W}smartTag"):
            yield from _elements(element)


def _paragraph_blocks(document: WordDocument, element: Any, path: str, numbering: Numbering) -> Iterator[Block]:
    """The lines of a paragraph that stand apart: each that a line break ends is a block of its own."""
    from docx.text.paragraph import Paragraph as WordParagraph

    paragraph = WordParagraph(element, document._body)  # noqa: SLF001  python-docx gives no other way
    mark, is_list = numbering.mark(paragraph)
    kind, level = _kind(paragraph)
    if kind is BlockKind.TEXT and is_list and not mark.strip():
        kind = BlockKind.LIST
    text, bold = _text(element)
    for number, line in enumerate((mark + text).split("\n"), 1):
        if words := clean(line):
            place = Place(element=path, line=number)
            yield Block(text=words, place=place, kind=kind, level=level, bold=bold)


def _text(element: Any) -> tuple[str, bool]:
    """The words of a paragraph, a line break where it has one, and whether all of it is bold."""
    parts: list[str] = []
    plain = False
    for run in element.iter(f"{_W}r"):
        if any(ancestor.tag in _LEFT_OUT for ancestor in run.iterancestors()):
            continue
        words = "".join(_run_text(run))
        parts.append(words)
        plain = plain or (bool(words.strip()) and not _is_bold(run))
    text = "".join(parts)
    return text, bool(text.strip()) and not plain


def _run_text(run: Any) -> Iterator[str]:
    for part in run:
        if part.tag == f"{_W}t":
            yield part.text or ""
        elif part.tag == f"{_W}tab":
            yield "\t"
        elif part.tag in (f"{_W}br", f"{_W}cr") and part.get(f"{_W}type") is None:
            yield "\n"
        elif part.tag == f"{_W}noBreakHyphen":
            yield "-"


def _is_bold(run: Any) -> bool:
    bold = run.find(f"{_W}rPr/{_W}b")
    return bold is not None and bold.get(f"{_W}val") not in ("0", "false", "off")


def _kind(paragraph: WordParagraph) -> tuple[BlockKind, int]:
    """What the style of a paragraph, or a style that it rests on, says that it is."""
    level = _outline_level(paragraph._p.pPr)  # noqa: SLF001  python-docx has no name for it
    style: Any = paragraph.style
    while style is not None:
        name = style.name or ""
        if match := _HEADING.match(name):
            return BlockKind.HEADING, int(match[1])
        if _TITLE.fullmatch(name):
            return BlockKind.HEADING, 1
        if _CAPTION.match(name):
            return BlockKind.CAPTION, 0
        level = level or _outline_level(style.element.pPr)
        style = style.base_style
    return (BlockKind.HEADING, level) if level else (BlockKind.TEXT, 0)


def _outline_level(properties: Any) -> int:
    """The level of the outline, from 1 on, that properties of a paragraph or a style set; 0 for none."""
    if properties is None:
        return 0
    outline = properties.find(f"{_W}outlineLvl")
    value = outline.get(f"{_W}val", "") if outline is not None else ""
    return int(value) + 1 if value.isdigit() and int(value) <= _DEEPEST_OUTLINE else 0


def _table_blocks(document: WordDocument, table: Any, path: str, numbering: Numbering) -> Iterator[Block]:
    """A table as one block; one of a single cell is there for its looks, and its paragraphs are blocks."""
    rows = [[cell for cell in row if cell.tag == f"{_W}tc"] for row in table if row.tag == f"{_W}tr"]
    if len(rows) == 1 and len(rows[0]) == 1:
        for number, element in enumerate(_elements(rows[0][0]), 1):
            kind = element.tag.removeprefix(_W)
            inner = f"{path}/{kind}[{number}]"
            if kind == "p":
                yield from _paragraph_blocks(document, element, inner, numbering)
            else:
                yield from _table_blocks(document, element, inner, numbering)
        return
    lines = ["\t".join(map(_cell_text, row)) for row in rows]
    text = "\n".join(line for line in lines if line.strip())
    if text.strip():
        yield Block(text=text.strip("\n"), place=Place(element=path), kind=BlockKind.TABLE)


def _cell_text(cell: Any) -> str:
    words = [clean(_text(paragraph)[0].replace("\n", " ").replace("\t", " ")) for paragraph in cell.iter(f"{_W}p")]
    return " ".join(filter(None, words))
