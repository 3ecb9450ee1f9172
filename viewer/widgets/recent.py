"""What was searched and opened last, offered again."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from viewer.widgets.menu_text import menu_text
from viewer.widgets.session import Session


class Recent(QObject):
    """Menus below the search bar.

    Signals:
        query_chosen(typed): a query is to be searched again.
        file_chosen(path): a document is to be opened again.
    """

    query_chosen = Signal(str)
    file_chosen = Signal(str)

    def __init__(self, session: Session, below: QWidget) -> None:
        super().__init__(below)
        self._session = session
        self._below = below

    @Slot()
    def show_recent(self) -> None:
        """Offer the queries that led somewhere, the latest first."""
        menu = self._menu(self._session.recent_queries, self.tr("No recent searches"))
        menu.triggered.connect(self._choose_query)

    @Slot()
    def show_recent_files(self) -> None:
        """Offer the documents that were opened, the latest first."""
        menu = self._menu(self._session.recent_files, self.tr("No recent documents"))
        menu.triggered.connect(self._choose_file)

    @Slot(QAction)
    def _choose_query(self, action: QAction) -> None:
        self.query_chosen.emit(action.data())

    @Slot(QAction)
    def _choose_file(self, action: QAction) -> None:
        self.file_chosen.emit(action.data())

    def _menu(self, offered: Iterable[str], nothing: str) -> QMenu:
        menu = QMenu(self._below)
        menu.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        for text in offered:
            menu.addAction(menu_text(text)).setData(text)
        if menu.isEmpty():
            menu.addAction(nothing).setEnabled(False)
        menu.setMinimumWidth(self._below.width())
        menu.popup(self._below.mapToGlobal(self._below.rect().bottomLeft()))
        menu.setActiveAction(menu.actions()[0])
        return menu
