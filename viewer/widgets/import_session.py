"""What stands between the window and the import thread: previews, progress, and what became of each document."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from viewer.library.arrivals import Imported, import_summary
from viewer.models.importer import Importer, Jobs
from viewer.release.release import Release
from viewer.widgets.job_bar import JobBar
from viewer.widgets.main_window import MainWindow
from viewer.widgets.preview_dialog import PreviewDialog

_MOST_SENTENCES = 5

Mend = Callable[[str, datetime.date, dict[int, int]], Any]
"""Takes title, day and levels of headings; gives what the `keep` of the jobs takes."""


class ImportSession(QObject):
    """Opens documents for a window.

    Signals:
        failed(Exception): a single document, or the library, could not be opened.
    """

    failed = Signal(object)

    def __init__(self, window: MainWindow, jobs: Jobs, mending: Mend) -> None:
        super().__init__(window)
        self._window = window
        self._mending = mending
        self._release: Release | None = None
        self._bar = JobBar(window)
        self._bar.setObjectName("imports")
        window.add_bar(self._bar)
        self._importer = Importer(jobs, self)
        self._bar.cancelled.connect(self._importer.cancel)
        self._importer.understood.connect(self._preview)
        self._importer.progressed.connect(self._bar.show_progress)
        self._importer.finished.connect(self._show_arrivals)
        self._importer.failed.connect(self._end)
        self._importer.failed.connect(self.failed)

    def open(self, paths: list[str]) -> None:
        """Open one document for a look at it, or take in several, and folders of them."""
        self._bar.begin(self.tr("Importing documents: {done} of {total}"))
        if len(paths) == 1 and not Path(paths[0]).is_dir():
            self._importer.open(paths[0])
        else:
            self._importer.import_all(paths)

    def open_text(self, text: str) -> None:
        """Open a text that was pasted, for a look at it."""
        self._importer.open_text(text)

    @Slot(object)
    def _preview(self, release: Release) -> None:
        self._bar.hide()
        self._release = release
        dialog = PreviewDialog(release, self._window)
        dialog.kept.connect(self._keep)
        dialog.finished.connect(self._window.status_line.say_count)
        dialog.open()

    @Slot(str, object, object)
    def _keep(self, title: str, date: datetime.date, levels: dict[int, int]) -> None:
        release = self._release
        if release is None:
            return
        mended = levels or (title and title != release.title) or date != release.date
        self._importer.keep(release, self._mending(title or release.title, date, levels) if mended else None)

    @Slot(object)
    def _show_arrivals(self, imported: list[Imported]) -> None:
        self._bar.hide()
        arrived = [part.arrival for part in imported if part.arrival is not None]
        if arrived:
            self._window.show_release(arrived[0].id)
        translate = QCoreApplication.translate
        summary = import_summary(imported, translate)
        sentences = [part.error.sentence(translate) for part in imported if part.error is not None]
        if sentences:
            more = ["…"] if len(sentences) > _MOST_SENTENCES else []
            self._window.show_error("\n".join([summary, *sentences[:_MOST_SENTENCES], *more]))
        else:
            self._window.status_line.say_after_count(summary)

    @Slot()
    def _end(self) -> None:
        self._bar.hide()
        self._window.status_line.say_count()
