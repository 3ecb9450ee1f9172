"""Line charts: the course of figures over releases, each in a small chart of its own.

Painted here, and not by a library, since it is some lines and points: beside PySide alone, pyqtgraph takes five times
the time and twice the memory to load, matplotlib eight times and three times, for 85 and 160 MB on the disk.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from PySide6 import QtCore
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from viewer.library.releases import ReleaseHead, column_heads
from viewer.override import override
from viewer.release.citation import source_line
from viewer.release.comparison import Comparison
from viewer.release.unseen import reveal
from viewer.widgets.theme import Colours, current_colours
from viewer.writers.comparison_text import comparison_line

_LEAST_SIZE = QSizeF(240, 150)
_FILE_SIZE = QSizeF(360, 220)
FILE_COLUMNS = 2
"""The most charts that stand beside each other in a file."""
_MARGIN = 12.0
_POINT = 3.0


class Charts(NamedTuple):
    """What is drawn.

    Attributes:
        rows: one chart each.
        heads: what stands below the points, one for each release.
        sources: what is said below the charts.
    """

    rows: tuple[Comparison, ...]
    heads: tuple[str, ...]
    sources: tuple[str, ...] = ()


def charts_of(rows: Iterable[Comparison], releases: Iterable[ReleaseHead]) -> Charts:
    """The charts of these rows with the sources of their figures."""
    drawn = tuple(rows)
    sources = dict.fromkeys(source_line(stated.release, ()) for row in drawn for stated in row.stated)
    return Charts(drawn, column_heads(releases), tuple(sources))


class LineCharts(QWidget):
    """Charts beside and below each other, as many as there is room for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._charts = Charts((), ())
        self.setMinimumHeight(int(_LEAST_SIZE.height()))

    def set_charts(self, charts: Charts) -> None:
        """Draw these."""
        self._charts = charts
        self.setAccessibleDescription("\n".join(map(comparison_line, charts.rows)))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        columns = max(1, int(self.width() // _LEAST_SIZE.width()))
        most = columns * max(1, int(self.height() // _LEAST_SIZE.height()))
        shown = self._charts._replace(rows=self._charts.rows[:most], sources=())
        draw_charts(painter, QRectF(self.rect()), shown, min(columns, len(shown.rows)), current_colours())


def file_size(charts: Charts, line_spacing: float) -> QSizeF:
    """How large charts are in a file."""
    columns = min(FILE_COLUMNS, len(charts.rows))
    lines = math.ceil(len(charts.rows) / columns)
    foot = len(charts.sources) * line_spacing + _MARGIN
    return QSizeF(columns * _FILE_SIZE.width(), lines * _FILE_SIZE.height() + foot)


def draw_charts(painter: QPainter, area: QRectF, charts: Charts, columns: int, colours: Colours) -> None:
    """Draw charts in so many columns, with the sources below them."""
    if not charts.rows:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    spacing = QFontMetricsF(painter.font()).lineSpacing()
    lines = math.ceil(len(charts.rows) / columns)
    height = (area.height() - len(charts.sources) * spacing) / lines
    width = area.width() / columns
    for number, row in enumerate(charts.rows):
        line, column = divmod(number, columns)
        cell = QRectF(area.left() + column * width, area.top() + line * height, width, height)
        _draw_chart(painter, cell.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN), row, charts.heads, colours)
    painter.setPen(QColor(colours.muted))
    for number, source in enumerate(reversed(charts.sources), 1):
        place = QRectF(area.left() + _MARGIN, area.bottom() - _MARGIN / 2 - number * spacing, 0, spacing)
        _write(painter, place.adjusted(0, 0, area.width() - 2 * _MARGIN, 0), source, QtCore.Qt.AlignmentFlag.AlignLeft)


def draw_course(painter: QPainter, area: QRectF, row: Comparison, colours: Colours) -> list[QPointF | None]:
    """Draw a line from point to point on a scale that has 0 in it; gives the points, None where there is no value."""
    values = [_value(row, position) for position in range(len(row.figures))]
    there = [value for value in values if value is not None]
    low, high = min([0.0, *there]), max([0.0, *there])
    span = high - low or 1.0
    step = area.width() / len(values)
    points = [
        None
        if value is None
        else QPointF(area.left() + (number + 0.5) * step, area.bottom() - (value - low) / span * area.height())
        for number, value in enumerate(values)
    ]
    zero = area.bottom() + low / span * area.height()
    painter.setPen(QPen(QColor(colours.line), 1))
    painter.drawLine(QPointF(area.left(), zero), QPointF(area.right(), zero))
    _draw_lines(painter, points, colours)
    return points


def _draw_lines(painter: QPainter, points: Sequence[QPointF | None], colours: Colours) -> None:
    """Lines from point to point, dashed over a release that has none; then the points."""
    accent = QColor(colours.accent)
    known = [(number, point) for number, point in enumerate(points) if point is not None]
    for (first, start), (second, end) in pairwise(known):
        pen = QPen(accent, 2)
        if second - first > 1:
            pen.setStyle(QtCore.Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawLine(start, end)
    painter.setPen(QtCore.Qt.PenStyle.NoPen)
    painter.setBrush(accent)
    for _number, point in known:
        painter.drawEllipse(point, _POINT, _POINT)


def _draw_chart(painter: QPainter, area: QRectF, row: Comparison, heads: Sequence[str], colours: Colours) -> None:
    """One chart: label above, the values as they are written at their points, the releases below."""
    align = QtCore.Qt.AlignmentFlag
    spacing = QFontMetricsF(painter.font()).lineSpacing()
    painter.setPen(QColor(colours.text))
    _write(painter, QRectF(area.left(), area.top(), area.width(), spacing), row.labels[0], align.AlignLeft)
    plot = area.adjusted(0, 2.4 * spacing, 0, -2.4 * spacing)
    points = draw_course(painter, plot, row, colours)
    step = area.width() / len(points)
    for number, (point, stated) in enumerate(zip(points, row.figures, strict=True)):
        column = QRectF(area.left() + number * step, area.bottom() - spacing, step, spacing)
        painter.setPen(QColor(colours.muted))
        _write(painter, column, heads[number], align.AlignHCenter)
        if point is not None and stated is not None:
            painter.setPen(QColor(colours.text))
            column.moveTop(point.y() + (0.2 if _is_low(points, number) else -1.2) * spacing)
            _write(painter, column, stated.figure.quoted, align.AlignHCenter)


def _is_low(points: Sequence[QPointF | None], number: int) -> bool:
    """Whether the lines go up from a point: above it the value would be crossed by them."""
    here, *beside = (points[number], *points[max(0, number - 1) : number], *points[number + 1 : number + 2])
    joined = [point for point in beside if point is not None]
    return here is not None and bool(joined) and all(point.y() < here.y() - _POINT for point in joined)


def _write(painter: QPainter, area: QRectF, text: str, align: QtCore.Qt.AlignmentFlag) -> None:
    """Write one line, as much of it as there is room for."""
    metrics = QFontMetricsF(painter.font())
    shown = metrics.elidedText(reveal(text), QtCore.Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, int(align | QtCore.Qt.AlignmentFlag.AlignVCenter), shown)


def _value(row: Comparison, position: int) -> float | None:
    """The value in one release; None for a range, which is no point."""
    stated = row.figures[position]
    return None if stated is None or isinstance(stated.figure.value, tuple) else float(stated.figure.value)
