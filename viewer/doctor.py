"""What the program needs, and whether it is there; found out without Qt."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path

from viewer import __version__
from viewer.display import missing_display, missing_library
from viewer.folders import log_folder, settings_folder, shipped
from viewer.library.backups import backup_folder, newest_backup
from viewer.library.damage_mark import mark_damaged
from viewer.library.index import check_index
from viewer.library.library import Library, sqlite_version
from viewer.library.soundness import find_damage
from viewer.release.errors import QT_TRANSLATE_NOOP, Problem, ReleaseViewerError, Translate
from viewer.shared_folders import shared_folder


@dataclass(frozen=True)
class Check:
    """One finding: `name` of what was looked at, whether it is well, and `detail` in the reader's language."""

    name: str
    ok: bool
    detail: str


def examine(library_path: Path, translate: Translate) -> list[Check]:
    """Look at everything; changes nothing."""
    checks: tuple[tuple[str, Callable[[], tuple[bool, str]]], ...] = (
        (QT_TRANSLATE_NOOP("doctor", "program"), _program),
        (QT_TRANSLATE_NOOP("doctor", "display"), lambda: _display(translate)),
        ("Qt", lambda: _qt(translate)),
        (QT_TRANSLATE_NOOP("doctor", "Chinese font"), lambda: _chinese_font(translate)),
        ("SQLite", lambda: (True, sqlite_version())),
        (QT_TRANSLATE_NOOP("doctor", "library"), lambda: _library(library_path, translate)),
        (QT_TRANSLATE_NOOP("doctor", "copies of the library"), lambda: _copies(library_path, translate)),
    )
    found = [Check(translate("doctor", name), *check()) for name, check in checks]
    return [*found, *_folders(library_path, translate)]


def _program() -> tuple[bool, str]:
    return True, f"Release Viewer {__version__}, Python {platform.python_version()}, {platform.platform()}"


def _display(translate: Translate) -> tuple[bool, str]:
    if reason := missing_display():
        return False, translate("doctor", "none ({reason}); only the window needs one").format(reason=reason)
    return True, os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY") or sys.platform


def _qt(translate: Translate) -> tuple[bool, str]:
    """On Linux its plugin for X is loaded, which needs all that Qt needs; the other systems have that."""
    package = distribution("PySide6-Essentials")
    plugin = Path(str(package.locate_file("PySide6")), "Qt", "plugins", "platforms", "libqxcb.so")
    if reason := missing_library(plugin):
        return False, ReleaseViewerError(Problem.QT_LIBRARY_MISSING, reason=reason).sentence(translate)
    return True, f"PySide6 {package.version}"


def _chinese_font(translate: Translate) -> tuple[bool, str]:
    """On Linux fontconfig is asked; the other systems come with Chinese fonts."""
    if sys.platform != "linux":
        return True, translate("doctor", "comes with the system")
    program = shutil.which("fc-list")
    if program is None:
        return False, translate("doctor", "cannot tell without fc-list; install fontconfig (apt install fontconfig)")
    command = [program, ":lang=zh-cn", "family"]
    families = subprocess.run(command, capture_output=True, text=True, check=False).stdout.splitlines()
    if not families:
        return False, translate("doctor", "none; install one (apt install fonts-noto-cjk)")
    return True, sorted(families)[0].split(",")[0]


def _library(path: Path, translate: Translate) -> tuple[bool, str]:
    try:
        # an empty file becomes a library when it is opened, and nothing is changed here
        if not path.exists() or (path.is_file() and path.stat().st_size == 0):
            return True, translate("doctor", "{path}, not made yet").format(path=path)
        library = Library(path)
        try:
            if mistakes := find_damage(library):
                mark_damaged(path)
                raise ReleaseViewerError(Problem.LIBRARY_CORRUPT, str(path), reason=mistakes[0])
            if mistakes := check_index(library):
                raise ReleaseViewerError(Problem.INDEX_DAMAGED, str(path), place="; ".join(mistakes))
        finally:
            library.close()
    except ReleaseViewerError as error:
        return False, error.sentence(translate)
    except OSError as error:  # such as a folder that may not be entered
        return False, f"{path}: {error.strerror}"
    state = translate("doctor", "{path}, read-only") if library.read_only else translate("doctor", "{path}, sound")
    return True, state.format(path=path)


def _copies(path: Path, translate: Translate) -> tuple[bool, str]:
    newest = newest_backup(path)
    if newest is None:
        return True, translate("doctor", "none yet in {folder}").format(folder=backup_folder(path))
    return True, translate("doctor", "the newest is {path}").format(path=newest)


def _folders(library_path: Path, translate: Translate) -> Iterator[Check]:
    for name, folder in (
        (QT_TRANSLATE_NOOP("doctor", "folder of the library"), library_path.absolute().parent),
        (QT_TRANSLATE_NOOP("doctor", "folder of the settings"), settings_folder()),
        (QT_TRANSLATE_NOOP("doctor", "folder of the error log"), log_folder()),
    ):
        nearest = next(place for place in (folder, *folder.parents) if os.access(place, os.F_OK))
        writable = nearest.is_dir() and os.access(nearest, os.W_OK)
        detail = str(folder) if writable else translate("doctor", "{folder}, cannot be written").format(folder=folder)
        yield Check(translate("doctor", name), writable, detail)
    shared = shared_folder(library_path)
    detail = shared.sentence(translate) if shared else translate("doctor", "on this machine alone, as far as is known")
    yield Check(translate("doctor", "sharing of the library's folder"), shared is None, detail)
    data = shipped("data")
    yield Check(translate("doctor", "folder of the program's data"), data.is_dir(), str(data))
