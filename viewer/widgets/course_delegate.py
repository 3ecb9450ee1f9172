"""Paints the course of a figure over releases as a small line."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QFont, QPainter

from viewer.models.comparison_model import COURSE_ROLE
from viewer.models.index import Index
from viewer.override import own_override
from viewer.widgets.cell_delegate import CellDelegate
from viewer.widgets.line_chart import draw_course
from viewer.widgets.theme import current_colours

_MARGIN = 6.0


class CourseDelegate(CellDelegate):
    """Lines in the colours of the theme."""

    @own_override
    def draw(self, painter: QPainter, cell: QRect, font: QFont, index: Index) -> None:
        if (row := index.data(COURSE_ROLE)) is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_course(painter, QRectF(cell).adjusted(0, _MARGIN, 0, -_MARGIN), row, current_colours())
