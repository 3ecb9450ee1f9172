"""Addresses in documents that may be opened elsewhere: what exactly is opened, and how that is read."""

from __future__ import annotations

import re
from ipaddress import IPv4Address
from typing import NamedTuple
from urllib.parse import SplitResult, quote, urlsplit

from viewer.release.unseen import reveal, without_unseen

_LONGEST = 2000
_REFUSED = re.compile(r"[\\\s]|%(?![0-9A-Fa-f]{2})|%[01][0-9A-Fa-f]|%7[Ff]")  # what programs read in different ways
_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?)*\.?")
_ENDS_IN_NUMBER = re.compile(r"(?:.*\.)?(?:[0-9]+|0x[0-9a-f]*)\.?")  # which makes it four numbers to all programs
_MAIL = re.compile(r"([A-Za-z0-9_.+-]+)@([^@/?#:\[\]]+)")  # nothing that would attach a file or fill in a text
_STAYS = "/:@!$&'()*+,;=~%"


class WebAddress(NamedTuple):
    """An address of the web, or of mail.

    Attributes:
        target: what is opened: ASCII, the host as the servers of names know it.
        text: as it was written, with everything in it seen, and the host in ASCII where it was not.
    """

    target: str
    text: str


def read_web_address(written: str) -> WebAddress | None:
    """The address that `written` is; None where it is none, or none that leads where it seems to lead.

    Only http, https and mailto are taken, and no names or passwords before the host: what stands before the @ of
    `https://police.gov@evil.example/` is read as the host.
    """
    if len(written) > _LONGEST or not written.isprintable() or without_unseen(written) != written:
        return None
    if _REFUSED.search(written):
        return None
    try:
        parts = urlsplit(written)
        if parts.scheme == "mailto":
            return _mail(written)
        host = _ascii_host(parts.hostname or "")
        port = f":{parts.port}" if parts.port else ""
    except ValueError:  # also of a host that can have no name, or is an address in disguise
        return None
    if parts.scheme not in ("http", "https") or not host or "@" in parts.netloc:
        return None
    return WebAddress(f"{parts.scheme}://{host}{port}{_encoded(parts)}", _text(written, parts.hostname or "", host))


def _mail(written: str) -> WebAddress | None:
    found = _MAIL.fullmatch(written.partition(":")[2])
    host = _ascii_host(found[2].lower()) if found else ""
    return WebAddress(f"mailto:{found[1]}@{host}", _text(written, found[2], host)) if found and host else None


def _ascii_host(host: str) -> str:
    """A host as the servers of names know it; "" where it is none.

    Raises ValueError for what no name may have, and for an address in numbers that is not written as usual: 0, 127.1.
    """
    known = host if host.isascii() else host.encode("idna").decode().lower()
    if _ENDS_IN_NUMBER.fullmatch(known):
        IPv4Address(known)
    return known if _HOST.fullmatch(known) else ""


def _encoded(parts: SplitResult) -> str:
    query = f"?{quote(parts.query, safe=f'{_STAYS}?')}" if parts.query else ""
    fragment = f"#{quote(parts.fragment, safe=f'{_STAYS}?')}" if parts.fragment else ""
    return quote(parts.path, safe=_STAYS) + query + fragment


def _text(written: str, host: str, ascii_host: str) -> str:
    return reveal(written) if host.isascii() else f"{reveal(written)} ({ascii_host})"
