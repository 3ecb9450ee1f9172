"""Opening any document: what kind it is, by its content rather than by its name, and what release it is."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from pathlib import Path

from viewer.readers.compose import Facts, compose_release
from viewer.readers.document import Document
from viewer.readers.limits import check_document, check_lines
from viewer.readers.outline import find_outline
from viewer.release.errors import Problem, ReleaseViewerError
from viewer.release.release import Release

LARGEST_FILE = 64 * 1024 * 1024
"""Bytes; a release of a thousand pages has about four million as text."""

_MEGABYTE = 1024 * 1024
_BEGINNING = 4096  # bytes by which a kind is told
_OFFICE_97 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(rb"(?i)<!doctype\s+html|<(?:html|head|body|meta|title|div|p|table|article)[\s>]")
_WHOLE_PAGE = re.compile(rb"(?i)\A[^<]{0,8}\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+)?html")
_MIME = re.compile(rb"(?i)\A(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:mime-version|content-type):")
_JSON = re.compile(rb'\A(?:\xef\xbb\xbf)?\s*\{\s*"')
_MARKDOWN = re.compile(r"(?m)^#{1,6}\s+\S|^\s*[-*]\s+\*\*|^\|.*\|\s*\n\|\s*:?-{3}|\]\(https?://")


def read_file(path: Path) -> Release:
    """The release in the document at `path`. Raises ReleaseViewerError with file, place and remedy."""
    data, day = _load(path)
    file = str(path)
    if _JSON.match(data[:_BEGINNING]) or path.suffix.lower() == ".json":
        from viewer.release.release_json import read_release  # loaded only where there is JSON

        return read_release(data, file)
    return release_of(_reader_of(data, path.suffix.lower())(data, file), file, day)


def read_pasted(text: str) -> Release:
    """The release in a text, which may be Markdown. Raises ReleaseViewerError where there is nothing to read."""
    return release_of(_read_plain(text, "", ""), "", datetime.datetime.now().astimezone().date())


def release_of(document: Document, file: str, day: datetime.date) -> Release:
    """The release that a document is; `day` is that of its file. Raises ReleaseViewerError where it has no text."""
    check_document(document, file)
    paragraphs = find_outline(document)
    if not paragraphs:
        raise ReleaseViewerError(Problem.NOTHING_TO_READ, file)
    facts = Facts(
        day=day,
        title=document.title,
        date=document.date,
        publisher=document.publisher,
        author=document.author,
        address=document.address,
    )
    return compose_release(paragraphs, facts)


def _load(path: Path) -> tuple[bytes, datetime.date]:
    """The bytes of a file and the day on which it was last changed."""
    file = str(path)
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST_FILE + 1)
            size = stream.seek(0, 2) if len(data) > LARGEST_FILE else len(data)
        changed = path.stat().st_mtime
    except FileNotFoundError:
        raise ReleaseViewerError(Problem.FILE_MISSING, file) from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise ReleaseViewerError(Problem.FILE_UNREADABLE, file, reason=reason) from None
    if size > LARGEST_FILE:
        raise ReleaseViewerError(
            Problem.FILE_TOO_LARGE, file, size=str(size // _MEGABYTE), limit=str(LARGEST_FILE // _MEGABYTE)
        )
    if not data.strip():
        raise ReleaseViewerError(Problem.FILE_EMPTY, file)
    return data, datetime.datetime.fromtimestamp(changed).astimezone().date()


def _reader_of(data: bytes, ending: str) -> Callable[[bytes, str], Document]:
    """The reader for a file that begins like this; the name decides only between plain text and Markdown."""
    beginning = data[:_BEGINNING]
    if b"%PDF-" in beginning[:1024]:
        from viewer.readers.pdf import read_pdf  # each reader is loaded by the first document of its kind

        return read_pdf
    if beginning.startswith((b"PK\x03\x04", b"PK\x05\x06", _OFFICE_97)):
        from viewer.readers.word import read_word

        return read_word
    if _MIME.match(beginning):
        from viewer.readers.mhtml import read_mhtml

        return read_mhtml
    # a text may speak of elements, and Markdown may have some
    tag = _WHOLE_PAGE if ending in (".md", ".markdown", ".txt") else _HTML
    if tag.search(beginning.replace(b"\0", b"")):
        from viewer.readers.html import read_html

        return read_html
    return lambda data, file: _read_plain(_decode(data, file), file, ending)


def _decode(data: bytes, file: str) -> str:
    from viewer.readers.encoding import decode

    return decode(data, file)


def _read_plain(text: str, file: str, ending: str) -> Document:
    """Text as Markdown where its name or its marks say so."""
    check_lines(text, file)
    if ending in (".md", ".markdown") or (not ending and _MARKDOWN.search(text[:_BEGINNING])):
        from viewer.readers.markdown import read_markdown

        return read_markdown(text, file)
    from viewer.readers.text import read_text

    return read_text(text)
