"""Painting a cell: the ground as the style paints it, and on it what a model tells."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any, cast

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from viewer.models.index import Index
from viewer.override import override


class CellDelegate(QStyledItemDelegate):
    """Whoever derives from it draws what stands on the ground, and does not have to leave the painter as it was."""

    @abstractmethod
    def draw(self, painter: QPainter, cell: QRect, font: QFont, index: Index) -> None:
        """Draw what `index` tells into its cell; `font` is that of the view."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown = cast("Any", option)  # PySide's stubs do not have its members
        QApplication.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter)
        painter.save()
        self.draw(painter, shown.rect, shown.font, index)
        painter.restore()


def font_of(option: QStyleOptionViewItem) -> QFont:
    """The font of a view, which PySide's stubs do not have."""
    return cast("QFont", cast("Any", option).font)
