"""Writing what a window asks for into a file, off the GUI thread."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from viewer.exporting import export
from viewer.library.figure_table import FigureQuery
from viewer.library.library import Library
from viewer.library.scope import Scope
from viewer.models.job_runner import Report
from viewer.widgets.chart_file import write_charts
from viewer.widgets.line_chart import Charts
from viewer.widgets.paper import write_pdf


def write_file(library_path: Path, what: Scope | FigureQuery | Charts, file: Path, report: Report) -> Path:
    """Write entries or figures of the library, or charts; gives the file. Raises ReleaseViewerError."""
    if isinstance(what, Charts):
        write_charts(file, what)
        return file
    with closing(Library(library_path)) as library:
        for written in export(library, what, file, write_pdf):
            report(written.done, written.total)
    return file
