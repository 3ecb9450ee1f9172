from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

MOUNT = ("unshare", "--mount", "mount", "-t", "tmpfs", "-o", "size=4k", "none", "/mnt")


def can_mount() -> bool:
    return bool(shutil.which("unshare")) and subprocess.run(MOUNT, capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not can_mount(), reason="disks can be mounted by root on Linux alone")
def test_a_full_disk_and_one_that_cannot_be_written_are_said_and_nothing_is_lost() -> None:
    command = [sys.executable, str(Path(__file__).with_name("mounted_disks.py"))]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
