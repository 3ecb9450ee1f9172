"""Paints what one can go to: title with every match marked, what it is and where it stands, its shortcut."""

from __future__ import annotations

from typing import Any, cast

from PySide6 import QtCore
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from viewer.models.goals_model import GoalRole
from viewer.override import override
from viewer.widgets.marked_line import draw_marked_line, smaller
from viewer.widgets.theme import current_colours

_MARGIN = 10
_GAP = 2


class GoalDelegate(QStyledItemDelegate):
    """Title and detail on two lines, the shortcut at the right of both."""

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = cast("Any", option)  # PySide's stubs do not have its members
        rect: QRect = row.rect
        font: QFont = row.font
        small = smaller(font)
        QApplication.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter)
        colours = current_colours()
        mark = QColor(colours.mark)
        area = QRectF(rect).adjusted(_MARGIN, _MARGIN / 2, -_MARGIN, 0)
        painter.save()
        painter.setPen(QColor(colours.muted))
        if shortcut := index.data(GoalRole.SHORTCUT):
            painter.setFont(small)
            right = int(QtCore.Qt.AlignmentFlag.AlignRight | QtCore.Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(QRectF(rect).adjusted(0, 0, -_MARGIN, 0), right, shortcut)
            area.adjust(0, 0, -QFontMetricsF(small).horizontalAdvance(shortcut) - _MARGIN, 0)
        painter.setPen(QColor(colours.text))
        area.setTop(draw_marked_line(painter, area, index.data(), index.data(GoalRole.SPANS), font, mark) + _GAP)
        painter.setPen(QColor(colours.muted))
        draw_marked_line(painter, area, index.data(GoalRole.DETAIL), (), small, mark)
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        font: QFont = cast("Any", option).font
        return QSize(0, QFontMetrics(font).height() + QFontMetrics(smaller(font)).height() + _GAP + _MARGIN)
