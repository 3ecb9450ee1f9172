"""What is kept between starts: preferences and the session, in two readable files of one folder."""

from __future__ import annotations

import copy
import logging
from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from viewer.settings_file import SettingsFile
from viewer.settings_writer import SettingsWriter
from viewer.widgets.preferences import Preferences, preference_values, read_preferences, with_changes
from viewer.widgets.session import read_session, session_values


class Settings(QObject):
    """Both, read at once; a file with something that makes no sense is kept under another name.

    Other windows may have the same folder. A preference is written with what they have chosen meanwhile; of sessions
    the last one that is written stays, with what was searched and opened in all.

    Attributes:
        preferences: what a person has chosen.
        session: how the window was left; whoever has something to keep puts it there.
        set_aside: files in which something made no sense, with their new names; None where one could not be renamed.

    Signals:
        changed(): something else has been chosen.
        failed(Exception): what was chosen cannot be kept.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.set_aside: list[tuple[Path, Path | None]] = []
        self._writer = SettingsWriter()
        self._saved: dict[str, object] = {}
        self._preferences_file = SettingsFile(folder / "preferences.json")
        self._session_file = SettingsFile(folder / "session.json")
        self.preferences = read_preferences(self._preferences_file)
        self.session = read_session(self._session_file)
        self._stored_preferences = self.preferences
        self._stored_session = copy.copy(self.session)
        for file in (self._preferences_file, self._session_file):
            if not file.is_sound:
                self.set_aside.append((file.path, file.set_aside()))

    @property
    def preferences_path(self) -> Path:
        """The file that holds the preferences."""
        return self._preferences_file.path

    def choose(self, **chosen: Any) -> None:
        """Take other values for fields of the preferences, and keep them."""
        self.take_others()
        self._set(self.preferences._replace(**chosen))

    def choose_text(self, **chosen: Any) -> None:
        """Take other values for fields of the style of text, and keep them."""
        self.take_others()
        self.choose(text=self.preferences.text._replace(**chosen))

    def reset(self) -> None:
        """Choose what is usual."""
        self._set(Preferences())

    @Slot()
    def watch(self) -> None:
        """Take from now on at once what other windows choose; it can wait until the first paint."""
        from PySide6.QtCore import QFileSystemWatcher

        folder = self.preferences_path.parent
        with suppress(OSError):  # without it nothing can be chosen in other windows either
            folder.mkdir(parents=True, exist_ok=True)
            QFileSystemWatcher([str(folder)], self).directoryChanged.connect(self.take_others)

    @Slot()
    def take_others(self) -> None:
        """Take what another window has chosen since the file was read or written last."""
        if self._writer.is_writing(self._preferences_file):
            return  # what is in it will soon be what has been chosen here
        file = SettingsFile(self.preferences_path)
        now = read_preferences(file)
        if not file.is_sound or not file.path.exists():
            return
        taken = with_changes(self.preferences, self._stored_preferences, now)
        self._stored_preferences = now
        if taken != self.preferences:
            self.preferences = taken
            self.changed.emit()

    def save_session(self) -> None:
        """Write the session soon, if it is new; where that is not possible, the window goes on all the same."""
        self.session.take_recent(self._stored_session, read_session(SettingsFile(self._session_file.path)))
        self._stored_session = copy.copy(self.session)
        values = session_values(self.session)
        if values != self._saved:
            self._saved = values
            self._writer.write(self._session_file, values, self._note_unsaved)

    def finish(self) -> None:
        """Come back when all is written."""
        self._writer.finish()

    def _set(self, preferences: Preferences) -> None:
        if preferences == self.preferences:
            return
        self.preferences = preferences
        self.changed.emit()
        self._stored_preferences = preferences
        self._writer.write(self._preferences_file, preference_values(preferences), self._say_unwritten)

    def _say_unwritten(self, error: Exception) -> None:
        self._stored_preferences = read_preferences(SettingsFile(self.preferences_path))
        self.failed.emit(error)

    def _note_unsaved(self, error: Exception) -> None:
        self._saved = {}  # it is worth another try
        logging.getLogger("viewer").warning("the session is not kept: %s", error)
