"""Charts in files: PNG for documents, SVG for what is printed or worked on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSizeF
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QImage, QPaintDevice, QPainter
from PySide6.QtSvg import QSvgGenerator

from viewer.release.errors import Problem, ReleaseViewerError
from viewer.release.unseen import reveal
from viewer.replacing import replacing
from viewer.widgets.line_chart import FILE_COLUMNS, Charts, draw_charts, file_size
from viewer.widgets.theme import LIGHT

_PIXELS = 2  # to a unit, so that a PNG is crisp in print


def png(charts: Charts) -> bytes:
    """Charts as an image."""
    size = _size(charts)
    image = QImage((size * _PIXELS).toSize(), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_PIXELS)
    _draw(image, size, charts)
    buffer = _open_buffer()
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # PySide's stubs ask for bytes, the call for text
    return bytes(buffer.data().data())


def svg(charts: Charts) -> bytes:
    """Charts as SVG, whose text stays text."""
    size = _size(charts)
    buffer = _open_buffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size.toSize())
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setTitle(" · ".join(reveal(row.labels[0]) for row in charts.rows))
    _draw(generator, size, charts)
    return bytes(buffer.data().data())


WRITERS = {".png": png, ".svg": svg}
"""What makes the content of a file, by the ending of its name."""


def write_charts(path: Path, charts: Charts) -> None:
    """Draw charts into a PNG or SVG file: whole, or not at all. Raises ReleaseViewerError."""
    write = WRITERS.get(path.suffix.lower())
    if write is None:
        raise ReleaseViewerError(Problem.NO_CHART_ENDING, str(path))
    if not charts.rows:
        raise ReleaseViewerError(Problem.NOTHING_TO_WRITE, str(path))
    with replacing(path) as new:
        new.write_bytes(write(charts))


def _open_buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer


def _size(charts: Charts) -> QSizeF:
    return file_size(charts, QFontMetricsF(QGuiApplication.font()).lineSpacing())


def _draw(device: QPaintDevice, size: QSizeF, charts: Charts) -> None:
    painter = QPainter(device)
    painter.setFont(QGuiApplication.font())
    area = QRectF(0, 0, size.width(), size.height())
    painter.fillRect(area, LIGHT.base)
    draw_charts(painter, area, charts, min(FILE_COLUMNS, len(charts.rows)), LIGHT)
    painter.end()
