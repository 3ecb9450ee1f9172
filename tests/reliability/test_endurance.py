"""The short form of `endurance`: some rounds of use leave nothing behind."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from held import OWN, Trend

ROUNDS = 5


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="only Linux tells what a process holds")
def test_rounds_of_use_leave_nothing_behind(tmp_path: Path) -> None:
    harness = Path(__file__).with_name("endurance.py")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "default.warning=false"}
    command = [sys.executable, str(harness), "--rounds", str(ROUNDS)]  # in a process that holds nothing else
    done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("name", "values", "is_flat"),
    [
        ("threads", (7, 7, 8, 7, 7), True),
        ("threads", (7, 7, 7, 8, 8), False),
        ("threads", (9, 8, 7, 7, 7), True),
        (OWN, (100_000, 103_000, 101_000, 104_000, 105_000), True),
        (OWN, (100_000, 103_000, 106_000, 109_000, 112_000), False),
        (OWN, (100_000, 190_000, 101_000, 101_000, 102_000), True),
    ],
    ids=["one blip", "one more", "fewer", "small growth", "a leak", "one large blip"],
)
def test_what_grows_is_told_from_what_wobbles(name: str, values: tuple[int, ...], is_flat: bool) -> None:
    assert Trend(name, values).is_flat is is_flat
