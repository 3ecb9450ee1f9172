"""Which actions can be done now, which of a choice is ticked, and what they are called."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from viewer.language import system_language
from viewer.library.entry import Page
from viewer.models.tree_model import TreeModel
from viewer.widgets.action import Choice
from viewer.widgets.actions import ACTIONS, action_text
from viewer.widgets.changes import Changes
from viewer.widgets.settings import Settings
from viewer.widgets.tabs import Tabs

_CHECKABLE = ("show-sidebar", "full-screen")


class ActionStates(QObject):
    """Keeps the actions of a window up with what it shows."""

    def __init__(
        self,
        actions: dict[str, QAction],
        settings: Settings,
        tree: TreeModel,
        tabs: Tabs,
        changes: Changes,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._settings = settings
        self._tree = tree
        self._tabs = tabs
        self._changes = changes
        for name in _CHECKABLE:
            actions[name].setCheckable(True)
        tabs.changed.connect(self.follow_page)
        changes.moved.connect(self.name_changes)
        settings.changed.connect(self.check_choices)

    @Slot()
    def check_choices(self) -> None:
        """Tick what is chosen."""
        preferences = self._settings.preferences
        chosen = {
            Choice.WAY: self._tree.way,
            Choice.THEME: preferences.theme,
            Choice.LANGUAGE: preferences.language or system_language(),
            Choice.COPY_FORM: preferences.copy_form,
        }
        for row in ACTIONS:
            if isinstance(row.submenu, Choice):
                self._actions[row.id].setChecked(row.value == chosen[row.submenu])

    @Slot()
    def name_changes(self) -> None:
        """Say in the menu what would be undone, or done again."""
        for name, text in (("undo", self._changes.undo_text), ("redo", self._changes.redo_text)):
            self._actions[name].setEnabled(bool(text))
            self._actions[name].setText(text or action_text(name))

    @Slot()
    def follow_page(self) -> None:
        """Offer what can be done with the page."""
        self._actions["copy-source"].setEnabled(isinstance(self._tabs.shown, Page))
