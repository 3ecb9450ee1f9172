from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from machine import needs_mounting


@needs_mounting()
def test_a_full_disk_and_one_that_cannot_be_written_are_said_and_nothing_is_lost() -> None:
    command = [sys.executable, str(Path(__file__).with_name("mounted_disks.py"))]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
