"""What a person can do with the window: all of it in a round, which leaves it and the library as they were."""

from __future__ import annotations

from functools import partial
from itertools import islice
from pathlib import Path

from generated import Generator
from people import box_of, page_of, search_bar_of, select, view_of
from person import Person
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtPrintSupport import QPrintPreviewWidget
from PySide6.QtWidgets import QApplication, QListWidget, QTableView, QToolButton, QWidget
from waiting import wait_until

from viewer.release.release import Release
from viewer.widgets.about_dialog import AboutDialog
from viewer.widgets.compare_window import CompareWindow
from viewer.widgets.figures_window import FiguresWindow
from viewer.widgets.go_to import GoTo
from viewer.widgets.main_window import MainWindow
from viewer.widgets.message_bar import MessageBar
from viewer.widgets.note_dialog import NoteDialog
from viewer.widgets.preferences_dialog import PreferencesDialog
from viewer.widgets.preview_dialog import PreviewDialog
from viewer.widgets.print_preview import PrintPreview

_ITEM = "xuzhou-2024/liu-tao"
_WORDS = ("反诈", "fanzha", "135万元", "数值:>1000", "部门:公安局", "没有这样的字")


def text_of(release: Release, edition: int) -> str:
    """A document that reads as this release, as Markdown; each edition says so in every section."""
    lines = [f"# {release.title}", "2024年1月5日"]
    for section in release.sections:
        lines += [f"## {section.title}", f"本节为第{edition}版。", *(item.summary for item in section.items)]
    return "\n\n".join(lines)


