"""Crashes that Python cannot catch: where each thread was goes into a file, which the next start names once.

A file holds names of files and functions with line numbers, and no text. Each process has one of its own, and takes
it away when it ends well, so that what is left is of processes that crashed, were killed, or still run.
"""

from __future__ import annotations

import faulthandler
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from viewer.error_report import versions
from viewer.folders import log_folder

_MOST_REPORTS = 8


class CrashReport:
    """The file that a crash of this process is written to, from `begin` until `end`."""

    def __init__(self) -> None:
        self._file: TextIO | None = None

    def begin(self) -> None:
        """Open the file; where there can be none, crashes are not written down."""
        with suppress(OSError):
            log_folder().mkdir(parents=True, exist_ok=True)
            self._file = (log_folder() / f"running-{os.getpid()}.txt").open("w", encoding="utf-8")
            print(versions(), file=self._file, flush=True)
            faulthandler.enable(self._file)

    def end(self) -> None:
        """Take the file away: there was no crash."""
        if self._file is not None:
            faulthandler.disable()
            with suppress(OSError):
                self._file.close()
                Path(self._file.name).unlink()


def new_crash() -> Path | None:
    """The report of the last crash that nobody has been told of; afterwards all have been. Comes before `begin`."""
    folder = log_folder()
    if not os.access(folder, os.R_OK | os.X_OK):  # not made yet, or of somebody else
        return None
    told: list[Path] = []
    for file in folder.glob("running-*.txt"):
        with suppress(OSError, ValueError):  # gone, not to be read, or none of ours
            if len(file.read_bytes().splitlines()) > 1:
                told.append(file.replace(file.with_name(f"crash-{file.stat().st_mtime_ns}.txt")))
            elif not _runs(int(file.stem.partition("-")[2])):
                file.unlink()
    for file in sorted(folder.glob("crash-*.txt"))[:-_MOST_REPORTS]:
        with suppress(OSError):
            file.unlink()
    return max(told, default=None)


def _runs(process: int) -> bool:
    """Whether the process still runs; not asked on Windows, where the file of one that runs cannot be removed."""
    if sys.platform == "win32":
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:  # that of somebody else
        return True
    return True
