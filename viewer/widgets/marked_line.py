"""Lines of text with places marked in them, by a colour and by a line, for not everyone sees colours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6 import QtCore
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from viewer.release.folding import Span


class MarkedLine(NamedTuple):
    """What is written, the places to mark in it, and its font and colour."""

    text: str
    spans: Sequence[Span]
    font: QFont
    colour: str


def draw_marked_lines(painter: QPainter, area: QRectF, lines: Iterable[MarkedLine], gap: float, mark: str) -> float:
    """Draw texts on one line each, a gap below each, with a colour for what is marked; gives where the next begins."""
    top = area.top()
    for line in lines:
        painter.setPen(QColor(line.colour))
        _draw_marked_line(painter, QPointF(area.left(), top), area.width(), line, QColor(mark))
        top += QFontMetricsF(line.font).height() + gap
    return top


def _draw_marked_line(painter: QPainter, place: QPointF, width: float, line: MarkedLine, mark: QColor) -> None:
    """Draw as much of a line as there is room for. A layout would take thrice as long."""
    metrics = QFontMetricsF(line.font)
    shown = metrics.elidedText(line.text, QtCore.Qt.TextElideMode.ElideRight, width)
    for start, end in line.spans:
        if start < len(shown):
            left, right = metrics.horizontalAdvance(shown[:start]), metrics.horizontalAdvance(shown[:end])
            match = QRectF(place.x() + left, place.y(), right - left, metrics.height())
            painter.fillRect(match, mark)
            painter.drawLine(match.bottomLeft(), match.bottomRight())
    painter.setFont(line.font)
    painter.drawText(place + QPointF(0, metrics.ascent()), shown)


def smaller(font: QFont) -> QFont:
    """The font for what stands beside a title in lighter type."""
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.9)
    return small
