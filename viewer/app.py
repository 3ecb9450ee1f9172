"""The one place where the parts are put together into a running window."""

from __future__ import annotations

import linecache
import os
import sys
from functools import partial
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
from viewer.failures import Failures
from viewer.folders import NAME, settings_folder, shipped
from viewer.giving_up import saying_why
from viewer.language import system_language
from viewer.library.damage_mark import is_marked
from viewer.library.library import Library
from viewer.library.pages import read_notices
from viewer.opening import SHIPPED_RELEASE, open_library
from viewer.release.errors import Problem, ReleaseViewerError
from viewer.widgets.main_window import MainWindow
from viewer.widgets.settings import Settings
from viewer.widgets.theme import apply_chinese_font, apply_theme, wanted_theme
from viewer.widgets.translators import Translators

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from tempfile import TemporaryDirectory

    from viewer.crashes import CrashReport
    from viewer.end_signals import EndSignals
    from viewer.handover import Inbox, Request
    from viewer.library.figure_table import FigureQuery
    from viewer.library.scope import Scope
    from viewer.models.job_runner import Report
    from viewer.models.library_watcher import LibraryWatcher
    from viewer.widgets.import_session import ImportSession
    from viewer.widgets.line_chart import Charts
    from viewer.widgets.message_bar import Remedy
    from viewer.widgets.repairing import Repairing

_SWITCH_SECONDS = 0.0005  # a frame takes turns with a thread that works several times, and waits as long each time
OPEN_AGAIN = 1000
"""What `run_window` gives where it is to be called again; no exit code of a program."""
_UNSEEN_MS = 1000  # a window that is not seen, as on another desktop, is not painted; it goes on all the same
_ICON_SIZES = (16, 24, 32, 48, 64, 128, 256)  # the largest is for desktops, and slow to read


