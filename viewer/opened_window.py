"""A window that opens whatever state the library is in: over the library, or over another in its place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from viewer.folders import scratch_folder
from viewer.library.damage_mark import is_marked
from viewer.library.library import Library
from viewer.opening import open_library
from viewer.release.errors import Problem, ReleaseViewerError
from viewer.widgets.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable
    from tempfile import TemporaryDirectory

    from viewer.failures import Failures
    from viewer.widgets.settings import Settings


class OpenedWindow(NamedTuple):
    """A window, and the library that it shows.

    Attributes:
        window: with its first page, not shown yet.
        library: open.
        scratch: the folder of a library for this run only, in place of one that cannot be shown; None where that can.
    """

    window: MainWindow
    library: Library
    scratch: TemporaryDirectory[str] | None = None


def open_window(
    library_path: Path, settings: Settings, failures: Failures
) -> tuple[OpenedWindow, ReleaseViewerError | None]:
    """The window over a library, made if there is none yet; and why it is over another one, where that can be told.

    Our own bugs are no reason to have no window: `failures` takes them.
    """
    error: ReleaseViewerError | None = None
    try:
        library = open_library(library_path, index_later=True)  # see `AfterPaint.bring_index_up_to_date`
        return OpenedWindow(_show(library, settings, failures), library), None
    except ReleaseViewerError as refused:
        error = refused
    except Exception as bug:
        failures.take(bug)
    scratch = scratch_folder()
    library = _open_substitute(Path(scratch.name, "library.sqlite"))
    return OpenedWindow(_show(library, settings, failures), library, scratch), error


def _open_substitute(path: Path) -> Library:
    """A library in which the shipped release can be read while one's own cannot."""
    try:
        return open_library(path)
    except Exception:
        return Library(path)


def _show(library: Library, settings: Settings, failures: Failures) -> MainWindow:
    """The window over a library, with its first page.

    Raises ReleaseViewerError where the library is too damaged to be shown; it is closed then.
    """
    window: MainWindow | None = None
    try:
        window = MainWindow(library, settings)
        for step in (window.restore, window.retranslate, window.show_first_page):
            _attempt(step, library, failures)  # whatever the session holds, there is a window
        if window.is_empty and is_marked(library.path):  # no row of it could be read
            raise ReleaseViewerError(Problem.LIBRARY_CORRUPT, str(library.path))
    except Exception:
        library.close()
        if window is None:
            _refuse_damaged(library)
        else:
            window.close_threads()
            window.deleteLater()
        raise
    return window


def _attempt(step: Callable[[], object], library: Library, failures: Failures) -> None:
    """Do a step of showing the library; our own bugs are no reason to have no window.

    Raises ReleaseViewerError where it is the library's fault.
    """
    try:
        step()
    except Exception as error:
        _refuse_damaged(library)
        if isinstance(error, ReleaseViewerError):
            raise
        failures.take(error)


def _refuse_damaged(library: Library) -> None:
    from viewer.library.soundness import look_for_damage  # seldom needed

    look_for_damage(library.path)
