"""What goes on beside a window once it has been painted, until it closes."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from viewer.widgets.theme import wanted_theme

if TYPE_CHECKING:
    from pathlib import Path

    from viewer.end_signals import EndSignals
    from viewer.failures import Failures
    from viewer.handover import Inbox, Request
    from viewer.models.library_watcher import LibraryWatcher
    from viewer.opened_window import OpenedWindow
    from viewer.release.errors import ReleaseViewerError
    from viewer.widgets.settings import Settings


class AfterPaint(QObject):
    """Steps that can wait until the first paint, each of which loads what it needs, so that none takes long.

    Signals:
        requested(wanted): a later start has been asked to open these documents and links.
    """

    requested = Signal(object)

    def __init__(
        self, library_path: Path, opened: OpenedWindow, settings: Settings, failures: Failures, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._library_path = library_path
        self._window, self._library = opened.window, opened.library
        self._settings = settings
        self._failures = failures
        self._watcher: LibraryWatcher | None = None
        self._inbox: Inbox | None = None
        self._end_signals: EndSignals | None = None

    @Slot()
    def follow_contrast(self) -> None:
        """Show high contrast from now on where the system asks for it; asking is too slow before the first paint."""
        hints = QApplication.styleHints()
        if hasattr(hints, "accessibility"):  # since Qt 6.10
            hints.accessibility().contrastPreferenceChanged.connect(self._window.refresh_theme)
        if wanted_theme(self._settings.preferences.theme) is not self._settings.preferences.theme:
            self._window.refresh_theme()

    @Slot()
    def watch_library(self) -> None:
        """Show from now on what others make of the library, soon after they have."""
        if self._library.read_only:
            return  # who cannot write sees it as it was opened
        from viewer.models.library_watcher import LibraryWatcher

        self._watcher = LibraryWatcher(self._library, self)
        self._watcher.changed.connect(self._window.refresh)
        self._watcher.replaced.connect(self._failures.take)
        self._window.navigator.refreshing.connect(self._watcher.take_as_seen)

    @Slot()
    def open_inbox(self) -> None:
        """Take from now on what later starts are asked to open."""
        from viewer.handover import Inbox

        self._inbox = Inbox(self._library_path, self)
        self._inbox.received.connect(self._take)

    @Slot(object)
    def _take(self, request: Request) -> None:
        """Come to the front with what a later start was asked for."""
        if request.activation.isprintable():  # or no variable can hold it
            os.environ["XDG_ACTIVATION_TOKEN"] = request.activation  # where Qt looks for it
        self._window.come_to_front()
        self.requested.emit(request.wanted)

    @Slot()
    def look_at_folder(self) -> None:
        """Warn once where the library is in a folder that more than this machine writes to."""
        from viewer.widgets.folder_warning import FolderWarning

        warning = FolderWarning(self._library_path, self._settings.session, self._window)
        warning.warned.connect(self._warn)
        warning.failed.connect(self._failures.take)
        warning.look()

    @Slot(object)
    def _warn(self, error: ReleaseViewerError) -> None:
        self._failures.say_also(error.sentence(QCoreApplication.translate))

    @Slot()
    def keep_session(self) -> None:
        """Keep from now on how the window stands, however it may end."""
        self._window.keeping()
        application = QApplication.instance()
        if isinstance(application, QApplication):  # the desktop asks before a logout, and may not wait for what follows
            application.commitDataRequest.connect(self._keep_now)
            application.saveStateRequest.connect(self._keep_now)
        if os.name == "posix":
            from viewer.end_signals import EndSignals

            self._end_signals = EndSignals(self)
            self._end_signals.received.connect(self._window.close)

    @Slot()
    def _keep_now(self) -> None:
        self._window.keeping().save()
        self._settings.finish()

    @Slot()
    def bring_index_up_to_date(self) -> None:
        """Make the search index, or what is missing of it, and give back free space, while the library is browsed."""
        from viewer.library.index import is_indexed
        from viewer.library.space import has_space_to_give

        if self._library.read_only or (is_indexed(self._library) and not has_space_to_give(self._library)):
            return
        from viewer.models.indexer import Indexer

        indexer = Indexer(self._library.path, self._window)
        indexer.progressed.connect(self._window.status_line.show_index_progress)
        indexer.finished.connect(self._window.commands.search.search_again)
        indexer.failed.connect(self._failures.take)
        indexer.start()

    def close(self) -> None:
        """End what goes on; comes before the library is closed."""
        for ending in (self._inbox, self._end_signals, self._watcher):
            if ending is not None:
                ending.close()
