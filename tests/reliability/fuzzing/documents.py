"""Targets for documents: what is read keeps the laws of a release; what is bad is said in one sentence."""

from __future__ import annotations

import datetime
import re
import tempfile
from collections.abc import Callable
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

from viewer.library.extracts import read_extracts
from viewer.library.index import check_index
from viewer.library.library import Library
from viewer.library.pages import read_page, read_release
from viewer.library.releases import put_release, remove_release
from viewer.library.scope import EVERYTHING
from viewer.library.selection import scope_keys
from viewer.readers.document import Document
from viewer.readers.reader import read_file, read_pasted, release_of
from viewer.release.errors import ReleaseViewerError
from viewer.release.release import Release
from viewer.release.release_json import read_release as read_json
from viewer.release.release_json import write_line, write_release
from viewer.widgets.page_html import page_html
from viewer.widgets.page_look import Look
from viewer.widgets.theme import LIGHT
from viewer.writers.writer import Format, write_entries

DAY = datetime.date(2024, 1, 5)
_LOOK = Look(LIGHT, points=12.0, line_height=170, indent=0, columns=4)
_TEXT_FORMATS = (Format.MARKDOWN, Format.HTML, Format.CSV, Format.JSON)
_ELEMENTS = "html head meta title style body h1 h2 h3 h4 h5 h6 p a b br div img span table tr td th ul ol li hr"
_ATTRIBUTES = "align border cellpadding cellspacing charset class colspan content href http-equiv lang name style width"
_OURS = frozenset((*_ELEMENTS.split(), *_ATTRIBUTES.split()))
"""The elements and attributes that templates of ours have."""

_LARGE = 40_000  # characters; what is larger goes into no library here, for it takes too long


class _Tags(HTMLParser):
    """Raises for an element or an attribute that no template of ours has."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        foreign = [name for name in (tag,) if name not in _OURS] + [
            name for name, _ in attrs if name not in _ATTRIBUTES
        ]
        assert not foreign, f"a text became markup: {foreign}"


class _Shelf(NamedTuple):
    """A library of its own for each run, and the folder that holds it."""

    folder: tempfile.TemporaryDirectory[str]
    library: Library


@cache
def _shelf() -> _Shelf:
    folder = tempfile.TemporaryDirectory(prefix="release-viewer-fuzz-", ignore_cleanup_errors=True)
    return _Shelf(folder, Library(Path(folder.name, "library.sqlite")))


def read_with(reader: Callable[[bytes, str], Document]) -> Callable[[bytes], None]:
    """The target that reads bytes with one reader, whatever they look like."""

    def target(data: bytes) -> None:
        release = check_reading(lambda: release_of(reader(data, "town"), "town", DAY))
        if release is not None:
            _check_places(release)

    return target


def read_as(ending: str) -> Callable[[bytes], None]:
    """The target that reads bytes as a file of any kind, with this ending."""

    def target(data: bytes) -> None:
        path = Path(_shelf().folder.name, f"town{ending}")
        path.write_bytes(data)
        check_reading(lambda: read_file(path))

    return target


def pasted(data: bytes) -> None:
    """Bytes as text on the clipboard."""
    check_reading(lambda: read_pasted(data.decode("utf-8", "replace")))


def own_format(data: bytes) -> None:
    """Bytes as our JSON."""
    check_reading(lambda: read_json(data, "town"))


def check_reading(read: Callable[[], Release]) -> Release | None:
    """The release, or None where it is said in a sentence what is bad; raises for all else, and for a broken law."""
    try:
        release = read()
    except ReleaseViewerError as error:
        check_sentence(error)
        return None
    check_release(release)
    return release


def check_sentence(error: ReleaseViewerError) -> None:
    """Raise unless an error is said in one sentence in one line."""
    assert len(str(error).splitlines()) == 1


def check_release(release: Release) -> None:
    """Raise unless the release is the same in JSON and back, and can be kept, shown and written."""
    assert read_json(write_release(release), "town") == release
    assert read_json(write_line(release).encode(), "town") == release
    if len(write_line(release)) <= _LARGE:
        _check_keeping(release)


def _check_places(release: Release) -> None:
    """Raise unless every figure stands where it says."""
    assert release.source is not None
    for entry in release.entries():
        for figure in entry.figures:
            text = release.source.paragraphs[figure.paragraph - 1].text
            assert text[figure.start : figure.end] == figure.written


def _check_keeping(release: Release) -> None:
    """Put it into a library, look at every page, write every text format, and take it out again."""
    library = _shelf().library
    put_release(library, release)
    try:
        assert read_release(library, release.id) == release
        for entry in release.entries():
            id_ = release.id if entry is release else f"{release.id}/{entry.id}"
            _Tags().feed("".join(page_html(read_page(library, id_), _LOOK)))
        keys = scope_keys(library, EVERYTHING)
        for format_ in _TEXT_FORMATS:
            written = "".join(write_entries(format_, read_extracts(library, keys), release.title))
            if format_ is Format.HTML:
                _Tags().feed(re.sub("<!DOCTYPE html>|<style>.*?</style>", "", written, flags=re.DOTALL))
            written.encode()
    finally:
        remove_release(library, release.id)
    assert not check_index(library)
