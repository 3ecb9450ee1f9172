"""The bar above the panels: back, forward, search, star."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolBar, QToolButton, QWidget

from viewer.library.entry import Page
from viewer.release.annotation import AnnotationKind
from viewer.widgets.tabs import Tabs

_LETTERS = {"back": "‹", "forward": "›", "star": "☆"}
_STARRED = "★"
_LETTER_SIZE = 1.6  # of the font
_TAB_FOCUS = 1  # Qt.FocusPolicy.TabFocus, see Role


class Toolbar(QToolBar):
    """Stays where it is; its arrows and star are letters, so that they have the colour of the theme.

    Attributes:
        own_actions: of the buttons, by id; they do nothing until they are joined to something.
    """

    def __init__(self, search_bar: QWidget, tabs: Tabs, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMovable(False)
        self._tabs = tabs
        self.own_actions: dict[str, QAction] = {}
        for name, letter in _LETTERS.items():
            action = self.own_actions[name] = QAction(parent)
            action.setText(letter)
            self.addAction(action)
            button = self.widgetForAction(action)
            font = button.font()
            font.setPointSizeF(font.pointSizeF() * _LETTER_SIZE)
            button.setFont(font)
            button.setProperty("focusPolicy", _TAB_FOCUS)
        star = self.own_actions["star"]
        star.setCheckable(True)
        self.insertWidget(star, search_bar)
        self.setTabOrder(search_bar, self.widgetForAction(star))
        star.toggled.connect(self._show_letters)
        tabs.changed.connect(self._follow_page)

    def retranslate(self) -> None:
        """Keep the letters: a new text of an action takes the place of its own, and is the name that is heard."""
        from viewer.widgets.action_names import without_mnemonic  # not needed to start

        self._show_letters()
        for action in self.own_actions.values():
            self.widgetForAction(action).setAccessibleName(without_mnemonic(action.text()))
        more = self.findChild(QToolButton, "qt_toolbar_ext_button")
        if isinstance(more, QToolButton):
            more.setAccessibleName(self.tr("More"))

    def _show_letters(self) -> None:
        for name, action in self.own_actions.items():
            action.setIconText(_STARRED if action.isChecked() else _LETTERS[name])

    def _follow_page(self) -> None:
        """Offer what can be done with the page."""
        self.own_actions["back"].setEnabled(self._tabs.history.can_go_back)
        self.own_actions["forward"].setEnabled(self._tabs.history.can_go_forward)
        shown = self._tabs.shown
        marks = shown.annotations if isinstance(shown, Page) else ()
        self.own_actions["star"].setChecked(any(mark.kind is AnnotationKind.STAR for mark in marks))
