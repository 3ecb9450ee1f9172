"""What would unpack or unfold to far more than it is long is refused before it takes the memory."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from viewer.release.errors import Problem

BOMBS = {
    "lines.txt": Problem.TOO_MANY_PARAGRAPHS,
    "lines.md": Problem.TOO_MANY_PARAGRAPHS,
    "one-line.md": Problem.TOO_MUCH_MARKUP,
    "figures.txt": Problem.TOO_MANY_PARAGRAPHS,
    "elements.html": Problem.TOO_MUCH_MARKUP,
    "attributes.html": Problem.TOO_MUCH_MARKUP,
    "lines.html": Problem.TOO_MANY_PARAGRAPHS,
    "paragraphs.docx": Problem.TOO_MUCH_MARKUP,
    "entities.docx": Problem.BROKEN_DOCUMENT,
    "white-space.docx": Problem.BROKEN_DOCUMENT,
}


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds the memory of a process")
@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_within_a_gigabyte(name: str) -> None:
    command = [sys.executable, str(Path(__file__).with_name("fuzzing") / "bombs.py"), name]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == BOMBS[name].name, done.stderr
