"""The table of all that is measured says what is absent, and says what it measured."""

from __future__ import annotations

from pathlib import Path

import pytest
from homes import Homes, library_in
from peers import version_of
from search_rows import search_rows
from start_rows import LARGE, PEERS, start_rows
from table import Quantity, Row, table

from viewer.opening import open_library

RATIO = Row("start", (Quantity(1200, "ms"), Quantity(90, "MiB")), "Other", (Quantity(400, "ms"), Quantity(180, "MiB")))
SHARED = Row("search", (Quantity(1, "ms"), Quantity(4.25, "ms")), "Other", (Quantity(2, "ms"), Quantity(17, "ms")))


@pytest.fixture
def _nothing_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")


def cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip("|").split("|")]


def test_a_row_has_ours_divided_by_what_is_beside_it() -> None:
    *_head, ratio, shared = table([RATIO, SHARED]).splitlines()
    assert ratio == "| start | 1,200 ms / 90.0 MiB | Other | 400 ms / 180 MiB | 3.00 / 0.50 × |"
    assert shared == "| search | 1.00 / 4.25 ms | Other | 2.00 / 17.0 ms | 0.50 / 0.25 × |"


@pytest.mark.usefixtures("_nothing_installed")
def test_starts_are_absent_without_a_screen(tmp_path: Path) -> None:
    told: list[str] = []
    rows = table(start_rows(Homes(tmp_path), tmp_path, told.append)).splitlines()[2:]
    assert all("| – |" in row and "absent: no `Xvfb`" in row for row in rows)
    assert {peer.name for peer in PEERS} <= {cells(row)[2] for row in rows}
    assert "absent: no `Xvfb`, no `zeal`" in "".join(rows)
    assert not told


@pytest.mark.usefixtures("_nothing_installed")
def test_a_search_is_held_against_what_is_there_alone(tmp_path: Path) -> None:
    homes = Homes(tmp_path)
    with homes.kept(LARGE) as home:
        open_library(library_in(home)).close()
    told: list[str] = []
    rows = [cells(row) for row in table(search_rows(homes, ["指挥中心"], told.append)).splitlines()[2:]]
    measured = {other: ratio for _what, _ours, other, _theirs, ratio in rows if ratio.endswith("×")}
    assert set(measured) == {"`LIKE` of SQLite", "FTS5 trigrams"}
    assert {other: theirs for _what, ours, other, theirs, ratio in rows if ratio == "–" and ours.endswith(" ms")} == {
        "ripgrep": "absent: no `rg`",
        "recollq": "absent: no `recollq`",
    }
    assert told


@pytest.mark.usefixtures("_nothing_installed")
def test_what_is_of_no_package_is_called_by_its_name_alone() -> None:
    assert version_of("zeal") == "zeal"
