"""Paints the size of a figure as a bar; a change as one bar for before and one, stronger, for after."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QFont, QPainter

from viewer.models.figures_model import BAR_ROLE
from viewer.models.index import Index
from viewer.override import own_override
from viewer.widgets.cell_delegate import CellDelegate
from viewer.widgets.theme import current_colours

_MARGIN = 6.0
_HEIGHT = 0.4  # of the row
_THIN = 0.22
_LEAST = 2.0  # pixels, so that no bar is lost


class BarDelegate(CellDelegate):
    """Bars in the colours of the theme."""

    @own_override
    def draw(self, painter: QPainter, cell: QRect, font: QFont, index: Index) -> None:
        area = QRectF(cell).adjusted(_MARGIN, 0, -_MARGIN, 0)
        bars = index.data(BAR_ROLE) or ()
        colours = current_colours()
        painter.setPen(QtCore.Qt.PenStyle.NoPen)
        height = area.height() * (_HEIGHT if len(bars) == 1 else _THIN)
        top = area.center().y() - height * len(bars) / 2 - (len(bars) - 1)
        for number, (start, end) in enumerate(bars):
            is_last = number == len(bars) - 1
            painter.setBrush(QColor(colours.accent if is_last else colours.muted))
            width = max(_LEAST, (end - start) * area.width()) if end else 0.0
            painter.drawRect(QRectF(area.left() + start * area.width(), top + number * (height + 2), width, height))
