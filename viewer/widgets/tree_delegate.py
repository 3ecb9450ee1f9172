"""Gives the rows of the tree air."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtWidgets import QStyledItemDelegate

from viewer.override import override

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtWidgets import QStyleOptionViewItem

    from viewer.models.index import Index

_ROW_HEIGHT = 1.7  # of the font


class TreeDelegate(QStyledItemDelegate):
    """Rows as the style paints them, but higher."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = super().sizeHint(option, index)
        # PySide's stubs do not have the members of options
        size.setHeight(int(cast("Any", option).fontMetrics.height() * _ROW_HEIGHT))
        return size
