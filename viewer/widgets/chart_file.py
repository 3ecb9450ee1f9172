"""Charts in files: PNG for documents, SVG for what is printed or worked on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QImage, QPaintDevice, QPainter
from PySide6.QtSvg import QSvgGenerator

from viewer.widgets.line_chart import Charts, draw_charts, file_size
from viewer.widgets.theme import LIGHT

_PIXELS = 2  # to a unit, so that a PNG is crisp in print


def write_png(path: Path, charts: Charts) -> None:
    """Write charts as an image. Raises OSError."""
    size = file_size(charts, QFontMetricsF(QGuiApplication.font()))
    image = QImage((size * _PIXELS).toSize(), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_PIXELS)
    image.fill(LIGHT.base)
    _draw(image, size, charts)
    if not image.save(str(path), "PNG"):  # type: ignore[call-overload]  # PySide's stubs ask for bytes, the call for text
        raise OSError(f"cannot write {path}")


def write_svg(path: Path, charts: Charts) -> None:
    """Write charts as SVG, whose text stays text. Raises OSError."""
    path.touch()  # the generator says nothing where it cannot write
    size = file_size(charts, QFontMetricsF(QGuiApplication.font()))
    generator = QSvgGenerator()
    generator.setFileName(str(path))
    generator.setSize(size.toSize())
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setTitle(" · ".join(row.labels[0] for row in charts.rows))
    _draw(generator, size, charts)


WRITERS = {".png": write_png, ".svg": write_svg}
"""What writes a file, by the ending of its name."""


def _draw(device: QPaintDevice, size: QSizeF, charts: Charts) -> None:
    painter = QPainter(device)
    painter.setFont(QGuiApplication.font())
    area = QRectF(0, 0, size.width(), size.height())
    painter.fillRect(area, LIGHT.base)
    draw_charts(painter, area, charts, min(2, len(charts.rows)), LIGHT)
    painter.end()
