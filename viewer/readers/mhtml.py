"""Web archives (.mht, .mhtml): a page and its pictures in one MIME message, as RFC 2557 has it."""

from __future__ import annotations

import email
from dataclasses import replace
from email.errors import CloseBoundaryNotFoundDefect, InvalidBase64PaddingDefect
from email.message import Message
from email.policy import Compat32

from viewer.override import override
from viewer.readers.document import Document
from viewer.readers.html import read_html
from viewer.readers.html_head import first_address
from viewer.release.errors import Problem, ReleaseViewerError

_PAGES = ("text/html", "application/xhtml+xml")
_LONGEST_FIELD = 4_000  # characters; what Python needs to read one grows with the square of its length


class _ShortFields(Compat32):
    """Mail as it is, without what is too long in its head."""

    @override
    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value if len(value) <= _LONGEST_FIELD else ""


def read_mhtml(data: bytes, file: str) -> Document:
    """The article in a web archive, as `read_html` reads it.

    Raises ReleaseViewerError as that does, and for what is no archive or lacks its page.
    """
    if not data.strip():
        raise ReleaseViewerError(Problem.FILE_EMPTY, file)
    try:
        message = email.message_from_bytes(data, policy=_ShortFields())
    except RecursionError:  # messages in messages in messages
        raise ReleaseViewerError(Problem.NOT_AN_ARCHIVE, file) from None
    page = _page(message, file)
    document = read_html(_content(page), file)
    places = (message.get("Snapshot-Content-Location", ""), page.get("Content-Location", ""))
    return replace(document, address=document.address or first_address(map(str, places)))


def _page(message: Message, file: str) -> Message:
    """The page that the archive is about: the part that its head names, or else the first that is HTML."""
    parts = [part for part in message.walk() if not part.is_multipart()]
    pages = [part for part in parts if part.get_content_type() in _PAGES]
    start = message.get_param("start")
    named = (part for part in pages if start and part.get("Content-ID") == start)
    root = next(named, pages[0] if pages else None)
    if root is None or not all(isinstance(defect, InvalidBase64PaddingDefect) for defect in root.defects):
        raise ReleaseViewerError(Problem.NOT_AN_ARCHIVE, file)
    if root is parts[-1] and any(isinstance(defect, CloseBoundaryNotFoundDefect) for defect in message.defects):
        raise ReleaseViewerError(Problem.NOT_AN_ARCHIVE, file)  # it breaks off inside of the page
    return root


def _content(page: Message) -> bytes:
    content = page.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""
