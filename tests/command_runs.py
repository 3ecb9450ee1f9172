"""Running the command line: in this process, or in one of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any

Run = Callable[..., tuple[int, str, str]]
"""The fixture `run`: takes arguments; gives exit code, output and errors."""


def parsed(run: Run, *arguments: str) -> Any:
    """What a command prints as JSON."""
    code, out, _err = run(*arguments, "--json")
    assert code == 0
    return json.loads(out)


def all_ids(releases: list[dict[str, Any]]) -> list[str]:
    """The ids of releases that `list` prints as JSON, and of all that is in them."""
    ids: list[str] = []
    for release in releases:
        ids.append(release["id"])
        for section in release["sections"]:
            ids += [section["id"], *(item["id"] for item in section["items"])]
    return ids


def in_a_process(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own, with these variables beside its own."""
    return subprocess.run(
        [sys.executable, "-m", "viewer", *arguments],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONUTF8": "1", **environment},
    )
