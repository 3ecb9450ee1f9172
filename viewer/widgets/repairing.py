"""Looking from the window whether the library is sound, and repairing one that is not."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from viewer.library.backups import backup_folder
from viewer.library.index import rebuild_index
from viewer.library.library import Library
from viewer.library.recovery import Recovery, recovery_text, repair
from viewer.library.soundness import find_damage, find_damage_within, look_for_damage
from viewer.models.job_runner import JobRunner, Report
from viewer.release.errors import Problem, ReleaseViewerError
from viewer.widgets.job_session import JobSession
from viewer.widgets.message_bar import Remedy
from viewer.widgets.repair_dialog import RepairDialog

_SECONDS = 20.0  # from a disk that gives 100 MB a second, 2 GB


class Repairing(QObject):
    """Looks for damage, asks whether a damaged library is to be repaired, and does it, all beside the GUI thread.

    Signals:
        failed(ReleaseViewerError): the library is damaged.
        repaired(text): it can be opened again; the text says what was saved.
        indexed(): the search index has been made anew.
    """

    failed = Signal(object)
    repaired = Signal(str)
    indexed = Signal()

    def __init__(self, path: Path, jobs: Callable[[], JobSession], window: QWidget) -> None:
        super().__init__(window)
        self._path = path
        self._jobs = jobs
        self._window = window
        self._looking = JobRunner(window)
        self._looking.failed.connect(self.failed)

    def look(self, *, at_all: bool = False) -> None:
        """Look whether the library is sound: at all of it, or as far as a while reaches, all of most libraries.

        The latter is done at every start, for nothing has to be remembered then.
        """
        path = self._path

        def look(report: Report) -> None:
            def is_stopped() -> bool:
                report(0, 0)  # raises where it is
                return False

            def find(library: Library) -> list[str]:
                if not at_all:
                    return find_damage_within(library, _SECONDS, is_stopped)
                with library.interruptible(is_stopped):
                    return find_damage(library)

            look_for_damage(path, find)

        self._looking.run(look)

    def remedy(self, error: ReleaseViewerError) -> Remedy | None:
        """What the window itself can do about an error, if anything."""
        if error.problem is Problem.LIBRARY_CORRUPT:
            return Remedy(self.tr("Repair…"), self.ask)
        if error.problem is Problem.INDEX_DAMAGED:
            return Remedy(self.tr("Make the index anew"), self._make_index_anew)
        return None

    @Slot()
    def ask(self) -> None:
        """Say what will happen, and ask whether it shall."""
        dialog = RepairDialog(backup_folder(self._path), self._window)
        dialog.accepted.connect(self._repair)
        dialog.open()

    @Slot()
    def _repair(self) -> None:
        path = self._path

        def job(report: Report) -> tuple[Recovery | None]:
            return (repair(path, report),)  # a job that was cancelled gives None

        self._jobs().run(self.tr("Repairing: {done} of {total}"), job, self._say_repaired)

    def _say_repaired(self, result: tuple[Recovery | None]) -> None:
        (recovery,) = result
        sound = self.tr("The library is sound; there was nothing to repair.")
        self.repaired.emit(recovery_text(recovery, QCoreApplication.translate) if recovery else sound)

    @Slot()
    def _make_index_anew(self) -> None:
        path = self._path

        def job(report: Report) -> bool:
            with closing(Library(path)) as library:
                for progress in rebuild_index(library, anew=True):
                    report(progress.done, progress.total)
            return True

        self._jobs().run(self.tr("Making the search index: {done} of {total}"), job, self._say_indexed)

    def _say_indexed(self, _done: bool) -> None:
        self.indexed.emit()
