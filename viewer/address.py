"""Links to pages: `release-viewer://item/ID`, which other programs can keep and open. They show, and change nothing."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

from viewer.release.errors import Problem, ReleaseViewerError

SCHEME = "release-viewer:"
_START = f"{SCHEME}//item/"
_LONGEST = 2000
_ENTRY = r"[a-z0-9-]+(?:/[a-z0-9-]+)*"
_GROUP = r"[a-z]+:.*"
_REFUSED = r"[?#\\]|%(?![0-9A-Fa-f]{2})"


def address_of(id_: str) -> str:
    """The link to a page, by its id: that of an entry, or of a group such as `unit:丰县公安局`."""
    written = quote(id_, safe="/:")
    return _START + (f"{written[:-1]}%2F" if written.endswith("/") else written)  # see `id_of`


def id_of(address: str) -> str:
    """The id of the page that a link leads to. Raises ReleaseViewerError for what is no such link."""
    written = address.removeprefix(_START).removesuffix("/")  # which browsers add
    if address.startswith(_START) and len(address) <= _LONGEST and not re.search(_REFUSED, written):
        if re.fullmatch(_ENTRY, written):
            return written
        id_ = unquote(written, errors="replace")
        if re.fullmatch(_GROUP, id_) and id_.isprintable() and "\ufffd" not in id_ and len(address_of(id_)) <= _LONGEST:
            return id_
    raise ReleaseViewerError(Problem.NO_ADDRESS, address=address[:_LONGEST])
