"""The one place where the parts are put together into a running window."""

from __future__ import annotations

import gc
import linecache
import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QLibraryInfo,
    QObject,
    QSize,
    QTimer,
    Signal,
    Slot,
    qVersion,
)
from PySide6.QtWidgets import QApplication

from viewer import __version__
from viewer.display import missing_library
from viewer.folders import NAME, settings_folder, shipped
from viewer.language import system_language
from viewer.library.library import Library, sqlite_version
from viewer.library.pages import read_notices
from viewer.opening import SHIPPED_RELEASE, open_library
from viewer.release.errors import Problem, ReleaseViewerError
from viewer.widgets.main_window import MainWindow
from viewer.widgets.settings import Settings
from viewer.widgets.theme import apply_chinese_font, apply_theme, wanted_theme
from viewer.widgets.translators import Translators

if TYPE_CHECKING:
    from collections.abc import Iterable
    from tempfile import TemporaryDirectory
    from types import TracebackType

    from viewer.handover import Inbox, Request
    from viewer.library.figure_table import FigureQuery
    from viewer.library.scope import Scope
    from viewer.models.indexer import Indexer
    from viewer.models.job_runner import Report
    from viewer.widgets.import_session import ImportSession
    from viewer.widgets.line_chart import Charts

_SWITCH_SECONDS = 0.0005  # a frame takes turns with a thread that works several times, and waits as long each time
_UNSEEN_MS = 1000  # a window that is not seen, as on another desktop, is not painted; it goes on all the same
_ICON_SIZES = (16, 24, 32, 48, 64, 128, 256)  # the largest is for desktops, and slow to read


