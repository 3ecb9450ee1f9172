"""What the program does about a library that is damaged, or may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

if TYPE_CHECKING:
    from pathlib import Path

    from viewer.failures import Failures
    from viewer.opened_window import OpenedWindow
    from viewer.release.errors import ReleaseViewerError
    from viewer.widgets.message_bar import Remedy
    from viewer.widgets.repairing import Repairing


class Repairs(QObject):
    """Joins what looks after damage to the window; it is loaded after the first paint, or with the first message.

    Signals:
        open_again_requested(): the window is to be closed and opened again, after its library has been mended.
    """

    open_again_requested = Signal()

    def __init__(self, library_path: Path, opened: OpenedWindow, failures: Failures, parent: QObject) -> None:
        super().__init__(parent)
        self._library_path = library_path
        self._opened = opened
        self._failures = failures
        self._repairing: Repairing | None = None

    @Slot()
    def look(self) -> None:
        """Look whether the library is sound, as far as a while reaches; what there is to say of it comes later."""
        if self._opened.scratch is None:
            self._load().look()

    @Slot()
    def look_at_all(self) -> None:
        """Look at all of the library: were it damaged, that would explain what has gone wrong."""
        if self._opened.scratch is None:
            self._load().look(at_all=True)

    def remedy(self, error: ReleaseViewerError) -> Remedy | None:
        """What the window itself can do about an error, if anything."""
        return self._load().remedy(error)

    def _load(self) -> Repairing:
        if self._repairing is None:
            from viewer.widgets.repairing import Repairing

            window = self._opened.window
            self._repairing = Repairing(self._library_path, window.jobs, window)
            self._repairing.failed.connect(self._failures.take)
            self._repairing.repaired.connect(self._say_repaired)
            self._repairing.indexed.connect(self._search_again)
        return self._repairing

    @Slot()
    def _search_again(self) -> None:
        self._opened.window.commands.search.search_again()

    @Slot(str)
    def _say_repaired(self, text: str) -> None:
        from viewer.widgets.message_bar import Remedy

        again = Remedy(QCoreApplication.translate("Program", "Open it"), self.open_again_requested.emit)
        self._opened.window.show_error(text, remedy=again)
