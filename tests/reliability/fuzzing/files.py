"""Targets for what is kept between starts and handed from start to start: settings, links, requests."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from fuzzing.documents import check_sentence
from fuzzing.texts import text_of
from viewer.address import address_of, id_of
from viewer.handover import read_request
from viewer.release.errors import ReleaseViewerError
from viewer.settings_file import SettingsFile
from viewer.widgets.preferences import preference_values, read_preferences
from viewer.widgets.session import read_session, session_values

Kept = TypeVar("Kept")
_FOLDER = tempfile.TemporaryDirectory(prefix="release-viewer-fuzz-", ignore_cleanup_errors=True)


def _file_of(data: bytes) -> SettingsFile:
    path = Path(_FOLDER.name, "settings.json")
    path.write_bytes(data)
    return SettingsFile(path)


def session(data: bytes) -> None:
    """A file of the session."""
    _check_round(data, read_session, session_values)


def preferences(data: bytes) -> None:
    """A file of preferences."""
    _check_round(data, read_preferences, preference_values)


def _check_round(
    data: bytes, read: Callable[[SettingsFile], Kept], values_of: Callable[[Kept], dict[str, object]]
) -> None:
    """Raise unless whatever makes sense is the same after it is written and read again."""
    understood = read(_file_of(data))
    path = Path(_FOLDER.name, "again.json")
    SettingsFile(path).write(values_of(understood))
    file = SettingsFile(path)
    assert read(file) == understood
    assert file.is_sound


def handover(data: bytes) -> None:
    """What a later start left: texts that can be shown and asked for."""
    request = read_request(_file_of(data).path)
    for text in (*request.wanted, request.activation):
        text.encode()


def address(data: bytes) -> None:
    """A link: it leads to an id that can be shown, and the link to that leads there again; or it is said to be none."""
    text = text_of(data)
    for link in (text, f"release-viewer://item/{text}"):
        try:
            id_ = id_of(link)
        except ReleaseViewerError as error:
            check_sentence(error)
            continue
        assert id_.isprintable()
        assert id_of(address_of(id_)) == id_
