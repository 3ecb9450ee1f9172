"""Where Qt gives up, as over a platform that it does not have, it would abort: it is said in one sentence instead."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QtMsgType, qInstallMessageHandler

from viewer import exit_codes
from viewer.release.errors import Problem, ReleaseViewerError

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext


@contextmanager
def saying_why() -> Iterator[None]:
    """End the program with a sentence where Qt gives up within the block; what else Qt says is printed after it."""
    said: list[str] = []
    of_platforms: list[str] = []  # the first tells most

    def take(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind is not QtMsgType.QtFatalMsg:
            said.append(message)
            if str(context.category).startswith("qt.qpa."):
                of_platforms.append(message)
            return
        from viewer.language import Translator, system_language  # seldom needed

        error = ReleaseViewerError(Problem.NO_DISPLAY, reason=(of_platforms or said[-1:] or [message])[0].strip())
        print(error.sentence(Translator(system_language()).translate), file=sys.stderr, flush=True)
        os._exit(exit_codes.MISTAKE)  # when this returned, Qt would abort

    before = qInstallMessageHandler(take)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
    for message in said:
        print(message, file=sys.stderr)
