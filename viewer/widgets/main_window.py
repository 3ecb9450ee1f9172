"""The main window: puts the panels together and joins their signals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMainWindow, QMenu, QSplitter, QVBoxLayout, QWidget

from viewer.language import Language
from viewer.library.browse import BrowseWay, Group, count_items, read_group, split_group_id
from viewer.library.entry import Page
from viewer.library.library import Library
from viewer.library.pages import read_page
from viewer.models.tree_model import TreeModel, group_title
from viewer.override import override
from viewer.release.annotation import AnnotationKind
from viewer.release.errors import ReleaseViewerError
from viewer.widgets.actions import ACTIONS, Choice, context_actions, make_actions, make_menus, retranslate
from viewer.widgets.annotating import Annotating
from viewer.widgets.detail_pane import DetailPane
from viewer.widgets.document_chooser import DocumentChooser
from viewer.widgets.history import History
from viewer.widgets.message_bar import MessageBar
from viewer.widgets.page_html import EDIT_NOTE, NOTICE, REMOVE_MARK
from viewer.widgets.search_bar import SearchBar
from viewer.widgets.search_session import SearchSession
from viewer.widgets.side_windows import SideWindows
from viewer.widgets.sidebar import Sidebar, TreeState
from viewer.widgets.take_along import Subject, TakeAlong
from viewer.widgets.theme import Theme, apply_theme
from viewer.widgets.toolbar import Toolbar
from viewer.widgets.window_state import WindowState

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPixmap

    from viewer.models.searcher import Searcher
    from viewer.release.extract import FigureExtract
    from viewer.widgets.job_session import JobSession

_SIZE = (1100, 720)
_SIDEBAR_WIDTH = 320
_COPIED_MILLISECONDS = 2000


class MainWindow(QMainWindow):
    """The window of the program.

    Signals:
        about_requested(id): show About, with the notice of the release with this id; "" for none.
        documents_dropped(paths): documents, or folders of them, are to be opened.
        language_chosen(language): `zh_CN` or `en`.
        job_failed(ReleaseViewerError): something that takes long could not be done.
    """

    about_requested = Signal(str)
    documents_dropped = Signal(list)
    language_chosen = Signal(str)
    job_failed = Signal(object)

    def __init__(self, library: Library, state: WindowState) -> None:
        super().__init__()
        self._library = library
        self._state = state
        self._history = History()
        self._shown: Page | Group | None = None
        self._id_before_search = ""
        self._tree = TreeModel(library, state.way, self)
        self._sidebar = Sidebar(self._tree, self)
        self._search_bar = SearchBar(self)
        self._search = SearchSession(library.path, self._search_bar, self._sidebar, self)
        self._detail = DetailPane(self)
        self._message_bar = MessageBar(self)
        self._status = QLabel(self)
        self._status.setContentsMargins(8, 0, 0, 0)
        self._index_progress = QLabel(self)
        self._index_progress.setContentsMargins(0, 0, 8, 0)
        self._jobs: JobSession | None = None
        self.take_along = TakeAlong(library, state, self._subject, self.jobs, self)
        self.documents = DocumentChooser(self)
        self._annotating = Annotating(library, self._subject, self._detail.selected_lines, self)
        self._side_windows = SideWindows(library, state, self._subject, self)
        parts = (self.take_along, self._annotating, self.documents, self._side_windows)
        self._actions = make_actions(self, parts)
        self._actions["star"].setCheckable(True)
        self._menus = make_menus(self, self._actions)
        self._lay_out()
        self._connect()
        self._restore()
        self.retranslate()

    def _lay_out(self) -> None:
        self._toolbar = Toolbar(self._actions, self._search_bar, self)
        self.addToolBar(self._toolbar)
        page = QWidget(self)
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._message_bar)
        self._column.addWidget(self._detail, 1)
        self._splitter = QSplitter()  # with a parent PySide would load the namespace Qt, see Role
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._sidebar)
        self._splitter.addWidget(page)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes([_SIDEBAR_WIDTH, _SIZE[0] - _SIDEBAR_WIDTH])
        self.setCentralWidget(self._splitter)
        self._detail.resize(_SIZE[0] - _SIDEBAR_WIDTH, _SIZE[1])  # about as it will be, so that the first page fits
        self.statusBar().addWidget(self._status, 1)
        self.setAcceptDrops(True)
        self.resize(*_SIZE)

    def _connect(self) -> None:
        self._sidebar.page_shown.connect(self._show_row)
        self._sidebar.page_opened.connect(self.go_to)
        self._sidebar.way_chosen.connect(self._set_way)
        self._search.said.connect(self._status.setText)
        self._search.ended.connect(self._show_id_before_search)
        self._search_bar.recent_requested.connect(self.show_recent)
        self._search_bar.moved.connect(self._sidebar.move_current)
        self._search_bar.opened.connect(self._open_current)
        self._search_bar.copy_requested.connect(self.take_along.copy)
        self._detail.copy_requested.connect(self.take_along.copy)
        self._detail.figure_chosen.connect(self.take_along.copy_figure)
        self._sidebar.menu_requested.connect(self._fill_context_menu)
        self._sidebar.drag_started.connect(self.take_along.drag)
        self.take_along.said.connect(self._say_briefly)
        self._annotating.said.connect(self._say_briefly)
        self._annotating.changed.connect(self._show_annotations)
        self._side_windows.figure_opened.connect(self.show_figure)
        self._side_windows.query_chosen.connect(self.search_for)
        self._side_windows.export_requested.connect(self.take_along.export_figures)
        self._side_windows.charts_requested.connect(self.take_along.export_charts)
        self._side_windows.failed.connect(self.job_failed)
        self.documents.said.connect(self.say_after_count)
        self._detail.link_opened.connect(self._open_link)
        self._detail.menu_requested.connect(self._fill_context_menu)

    def _restore(self) -> None:
        self.restoreGeometry(self._state.geometry)
        self._splitter.restoreState(self._state.splitter)
        self._sidebar.restore_tree(self._state.way, self._state.tree)
        self._check_choices()

    def show_first_page(self) -> None:
        """Show the page that was shown last, or the first item of the newest release."""
        self.focus_sidebar()
        for id_ in (self._state.page, *self._tree.first_ids()):
            try:
                if id_:
                    self.go_to(id_)
                    return
            except ReleaseViewerError:
                continue  # it has been removed since
        self._show(None)

    def search_for(self, typed: str) -> None:
        """Type a query into the search bar."""
        self._search_bar.setText(typed)

    def show_error(self, message: str) -> None:
        """Say what went wrong in the bar above the page."""
        self._message_bar.show_message(message)

    def show_picture(self, picture: QPixmap, message: str) -> None:
        """Show a message as a picture in the bar above the page."""
        self._message_bar.show_picture(picture, message)

    def add_bar(self, bar: QWidget) -> None:
        """Put a bar above the page."""
        self._column.insertWidget(0, bar)

    def say_after_count(self, text: str) -> None:
        """Say how many items the library has, and something more."""
        self.say_count()
        self._status.setText(f"{self._status.text()}  ·  {text}")

    def show_release(self, release_id: str) -> None:
        """Show a release that has just come into the library."""
        self.leave_search()
        self._tree.reload()
        self._sidebar.restore_tree(self._tree.way, TreeState())
        self.go_to(release_id)
        self.focus_sidebar()
        self.say_count()

    def retranslate(self) -> None:
        """Take the texts of the current language."""
        retranslate(self._actions, self._menus)
        self._check_choices()
        for part in (self._toolbar, self._sidebar, self._search_bar, self._detail, self._message_bar):
            part.retranslate()
        self._say_title()
        self._search.search_again()
        if not self._sidebar.searching:
            self.say_count()

    @property
    def searcher(self) -> Searcher:
        """Searches the library off the GUI thread."""
        return self._search.searcher

    def jobs(self) -> JobSession:
        """What runs what takes long, with its bar; loaded by the first job."""
        if self._jobs is None:
            from viewer.widgets.job_bar import JobBar
            from viewer.widgets.job_session import JobSession

            bar = JobBar(self)
            self.add_bar(bar)
            self._jobs = JobSession(bar, self)
            self._jobs.failed.connect(self.job_failed)
        return self._jobs

    def close_threads(self) -> None:
        """End the threads for searches and jobs, those of other windows too, if they have been started."""
        from viewer.models.job_runner import JobRunner

        self._search.close()
        for runner in self.findChildren(JobRunner):
            runner.close()

    @Slot(str)
    def go_to(self, id_: str) -> None:
        """Show the page of an entry or group as a step in the history. Raises ReleaseViewerError if there is none."""
        self._show_id(id_)
        self._history.visit(id_)
        self._id_before_search = id_
        self._reveal()
        self._update_actions()

    @Slot()
    def focus_search(self) -> None:
        """Go to the search bar, with what is in it selected."""
        self._search_bar.setFocus()
        self._search_bar.selectAll()

    @Slot()
    def show_recent(self) -> None:
        """Offer the queries that led somewhere, the latest first."""
        menu = QMenu(self)
        menu.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        for typed in self._state.recent_queries:
            # what is a mnemonic in a menu is a sign of the query
            menu.addAction(typed.replace("&", "&&")).setData(typed)
        if menu.isEmpty():
            menu.addAction(self.tr("No recent searches")).setEnabled(False)
        menu.triggered.connect(self._search_again)
        menu.setMinimumWidth(self._search_bar.width())
        menu.popup(self._search_bar.mapToGlobal(self._search_bar.rect().bottomLeft()))
        menu.setActiveAction(menu.actions()[0])

    @Slot(QAction)
    def _search_again(self, action: QAction) -> None:
        self.focus_search()
        self.search_for(action.data())

    @Slot(object)
    def show_figure(self, stated: FigureExtract) -> None:
        """Show the item that states a figure, at its sentence."""
        self._search_bar.empty()
        self.go_to(stated.entry_id)
        self._detail.show_text(stated.figure.written)

    @Slot(int, int)
    def show_index_progress(self, done: int, total: int) -> None:
        """Say how far the search index is; what is in it already is found."""
        self.statusBar().addPermanentWidget(self._index_progress)
        text = self.tr("Search index: {percent} %").format(percent=100 * done // max(total, 1))
        self._index_progress.setText(text)
        self._index_progress.setVisible(done < total)

    @Slot()
    def search_again(self) -> None:
        """Search once more for what is typed, since more can be found now."""
        self._search.search_again()

    @Slot()
    def focus_sidebar(self) -> None:
        """Go to the tree or the hits."""
        self._sidebar.setFocus()

    @Slot()
    def focus_text(self) -> None:
        """Go to the page."""
        self._detail.setFocus()

    @Slot()
    def leave_search(self) -> None:
        """Empty the search bar, which brings the tree back."""
        if self._search_bar.typed:
            self._search_bar.empty()
            self.focus_sidebar()

    @Slot()
    def go_back(self) -> None:
        """Show the page before this one."""
        self._go(-1)

    @Slot()
    def go_forward(self) -> None:
        """Show the page from which one went back."""
        self._go(1)

    @Slot()
    def show_about(self) -> None:
        """Show About, at the notice of the release on the page."""
        self.about_requested.emit(self._shown.release.id if isinstance(self._shown, Page) else "")

    @Slot(QAction)
    def set_way(self, action: QAction) -> None:
        """Browse in the way that the action stands for."""
        self._set_way(action.data())
        self.focus_sidebar()

    @Slot(QAction)
    def set_theme(self, action: QAction) -> None:
        """Take the theme that the action stands for."""
        self._state.theme = Theme(action.data())
        self.refresh_theme()

    @Slot()
    def refresh_theme(self) -> None:
        """Take the colours of the theme anew, after it or the system's has changed."""
        apply_theme(self._state.theme)
        self._detail.redraw()
        self._message_bar.redraw()
        self._search.search_again()

    @Slot(QAction)
    def set_language(self, action: QAction) -> None:
        """Take the language that the action stands for."""
        self._state.language = Language(action.data())
        self.language_chosen.emit(action.data())

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_paths(event):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.documents_dropped.emit(_dropped_paths(event))

    @override
    def createPopupMenu(self) -> QMenu | None:  # none: there is one toolbar, and it stays
        return None

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._state.geometry = self.saveGeometry()
        self._state.splitter = self._splitter.saveState()
        self._state.way = self._tree.way
        self._state.tree = self._sidebar.tree_state()
        self._state.page = self._id_before_search
        self._state.save()
        super().closeEvent(event)

    @Slot()
    def _show_id_before_search(self) -> None:
        self._show_id(self._id_before_search)
        self.say_count()

    @Slot(str)
    def _show_row(self, id_: str) -> None:
        """A row of the tree is a visit; a hit is only looked at until it is opened."""
        if self._sidebar.searching:
            self._show_id(id_)
        else:
            self.go_to(id_)

    @Slot()
    def _open_current(self) -> None:
        if self._sidebar.searching:
            self._state.remember_query(self._search_bar.text().strip())
        self._sidebar.open_current()
        self.focus_text()

    @Slot(str)
    def _open_link(self, id_: str) -> None:
        if id_.startswith(NOTICE):
            self.about_requested.emit(id_.removeprefix(NOTICE))
            return
        if id_.startswith((EDIT_NOTE, REMOVE_MARK)):
            action, _slash, key = id_.partition("/")
            (self._annotating.edit if f"{action}/" == EDIT_NOTE else self._annotating.remove)(int(key))
            return
        self._search_bar.empty()
        if (group := split_group_id(id_)) is not None:
            self._set_way(group[0])
        self.go_to(id_)

    @Slot(QMenu)
    def _fill_context_menu(self, menu: QMenu) -> None:
        menu.addActions(context_actions(self._actions, self._menus))

    @Slot(str)
    def _set_way(self, way: str) -> None:
        self._search_bar.empty()
        if way != self._tree.way:
            self._sidebar.restore_tree(BrowseWay(way), TreeState())
        self._check_choices()
        self._reveal()

    def _check_choices(self) -> None:
        chosen = {
            Choice.WAY: self._tree.way,
            Choice.THEME: self._state.theme,
            Choice.LANGUAGE: self._state.language,
            Choice.COPY_FORM: self._state.copy_form,
        }
        for row in ACTIONS:
            if isinstance(row.submenu, Choice):
                self._actions[row.id].setChecked(row.value == chosen[row.submenu])

    def _go(self, steps: int) -> None:
        self._search_bar.empty()
        self._id_before_search = self._history.go(steps)
        self._show_id(self._id_before_search)
        self._reveal()
        self._update_actions()

    def _show_id(self, id_: str) -> None:
        self._show(self._read(id_) if id_ else None)

    def _read(self, id_: str) -> Page | Group:
        read = read_page if split_group_id(id_) is None else read_group
        return read(self._library, id_)

    @Slot()
    def _show_annotations(self) -> None:
        """Show what the reader has put to the page as it is now."""
        if self._shown is not None:
            self._shown = self._read(self._shown.id)
            self._detail.update_page(self._shown)
            self._update_actions()
        if self._tree.way is BrowseWay.MARK and not self._sidebar.searching:
            state = self._sidebar.tree_state()
            self._tree.reload()
            self._sidebar.restore_tree(BrowseWay.MARK, state)

    def _show(self, shown: Page | Group | None) -> None:
        self._shown = shown
        self._detail.show_page(shown)
        self._say_title()
        self._update_actions()

    def _say_title(self) -> None:
        name = QCoreApplication.translate("Program", "Release Viewer")
        self.setWindowTitle(" — ".join(filter(None, (self._title(), name))))

    def _reveal(self) -> None:
        """Let the tree stand at the page that is shown."""
        if self._sidebar.searching:
            return
        if isinstance(self._shown, Page) and self._tree.way is BrowseWay.CATEGORY:
            self._sidebar.reveal((*(crumb.id for crumb in self._shown.path), self._shown.id))
        elif isinstance(self._shown, Group) and self._tree.way is self._shown.way:
            self._sidebar.reveal((self._shown.id,))

    def _update_actions(self) -> None:
        self._actions["back"].setEnabled(self._history.can_go_back)
        self._actions["forward"].setEnabled(self._history.can_go_forward)
        page = self._shown if isinstance(self._shown, Page) else None
        self._actions["copy-source"].setEnabled(page is not None)
        stars = [part for part in page.annotations if part.kind is AnnotationKind.STAR] if page else []
        self._actions["star"].setChecked(bool(stars))

    @Slot(str)
    def _say_briefly(self, text: str) -> None:
        self.statusBar().showMessage(text, _COPIED_MILLISECONDS)

    def _subject(self) -> Subject:
        """What copying and the like are about: the selected text, several selected rows, or else the page."""
        shown = self._shown
        page = shown if isinstance(shown, Page) else None
        ids = self._sidebar.selected_ids() if self._sidebar.has_focus() else ()
        if len(ids) <= 1:
            ids = (shown.id,) if shown is not None else ()
        selection = [] if len(ids) > 1 else self._detail.selected_blocks()
        return Subject(selection, ids, page, self._title(), self._search_bar.typed)

    def _title(self) -> str:
        """Of what is shown."""
        return (
            self._shown.entry.title
            if isinstance(self._shown, Page)
            else group_title(self._shown.way, self._shown.name)
            if self._shown
            else ""
        )

    @Slot()
    def say_count(self) -> None:
        """Say in the status line how many items the library has."""
        self._status.setText(self.tr("%n item(s)", "", count_items(self._library)))


def _dropped_paths(event: QDropEvent) -> list[str]:
    """The files and folders of this machine among what is dropped."""
    return [path for url in event.mimeData().urls() if (path := url.toLocalFile())]
