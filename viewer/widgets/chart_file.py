"""Charts in files: PNG for documents, SVG for what is printed or worked on."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSizeF
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QImage, QPaintDevice, QPainter
from PySide6.QtSvg import QSvgGenerator

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
    generator.setTitle(" · ".join(row.labels[0] for row in charts.rows))
    _draw(generator, size, charts)
    return bytes(buffer.data().data())


WRITERS = {".png": png, ".svg": svg}
"""What makes the content of a file, by the ending of its name."""


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
