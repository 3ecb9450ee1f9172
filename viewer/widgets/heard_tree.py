"""A tree whose current row is heard when the focus comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QTreeView

from viewer.override import override

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent


_AFTER = 50  # milliseconds: after Qt has said that the tree has the focus, and, at the start, after the first paint


class HeardTree(QTreeView):
    """Says its current row: Qt says the tree alone, and a screen reader that asks for the selected row gets another."""

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        QTimer.singleShot(_AFTER, self._say_current)

    @Slot()
    def _say_current(self) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleEvent  # not needed to start

        if self.hasFocus() and QAccessible.isActive():
            row = QAccessible.queryAccessibleInterface(self).focusChild()
            if row is not None:
                QAccessible.updateAccessibility(QAccessibleEvent(row, QAccessible.Event.Focus))
