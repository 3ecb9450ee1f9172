"""Programs that do a part of the work and are installed beside it, or are not."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

_QT_6 = "/usr/lib/qt6/bin"  # where Debian keeps Qt's tools, beside the PATH


PROGRAMS = ("recollindex", "recollq", "rg", "recoll", "zeal", "goldendict", "kiwix-desktop", "assistant")


def place_of(program: str) -> str | None:
    """The path of an installed program, or None."""
    return shutil.which(program) or shutil.which(program, path=_QT_6)


def absence_of(*programs: str) -> str:
    """Why something cannot be measured that needs these programs; "" where it can."""
    missing = [program for program in programs if place_of(program) is None]
    return f"absent: no `{'`, no `'.join(missing)}`" if missing else ""


def version_of(program: str) -> str:
    """The package and version that an installed program is from, as far as Debian's tools know; else its name alone."""
    path = place_of(program)
    if path is None or shutil.which("dpkg-query") is None:
        return program
    found = _told("dpkg-query", "--search", str(Path(path).resolve()))
    package = found.partition(":")[0]
    return _told("dpkg-query", "--show", "--showformat", "${Package} ${Version}", package) if package else program


def _told(*command: str) -> str:
    answer = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "LC_ALL": "C"})
    return answer.stdout.strip()