class Program(QObject):
    """A running program: its library, its window, and what they need of each other.

    Attributes:
        library_path: the library that was asked for.
        settings: what is kept between starts.
        window: the main window.
        failures: what takes errors.

    Signals:
        open_again_requested(): the window is to be closed and opened again, after its library has been mended.
    """

    open_again_requested = Signal()

    def __init__(self, library_path: Path, settings: Settings, failures: Failures | None = None) -> None:
        """Open the library and make the window, not shown yet; needs a QApplication."""
        super().__init__()
        sys.setswitchinterval(_SWITCH_SECONDS)
        self.library_path = library_path
        self.settings = settings
        self.failures = failures or Failures()
        self._scratch: TemporaryDirectory[str] | None = None
        self._translators = Translators(self)
        self._translators.install(settings.preferences.language or system_language())
        apply_theme(settings.preferences.theme)
        has_chinese_font = apply_chinese_font()
        opening_error: ReleaseViewerError | None = None
        try:
            self._library = open_library(library_path, index_later=True)  # see `bring_index_up_to_date`
            self.window = self._make_window()
        except Exception as error:  # our own bugs too: they are no reason to have no window
            if isinstance(error, ReleaseViewerError):
                opening_error = error
            else:
                self.failures.take(error)
            self._library = self._open_substitute()
            self.window = self._make_window()
        self.failures.show_in(self.window, self._remedy)
        self._imports: ImportSession | None = None
        self._crash_report: CrashReport | None = None
        self._watcher: LibraryWatcher | None = None
        self._repairing: Repairing | None = None
        self._inbox: Inbox | None = None
        self._end_signals: EndSignals | None = None
        self._connect()
        errors = [
            ReleaseViewerError(Problem.SETTINGS_BROKEN, str(path), aside=str(aside or path))
            for path, aside in settings.set_aside
        ]
        if opening_error is not None:
            errors.append(opening_error)
        if errors:
            sentences = "\n".join(error.sentence(QCoreApplication.translate) for error in errors)
            self.window.show_error(sentences, remedy=self._remedy(errors[-1]))
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
    def watch_for_crashes(self) -> None:
        """Say where the last one happened, if there was one, and have the next one written down."""
        from viewer.crashes import CrashReport, new_crash  # can wait until the first page is painted

        if (report := new_crash()) is not None:
            text = QCoreApplication.translate(
                "Program", "Last time the program ended unexpectedly. Where it did is written in {path}. You can go on."
            )
            self._say_also(text.format(path=report))
        self._crash_report = CrashReport()
        self._crash_report.begin(qVersion())

    @Slot()
    def look_at_folder(self) -> None:
        """Warn once where the library is in a folder that more than this machine writes to."""
        from viewer.widgets.folder_warning import FolderWarning  # can wait until the first page is painted

        warning = FolderWarning(self.library_path, self.settings.session, self.window)
        warning.warned.connect(self._warn)
        warning.failed.connect(self.failures.take)
        warning.look()

    @Slot(object)
    def _warn(self, error: ReleaseViewerError) -> None:
        self._say_also(error.sentence(QCoreApplication.translate))

    def _say_also(self, text: str) -> None:
        """Say something below what the bar says already."""
        self.window.show_error("\n".join(filter(None, (self.window.message, text))))

    @Slot()
    def bring_index_up_to_date(self) -> None:
        """Make the search index, or what is missing of it, and give back free space, while the library is browsed."""
        from viewer.library.index import is_indexed  # these can wait until the first page is painted
        from viewer.library.space import has_space_to_give

        if self._library.read_only or (is_indexed(self._library) and not has_space_to_give(self._library)):
            return
        from viewer.models.indexer import Indexer

        indexer = Indexer(self._library.path, self.window)
        indexer.progressed.connect(self.window.status_line.show_index_progress)
        indexer.finished.connect(self.window.commands.search.search_again)
        indexer.failed.connect(self.failures.take)
        indexer.start()

    @Slot()
    def keep_session(self) -> None:
        """Keep from now on how the window stands, however it may end; this can wait until the first paint."""
        self.window.keeping()
        application = QApplication.instance()
        if isinstance(application, QApplication):  # the desktop asks before a logout, and may not wait for what follows
            application.commitDataRequest.connect(self._keep_now)
            application.saveStateRequest.connect(self._keep_now)
        if os.name == "posix":
            from viewer.end_signals import EndSignals

            self._end_signals = EndSignals(self)
            self._end_signals.received.connect(self.window.close)

    @Slot()
    def _keep_now(self) -> None:
        self.window.keeping().save()
        self.settings.finish()

    @Slot()
    def watch_library(self) -> None:
        """Show from now on what others make of the library, soon after they have; it can wait until the first paint."""
        if self._library.read_only:
            return  # who cannot write sees it as it was opened
        from viewer.models.library_watcher import LibraryWatcher

        self._watcher = LibraryWatcher(self._library, self)
        self._watcher.changed.connect(self.window.refresh)
        self._watcher.replaced.connect(self.failures.take)
        self.window.navigator.refreshing.connect(self._watcher.take_as_seen)

    @Slot()
    def look_for_damage(self) -> None:
        """Look whether the library is sound; what there is to say of it comes later."""
        if self._scratch is None:
            self._repairs().look()

    def close(self) -> None:
        """End the threads, delete the window and close the library; must come before the QApplication goes."""
        from PySide6.QtCore import QEvent  # not needed to start

        self.failures.show_in(None)
        self.window.close_threads()
        if self._inbox is not None:
            self._inbox.close()
        if self._end_signals is not None:
            self._end_signals.close()
        self.settings.finish()
        if self._watcher is not None:
            self._watcher.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(self.window, QEvent.Type.DeferredDelete.value)
        self._translators.remove()
        self._library.close()
        if self._scratch is not None:
            self._scratch.cleanup()
        if self._crash_report is not None:
            self._crash_report.end()

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
        self.window.job_failed.connect(self.failures.take)
        self.settings.changed.connect(self._apply_language)
        self.settings.failed.connect(self.failures.take)
        self.failures.bug_said.connect(self._look_for_damage_at_all)
        QApplication.styleHints().colorSchemeChanged.connect(self.window.refresh_theme)

    @Slot()
    def _connect_commands(self) -> None:
        commands = self.window.commands
        commands.documents.chosen.connect(self.open_documents)
        commands.documents.pasted.connect(self._open_text)
        commands.documents.shipped_requested.connect(self._open_shipped)
        commands.take_along.export_requested.connect(self._export)
        commands.recent.file_chosen.connect(self._open_again)

    def _make_window(self) -> MainWindow:
        """The window over the library, with its first page.

        Raises ReleaseViewerError where the library is too damaged to be shown; it is closed then.
        """
        window: MainWindow | None = None
        try:
            window = MainWindow(self._library, self.settings)
            for step in (window.restore, window.retranslate, window.show_first_page):
                self._attempt(step)  # whatever the session holds, there is a window
            if window.is_empty and is_marked(self._library.path):  # no row of it could be read
                raise ReleaseViewerError(Problem.LIBRARY_CORRUPT, str(self._library.path))
        except Exception:
            if window is not None:
                window.close_threads()
                window.deleteLater()
            else:
                self._refuse_damaged()
            self._library.close()
            raise
        return window

    def _attempt(self, step: Callable[[], object]) -> None:
        """Do a step of showing the library; our own bugs are no reason to have no window.

        Raises ReleaseViewerError where it is the library's fault.
        """
        try:
            step()
        except Exception as error:
            self._refuse_damaged()
            if isinstance(error, ReleaseViewerError):
                raise
            self.failures.take(error)

    def _refuse_damaged(self) -> None:
        from viewer.library.soundness import look_for_damage  # seldom needed

        look_for_damage(self._library.path)

    def _open_substitute(self) -> Library:
        """A library for this run only, so that the shipped release can be read while one's own cannot."""
        import tempfile  # seldom needed

        self._scratch = tempfile.TemporaryDirectory(prefix="release-viewer-")
        path = Path(self._scratch.name, "library.sqlite")
        try:
            return open_library(path)
        except Exception:
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
        if request.activation.isprintable():  # or no variable can hold it
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
            self._imports.failed.connect(self.failures.take)
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
        from viewer.components import components  # all this is needed only here
        from viewer.widgets.about_dialog import AboutDialog

        licence = shipped("LICENSE").read_text(encoding="utf-8")
        parts = components(qVersion())
        dialog = AboutDialog(__version__, parts, licence, partial(read_notices, self._library), self.window)
        self.window.navigator.refreshing.connect(dialog.refresh)
        dialog.open()
        dialog.show_notice(release_id)

    @Slot()
    def _look_for_damage_at_all(self) -> None:
        """Look at all of the library: were it damaged, that would explain what has gone wrong."""
        if self._scratch is None:
            self._repairs().look(at_all=True)

    def _remedy(self, error: ReleaseViewerError) -> Remedy | None:
        return self._repairs().remedy(error)

    def _repairs(self) -> Repairing:
        """What looks after damage; loaded after the first paint, or with the first message."""
        if self._repairing is None:
            from viewer.widgets.repairing import Repairing

            self._repairing = Repairing(self.library_path, self.window.jobs, self.window)
            self._repairing.failed.connect(self.failures.take)
            self._repairing.repaired.connect(self._say_repaired)
            self._repairing.indexed.connect(self._search_again)
        return self._repairing

    @Slot()
    def _search_again(self) -> None:
        self.window.commands.search.search_again()

    @Slot(str)
    def _say_repaired(self, text: str) -> None:
        from viewer.widgets.message_bar import Remedy

        again = Remedy(QCoreApplication.translate("Program", "Open it"), self.open_again_requested.emit)
        self.window.show_error(text, remedy=again)

    def _say_no_chinese_font(self) -> None:
        from PySide6.QtGui import QPixmap  # seldom needed

        picture = QPixmap(str(shipped("resources/no-chinese-font.png")))
        picture.setDevicePixelRatio(2.0)
        self.window.show_picture(picture, "No Chinese font: install one, such as fonts-noto-cjk, and start again.")


