"""The bar of tabs above the page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6 import QtCore
from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QTabBar, QToolButton, QWidget

from viewer.models.tool_tip import tool_tip
from viewer.override import override
from viewer.widgets.menu_text import menu_text
from viewer.widgets.theme import current_colours

_LONGEST_TITLE = 16


class TabBar(QTabBar):
    """The titles of tabs; the one in front has the ground of the page and a line above it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMovable(True)
        self.setExpanding(False)
        self.setDrawBase(False)
        self.redraw()
        self.retranslate()

    def retranslate(self) -> None:
        """Take the texts of the current language."""
        self.setAccessibleName(self.tr("Tabs"))
        for number in range(self.count()):
            self._name_button(number)

    def redraw(self) -> None:
        """Take the colours of the current theme."""
        colours = current_colours()
        self.setStyleSheet(
            f"""
            QTabBar::tab {{
                padding: 6px 4px 6px 12px; color: {colours.muted}; background: {colours.window};
                border: none; border-top: 2px solid {colours.window}; border-right: 1px solid {colours.line};
            }}
            QTabBar::tab:selected {{
                color: {colours.text}; background: {colours.base}; border-top: 2px solid {colours.accent};
            }}
            QTabBar::tab:hover {{ color: {colours.text}; }}
            QTabBar QToolButton {{ color: {colours.muted}; border: none; padding: 2px 4px; }}
            QTabBar QToolButton:hover {{ color: {colours.text}; background: {colours.selection}; }}
            """
        )

    def show_titles(self, titles: Sequence[str], front: int) -> None:
        """Show a tab for each title, with the one of the number `front` in front; emits nothing."""
        blocker = QSignalBlocker(self)
        while self.count() < len(titles):
            self.addTab("")
        while self.count() > len(titles):
            self.removeTab(0)
        for number, title in enumerate(titles):
            short = title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1]}…"
            self.setTabText(number, menu_text(short))
            self.setTabToolTip(number, tool_tip(title))
        self.setCurrentIndex(front)
        self.setVisible(len(titles) > 1)
        blocker.unblock()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        number = self.tabAt(event.position().toPoint())
        if event.button() is QtCore.Qt.MouseButton.MiddleButton and number >= 0:
            self.tabCloseRequested.emit(number)
        else:
            super().mouseReleaseEvent(event)

    @override
    def tabInserted(self, index: int) -> None:
        super().tabInserted(index)
        button = QToolButton(self)  # that of the style is a picture, which no theme changes
        button.setText("✕")
        button.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        button.clicked.connect(self._close_tab_of_button)
        self.setTabButton(index, QTabBar.ButtonPosition.RightSide, button)
        self._name_button(index)

    def _name_button(self, number: int) -> None:
        button = self.tabButton(number, QTabBar.ButtonPosition.RightSide)
        button.setAccessibleName(self.tr("Close tab"))
        button.setToolTip(self.tr("Close tab"))

    @Slot()
    def _close_tab_of_button(self) -> None:
        for number in range(self.count()):
            if self.tabButton(number, QTabBar.ButtonPosition.RightSide) is self.sender():
                self.tabCloseRequested.emit(number)
                return
