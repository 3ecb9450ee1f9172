"""Going from part to part of the window by keys."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget


class Parts(QObject):
    """The parts of a window, in turn; those that are hidden are passed over."""

    def __init__(self, parts: tuple[QWidget, ...], window: QWidget) -> None:
        super().__init__(window)
        self._parts = parts
        self._window = window

    @Slot()
    def focus_next_part(self) -> None:
        """Go to the next part."""
        self._focus(1)

    @Slot()
    def focus_previous_part(self) -> None:
        """Go to the one before."""
        self._focus(-1)

    def _focus(self, steps: int) -> None:
        parts = [part for part in self._parts if part.isVisible()]
        now = self._window.focusWidget()
        here = next((place for place, part in enumerate(parts) if part.isAncestorOf(now)), -1)
        parts[(here + steps) % len(parts)].setFocus(QtCore.Qt.FocusReason.TabFocusReason)
