"""The windows that stay beside the main one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from viewer.library.library import Library
from viewer.library.scope import EVERYTHING, Scope

if TYPE_CHECKING:
    from viewer.widgets.settings import Settings
    from viewer.widgets.subject import Subject


class SideWindows(QObject):
    """Opens them; each is loaded when it is first wanted.

    Signals:
        figure_opened(FigureExtract): the item that states a figure is to be shown.
        export_requested(FigureQuery): a table of figures is to be written into a file.
        charts_requested(Charts): charts are to be written into a file.
        failed(Exception): the library cannot be asked.
        refreshing(): the windows are to show what the library has now.
    """

    figure_opened = Signal(object)
    export_requested = Signal(object)
    charts_requested = Signal(object)
    failed = Signal(object)
    refreshing = Signal()

    def __init__(self, library: Library, settings: Settings, subject: Callable[[], Subject], window: QWidget) -> None:
        super().__init__(window)
        self._library = library
        self._settings = settings
        self._subject = subject
        self._window = window

    @Slot()
    def show_figures(self) -> None:
        """Show a table of the figures of the page, or of what is found."""
        from viewer.widgets.figures_window import FiguresWindow, NamedScope

        subject = self._subject()
        named = [NamedScope(subject.title, Scope(subject.ids))] if subject.ids else []
        if subject.page is not None and subject.ids != (subject.page.release.id,):
            named.append(NamedScope(subject.page.release.title, Scope((subject.page.release.id,))))
        if subject.query.strip():
            found = self.tr("Found: {query}").format(query=subject.query)
            named.insert(0, NamedScope(found, Scope(query=subject.query)))
        named.append(NamedScope(self.tr("The whole library"), EVERYTHING))
        figures = FiguresWindow(self._library.path, named, self._settings, self._window)
        figures.figure_opened.connect(self.figure_opened)
        figures.export_requested.connect(self.export_requested)
        figures.failed.connect(self.failed)
        self.refreshing.connect(figures.refresh)
        figures.show()
        figures.activateWindow()

    @Slot()
    def compare(self) -> None:
        """Show releases side by side, that of the page with the one before it."""
        from viewer.widgets.compare_window import CompareWindow

        page = self._subject().page
        chosen = page.release.id if page is not None else ""
        window = CompareWindow(self._library, chosen, self._window)
        window.figure_opened.connect(self.figure_opened)
        window.export_requested.connect(self.charts_requested)
        window.failed.connect(self.failed)
        window.corrected.connect(self.refreshing)
        self.refreshing.connect(window.refresh)
        window.show()
        window.activateWindow()

    @Slot()
    def show_preferences(self) -> None:
        """Show what can be chosen; once, beside the window that it changes."""
        from viewer.widgets.preferences_dialog import PreferencesDialog

        dialog = self._window.findChild(PreferencesDialog) or PreferencesDialog(self._settings, self._window)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
