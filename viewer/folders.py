"""Where the program's own files are, and where the user's are."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

NAME = "release-viewer"
LIBRARY_VARIABLE = "RELEASE_VIEWER_LIBRARY"

_PACKAGE = Path(__file__).parent


def shipped(name: str) -> Path:
    """A file or folder of `data/` or `resources/`: inside the installed package, or beside it in a checkout."""
    inside = _PACKAGE / name
    return inside if inside.exists() else _PACKAGE.parent / name


def default_library() -> Path:
    """The library that is meant where none is named: $RELEASE_VIEWER_LIBRARY, or one in the user's data folder."""
    named = os.environ.get(LIBRARY_VARIABLE)
    return Path(named) if named else Path(platformdirs.user_data_dir(NAME, appauthor=False), "library.sqlite")


def settings_folder() -> Path:
    """The folder that keeps preferences and the session."""
    return Path(platformdirs.user_config_dir(NAME, appauthor=False))


def handover_folder() -> Path:
    """The folder in which later starts leave what they were asked for."""
    return Path(platformdirs.user_state_dir(NAME, appauthor=False), "windows")


def log_folder() -> Path:
    """The folder in which unexpected errors and crashes are written down."""
    return Path(platformdirs.user_log_dir(NAME, appauthor=False))
