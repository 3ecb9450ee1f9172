"""Paints a hit: title, where it stands, and a snippet, with every match marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from PySide6 import QtCore
from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyleOptionViewItem

from viewer.models.hits_model import HitRole
from viewer.models.index import Index
from viewer.override import override, own_override
from viewer.release.folding import Span
from viewer.widgets.cell_delegate import CellDelegate, font_of
from viewer.widgets.marked_line import MarkedLine, draw_marked_lines, smaller
from viewer.widgets.theme import current_colours

_MARGIN = 10  # at the left and right
_AIR = 6  # above and below
_GAP = 1
_SNIPPET_LINES = 2


class HitDelegate(CellDelegate):
    """A hit on four lines: title, place, and two of the snippet."""

    @own_override
    def draw(self, painter: QPainter, cell: QRect, font: QFont, index: Index) -> None:
        colours = current_colours()
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        area = QRectF(cell).adjusted(_MARGIN, _AIR, -_MARGIN, 0)
        title = MarkedLine(index.data(), index.data(HitRole.TITLE_SPANS), bold, colours.text)
        place = MarkedLine(index.data(HitRole.PLACE), (), smaller(font), colours.muted)
        area.setTop(draw_marked_lines(painter, area, (title, place), _GAP, colours.mark))
        painter.setPen(QColor(colours.text))
        snippet, spans = index.data(HitRole.SNIPPET), index.data(HitRole.SNIPPET_SPANS)
        _draw_text(painter, area, snippet, spans, font, QColor(colours.mark), _SNIPPET_LINES)
        painter.setPen(QColor(colours.line))
        painter.drawLine(cell.bottomLeft(), cell.bottomRight())

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        font = font_of(option)
        lines = QFontMetrics(font).height() * (1 + _SNIPPET_LINES) + QFontMetrics(smaller(font)).height()
        return QSize(0, lines + 2 * _GAP + 2 * _AIR)


def _draw_text(
    painter: QPainter, area: QRectF, text: str, spans: Sequence[Span], font: QFont, mark: QColor, lines: int
) -> None:
    """Draw `text` on at most `lines` lines, its spans on the colour `mark`."""
    layout = _layout(text, spans, font, mark, area.width())
    if layout.lineCount() > lines:
        start = layout.lineAt(lines - 1).textStart()
        last = QFontMetrics(font).elidedText(text[start:], QtCore.Qt.TextElideMode.ElideRight, int(area.width()) - 1)
        shown = text[:start] + last
        layout = _layout(shown, [(a, min(b, len(shown))) for a, b in spans if a < len(shown)], font, mark, area.width())
    layout.draw(painter, area.topLeft())


def _layout(text: str, spans: Sequence[Span], font: QFont, mark: QColor, width: float) -> QTextLayout:
    layout = QTextLayout(text, font)
    layout.setFormats([_marked(span, mark) for span in spans])
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout


def _marked(span: Span, mark: QColor) -> QTextLayout.FormatRange:
    marked = cast("Any", QTextLayout.FormatRange())  # PySide's stubs do not have its members
    marked.start, marked.length = span[0], span[1] - span[0]
    marked.format = QTextCharFormat()
    marked.format.setBackground(mark)
    marked.format.setFontUnderline(True)
    return cast("QTextLayout.FormatRange", marked)
