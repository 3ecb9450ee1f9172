"""Paints what one can go to: title with every match marked, what it is and where it stands, its shortcut."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from viewer.models.goals_model import GoalRole
from viewer.models.index import Index
from viewer.override import override, own_override
from viewer.widgets.cell_delegate import CellDelegate, font_of
from viewer.widgets.marked_line import MarkedLine, draw_marked_lines, smaller
from viewer.widgets.theme import current_colours

_MARGIN = 10
_GAP = 2


class GoalDelegate(CellDelegate):
    """Title and detail on two lines, the shortcut at the right of both."""

    @own_override
    def draw(self, painter: QPainter, cell: QRect, font: QFont, index: Index) -> None:
        colours = current_colours()
        small = smaller(font)
        area = QRectF(cell).adjusted(_MARGIN, _MARGIN / 2, -_MARGIN, 0)
        if shortcut := index.data(GoalRole.SHORTCUT):
            painter.setPen(QColor(colours.muted))
            painter.setFont(small)
            right = int(QtCore.Qt.AlignmentFlag.AlignRight | QtCore.Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(QRectF(cell).adjusted(0, 0, -_MARGIN, 0), right, shortcut)
            area.adjust(0, 0, -QFontMetricsF(small).horizontalAdvance(shortcut) - _MARGIN, 0)
        title = MarkedLine(index.data(), index.data(GoalRole.SPANS), font, colours.text)
        detail = MarkedLine(index.data(GoalRole.DETAIL), (), small, colours.muted)
        draw_marked_lines(painter, area, (title, detail), _GAP, colours.mark)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        font = font_of(option)
        return QSize(0, QFontMetrics(font).height() + QFontMetrics(smaller(font)).height() + _GAP + _MARGIN)
