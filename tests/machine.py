"""What a machine may lack that a test needs."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache

import pytest

_MOUNT = ("unshare", "--mount", "mount", "-t", "tmpfs", "-o", "size=4k", "none", "/mnt")

needs_x_server = pytest.mark.skipif(not os.environ.get("DISPLAY"), reason="there is no X server")


def needs(*programs: str) -> pytest.MarkDecorator:
    """Skip a test where a program is not installed."""
    missing = [program for program in programs if shutil.which(program) is None]
    return pytest.mark.skipif(bool(missing), reason=f"not installed: {', '.join(missing)}")


@cache
def can_mount() -> bool:
    """Whether folders can be hidden from a program, or made read-only for it: by root on Linux alone."""
    return bool(shutil.which("unshare")) and subprocess.run(_MOUNT, capture_output=True, check=False).returncode == 0


def needs_mounting() -> pytest.MarkDecorator:
    """Skip a test where nothing can be mounted."""
    return pytest.mark.skipif(not can_mount(), reason="only root on Linux can mount")
