"""Draws the icon in each of its sizes, as desktops ask for them: `python resources/icons/draw.py [FOLDER]`.

A size that has a drawing of its own, `release-viewer-SIZE.svg`, is too small for the lines of the large one.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
DRAWINGS = Path(__file__).parent


def draw(folder: Path) -> None:
    """Write `release-viewer-SIZE.png` of every size into a folder."""
    for size in SIZES:
        own = DRAWINGS / f"release-viewer-{size}.svg"
        renderer = QSvgRenderer(str(own if own.exists() else DRAWINGS / "release-viewer.svg"))
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        image.save(str(folder / f"release-viewer-{size}.png"))


if __name__ == "__main__":
    draw(Path(sys.argv[1]) if len(sys.argv) > 1 else DRAWINGS)
