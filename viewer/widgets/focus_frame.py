"""A frame around whatever has the focus, so that a person at the keyboard always sees where they are."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QFocusFrame, QStyleOption, QWidget
from shiboken6 import isValid

from viewer.override import override
from viewer.widgets.theme import current_colours


class FocusFrame(QFocusFrame):
    """Follows the focus through all windows of the program."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._home = window
        self.redraw()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def redraw(self) -> None:
        """Take the colours of the current theme."""
        self._follow(None, None)
        self._follow(None, QApplication.focusWidget())  # a style sheet, which one theme has, makes it hide

    @override
    def initStyleOption(self, option: QStyleOption) -> None:
        super().initStyleOption(option)
        palette = QPalette(option.palette)  # for one of the frame's own is lost with a theme that is chosen in a dialog
        palette.setColor(QPalette.ColorRole.WindowText, QColor(current_colours().accent))
        option.palette = palette

    @Slot(QWidget, QWidget)
    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        self.setWidget(cast("QWidget", now))  # None for no widget, which PySide's stubs do not know
        if now is None and isValid(self._home):
            self.setParent(self._home)  # the window that it was in may be about to go
