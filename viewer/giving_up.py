"""Where Qt gives up, as over a platform that it does not have, it would abort: it is said in one sentence instead."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from PySide6.QtCore import QLibraryInfo, QtMsgType, qInstallMessageHandler

from viewer import exit_codes
from viewer.display import missing_library
from viewer.release.errors import Problem, ReleaseViewerError

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext


@contextmanager
def saying_why() -> Iterator[None]:
    """End the program with a sentence where Qt gives up within the block, or would soon, for there is no screen.

    What else Qt says is printed after it.
    """
    said: list[str] = []
    of_platforms: list[str] = []  # the first tells most

    def take(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind is QtMsgType.QtFatalMsg:
            _give_up(of_platforms or said[-1:] or [message])
        said.append(message)
        if str(context.category).startswith("qt.qpa."):
            of_platforms.append(message)

    before = qInstallMessageHandler(take)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
    if said and _has_no_screen():
        _give_up(of_platforms or said[-1:])
    for message in said:
        print(message, file=sys.stderr)


def _has_no_screen() -> bool:
    from PySide6.QtGui import QGuiApplication  # seldom needed

    return QGuiApplication.primaryScreen() is None


def _give_up(reasons: list[str]) -> NoReturn:
    """Say what is missing for a window, and end the program at once, for Qt would abort it."""
    from viewer.language import Translator, system_language  # seldom needed

    if library := _missing_library(reasons):
        error = ReleaseViewerError(Problem.QT_LIBRARY_MISSING, reason=library)
    else:
        error = ReleaseViewerError(Problem.NO_DISPLAY, reason=reasons[0].strip())
    print(error.sentence(Translator(system_language()).translate), file=sys.stderr, flush=True)
    os._exit(exit_codes.MISTAKE)


def _missing_library(reasons: list[str]) -> str:
    """What the first platform lacks of those that Qt has found and could not load, or "" where none lacks a library."""
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath), "platforms")
    tried = re.findall(r'Could not load the Qt platform plugin "(\w+)"', "\n".join(reasons))
    return next(filter(None, (missing_library(plugins / f"libq{name}.so") for name in tried)), "")
