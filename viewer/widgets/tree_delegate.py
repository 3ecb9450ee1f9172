"""Paints a row of the tree: its title, and at the right how many items are below it."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from viewer.models.tree_model import TreeRole
from viewer.override import override

_MARGIN = 8
_ROW_HEIGHT = 1.75  # of the font


class TreeDelegate(QStyledItemDelegate):
    """Title at the left; count, or a figure's label, at the right in lighter type."""

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = cast("Any", QStyleOptionViewItem(option))  # PySide's stubs do not have its members
        self.initStyleOption(row, index)
        count = index.data(TreeRole.COUNT)
        aside = index.data(TreeRole.DETAIL) or (str(count) if count else "")
        style = row.widget.style() if row.widget else QApplication.style()
        place: QRect = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, row, row.widget)
        width = min(row.fontMetrics.horizontalAdvance(aside) + 2, place.width() // 2)
        if aside:
            room = place.width() - width - 2 * _MARGIN
            row.text = row.fontMetrics.elidedText(row.text, Qt.TextElideMode.ElideRight, room)
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, row, painter, row.widget)
        painter.save()
        painter.setPen(row.palette.color(QPalette.ColorRole.PlaceholderText))
        text = row.fontMetrics.elidedText(aside, Qt.TextElideMode.ElideRight, width)
        edge = row.rect.adjusted(0, 0, -_MARGIN, 0)
        painter.drawText(edge, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        size = super().sizeHint(option, index)
        size.setHeight(int(cast("Any", option).fontMetrics.height() * _ROW_HEIGHT))
        return size
