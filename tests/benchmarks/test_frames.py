"""The window is hardly longer kept from its events by much than by little: by a library, or by a long page."""

from __future__ import annotations

from pathlib import Path

import pytest
from exports import make_library
from frames import FRAME, Frames, Window, document_journeys, make_document, tree_journeys

pytestmark = pytest.mark.benchmark

FEW, MANY = 1_000, 10_000  # items
SHORT, LONG = 20_000, 200_000  # characters
LEAST = FRAME / 4  # what is shorter than that may be longer by any factor
MOST_GROWTH = 4.0  # of the work in the longest turn but a hundredth; what goes through all would be at ten
SEEN_TO = (
    "tree",
    "document, wheel",
    "document, PgDn",
    "document, theme",
    "document, language",
    "document, text",
    "tab",
)


def longest(frames: Frames) -> float:
    """The seconds of work of the turn than which few are longer."""
    return max(frames.at(0.95).worked, LEAST)


def journeys(folder: Path, items: int, characters: int) -> dict[str, Frames]:
    """All journeys through a library and a document of a size."""
    folder.mkdir()
    make_library(folder / "library.sqlite", items)
    window = Window(folder / "library.sqlite", folder / "tree")
    found = tree_journeys(window)
    window.close()
    path, id_ = make_document(folder, characters)
    window = Window(path, folder / "document")
    found += document_journeys(window, id_)
    window.close()
    return {frames.name: frames for frames in found}


@pytest.mark.usefixtures("qapp")
def test_a_frame_takes_as_long_beside_much_as_beside_little(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    little = journeys(tmp_path / "little", FEW, SHORT)
    much = journeys(tmp_path / "much", MANY, LONG)
    grown = {name: longest(much[name]) / longest(little[name]) for name in much if name.startswith(SEEN_TO)}
    with capsys.disabled():
        for name, growth in grown.items():
            turn = much[name].at(1)
            print(
                f"\n{name}: longest turn {turn.passed / FRAME:.2f} frames, {growth:.2f} x with ten times as much",
                end="",
            )
        print()
    assert not {name: growth for name, growth in grown.items() if growth > MOST_GROWTH}
