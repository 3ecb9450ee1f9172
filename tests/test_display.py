from __future__ import annotations

import sys
from pathlib import Path

import pytest
from command_runs import in_a_process


def test_without_a_display_one_sentence_names_what_works(tmp_path: Path) -> None:
    environment = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": "", "XDG_DATA_HOME": str(tmp_path)}
    done = in_a_process(**environment)
    if sys.platform == "linux":
        assert done.returncode == 2
        assert "screenshot" in done.stderr
        assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="X is the display of Linux")
def test_a_display_that_does_not_answer_is_none(tmp_path: Path) -> None:
    done = in_a_process(DISPLAY=":65123", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="", XDG_DATA_HOME=str(tmp_path))
    assert done.returncode == 2
    assert ":65123" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
