"""What the window itself can do about what goes wrong: a button in the bar that says it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from viewer.release.errors import Problem, ReleaseViewerError

if TYPE_CHECKING:
    from viewer.models.job_runner import Report
    from viewer.widgets.main_window import MainWindow
    from viewer.widgets.message_bar import Remedy


class Remedies(QObject):
    """Mends the library of a window, when a person wants it.

    Signals:
        open_again_requested(): the window is to be closed and opened again, after its library has been mended.
    """

    open_again_requested = Signal()

    def __init__(self, library_path: Path, window: MainWindow) -> None:
        super().__init__(window)
        self._path = library_path
        self._window = window

    def of(self, error: ReleaseViewerError) -> Remedy | None:
        """What can be done about an error."""
        from viewer.widgets.message_bar import Remedy  # with the first message

        if error.problem is Problem.LIBRARY_CORRUPT:
            return Remedy(self.tr("Repair…"), self._ask_to_repair)
        if error.problem is Problem.INDEX_DAMAGED:
            return Remedy(self.tr("Make the index anew"), self._make_index_anew)
        return None

    @Slot()
    def _ask_to_repair(self) -> None:
        from viewer.widgets.repairing import Repairing  # seldom needed

        repairing = Repairing(self._path, self._window.jobs, self._window)
        repairing.repaired.connect(self._say_repaired)
        repairing.ask()

    @Slot(str)
    def _say_repaired(self, text: str) -> None:
        from viewer.widgets.message_bar import Remedy

        self._window.show_error(text, remedy=Remedy(self.tr("Open it"), self.open_again_requested.emit))

    @Slot()
    def _make_index_anew(self) -> None:
        from viewer.library.index import rebuild_index  # seldom needed
        from viewer.library.library import Library

        path = self._path

        def job(report: Report) -> bool:
            with closing(Library(path)) as library:
                for progress in rebuild_index(library, anew=True):
                    report(progress.done, progress.total)
            return True

        text = self.tr("Making the search index: {done} of {total}")
        self._window.jobs().run(text, job, lambda _done: self._window.search.search_again())
