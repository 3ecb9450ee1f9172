"""Targets for what is kept between starts and handed from start to start: settings, links, requests."""

from __future__ import annotations

import tempfile
from pathlib import Path

from fuzzing.documents import check_sentence
from fuzzing.texts import text_of
from viewer.address import address_of, id_of
from viewer.handover import read_request
from viewer.release.errors import ReleaseViewerError
from viewer.settings_file import SettingsFile
from viewer.widgets.preferences import preference_values, read_preferences
from viewer.widgets.session import read_session, session_values

_FOLDER = tempfile.TemporaryDirectory(prefix="release-viewer-fuzz-", ignore_cleanup_errors=True)


def _file_of(data: bytes) -> SettingsFile:
    path = Path(_FOLDER.name, "settings.json")
    path.write_bytes(data)
    return SettingsFile(path)


def session(data: bytes) -> None:
    """A file of the session: whatever of it makes sense is the same after it is written and read again."""
    understood = read_session(_file_of(data))
    again = SettingsFile(Path(_FOLDER.name, "again.json"))
    again.write(session_values(understood))
    file = SettingsFile(again.path)
    assert read_session(file) == understood
    assert file.is_sound


def preferences(data: bytes) -> None:
    """A file of preferences: likewise."""
    understood = read_preferences(_file_of(data))
    again = SettingsFile(Path(_FOLDER.name, "again.json"))
    again.write(preference_values(understood))
    file = SettingsFile(again.path)
    assert read_preferences(file) == understood
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
