"""A start is measured until its window is painted, and a program without one says why."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from homes import Homes
from painted_starts import NoWindowError, start
from peers import absence_of
from screen import SERVER, Screen, own_screen
from start_rows import BARE

pytestmark = [
    pytest.mark.benchmark,
    pytest.mark.skipif(bool(absence_of(SERVER)), reason="no X server can be started"),
]


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    with own_screen(tmp_path) as screen:
        yield screen


def test_a_start_costs_time_and_memory_until_its_window_is_painted(tmp_path: Path, screen: Screen) -> None:
    assert not screen.painted()
    with Homes(tmp_path).copied("new") as home:
        cost = start(list(BARE.command), home, screen)
    assert min(cost) > 0
    assert cost.peak_rss >= cost.pss
    assert not screen.painted()  # by the next start it is gone


def test_a_program_without_a_window_says_why(tmp_path: Path, screen: Screen) -> None:
    told = [sys.executable, "-c", "raise SystemExit('first\\nno display')"]
    with Homes(tmp_path).copied("new") as home, pytest.raises(NoWindowError, match=r"^no display$"):
        start(told, home, screen)
