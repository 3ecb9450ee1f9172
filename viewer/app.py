"""The one place where the parts are put together into a running window."""

from __future__ import annotations

import logging
import platform
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QLibraryInfo, QObject, QSize, QTranslator, Signal, Slot, qVersion
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication

from viewer import __version__
from viewer.display import missing_library
from viewer.folders import shipped, window_state_file
from viewer.language import Language, system_language
from viewer.library.library import Library
from viewer.library.pages import read_notices
from viewer.models.importer import Importer
from viewer.opening import import_file, open_library
from viewer.release.errors import Problem, ReleaseViewerError
from viewer.widgets.about_dialog import AboutDialog
from viewer.widgets.main_window import MainWindow
from viewer.widgets.theme import Theme, apply_chinese_font, apply_theme
from viewer.widgets.window_state import WindowState

_TRANSLATIONS = ("viewer", "qtbase")


class Program(QObject):
    """A running program: its library, its window, and what they need of each other.

    Attributes:
        window: the main window.

    Signals:
        failed(object): an exception that nothing caught, from any thread.
    """

    failed = Signal(object)

    def __init__(self, library_path: Path, state: WindowState) -> None:
        """Open the library and make the window, not shown yet; needs a QApplication."""
        super().__init__()
        self._state = state
        self._translators: list[QTranslator] = []
        self._scratch: Path | None = None
        self.set_language(state.language or system_language())
        apply_theme(state.theme)
        has_chinese_font = apply_chinese_font()
        opening_error: ReleaseViewerError | None = None
        try:
            self._library = open_library(library_path)
        except ReleaseViewerError as error:
            opening_error = error
            self._library = self._open_substitute()
        self.window = MainWindow(self._library, state)
        self._importer = Importer(self._import_file, self)
        self._connect()
        self.window.show_first_page()
        if opening_error is not None:
            self._report(opening_error)
        elif not has_chinese_font:
            self._say_no_chinese_font()

    def close(self) -> None:
        """End the threads, delete the window and close the library; must come before the QApplication goes."""
        self.window.searcher.close()
        self._importer.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(self.window, QEvent.Type.DeferredDelete.value)
        self._library.close()
        if self._scratch is not None:
            shutil.rmtree(self._scratch, ignore_errors=True)

    @Slot(str)
    def set_language(self, language: str) -> None:
        """Change all texts, without a restart."""
        for translator in self._translators:
            QCoreApplication.removeTranslator(translator)
        self._translators = []
        for name in _TRANSLATIONS:
            translator = QTranslator(self)
            folder = shipped("resources/translations")
            if name == "qtbase":
                folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
            if translator.load(f"{name}_{language}", str(folder)):
                self._translators.append(translator)
        QCoreApplication.setApplicationName(QCoreApplication.translate("Program", "Release Viewer"))
        for translator in self._translators:
            QCoreApplication.installTranslator(translator)

    def _connect(self) -> None:
        self.window.about_requested.connect(self._show_about)
        self.window.file_chosen.connect(self._importer.import_file)
        self.window.language_chosen.connect(self.set_language)
        self._importer.finished.connect(self.window.show_release)
        self._importer.failed.connect(self._report)
        self.failed.connect(self._report)

    def _open_substitute(self) -> Library:
        """A library for this run only, so that the shipped release can be read while one's own cannot."""
        self._scratch = Path(tempfile.mkdtemp(prefix="release-viewer-"))
        path = self._scratch / "library.sqlite"
        try:
            return open_library(path)
        except ReleaseViewerError:
            return Library(path)

    def _import_file(self, file: str) -> str:
        return import_file(self._library.path, Path(file))

    @Slot(str)
    def _show_about(self, release_id: str) -> None:
        import apsw  # already loaded by the library; here only for its version

        components = (
            ("Qt", qVersion()),
            ("SQLite", apsw.sqlite_lib_version()),
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
        text = QCoreApplication.translate("Program", "Something went wrong inside the program ({error}). You can go on.")
        self.window.show_error(text.format(error=type(error).__name__))

    def _say_no_chinese_font(self) -> None:
        picture = QPixmap(str(shipped("resources/no-chinese-font.png")))
        picture.setDevicePixelRatio(2.0)
        self.window.show_picture(picture, "No Chinese font: install one, such as fonts-noto-cjk, and start again.")


def make_application(arguments: list[str]) -> QApplication:
    """The QApplication, with name, style and icon. Raises ReleaseViewerError where Qt would abort."""
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    if reason := missing_library(plugins):
        raise ReleaseViewerError(Problem.NO_DISPLAY, reason=reason)
    application = QApplication(arguments)
    application.setStyle("Fusion")
    application.setDesktopFileName("release-viewer")
    application.setApplicationVersion(__version__)
    application.setWindowIcon(QIcon(str(shipped("resources/icons/release-viewer-64.png"))))
    return application


def run(library_path: Path) -> int:
    """Open the window and stay until it is closed; gives the exit code."""
    application = make_application(sys.argv[:1])
    program = Program(library_path, WindowState(window_state_file()))

    def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            application.quit()
        else:
            program.failed.emit(error)

    sys.excepthook = report
    program.window.show()
    try:
        return application.exec()
    finally:
        program.close()


@dataclass(frozen=True, slots=True)
class Shot:
    """What a screenshot shows.

    Attributes:
        query: what is typed into the search bar.
        item: the id of the page, where nothing is typed.
        size: width and height of the window.
        theme: light or dark.
    """

    query: str
    item: str
    size: tuple[int, int]
    theme: str


def screenshot(library_path: Path, out: Path, shot: Shot) -> None:
    """Draw the real window into the PNG file `out`, in its first state. Raises ReleaseViewerError."""
    application = make_application(sys.argv[:1])
    with tempfile.TemporaryDirectory(prefix="release-viewer-") as folder:
        state = WindowState(Path(folder, "window.ini"))
        state.theme = Theme(shot.theme)
        program = Program(library_path, state)
        try:
            program.window.resize(QSize(*shot.size))
            if shot.item:
                program.window.go_to(shot.item)
            program.window.show()
            if shot.query:
                answered = QEventLoop()
                program.window.searcher.answered.connect(answered.quit)
                program.window.search_for(shot.query)
                answered.exec()
            application.processEvents()
            if not program.window.grab().save(str(out), "PNG"):
                raise ReleaseViewerError(Problem.IMAGE_NOT_WRITTEN, str(out))
        finally:
            program.close()
