"""The one place where the parts are put together into a window: what it asks for, and who answers."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Slot, qVersion
from PySide6.QtWidgets import QApplication

from viewer import __version__
from viewer.failures import Failures
from viewer.folders import shipped
from viewer.language import system_language
from viewer.library.pages import read_notices
from viewer.opened_window import open_window
from viewer.opening import SHIPPED_RELEASE
from viewer.release.errors import Problem, ReleaseViewerError
from viewer.repairs import Repairs
from viewer.widgets.settings import Settings
from viewer.widgets.theme import apply_chinese_font, apply_theme
from viewer.widgets.translators import Translators

if TYPE_CHECKING:
    from collections.abc import Iterable

    from viewer.after_paint import AfterPaint
    from viewer.library.figure_table import FigureQuery
    from viewer.library.scope import Scope
    from viewer.widgets.import_session import ImportSession
    from viewer.widgets.line_chart import Charts


class Program(QObject):
    """A running program: its library, its window, and what they need of each other.

    Attributes:
        library_path: the library that was asked for.
        settings: what is kept between starts.
        window: the main window.
        failures: what takes errors.
        repairs: what is done about damage.
    """

    def __init__(self, library_path: Path, settings: Settings, failures: Failures | None = None) -> None:
        """Open the library and make the window, not shown yet; needs a QApplication."""
        super().__init__()
        self.library_path = library_path
        self.settings = settings
        self.failures = failures or Failures()
        self._translators = Translators(self)
        self._translators.install(settings.preferences.language or system_language())
        apply_theme(settings.preferences.theme)
        has_chinese_font = apply_chinese_font()
        self._opened, error = open_window(library_path, settings, self.failures)
        self.window = self._opened.window
        self.repairs = Repairs(library_path, self._opened, self.failures, self)
        self.failures.show_in(self.window, self.repairs.remedy)
        self._import_session: ImportSession | None = None
        self._after_paint: AfterPaint | None = None
        self._connect()
        self._say_how_it_opened(error, has_chinese_font)

    @property
    def after_paint(self) -> AfterPaint:
        """What goes on once the window has been painted; loaded then."""
        if self._after_paint is None:
            from viewer.after_paint import AfterPaint

            self._after_paint = AfterPaint(self.library_path, self._opened, self.settings, self.failures, self)
            self._after_paint.requested.connect(self.open_wanted)
        return self._after_paint

    def close(self) -> None:
        """End the threads, delete the window and close the library; must come before the QApplication goes."""
        from PySide6.QtCore import QEvent  # not needed to start

        self.failures.show_in(None)
        self.window.close_threads()
        if self._after_paint is not None:
            self._after_paint.close()
        self.settings.finish()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(self.window, QEvent.Type.DeferredDelete.value)
        self._translators.remove()
        self._opened.library.close()
        if self._opened.scratch is not None:
            self._opened.scratch.cleanup()

    @Slot(list)
    def open_documents(self, paths: list[str]) -> None:
        """Open documents, and all in folders."""
        for path in paths:
            self.settings.session.remember_file(str(Path(path).absolute()))
        self._imports().open(paths)

    @Slot(object)
    def open_wanted(self, wanted: Iterable[str]) -> None:
        """Open documents by their paths, and pages by their links. Raises ReleaseViewerError for a broken link."""
        from viewer.address import SCHEME, id_of  # not needed to start

        documents = [item for item in wanted if not item.startswith(SCHEME)]
        if documents:
            self.open_documents(documents)
        for item in wanted:
            if item.startswith(SCHEME):
                self.window.navigator.open_link(id_of(item))

    def _connect(self) -> None:
        self.window.completed.connect(self._connect_commands)
        self.window.about_requested.connect(self._show_about)
        self.window.documents_dropped.connect(self.open_documents)
        self.window.job_failed.connect(self.failures.take)
        self.settings.changed.connect(self._apply_language)
        self.settings.failed.connect(self.failures.take)
        self.failures.bug_said.connect(self.repairs.look_at_all)
        QApplication.styleHints().colorSchemeChanged.connect(self.window.refresh_theme)

    @Slot()
    def _connect_commands(self) -> None:
        commands = self.window.commands
        commands.documents.chosen.connect(self.open_documents)
        commands.documents.pasted.connect(self._open_text)
        commands.documents.shipped_requested.connect(self._open_shipped)
        commands.take_along.export_requested.connect(self._export)
        commands.recent.file_chosen.connect(self._open_again)

    def _say_how_it_opened(self, error: ReleaseViewerError | None, has_chinese_font: bool) -> None:
        """Say what was wrong with the settings and the library; where there is no Chinese font, show that."""
        errors = [
            ReleaseViewerError(Problem.SETTINGS_BROKEN, str(path), aside=str(aside or path))
            for path, aside in self.settings.set_aside
        ]
        if error is not None:
            errors.append(error)
        if errors:
            sentences = "\n".join(error.sentence(QCoreApplication.translate) for error in errors)
            self.window.show_error(sentences, remedy=self.repairs.remedy(errors[-1]))
        elif not has_chinese_font:
            from PySide6.QtGui import QPixmap  # seldom needed

            picture = QPixmap(str(shipped("resources/no-chinese-font.png")))
            picture.setDevicePixelRatio(2.0)
            self.window.show_picture(picture, "No Chinese font: install one, such as fonts-noto-cjk, and start again.")

    @Slot()
    def _apply_language(self) -> None:
        """Change all texts, without a restart, if another language has been chosen."""
        language = self.settings.preferences.language or system_language()
        if language is not self._translators.language:
            self._translators.install(language)
            self.window.retranslate()

    @Slot(str)
    def _show_about(self, release_id: str) -> None:
        from viewer.components import components  # all this is needed only here
        from viewer.widgets.about_dialog import AboutDialog

        licence = shipped("LICENSE").read_text(encoding="utf-8")
        parts = components(qVersion())
        dialog = AboutDialog(__version__, parts, licence, partial(read_notices, self._opened.library), self.window)
        self.window.navigator.refreshing.connect(dialog.refresh)
        dialog.open()
        dialog.show_notice(release_id)

    @Slot(str)
    def _open_again(self, path: str) -> None:
        self.open_documents([path])

    @Slot(str)
    def _open_text(self, text: str) -> None:
        self._imports().open_text(text)

    @Slot()
    def _open_shipped(self) -> None:
        self._imports().open([str(shipped(SHIPPED_RELEASE))])

    def _imports(self) -> ImportSession:
        """What opens documents; loaded by the first of them."""
        if self._import_session is None:
            from viewer.models.importer import Jobs
            from viewer.opening import import_all, keep, open_document
            from viewer.readers.mending import Mending
            from viewer.widgets.import_session import ImportSession

            path = self._opened.library.path
            jobs = Jobs(
                open=lambda file, text: open_document(path, Path(file) if file else None, text),
                keep=partial(keep, path),
                import_all=lambda files: import_all(path, map(Path, files)),
            )
            self._import_session = ImportSession(self.window, jobs, Mending)
            self._import_session.failed.connect(self.failures.take)
        return self._import_session

    @Slot(object, str)
    def _export(self, what: Scope | FigureQuery | Charts, file: str) -> None:
        """Write entries or figures of the library, or charts, into a file."""
        from viewer.export_job import write_file  # not needed to start

        job = partial(write_file, self._opened.library.path, what, Path(file))
        text = QCoreApplication.translate("Program", "Writing: {done} of {total}")
        self.window.jobs().run(text, job, self._say_written)

    def _say_written(self, path: Path) -> None:
        text = QCoreApplication.translate("Program", "Written: {path}")
        self.window.status_line.say_after_count(text.format(path=path))
