"""What needs Qt, which is loaded when it is asked for: the window, and drawing without one."""

from __future__ import annotations

import gc
import os
from importlib import import_module
from pathlib import Path
from typing import Any

from viewer.address import SCHEME
from viewer.display import missing_display
from viewer.release.errors import Problem, ReleaseViewerError

BEFORE_QT = (
    "viewer.opening",
    "viewer.settings_writer",
    "viewer.library.browse",
    "viewer.library.pages",
    "viewer.release.citation",
    "viewer.widgets.history",
    "viewer.widgets.text_style",
    "viewer.widgets.typesetting",
)
"""What every window needs of what does without Qt: PySide reads the source of each module that comes after it."""


def start_window(library_path: Path, wanted: list[str], *, new: bool = False) -> int:
    """Open the window, and documents and links in it, until it is closed; gives the exit code.

    Where one is open on the library already, it is handed what is wanted, unless a `new` one is asked for.
    Raises ReleaseViewerError where there is no display.
    """
    if reason := missing_display():
        raise ReleaseViewerError(Problem.NO_DISPLAY, reason=reason)
    gc.disable()  # there is no garbage to look for while a window opens; `collect_garbage` does later
    wanted = [item if item.startswith(SCHEME) else str(Path(item).absolute()) for item in wanted]
    if not new and import_with_qt("viewer.handover").hand_over(library_path, wanted):
        return 0  # with the window that is there nothing else is needed
    return int(import_with_qt("viewer.running").run(library_path, wanted))


def import_drawing() -> Any:
    """`viewer.drawing`, on no display. Raises ReleaseViewerError where a library of the system is missing."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # this platform warns of what no picture needs, such as hints for a window manager
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
    return import_with_qt("viewer.drawing")


def import_with_qt(name: str) -> Any:
    """A module that needs Qt. Raises ReleaseViewerError where a library of the system is missing."""
    for module in BEFORE_QT:
        import_module(module)
    try:
        return import_module(name)
    except ImportError as error:
        if not str(error).startswith("lib"):
            raise
        raise ReleaseViewerError(Problem.QT_LIBRARY_MISSING, reason=str(error)) from None
