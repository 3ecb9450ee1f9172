"""What is drawn without a window on a screen: screenshots, charts, PDF files."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QEventLoop, QSize

from viewer.app import Program
from viewer.folders import scratch_folder
from viewer.library.releases import ReleaseHead
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
        size: width and height of the window.
        theme: light or dark.
    """

    query: str
    item: str
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
            application.processEvents()
            if not program.window.grab().save(str(out), "PNG"):
                raise ReleaseViewerError(Problem.IMAGE_NOT_WRITTEN, str(out))
        finally:
            program.close()


def write_charts(path: Path, rows: Iterable[Comparison], releases: Iterable[ReleaseHead]) -> None:
    """Draw charts of comparisons of releases into a file. Raises ReleaseViewerError."""
    application = make_application(sys.argv[:1])
    apply_chinese_font()
    chart_file.write_charts(path, charts_of(rows, releases))
    del application


def write_pdf(path: Path, extracts: Iterable[Extract], title: str) -> Iterator[None]:
    """Write entries into a PDF file; comes back after each. Raises ReleaseViewerError."""
    application = make_application(sys.argv[:1])
    apply_chinese_font()
    yield from paper.write_pdf(path, extracts, title)
    del application


def _search(program: Program, query: str) -> None:
    """Type a query, and wait for all that there is to say of it."""
    answered = QEventLoop()
    program.window.commands.search.searcher.summarised.connect(answered.quit)
    program.window.commands.search.search_for(query)
    answered.exec()
