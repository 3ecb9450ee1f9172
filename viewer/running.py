"""A run of the program: one process, from its QApplication to its exit code, with one window or several in turn."""

from __future__ import annotations

import linecache
import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QApplication

from viewer import __version__
from viewer.app import Program
from viewer.failures import Failures
from viewer.folders import NAME, settings_folder, shipped
from viewer.giving_up import saying_why
from viewer.widgets.settings import Settings

if TYPE_CHECKING:
    from viewer.widgets.main_window import MainWindow

OPEN_AGAIN = 1000
"""What `run_window` gives where it is to be called again; no exit code of a program."""
_SWITCH_SECONDS = 0.0005  # a frame takes turns with a thread that works several times, and waits as long each time
_UNSEEN_MS = 1000  # a window that is not seen, as on another desktop, is not painted; it goes on all the same
_ICON_SIZES = (16, 24, 32, 48, 64, 128, 256)  # the largest is for desktops, and slow to read


def make_application(arguments: list[str]) -> QApplication:
    """The QApplication, with its name and style; ends the program with a sentence where what Qt needs is missing."""
    sys.setswitchinterval(_SWITCH_SECONDS)
    linecache.clearcache()  # PySide has read the source of every module so far, and Python keeps it
    # the style as an argument: setStyle() would give the style back, for which PySide builds the whole of QStyle
    with saying_why():
        application = QApplication([*arguments, "-style", "fusion"])
    # by these a taskbar finds the desktop entry: the class of a window on X11, the app id on Wayland
    application.setApplicationName(NAME)
    application.setDesktopFileName(NAME)
    application.setApplicationVersion(__version__)
    return application


def run(library_path: Path, wanted: list[str]) -> int:
    """Open the window, and documents and links in it, and stay until it is closed; gives the exit code."""
    application = make_application(sys.argv[:1])
    failures = Failures()
    failures.watch()
    code = OPEN_AGAIN
    while code == OPEN_AGAIN:
        code = run_window(application, library_path, wanted, failures)
        wanted = []
    failures.close()
    return _leave_stuck_threads(code)


def run_window(application: QApplication, library_path: Path, wanted: list[str], failures: Failures) -> int:
    """Open the window, and stay until it is closed; gives the exit code, or that it is to be opened again."""
    program = Program(library_path, Settings(settings_folder()), failures)
    program.repairs.open_again_requested.connect(partial(_close_to_open_again, application, program.window))
    application.setQuitOnLastWindowClosed(True)
    program.window.completed.connect(partial(_go_on, program, wanted))
    failures.attempt(program.window.show)
    QTimer.singleShot(_UNSEEN_MS, program.window.complete)
    try:
        return application.exec()
    finally:
        program.close()


def _close_to_open_again(application: QApplication, window: MainWindow) -> None:
    application.setQuitOnLastWindowClosed(False)  # or that would end the next window too
    window.close()
    application.exit(OPEN_AGAIN)


def _go_on(program: Program, wanted: list[str]) -> None:
    """All that can wait until the first paint, each in a turn of its own."""
    from viewer.garbage import collect_garbage

    after_paint = program.after_paint
    for step in (
        set_icon,
        program.window.show_focus,
        after_paint.follow_contrast,
        after_paint.watch_library,
        program.settings.watch,
        after_paint.open_inbox,
        program.failures.watch_for_crashes,
        after_paint.look_at_folder,
        after_paint.keep_session,
        after_paint.bring_index_up_to_date,
        program.repairs.look,
        partial(program.open_wanted, wanted),
        collect_garbage,
    ):
        QTimer.singleShot(0, step)


def set_icon() -> None:
    """Give all windows their icon."""
    from PySide6.QtGui import QIcon  # not needed before the first paint

    icon = QIcon()
    for size in _ICON_SIZES:  # with its size said, a file is read only when it is drawn
        icon.addFile(str(shipped(f"resources/icons/release-viewer-{size}.png")), QSize(size, size))
    QApplication.setWindowIcon(icon)


def _leave_stuck_threads(code: int) -> int:
    """Give the exit code; or end the process at once where a thread does not, for Qt would wait for it, or abort."""
    from viewer.models.worker_thread import stuck_threads  # not needed to start

    if names := stuck_threads():
        from viewer.error_log import write_to_log
        from viewer.error_report import versions

        write_to_log(f"{versions()}\nat the end these threads still work: {', '.join(names)}")
        os._exit(code)  # what is not finished, SQLite takes back
    return code