def make_application(arguments: list[str]) -> QApplication:
    """The QApplication, with name, style and icon. Raises ReleaseViewerError where what Qt needs is missing."""
    linecache.clearcache()  # PySide has read the source of every module so far, and Python keeps it
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    if reason := missing_library(plugins):
        raise ReleaseViewerError(Problem.QT_LIBRARY_MISSING, reason=reason)
    # the style as an argument: setStyle() would give the style back, for which PySide builds the whole of QStyle
    with saying_why():
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
    failures = Failures()
    failures.watch()
    code = OPEN_AGAIN
    while code == OPEN_AGAIN:
        code = run_window(application, library_path, wanted, failures)
        wanted = []
    return _leave_stuck_threads(code)


def run_window(application: QApplication, library_path: Path, wanted: list[str], failures: Failures) -> int:
    """Open the window, and stay until it is closed; gives the exit code, or that it is to be opened again."""
    program = Program(library_path, Settings(settings_folder()), failures)

    def open_again() -> None:
        application.setQuitOnLastWindowClosed(False)  # or that would end the next window too
        program.window.close()
        application.exit(OPEN_AGAIN)

    program.open_again_requested.connect(open_again)
    application.setQuitOnLastWindowClosed(True)

    def go_on() -> None:
        """All that can wait until the first paint, each in a turn of its own."""
        for step in (
            program.set_icon,
            program.window.show_focus,
            program.follow_contrast,
            program.watch_library,
            program.settings.watch,
            program.open_inbox,
            program.watch_for_crashes,
            program.look_at_folder,
            program.keep_session,
            program.bring_index_up_to_date,
            program.look_for_damage,
        ):
            QTimer.singleShot(0, step)
        if wanted:
            QTimer.singleShot(0, program, lambda: program.open_wanted(wanted))
        QTimer.singleShot(0, collect_garbage)

    program.window.completed.connect(go_on)
    failures.attempt(program.window.show)
    QTimer.singleShot(_UNSEEN_MS, program.window.complete)
    try:
        return application.exec()
    finally:
        program.close()


def _leave_stuck_threads(code: int) -> int:
    """Give the exit code; or end the process at once where a thread does not, for Qt would wait for it, or abort."""
    from viewer.models.worker_thread import stuck_threads  # not needed to start

    if names := stuck_threads():
        from viewer.error_log import write_to_log
        from viewer.error_report import versions

        write_to_log(f"{versions()}\nat the end these threads still work: {', '.join(names)}")
        os._exit(code)  # what is not finished, SQLite takes back
    return code


def collect_garbage() -> None:
    """Look for garbage from now on, which nothing has done since `commands.open_window`."""
    from viewer.garbage import GarbageCollector  # not needed before the first paint

    application = QApplication.instance()
    if application is not None and application.findChild(GarbageCollector) is None:  # or of a window before this one
        GarbageCollector(application)
