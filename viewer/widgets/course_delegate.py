"""Paints the course of a figure over releases as a small line."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from viewer.models.comparison_model import COURSE_ROLE
from viewer.override import override
from viewer.widgets.line_chart import draw_course
from viewer.widgets.theme import current_colours

_MARGIN = 6.0


class CourseDelegate(QStyledItemDelegate):
    """Lines in the colours of the theme."""

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        cell = cast("Any", option)  # PySide's stubs do not have its members
        QApplication.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter)
        row = index.data(COURSE_ROLE)
        if row is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_course(painter, QRectF(cell.rect).adjusted(0, _MARGIN, 0, -_MARGIN), row, current_colours())
        painter.restore()