class Program(QObject):
    """A running program: its library, its window, and what they need of each other.

    Attributes:
        library_path: the library that was asked for.
        settings: what is kept between starts.
        window: the main window.

    Signals:
        failed(object): an exception that nothing caught, from any thread.
    """

    failed = Signal(object)

    def __init__(self, library_path: Path, settings: Settings) -> None:
        """Open the library and make the window, not shown yet; needs a QApplication."""
        super().__init__()
        sys.setswitchinterval(_SWITCH_SECONDS)
        self.library_path = library_path
        self.settings = settings
        self._scratch: TemporaryDirectory[str] | None = None
        self._translators = Translators(self)
        self._translators.install(settings.preferences.language or system_language())
        apply_theme(settings.preferences.theme)
        has_chinese_font = apply_chinese_font()
        opening_error: ReleaseViewerError | None = None
        try:
            self._library = open_library(library_path, index_later=True)  # see `bring_index_up_to_date`
        except ReleaseViewerError as error:
            opening_error = error
            self._library = self._open_substitute()
        self.window = MainWindow(self._library, settings)
        self._imports: ImportSession | None = None
        self._indexer: Indexer | None = None
        self._inbox: Inbox | None = None
        self._connect()
        self.window.show_first_page()
        errors = [
            ReleaseViewerError(Problem.SETTINGS_BROKEN, str(path), aside=str(aside or path))
            for path, aside in settings.set_aside
        ]
        if opening_error is not None:
            errors.append(opening_error)
        if errors:
            self.window.show_error("\n".join(error.sentence(QCoreApplication.translate) for error in errors))
        elif not has_chinese_font:
            self._say_no_chinese_font()

    @Slot()
    def set_icon(self) -> None:
        """Give all windows their icon; it can wait until the first one is painted."""
        from PySide6.QtGui import QIcon  # not needed before the first paint

        icon = QIcon()
        for size in _ICON_SIZES:  # with its size said, a file is read only when it is drawn
            icon.addFile(str(shipped(f"resources/icons/release-viewer-{size}.png")), QSize(size, size))
        QApplication.setWindowIcon(icon)

    @Slot()
    def follow_contrast(self) -> None:
        """Show high contrast from now on where the system asks for it; asking is too slow before the first paint."""
        hints = QApplication.styleHints()
        if hasattr(hints, "accessibility"):  # since Qt 6.10
            hints.accessibility().contrastPreferenceChanged.connect(self.window.refresh_theme)
        if wanted_theme(self.settings.preferences.theme) is not self.settings.preferences.theme:
            self.window.refresh_theme()

    @Slot()
    def bring_index_up_to_date(self) -> None:
        """Make the search index, or what is missing of it, while the library is browsed."""
        from viewer.library.index import is_indexed  # these can wait until the first page is painted

        if self._library.read_only or is_indexed(self._library):
            return
        from viewer.models.indexer import Indexer

        self._indexer = Indexer(self._library.path, self)
        self._indexer.progressed.connect(self.window.status_line.show_index_progress)
        self._indexer.finished.connect(self.window.commands.search.search_again)
        self._indexer.failed.connect(self._report)
        self._indexer.start()

    def close(self) -> None:
        """End the threads, delete the window and close the library; must come before the QApplication goes."""
        from PySide6.QtCore import QEvent  # not needed to start

        self.window.close_threads()
        if self._imports is not None:
            self._imports.close()
        if self._indexer is not None:
            self._indexer.close()
        if self._inbox is not None:
            self._inbox.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(self.window, QEvent.Type.DeferredDelete.value)
        self._translators.remove()
        self._library.close()
        if self._scratch is not None:
            self._scratch.cleanup()

    @Slot()
    def _apply_language(self) -> None:
        """Change all texts, without a restart, if another language has been chosen."""
        language = self.settings.preferences.language or system_language()
        if language is not self._translators.language:
            self._translators.install(language)
            self.window.retranslate()

    def _connect(self) -> None:
        self.window.completed.connect(self._connect_commands)
        self.window.about_requested.connect(self._show_about)
        self.window.documents_dropped.connect(self.open_documents)
        self.window.job_failed.connect(self._report)
        self.settings.changed.connect(self._apply_language)
        self.failed.connect(self._report)

    @Slot()
    def _connect_commands(self) -> None:
        commands = self.window.commands
        commands.documents.chosen.connect(self.open_documents)
        commands.documents.pasted.connect(self._open_text)
        commands.documents.shipped_requested.connect(self._open_shipped)
        commands.take_along.export_requested.connect(self._export)
        commands.recent.file_chosen.connect(self._open_again)
        QApplication.styleHints().colorSchemeChanged.connect(self.window.refresh_theme)

    def _open_substitute(self) -> Library:
        """A library for this run only, so that the shipped release can be read while one's own cannot."""
        import tempfile  # seldom needed

        self._scratch = tempfile.TemporaryDirectory(prefix="release-viewer-")
        path = Path(self._scratch.name, "library.sqlite")
        try:
            return open_library(path)
        except ReleaseViewerError:
            return Library(path)

    @Slot(list)
    def open_documents(self, paths: list[str]) -> None:
        """Open documents, and all in folders."""
        for path in paths:
            self.settings.session.remember_file(str(Path(path).absolute()))
        self._session().open(paths)

    def open_wanted(self, wanted: Iterable[str]) -> None:
        """Open documents by their paths, and pages by their links. Raises ReleaseViewerError for a broken link."""
        from viewer.address import SCHEME, id_of  # not needed to start

        documents = [item for item in wanted if not item.startswith(SCHEME)]
        if documents:
            self.open_documents(documents)
        for item in wanted:
            if item.startswith(SCHEME):
                self.window.navigator.open_link(id_of(item))

    @Slot()
    def open_inbox(self) -> None:
        """Take from now on what later starts are asked to open."""
        from viewer.handover import Inbox  # can wait until the first page is painted

        self._inbox = Inbox(self.library_path, self)
        self._inbox.received.connect(self._take)

    @Slot(object)
    def _take(self, request: Request) -> None:
        """Come to the front with what a later start was asked for."""
        if request.activation:
            os.environ["XDG_ACTIVATION_TOKEN"] = request.activation  # where Qt looks for it
        self.window.come_to_front()
        self.open_wanted(request.wanted)

    @Slot(str)
    def _open_again(self, path: str) -> None:
        self.open_documents([path])

    @Slot(str)
    def _open_text(self, text: str) -> None:
        self._session().open_text(text)

    @Slot()
    def _open_shipped(self) -> None:
        self._session().open([str(shipped(SHIPPED_RELEASE))])

    def _session(self) -> ImportSession:
        """What opens documents; loaded by the first of them."""
        if self._imports is None:
            from viewer.models.importer import Jobs
            from viewer.opening import import_all, keep, open_document
            from viewer.readers.mending import Mending
            from viewer.widgets.import_session import ImportSession

            path = self._library.path
            jobs = Jobs(
                open=lambda file, text: open_document(path, Path(file) if file else None, text),
                keep=lambda release, mending: keep(path, release, mending),
                import_all=lambda files: import_all(path, map(Path, files)),
            )
            self._imports = ImportSession(self.window, jobs, Mending)
            self._imports.failed.connect(self._report)
        return self._imports

    @Slot(object, str)
    def _export(self, what: Scope | FigureQuery | Charts, file: str) -> None:
        """Write entries or figures of the library, or charts, into a file, off the GUI thread."""
        from viewer.exporting import export_entries, export_figures  # not needed to start
        from viewer.library.figure_table import FigureQuery
        from viewer.library.scope import Scope
        from viewer.widgets.chart_file import write_charts
        from viewer.widgets.paper import write_pdf as write_pages

        path = self._library.path

        def job(report: Report) -> Path:
            if not isinstance(what, Scope | FigureQuery):
                write_charts(Path(file), what)
                return Path(file)
            library = Library(path)
            try:
                steps = (
                    export_entries(library, what, Path(file), write_pages)
                    if isinstance(what, Scope)
                    else export_figures(library, what, Path(file))
                )
                for written in steps:
                    report(written.done, written.total)
            finally:
                library.close()
            return Path(file)

        translate = QCoreApplication.translate
        self.window.jobs().run(translate("Program", "Writing: {done} of {total}"), job, self._say_written)

    def _say_written(self, path: Path) -> None:
        self.window.status_line.say_after_count(
            QCoreApplication.translate("Program", "Written: {path}").format(path=path)
        )

    @Slot(str)
    def _show_about(self, release_id: str) -> None:
        import platform  # all this is needed only here

        from viewer.widgets.about_dialog import AboutDialog

        components = (
            ("Qt", qVersion()),
            ("SQLite", sqlite_version()),
            ("Python", platform.python_version()),
        )
        dialog = AboutDialog(__version__, components, read_notices(self._library), self.window)
        dialog.open()
        dialog.show_notice(release_id)

    @Slot(object)
    def _report(self, error: BaseException) -> None:
        """Say in the window what went wrong: what the user can mend, or that it is our bug."""
        if isinstance(error, ReleaseViewerError):
            self.window.show_error(error.sentence(QCoreApplication.translate))
            return
        logging.getLogger("viewer").error("unexpected error", exc_info=error)
        text = QCoreApplication.translate(
            "Program", "Something went wrong inside the program ({error}). You can go on."
        )
        self.window.show_error(text.format(error=type(error).__name__), _details(error))

    def _say_no_chinese_font(self) -> None:
        from PySide6.QtGui import QPixmap  # seldom needed

        picture = QPixmap(str(shipped("resources/no-chinese-font.png")))
        picture.setDevicePixelRatio(2.0)
        self.window.show_picture(picture, "No Chinese font: install one, such as fonts-noto-cjk, and start again.")


