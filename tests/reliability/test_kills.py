from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked and killed as on Linux")
def test_fifty_kills_at_random_instants_lose_nothing() -> None:
    command = [sys.executable, str(Path(__file__).with_name("kills.py")), "50"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
