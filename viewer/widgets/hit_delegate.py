"""Paints a hit: title, where it stands, and a snippet, with every match marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from PySide6 import QtCore
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from viewer.models.hits_model import HitRole
from viewer.override import override
from viewer.release.folding import Span
from viewer.widgets.marked_line import draw_marked_line, smaller
from viewer.widgets.theme import current_colours

_MARGIN = 10
_GAP = 3
_SNIPPET_LINES = 2


class HitDelegate(QStyledItemDelegate):
    """A hit on four lines: title, place, and two of the snippet."""

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = cast("Any", option)  # PySide's stubs do not have its members
        rect: QRect = row.rect
        font: QFont = row.font
        QApplication.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter)
        colours = current_colours()
        mark = QColor(colours.mark)
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        area = QRectF(rect).adjusted(_MARGIN, _MARGIN * 0.7, -_MARGIN, 0)
        painter.save()
        for text, spans, face, colour in (
            (index.data(), index.data(HitRole.TITLE_SPANS), bold, colours.text),
            (index.data(HitRole.PLACE), (), smaller(font), colours.muted),
        ):
            painter.setPen(QColor(colour))
            area.setTop(draw_marked_line(painter, area, text, spans, face, mark) + _GAP)
        painter.setPen(QColor(colours.text))
        snippet, spans = index.data(HitRole.SNIPPET), index.data(HitRole.SNIPPET_SPANS)
        _draw_text(painter, area, snippet, spans, font, mark, _SNIPPET_LINES)
        painter.setPen(QColor(colours.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        font: QFont = cast("Any", option).font
        line = QFontMetrics(font).height()
        return QSize(0, int(line * (2 + _SNIPPET_LINES) + 2 * _GAP + 1.6 * _MARGIN))


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