def _details(error: BaseException) -> str:
    """What whoever mends the program wants to know of an error."""
    import platform
    import traceback  # needed only here

    trace = "".join(traceback.format_exception(error))
    return f"Release Viewer {__version__}, Qt {qVersion()}, {platform.platform()}\n{trace}"


def make_application(arguments: list[str]) -> QApplication:
    """The QApplication, with name, style and icon. Raises ReleaseViewerError where Qt would abort."""
    linecache.clearcache()  # PySide has read the source of every module so far, and Python keeps it
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    if reason := missing_library(plugins):
        raise ReleaseViewerError(Problem.QT_LIBRARY_MISSING, reason=reason)
    # the style as an argument: setStyle() would give the style back, for which PySide builds the whole of QStyle
    application = QApplication([*arguments, "-style", "fusion"])
    # by these a taskbar finds the desktop entry: the class of a window on X11, the app id on Wayland
    application.setApplicationName(NAME)
    application.setDesktopFileName(NAME)
    application.setApplicationVersion(__version__)
    return application


def run(library_path: Path, wanted: list[str], *, new: bool) -> int:
    """Open the window, and documents and links in it, and stay until it is closed; gives the exit code.

    Where one is open on the library already, it is handed what is wanted, unless a `new` one is asked for.
    """
    from viewer.handover import hand_over  # with the window that is there nothing else is needed

    if not new and hand_over(library_path, wanted):
        return 0
    application = make_application(sys.argv[:1])
    program = Program(library_path, Settings(settings_folder()))

    def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            application.quit()
        else:
            program.failed.emit(error)

    def go_on() -> None:
        """All that can wait until the first paint, each in a turn of its own."""
        for step in (
            program.set_icon,
            program.window.show_focus,
            program.follow_contrast,
            program.open_inbox,
            program.bring_index_up_to_date,
        ):
            QTimer.singleShot(0, step)
        if wanted:
            QTimer.singleShot(0, program, lambda: program.open_wanted(wanted))
        QTimer.singleShot(0, collect_garbage)  # not done since `commands.open_window`

    sys.excepthook = report
    program.window.completed.connect(go_on)
    program.window.show()
    QTimer.singleShot(_UNSEEN_MS, program.window.complete)
    try:
        return application.exec()
    finally:
        program.close()


def collect_garbage() -> None:
    """Look for garbage from now on, but not in what the start has made: the window would wait for it each time."""
    gc.freeze()
    gc.enable()
