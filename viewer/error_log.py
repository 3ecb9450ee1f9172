"""The log of unexpected errors. It holds no text of documents: what is written to it is `error_report.report_of`."""

from __future__ import annotations

import os
from contextlib import suppress
from logging import Formatter, LogRecord, makeLogRecord
from logging.handlers import RotatingFileHandler
from pathlib import Path

from viewer.folders import log_folder
from viewer.override import own_override

_LARGEST = 256 * 1024  # bytes of a file, of which each process has two at most
_MOST_FILES = 8


class _LogFile(RotatingFileHandler):
    """A file that says nothing where it cannot be written: a full disk is not what the user has to hear of now."""

    @own_override
    def handleError(self, record: LogRecord) -> None:
        pass


def write_to_log(report: str) -> None:
    """Write a report with the time; nothing happens where that cannot be done.

    Each process has files of its own, so that no two write to one, or rename it while the other writes.
    """
    folder = log_folder()
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        file = _LogFile(folder / f"errors-{os.getpid()}.log", maxBytes=_LARGEST, backupCount=1, encoding="utf-8")
        file.setFormatter(Formatter("%(asctime)s %(message)s"))
        file.handle(makeLogRecord({"msg": report}))
        file.close()
        _remove_old(folder)


def _remove_old(folder: Path) -> None:
    files = sorted(folder.glob("errors-*.log*"), key=lambda file: file.stat().st_mtime_ns)
    for file in files[:-_MOST_FILES]:
        file.unlink()
