"""Keeping how the window stands while it is used, so that the next start finds it, however this one ends."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from viewer.models.tree_model import TreeModel
from viewer.override import override
from viewer.widgets.search_bar import SearchBar
from viewer.widgets.settings import Settings
from viewer.widgets.sidebar import Sidebar
from viewer.widgets.tabs import Tabs

_DELAY = 1000  # milliseconds, within which all changes are one
_GEOMETRY = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.WindowStateChange, QEvent.Type.Show, QEvent.Type.Hide)


class Keeping(QObject):
    """Saves the session of a window a short time after something of it has changed."""

    def __init__(
        self, settings: Settings, sidebar: Sidebar, tree: TreeModel, search_bar: SearchBar, tabs: Tabs, window: QWidget
    ) -> None:
        super().__init__(window)
        self._settings = settings
        self._sidebar = sidebar
        self._tree = tree
        self._search_bar = search_bar
        self._tabs = tabs
        self._window = window
        self._timer = QTimer(self, singleShot=True, interval=_DELAY)
        self._timer.timeout.connect(self.save)
        for widget in (window, sidebar):
            widget.installEventFilter(self)
        for change in (
            tabs.changed,
            tabs.rearranged,
            tabs.pane.verticalScrollBar().valueChanged,
            sidebar.unfolded,
            search_bar.textChanged,
            tree.modelReset,
        ):
            change.connect(self._save_soon)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _GEOMETRY:
            self._save_soon()
        return super().eventFilter(watched, event)

    @Slot()
    def _save_soon(self) -> None:
        if not self._timer.isActive():  # not put off by every change, or one who goes on and on would never be kept
            self._timer.start()

    @Slot()
    def save(self) -> None:
        """Save how the window stands, if that is new; where that cannot all be told, the rest is kept."""
        try:
            self._note()
        finally:
            self._settings.save_session()

    def _note(self) -> None:
        session = self._settings.session
        session.geometry = bytes(self._window.saveGeometry().toBase64().data()).decode()
        session.sidebar_hidden = self._sidebar.isHidden()
        session.way = self._tree.way
        session.tree = self._sidebar.tree_state()
        restores = self._settings.preferences.restores
        session.tabs, session.front = (self._tabs.states(), self._tabs.front) if restores else ((), 0)
        session.query = self._search_bar.text() if restores else ""
