"""What is kept between starts: preferences and the session, in two readable files of one folder."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from viewer.release.errors import ReleaseViewerError
from viewer.settings_file import SettingsFile
from viewer.widgets.preferences import Preferences, read_preferences, write_preferences
from viewer.widgets.session import read_session, write_session


class Settings(QObject):
    """Both, read at once; a file with something that makes no sense is kept under another name.

    Attributes:
        preferences: what a person has chosen.
        session: how the window was left; whoever has something to keep puts it there.
        set_aside: files in which something made no sense, with their new names; None where one could not be renamed.

    Signals:
        changed(): something else has been chosen.
    """

    changed = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.set_aside: list[tuple[Path, Path | None]] = []
        self._preferences_file = SettingsFile(folder / "preferences.json")
        self._session_file = SettingsFile(folder / "session.json")
        self.preferences = read_preferences(self._preferences_file)
        self.session = read_session(self._session_file)
        for file in (self._preferences_file, self._session_file):
            if not file.is_sound:
                self.set_aside.append((file.path, file.set_aside()))

    @property
    def preferences_path(self) -> Path:
        """The file that holds the preferences."""
        return self._preferences_file.path

    def choose(self, **chosen: Any) -> None:
        """Take other values for fields of the preferences, and keep them."""
        self._set(self.preferences._replace(**chosen))

    def choose_text(self, **chosen: Any) -> None:
        """Take other values for fields of the style of text, and keep them."""
        self.choose(text=self.preferences.text._replace(**chosen))

    def reset(self) -> None:
        """Choose what is usual."""
        self._set(Preferences())

    def save_session(self) -> None:
        """Write the session, where that is possible; the window closes all the same where it is not."""
        try:
            write_session(self.session, self._session_file)
        except ReleaseViewerError as error:
            logging.getLogger("viewer").warning("the session is not kept: %s", error)

    def _set(self, preferences: Preferences) -> None:
        if preferences == self.preferences:
            return
        self.preferences = preferences
        self.changed.emit()
        write_preferences(preferences, self._preferences_file)
