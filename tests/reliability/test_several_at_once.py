from __future__ import annotations

from pathlib import Path

from several import run


def test_two_windows_imports_and_searches_on_one_library_lose_nothing(tmp_path: Path) -> None:
    outcome = run(tmp_path, rounds=6)
    assert outcome.wrong == []
    assert outcome.changes > 20
    assert outcome.delays, "no change of one window was seen in the other while it stood there"
