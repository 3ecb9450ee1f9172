"""How the window looks: what its actions choose among the preferences, and what of it is shown."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QWidget

from viewer.language import Language
from viewer.widgets.settings import Settings
from viewer.widgets.text_style import USUAL_STYLE, next_size
from viewer.widgets.theme import Theme


class Appearance(QObject):
    """What the actions of the View menu do to a window."""

    def __init__(self, settings: Settings, sidebar: QWidget, window: QMainWindow) -> None:
        super().__init__(window)
        self._settings = settings
        self._sidebar = sidebar
        self._window = window

    @Slot()
    def enlarge_text(self) -> None:
        """Set running text in the next larger size."""
        self.resize_text(1)

    @Slot()
    def shrink_text(self) -> None:
        """Set running text in the next smaller size."""
        self.resize_text(-1)

    @Slot()
    def use_usual_size(self) -> None:
        """Set running text in the usual size."""
        self._settings.choose_text(points=USUAL_STYLE.points)

    @Slot(int)
    def resize_text(self, steps: int) -> None:
        """Set running text that many sizes larger, or smaller where negative."""
        self._settings.choose_text(points=next_size(self._settings.preferences.text.points, steps))

    @Slot(QAction)
    def set_theme(self, action: QAction) -> None:
        """Take the theme that the action stands for."""
        self._settings.choose(theme=Theme(action.data()))

    @Slot(QAction)
    def set_language(self, action: QAction) -> None:
        """Take the language that the action stands for."""
        self._settings.choose(language=Language(action.data()))

    @Slot(bool)
    def show_sidebar(self, shown: bool) -> None:
        """Show the sidebar beside the page, or the page alone."""
        self._sidebar.setVisible(shown)
        if shown:
            self._sidebar.setFocus()

    @Slot(bool)
    def show_full_screen(self, full: bool) -> None:
        """Let the window fill the screen, or stand on it as before."""
        if full != self._window.isFullScreen():
            # not showNormal(): a window that was maximized is so again
            self._window.setWindowState(self._window.windowState() ^ QtCore.Qt.WindowState.WindowFullScreen)
