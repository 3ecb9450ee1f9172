"""What is drawn without a window on a screen: screenshots, charts, PDF files."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QEventLoop, QSize, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from viewer.app import Program
from viewer.folders import scratch_folder
from viewer.library.releases import ReleaseHead
from viewer.models.asker import Asker
from viewer.models.indexer import Indexer
from viewer.release.comparison import Comparison
from viewer.release.errors import Problem, ReleaseViewerError
from viewer.release.extract import Extract
from viewer.running import make_application
from viewer.widgets import chart_file, paper
from viewer.widgets.line_chart import charts_of
from viewer.widgets.settings import Settings
from viewer.widgets.theme import Theme, apply_chinese_font


class Shot(NamedTuple):
    """What a screenshot shows.

    Attributes:
        query: what is typed into the search bar.
        item: the id of the page, where nothing is typed.
        command: the id of the action that opens the window that is drawn; "" for the main window.
        size: width and height of the window.
        theme: light or dark.
    """

    query: str
    item: str
    command: str
    size: tuple[int, int]
    theme: str


def write_screenshot(library_path: Path, out: Path, shot: Shot) -> None:
    """Draw the real window into the PNG file `out`, in its first state. Raises ReleaseViewerError."""
    application = make_application(sys.argv[:1])
    with scratch_folder() as folder:
        settings = Settings(Path(folder))
        settings.choose(theme=Theme(shot.theme))
        settings.session.welcomed = True
        program = Program(library_path, settings)
        try:
            program.window.resize(QSize(*shot.size))
            if shot.item:
                program.window.navigator.go_to(shot.item)
            program.window.show()
            program.window.complete()
            if shot.query:
                _search(program, shot.query)
            window = _open(program, shot.command) if shot.command else program.window
            window.resize(QSize(*shot.size))
            application.processEvents()
            if not window.grab().save(str(out), "PNG"):
                raise ReleaseViewerError(Problem.IMAGE_NOT_WRITTEN, str(out))
        finally:
            program.close()


def write_charts(path: Path, rows: Iterable[Comparison], releases: Iterable[ReleaseHead]) -> None:
    """Draw charts of comparisons of releases into a file. Raises ReleaseViewerError."""
    with _application():
        chart_file.write_charts(path, charts_of(rows, releases))


def write_pdf(path: Path, extracts: Iterable[Extract], title: str) -> Iterator[None]:
    """Write entries into a PDF file; comes back after each. Raises ReleaseViewerError."""
    with _application():
        yield from paper.write_pdf(path, extracts, title)


@contextmanager
def _application() -> Iterator[None]:
    """What Qt draws with, and a Chinese font, until the block ends."""
    application = make_application(sys.argv[:1])
    apply_chinese_font()
    yield
    del application


def _search(program: Program, query: str) -> None:
    """Type a query, and wait for all that there is to say of it."""
    indexer = Indexer(program.library_path, program.window)  # what a new library is filled with is not indexed yet
    indexer.start()
    _wait_for(indexer.finished, indexer.failed)
    search = program.window.commands.search
    search.searcher.prepare()  # or the time that the picture says would be that of loading pinyin
    search.search_for(query)
    _wait_for(search.searcher.summarised)


def _open(program: Program, command: str) -> QWidget:
    """Take the command that opens a window, and wait until it shows what there is to show; gives the window."""
    (action,) = program.window.findChildren(QAction, command)
    action.trigger()
    window = next(one for one in program.window.findChildren(QWidget) if one.isWindow() and one.isVisible())
    for asker in window.findChildren(Asker):
        _wait_for(asker.answered, asker.failed)
    return window


def _wait_for(*signals: SignalInstance) -> None:
    """Let the program work until one of the signals comes."""
    came = QEventLoop()
    for signal in signals:
        signal.connect(came.quit)
    came.exec()
