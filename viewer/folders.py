"""Where the program's own files are, and where the user's are."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from viewer.release.errors import Problem, ReleaseViewerError

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory

NAME = "release-viewer"
LIBRARY_VARIABLE = "RELEASE_VIEWER_LIBRARY"

_PACKAGE = Path(__file__).parent


def shipped(name: str) -> Path:
    """A file or folder of `data/` or `resources/`: inside the installed package, or beside it in a checkout."""
    inside = _PACKAGE / name
    return inside if inside.exists() else _PACKAGE.parent / name


def default_library() -> Path:
    """The library that is meant where none is named: $RELEASE_VIEWER_LIBRARY, or one in the user's data folder.

    This and the other folders of the user raise ReleaseViewerError where the user has none.
    """
    named = os.environ.get(LIBRARY_VARIABLE)
    return Path(named) if named else _of_the_user(platformdirs.user_data_dir) / "library.sqlite"


def settings_folder() -> Path:
    """The folder that keeps preferences and the session."""
    return _of_the_user(platformdirs.user_config_dir)


def handover_folder() -> Path:
    """The folder in which later starts leave what they were asked for."""
    return _of_the_user(platformdirs.user_state_dir) / "windows"


def log_folder() -> Path:
    """The folder in which unexpected errors and crashes are written down."""
    return _of_the_user(platformdirs.user_log_dir)


def scratch_folder() -> TemporaryDirectory[str]:
    """A new folder for what is needed until its `cleanup`. Raises ReleaseViewerError where none can be made."""
    from tempfile import TemporaryDirectory  # seldom needed

    try:
        return TemporaryDirectory(prefix=f"{NAME}-")
    except OSError as error:
        raise ReleaseViewerError(Problem.NO_SCRATCH_FOLDER, reason=error.strerror or str(error)) from error


def _of_the_user(folder: Callable[..., str]) -> Path:
    with suppress(RuntimeError):  # by which platformdirs says that there is no home; before, it gave “~” as it is
        path = Path(folder(NAME, appauthor=False))
        if path.is_absolute():
            return path
    raise ReleaseViewerError(Problem.NO_HOME)
