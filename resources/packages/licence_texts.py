"""Where the texts of licences are that no package of Python brings: of Python, and of libraries of a Debian."""

from __future__ import annotations

import re
import shutil
import subprocess
import sysconfig
from collections.abc import Iterable
from pathlib import Path


def licence_of_python() -> Path:
    """The file that Python itself shows as its licence."""
    library = Path(sysconfig.get_path("stdlib"))
    return next(path for path in (library / "LICENSE.txt", library.parent / "LICENSE.txt") if path.exists())


def licences_of_libraries(libraries: Iterable[Path]) -> dict[str, Path]:
    """By the names of the Debian packages that libraries belong to, the file that says whose they are and the licence.

    A system that knows no such packages tells none.
    """
    names = {f"*/{library.resolve().name}" for library in libraries}
    if not names or shutil.which("dpkg-query") is None:
        return {}
    found = subprocess.run(["dpkg-query", "--search", *names], capture_output=True, text=True, check=False).stdout
    packages = set(re.findall(r"(?m)^([\w.+-]+)(?::\w+)?: ", found))
    return {package: Path("/usr/share/doc", package, "copyright") for package in packages}
