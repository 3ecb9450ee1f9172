"""Taking along what is shown or selected: onto the clipboard, by dragging, into a file, onto paper."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QMimeData, QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from viewer.library.library import Library
from viewer.library.scope import EVERYTHING, Scope
from viewer.widgets.clipboard import mime_of, put_on_clipboard

if TYPE_CHECKING:
    from viewer.library.figure_table import FigureQuery
    from viewer.models.job_runner import Report
    from viewer.release.extract import Extract
    from viewer.release.release import Figure
    from viewer.widgets.job_session import JobSession
    from viewer.widgets.line_chart import Charts
    from viewer.widgets.settings import Settings
    from viewer.widgets.subject import Subject
    from viewer.writers.clip import Clip, CopyForm

    MakeClip = Callable[[Iterable[Extract]], Clip]

AT_ONCE = 100
"""The most entries that are copied without a bar of progress."""
_LONGEST_NAME = 60
_NOT_IN_NAMES = frozenset('/\\:*?"<>|')
_DEVICES = frozenset(("CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in "0123456789¹²³")))
"""Names that Windows has for devices, whatever the ending."""


class TakeAlong(QObject):
    """What the actions of copying, citing, exporting and printing do.

    Signals:
        said(text): what has been done.
        export_requested(what, path): the entries of a Scope, the figures of a FigureQuery or Charts are to be written.
    """

    said = Signal(str)
    export_requested = Signal(object, str)

    def __init__(
        self,
        library: Library,
        settings: Settings,
        subject: Callable[[], Subject],
        jobs: Callable[[], JobSession],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._library = library
        self._settings = settings
        self._subject = subject
        self._jobs = jobs
        self._window = window

    @Slot()
    def copy(self) -> None:
        """Copy what is meant in the usual form."""
        self._copy_as(self._settings.preferences.copy_form)

    @Slot(QAction)
    def copy_as(self, action: QAction) -> None:
        """Copy what is meant in the form that the action stands for."""
        self._copy_as(action.data())

    @Slot(QAction)
    def set_copy_form(self, action: QAction) -> None:
        """Take the form that the action stands for as the usual one."""
        self._settings.choose(copy_form=action.data())

    @Slot(QAction)
    def cite(self, action: QAction) -> None:
        """Copy references to the entries that are meant."""
        from viewer.writers.clip import ReferenceForm, clip_references

        form = ReferenceForm(action.data())
        today = datetime.datetime.now().astimezone().date()
        subject = self._subject()
        if subject.page is not None and subject.ids == (subject.page.id,):  # itself, and not what stands in it
            self._put(clip_references([subject.page.extract], form, today))
        else:
            self._clip_entries(subject.ids, lambda extracts: clip_references(extracts, form, today))

    @Slot()
    def copy_source_line(self) -> None:
        """Copy the source line of the page."""
        if source := _source_of(self._subject()):
            self.copy_text(source)

    @Slot()
    def copy_figures(self) -> None:
        """Copy all figures of what is meant, as cells."""
        from viewer.library.figure_table import FigureQuery, read_figures
        from viewer.writers.clip import clip_figures

        found = read_figures(self._library, FigureQuery(Scope(self._subject().ids)), _MOST_FIGURES, 0)
        if found:
            self._put(clip_figures(found))

    def copy_text(self, text: str) -> None:
        """Copy a text as it is."""
        from viewer.writers.clip import Clip

        self._put(Clip(text))

    def copy_figure(self, figure: Figure) -> None:
        """Copy one figure of the page with its source."""
        from viewer.writers.clip import clip_figure

        if (page := self._subject().page) is not None:
            self._put(clip_figure(figure, page.release))

    @Slot(tuple)
    def drag(self, ids: tuple[str, ...]) -> None:
        """Let the person drag entries out of the window; returns when they are dropped."""
        from PySide6.QtGui import QDrag

        drag = QDrag(self._window)
        drag.setMimeData(self.mime_data(ids))
        drag.exec(QtCore.Qt.DropAction.CopyAction)

    def mime_data(self, ids: tuple[str, ...]) -> QMimeData:
        """Entries as what is dragged, in rich form. There may be at most `AT_ONCE` of them; of more, the first."""
        from viewer.library.extracts import read_extracts
        from viewer.library.selection import scope_keys
        from viewer.writers.clip import CopyForm, clip_entries

        keys = scope_keys(self._library, Scope(ids))[:AT_ONCE]
        return mime_of(clip_entries(read_extracts(self._library, keys), CopyForm.RICH))

    @Slot()
    def export_page(self) -> None:
        """Ask for a file, and write into it what is meant."""
        subject = self._subject()
        if subject.ids:
            self._ask_and_export(Scope(subject.ids), subject.title)

    @Slot()
    def export_found(self) -> None:
        """Ask for a file, and write into it all that is found."""
        if query := self._subject().query:
            self._ask_and_export(Scope(query=query), query)

    @Slot()
    def export_library(self) -> None:
        """Ask for a file, and write the whole library into it."""
        self._ask_and_export(EVERYTHING, self.tr("Library"))

    @Slot(object)
    def export_figures(self, query: FigureQuery) -> None:
        """Ask for a file, and write into it the table of the figures that a query picks."""
        self._ask_for_file(query, self.tr("Figures"), ((self.tr("Table"), "csv"),))

    @Slot(object)
    def export_charts(self, charts: Charts) -> None:
        """Ask for a file, and draw charts into it."""
        self._ask_for_file(charts, charts.rows[0].labels[0], ((self.tr("Picture"), "png"), (self.tr("Drawing"), "svg")))

    @Slot()
    def print_page(self) -> None:
        """Show how what is meant looks on paper, and print it from there."""
        from viewer.library.extracts import read_extracts  # none of this is needed to start
        from viewer.library.selection import scope_keys
        from viewer.widgets.print_preview import PrintPreview

        subject = self._subject()
        if subject.ids:
            keys = scope_keys(self._library, Scope(subject.ids))
            preview = PrintPreview(lambda: read_extracts(self._library, keys), subject.title, self._window)
            preview.open()

    def copy_entries(self, ids: tuple[str, ...], form: CopyForm) -> None:
        """Copy entries and groups, with all that stands in them."""
        from viewer.writers.clip import clip_entries

        self._clip_entries(ids, lambda extracts: clip_entries(extracts, form))

    def _copy_as(self, form: str) -> None:
        from viewer.writers.clip import CopyForm, clip_selection

        subject = self._subject()
        if subject.selection:
            self._put(clip_selection(subject.selection, CopyForm(form), _source_of(subject)))
        elif subject.ids:
            self.copy_entries(subject.ids, CopyForm(form))

    def _clip_entries(self, ids: tuple[str, ...], make: MakeClip) -> None:
        """Put a few entries onto the clipboard at once, and many from the thread for jobs."""
        from viewer.library.extracts import read_extracts
        from viewer.library.selection import is_small, scope_keys

        if is_small(self._library, ids, AT_ONCE):
            self._put(make(read_extracts(self._library, scope_keys(self._library, Scope(ids)))))
            return
        path = self._library.path

        def job(report: Report) -> Clip:
            library = Library(path)
            try:
                keys = scope_keys(library, Scope(ids))
                return make(_counted(read_extracts(library, keys), len(keys), report))
            finally:
                library.close()

        self._jobs().run(self.tr("Copying: {done} of {total}"), job, self._put)

    def _put(self, clip: Clip) -> None:
        if clip.text:
            put_on_clipboard(clip)
            self.said.emit(self.tr("Copied"))

    def _ask_and_export(self, scope: Scope, title: str) -> None:
        kinds = (
            (self.tr("Markdown"), "md"),
            (self.tr("Web page"), "html"),
            (self.tr("Table of entries"), "csv"),
            ("JSON", "json"),
            ("PDF", "pdf"),
        )
        self._ask_for_file(scope, title, kinds)

    def _ask_for_file(self, what: Scope | FigureQuery | Charts, title: str, kinds: Iterable[tuple[str, str]]) -> None:
        """Ask where to write something; `kinds` are what files may be, with their endings, the usual one first."""
        from PySide6.QtWidgets import QFileDialog

        filters = ";;".join(f"{kind} (*.{ending})" for kind, ending in kinds)
        usual = f"{file_name(title)}.{next(iter(kinds))[1]}"
        path, chosen = QFileDialog.getSaveFileName(self._window, self.tr("Export"), usual, filters)
        if path:
            ending = chosen.rpartition("*")[2].rstrip(")")
            self.export_requested.emit(what, path if Path(path).suffix else path + ending)


_MOST_FIGURES = 20_000


def file_name(title: str) -> str:
    """A title as the name of a file on any system, without an ending."""
    shown = "".join("_" if part in _NOT_IN_NAMES or not part.isprintable() else part for part in title)
    name = shown[:_LONGEST_NAME].strip(" .") or "release"
    return f"_{name}" if name.partition(".")[0].rstrip().upper() in _DEVICES else name


def _source_of(subject: Subject) -> str:
    from viewer.release.citation import source_line

    page = subject.page
    return source_line(page.release, page.entry.paragraphs) if page is not None else ""


def _counted(extracts: Iterable[Extract], total: int, report: Report) -> Iterator[Extract]:
    for done, extract in enumerate(extracts):
        if done % AT_ONCE == 0:
            report(done, total)
        yield extract
