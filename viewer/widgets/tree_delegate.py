"""Paints a row of the tree: its title, and at the right how many items are below it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

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
        aside = index.data(TreeRole.DETAIL) or (str(index.data(TreeRole.COUNT)) if index.data(TreeRole.COUNT) else "")
        metrics = option.fontMetrics  # type: ignore[attr-defined]  # missing from PySide's stubs
        rect: QRect = option.rect  # type: ignore[attr-defined]
        palette: QPalette = option.palette  # type: ignore[attr-defined]
        width = min(metrics.horizontalAdvance(aside), rect.width() // 2)
        titled = QStyleOptionViewItem(option)
        background = QRect(rect)
        titled.rect = rect.adjusted(0, 0, -(width + 2 * _MARGIN) if aside else 0, 0)  # type: ignore[attr-defined]
        if aside:
            # the style paints the selection under the title only; the rest of the row is ours
            background.setLeft(titled.rect.right() + 1)  # type: ignore[attr-defined]
            if bool(option.state & option.state.State_Selected):  # type: ignore[attr-defined]
                painter.fillRect(background, palette.brush(QPalette.ColorRole.Highlight))
        super().paint(painter, titled, index)
        if aside:
            painter.save()
            painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
            text = metrics.elidedText(aside, Qt.TextElideMode.ElideRight, width)
            place = rect.adjusted(0, 0, -_MARGIN, 0)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
            painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        size = super().sizeHint(option, index)
        size.setHeight(int(option.fontMetrics.height() * _ROW_HEIGHT))  # type: ignore[attr-defined]
        return size
