"""Links to pages: `release-viewer://item/ID`, which other programs can keep and open."""

from __future__ import annotations

from urllib.parse import quote, unquote

from viewer.release.errors import Problem, ReleaseViewerError

SCHEME = "release-viewer:"
_START = f"{SCHEME}//item/"
_LONGEST = 2000


def address_of(id_: str) -> str:
    """The link to a page, by its id: that of an entry, or of a group such as `unit:丰县公安局`."""
    return _START + quote(id_, safe="/:")


def id_of(address: str) -> str:
    """The id of the page that a link leads to. Raises ReleaseViewerError for what is no such link."""
    id_ = unquote(address.removeprefix(_START), errors="replace").rstrip("/")
    if not address.startswith(_START) or not id_ or len(id_) > _LONGEST or not id_.isprintable():
        raise ReleaseViewerError(Problem.NO_ADDRESS, address=address[:_LONGEST])
    return id_
