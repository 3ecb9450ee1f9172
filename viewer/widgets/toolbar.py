"""The bar above the panels: back, forward, search, star."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolBar, QToolButton, QWidget

from viewer.widgets.action_names import without_mnemonic

_LETTERS = {"back": "‹", "forward": "›", "star": "☆"}
_STARRED = "★"
_LETTER_SIZE = 1.6  # of the font
_TAB_FOCUS = 1  # Qt.FocusPolicy.TabFocus, see Role


class Toolbar(QToolBar):
    """Stays where it is; its arrows and star are letters, so that they have the colour of the theme."""

    def __init__(self, actions: dict[str, QAction], search_bar: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMovable(False)
        self._actions = {name: actions[name] for name in _LETTERS}
        for action in self._actions.values():
            self.addAction(action)
            button = self.widgetForAction(action)
            font = button.font()
            font.setPointSizeF(font.pointSizeF() * _LETTER_SIZE)
            button.setFont(font)
            button.setProperty("focusPolicy", _TAB_FOCUS)
        self.insertWidget(self._actions["star"], search_bar)
        self.setTabOrder(search_bar, self.widgetForAction(self._actions["star"]))
        self._actions["star"].toggled.connect(self.retranslate)

    def retranslate(self) -> None:
        """Keep the letters: a new text of an action takes the place of its own, and is the name that is heard."""
        for name, action in self._actions.items():
            action.setIconText(_STARRED if action.isChecked() else _LETTERS[name])
            self.widgetForAction(action).setAccessibleName(without_mnemonic(action.text()))
        more = self.findChild(QToolButton, "qt_toolbar_ext_button")
        if isinstance(more, QToolButton):
            more.setAccessibleName(self.tr("More"))
