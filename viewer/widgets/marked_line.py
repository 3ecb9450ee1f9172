"""A line of text with places marked in it, by a colour and by a line, for not everyone sees colours."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6 import QtCore
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from viewer.release.folding import Span


def draw_marked_line(
    painter: QPainter, area: QRectF, text: str, spans: Sequence[Span], font: QFont, mark: QColor
) -> float:
    """Draw `text` on one line, its spans marked; gives its bottom. A layout would take thrice as long."""
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(text, QtCore.Qt.TextElideMode.ElideRight, area.width())
    for start, end in spans:
        if start < len(shown):
            left, right = metrics.horizontalAdvance(shown[:start]), metrics.horizontalAdvance(shown[:end])
            match = QRectF(area.left() + left, area.top(), right - left, metrics.height())
            painter.fillRect(match, mark)
            painter.drawLine(match.bottomLeft(), match.bottomRight())
    painter.setFont(font)
    painter.drawText(QPointF(area.left(), area.top() + metrics.ascent()), shown)
    return area.top() + metrics.height()


def smaller(font: QFont) -> QFont:
    """The font for what stands beside a title in lighter type."""
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.9)
    return small