class RoundOfUse(Person):
    """Does everything once, as often as it is asked to; documents are new ones in each round."""

    def __init__(self, window: MainWindow, folder: Path, seed: int = 1) -> None:
        """`folder` is for the documents that are opened and the files that are written."""
        super().__init__(window)
        self._folder = folder
        self._new = Generator(seed).releases(10**9)
        self._at_first = self._releases_in_the_tree()

    def spend_a_round(self) -> None:
        """Do everything once."""
        self.browse()
        self.use_tabs()
        self.search()
        self.find_on_the_page()
        self.go_by_name()
        self.open_documents()
        self.annotate()
        self.look_at_figures()
        self.choose_otherwise()
        self.take_along()
        self.ask_for_help()
        self.open_menus()
        self.remove_documents()
        self.come_home()

    def browse(self) -> None:
        """Go through every way to browse, row by row."""
        for way in range(1, 8):
            self.keys(f"Ctrl+{way}", "Home", "Right", "Down", "Right", "Down", "PgDown", "Up", "Return")

    def use_tabs(self) -> None:
        """Open pages in tabs, go through them, back and forward, close them, and open them again."""
        self.go(_ITEM)
        self.keys("Ctrl+T")
        self.go("xuzhou-2024")
        self.keys("PgDown", "Alt+Left", "Alt+Right", "Ctrl+T", "Ctrl+Tab", "Ctrl+Shift+Tab", "Alt+1", "Alt+9")
        self.keys("Ctrl+W", "Ctrl+Shift+T", "Ctrl+W", "Ctrl+W")

    def search(self) -> None:
        """Type queries of several kinds; look at hits, open one."""
        for typed in _WORDS:
            self.keys("Ctrl+K")
            for end, character in enumerate(typed, 1):
                self.write(character)
                wait_until(partial(self.has_searched, typed[:end]))
            self.keys("Down", "Down", "Up", "Return")
            search_bar_of(self.window).setFocus()
            self.keys("Esc")

    def find_on_the_page(self) -> None:
        """Find a word on a page."""
        self.go("xuzhou-2024")
        self.keys("Ctrl+F")
        self.write("公安")
        self.keys("Return", "Return", "Shift+Return", "Esc")

    def go_by_name(self) -> None:
        """Go to a page by a part of its name."""
        self.keys("Ctrl+P")
        self.write("lt")
        self.keys("Down", "Return")
        wait_until(lambda: not self.shows(GoTo))

    def open_documents(self) -> None:
        """Open a new document and look at it first, then a folder, then later editions, then one that is none."""
        releases = list(islice(self._new, 3))
        paths = [self._folder / "reports" / f"{number}.md" for number in range(3)]
        paths[0].parent.mkdir(exist_ok=True)
        for edition in (1, 2):
            for path, release in zip(paths, releases, strict=True):
                path.write_text(text_of(release, edition), encoding="utf-8")
            with self.change_of_the_library():
                self.drop(paths[0])
                with self.window_of(PreviewDialog):
                    self.keys("Return")
            with self.change_of_the_library():
                self.drop(paths[0].parent)
        broken = self._folder / "broken.pdf"
        broken.write_bytes(b"%PDF-1.7 broken")
        self.drop(broken)
        wait_until(lambda: self.shows(MessageBar))
        self.find(QToolButton, self.find(MessageBar)).click()

    def annotate(self) -> None:
        """Star an item, write a note to it, highlight a passage; take all of it back."""
        self.go(_ITEM)
        self.keys("Ctrl+D", "Ctrl+M")
        with self.window_of(NoteDialog):
            self.write("核实")
            self.keys("Ctrl+Return")
        select(page_of(self.window), "五十")
        self.keys("Ctrl+H", "Ctrl+Z", "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Z", "Ctrl+Z")

    def look_at_figures(self) -> None:
        """Look at figures in a table, and at those of two releases side by side."""
        self.go("xuzhou-2024")
        self.keys("Ctrl+Shift+F")
        with self.window_of(FiguresWindow) as figures:
            self._come_to_the_rows(figures)
            self.keys("Down", "Down", "Ctrl+C", "Esc")
        self.go("release-0")
        self.keys("Ctrl+Shift+D")
        with self.window_of(CompareWindow) as comparing:
            self.find(QListWidget, comparing).setFocus()
            self.keys("Home", "Space", "Down", "Space", "Down", "Space")
            self._come_to_the_rows(comparing)
            self.keys("Down", "Ctrl+C", "Esc")

    def choose_otherwise(self) -> None:
        """Choose other themes, languages and sizes of text, by menus and in the dialog, and the usual ones again."""
        for name in ("theme-dark", "theme-contrast", "language-en", "enlarge-text", "theme-light", "language-zh_CN"):
            self.choose(name)
        self.keys("Ctrl+-", "Ctrl+0", "Ctrl+,")
        with self.window_of(PreferencesDialog) as dialog:
            for field in ("points", "line_height"):
                box_of(dialog, field).setFocus()
                self.keys("Down", "Up")
            self.keys("Esc")

    def take_along(self) -> None:
        """Copy, cite, export and print."""
        self.go(_ITEM)
        self.keys("Ctrl+C", "Ctrl+Shift+C", "Ctrl+Alt+C", "Ctrl+Shift+L")
        for name in ("cite-gbt7714", "copy-markdown", "copy-source"):
            self.choose(name)
        for ending in ("md", "html", "json", "csv", "pdf"):
            file = self._folder / f"out.{ending}"
            self.answer_the_file_dialog(file)
            self.keys("Ctrl+E")
            wait_until(file.exists)
            self._come_to_the_front()
            file.unlink()
        self.keys("Ctrl+Shift+P")
        with self.window_of(PrintPreview) as preview:
            wait_until(self.find(QPrintPreviewWidget, preview).pageCount)
            self.keys("Esc")

    def ask_for_help(self) -> None:
        """Read the help and About."""
        self.keys("F1", "PgDown", "Ctrl+F1")
        self.choose("help-news")
        self.keys("Shift+F1")
        with self.window_of(AboutDialog):
            self.keys("Esc")

    def open_menus(self) -> None:
        """Open the menus that pop up, hide the sidebar, and bring it back."""
        self.go(_ITEM)
        place = QPoint(5, 5)
        for widget in (page_of(self.window).viewport(), view_of(self.window).viewport()):
            reason = QContextMenuEvent.Reason.Mouse
            QApplication.sendEvent(widget, QContextMenuEvent(reason, place, widget.mapToGlobal(place)))
            self.leave_the_menu()
        for name in ("recent", "recent-files"):
            self.choose(name)
            self.leave_the_menu()
        self.keys("F9", "F9")

    def remove_documents(self) -> None:
        """Remove what has been opened, bring it back, and remove it for good."""
        self.keys("Ctrl+1")
        while others := [title for title in self._releases_in_the_tree() if title not in self._at_first]:
            view = view_of(self.window)
            place = self._releases_in_the_tree().index(others[0])
            view.setCurrentIndex(view.model().index(place, 0))
            view.setFocus()
            for sequence in ("Ctrl+Shift+Del", "Ctrl+Z", "Ctrl+Shift+Del"):
                with self.change_of_the_library():
                    self.keys(sequence)

    def come_home(self) -> None:
        """Show the first page, and nothing else."""
        self.keys("Ctrl+1", "Home", "Left", "Return")

    def _releases_in_the_tree(self) -> list[str]:
        model = view_of(self.window).model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def _come_to_the_rows(self, window: QWidget) -> None:
        """Go to the table of a window once there is something in it."""
        table = self.find(QTableView, window)
        wait_until(lambda: table.model().rowCount())
        table.setFocus()
