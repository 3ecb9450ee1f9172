"""The bar above the panels: back, forward, search."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolBar, QWidget

_ARROWS = {"back": "‹", "forward": "›"}
_ARROW_SIZE = 1.6  # of the font


class Toolbar(QToolBar):
    """Stays where it is; its arrows are letters, so that they have the colour of the theme."""

    def __init__(self, actions: dict[str, QAction], search_bar: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMovable(False)
        self._actions = {name: actions[name] for name in _ARROWS}
        for action in self._actions.values():
            self.addAction(action)
            button = self.widgetForAction(action)
            font = button.font()
            font.setPointSizeF(font.pointSizeF() * _ARROW_SIZE)
            button.setFont(font)
        self.addWidget(search_bar)

    def retranslate(self) -> None:
        """Keep the arrows: a new text of an action takes the place of its letter."""
        for name, action in self._actions.items():
            action.setIconText(_ARROWS[name])
