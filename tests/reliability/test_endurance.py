"""The short form of `endurance`: some rounds of use leave nothing behind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from endurance import FEW, WARM_UP, endure
from held import OWN, Trend, trends
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from viewer.widgets import changes, tabs

ROUNDS = 5


@pytest.fixture
def _own_file_dialog(qapp: QApplication) -> Iterator[None]:
    qapp.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    yield
    qapp.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, on=False)


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="only Linux tells what a process holds")
@pytest.mark.usefixtures("nothing_left_behind", "_own_file_dialog")
def test_rounds_of_use_leave_nothing_behind(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(changes, "MOST_CHANGES", FEW)
    monkeypatch.setattr(tabs, "MOST_CLOSED", FEW)
    rounds, _actions = endure(tmp_path, range(WARM_UP + ROUNDS))
    assert [trend for trend in trends(rounds[WARM_UP:]) if not trend.is_flat] == []


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
