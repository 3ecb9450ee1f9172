"""The main window: puts the panels together and joins their signals."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QByteArray, QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QMainWindow, QMenu, QSplitter, QVBoxLayout, QWidget

from viewer.library.entry import Page
from viewer.library.library import Library
from viewer.models.tree_model import TreeModel
from viewer.override import override
from viewer.widgets.action_states import ActionStates
from viewer.widgets.annotating import Annotating
from viewer.widgets.appearance import Appearance
from viewer.widgets.changes import Changes
from viewer.widgets.document_chooser import DocumentChooser
from viewer.widgets.finding import Finding
from viewer.widgets.links import Links
from viewer.widgets.menus import context_actions, make_actions, make_menus, retranslate
from viewer.widgets.navigator import Navigator
from viewer.widgets.parts import Parts
from viewer.widgets.recent import Recent
from viewer.widgets.removing import Removing
from viewer.widgets.search_bar import SearchBar
from viewer.widgets.search_session import SearchSession
from viewer.widgets.shown import title_of
from viewer.widgets.side_windows import SideWindows
from viewer.widgets.sidebar import Sidebar
from viewer.widgets.status_line import StatusLine
from viewer.widgets.subject import subject_of
from viewer.widgets.tabs import Tabs
from viewer.widgets.take_along import TakeAlong
from viewer.widgets.theme import apply_theme, wanted_theme
from viewer.widgets.toolbar import Toolbar

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QMouseEvent, QPixmap

    from viewer.widgets.focus_frame import FocusFrame
    from viewer.widgets.go_to import GoTo
    from viewer.widgets.job_session import JobSession
    from viewer.widgets.keeping import Keeping
    from viewer.widgets.message_bar import MessageBar, Remedy
    from viewer.widgets.settings import Settings

_SIZE = (1100, 720)
_SIDEBAR_WIDTH = 320


class MainWindow(QMainWindow):
    """The window of the program.

    Attributes:
        search: searches for what is typed.
        status_line: says what is found and done.
        navigator: goes to pages.
        take_along: copies, cites, exports and prints.
        documents: asks for documents to open.
        recent: offers what was opened last.

    Signals:
        about_requested(id): show About, with the notice of the release with this id; "" for none.
        documents_dropped(paths): documents, or folders of them, are to be opened.
        job_failed(ReleaseViewerError): something that takes long could not be done.
    """

    about_requested = Signal(str)
    documents_dropped = Signal(list)
    job_failed = Signal(object)

    def __init__(self, library: Library, settings: Settings) -> None:
        super().__init__()
        self._library = library
        self._settings = settings
        session = settings.session
        self._tree = TreeModel(library, session.way, self)
        self._sidebar = Sidebar(self._tree, self)
        self._search_bar = SearchBar(self)
        self.search = SearchSession(library.path, session, self._search_bar, self._sidebar, self)
        self._tabs = Tabs(library, session.places, self)
        self._detail = self._tabs.pane
        self.status_line = StatusLine(library, self)
        self._message_bar: MessageBar | None = None
        self._jobs: JobSession | None = None
        self._focus_frame: FocusFrame | None = None
        self._keeping: Keeping | None = None
        self._go_to: GoTo | None = None
        self.navigator = Navigator(self._tree, self._sidebar, self._search_bar, self._tabs, self)
        subject = partial(subject_of, self._tabs, self._sidebar, self._search_bar)
        self.take_along = TakeAlong(library, settings, subject, self.jobs, self)
        self.documents = DocumentChooser(self)
        self._changes = Changes(library, self.jobs, self)
        self._annotating = Annotating(library, subject, self._detail.selected_lines, self._changes, self)
        self._links = Links(self.navigator, self.search, self._annotating, self)
        self._removing = Removing(library, subject, self._changes, self)
        self._side_windows = SideWindows(library, settings, subject, self)
        self._appearance = Appearance(settings, self._sidebar, self)
        self.recent = Recent(session, self._search_bar)
        self._finding = Finding(self._detail, self._add_bar_below, self)
        self._parts = Parts((self._search_bar, self._sidebar, self._detail), self)
        self._actions = make_actions(
            self,
            (
                self.search,
                self._tabs,
                self.navigator,
                self.take_along,
                self._changes,
                self._annotating,
                self._removing,
                self.documents,
                self._side_windows,
                self._appearance,
                self.recent,
                self._finding,
                self._parts,
            ),
        )
        self._states = ActionStates(self._actions, settings, self._tree, self._tabs, self._changes, self)
        self._menus = make_menus(self, self._actions)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._toolbar = Toolbar(self._actions, self._search_bar, self)
        self.addToolBar(self._toolbar)
        page = QWidget(self)
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._tabs, 1)
        self._splitter = QSplitter()  # with a parent PySide would load the namespace Qt, see Role
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._sidebar)
        self._splitter.addWidget(page)
        self._splitter.setStretchFactor(1, 1)
        width = self._settings.session.sidebar_width or _SIDEBAR_WIDTH
        self._splitter.setSizes([width, _SIZE[0] - width])
        self.setCentralWidget(self._splitter)
        self._detail.resize(_SIZE[0] - width, _SIZE[1])  # about as it will be, so that the first page fits
        self.setStatusBar(self.status_line)
        self.setAcceptDrops(True)
        self.resize(*_SIZE)

    def _connect(self) -> None:
        self.search.said.connect(self.status_line.say)
        self.search.ended.connect(self._end_search)
        self.search.opened.connect(self._detail.setFocus)
        self.search.link_opened.connect(self.navigator.open_link)
        self._search_bar.recent_requested.connect(self.recent.show_recent)
        self.recent.query_chosen.connect(self.search.search_for)
        self._search_bar.moved.connect(self._sidebar.move_current)
        self._search_bar.copy_requested.connect(self.take_along.copy)
        self._tabs.changed.connect(self._say_title)
        self._detail.copy_requested.connect(self.take_along.copy)
        self._detail.figure_chosen.connect(self.take_along.copy_figure)
        self._detail.link_opened.connect(self._links.open)
        self._links.notice_requested.connect(self.about_requested)
        self._links.command_requested.connect(self._take_command)
        self._links.said.connect(self.status_line.say_briefly)
        self._detail.pointed.connect(self._say_target)
        self._detail.tab_wanted.connect(self._tabs.open_behind)
        self._detail.menu_requested.connect(self._fill_context_menu)
        self._detail.zoomed.connect(self._appearance.resize_text)
        self._sidebar.menu_requested.connect(self._fill_context_menu)
        self._sidebar.drag_started.connect(self.take_along.drag)
        self._splitter.splitterMoved.connect(self._keep_sidebar_width)
        self.navigator.way_changed.connect(self._states.check_choices)
        self.take_along.said.connect(self.status_line.say_briefly)
        self._changes.failed.connect(self.job_failed)
        self._removing.said.connect(self.status_line.say_after_count)
        self._removing.removed.connect(self.navigator.reload)
        self._removing.restored.connect(self.navigator.reload)
        self._annotating.said.connect(self.status_line.say_briefly)
        self._annotating.changed.connect(self.navigator.refresh)
        self._side_windows.figure_opened.connect(self.navigator.show_figure)
        self._side_windows.export_requested.connect(self.take_along.export_figures)
        self._side_windows.charts_requested.connect(self.take_along.export_charts)
        self._side_windows.failed.connect(self.job_failed)
        self.documents.said.connect(self.status_line.say_after_count)
        self._settings.changed.connect(self._apply_preferences)

    def restore(self) -> None:
        """Be as the window was left, but for its page."""
        session = self._settings.session
        self.restoreGeometry(QByteArray.fromBase64(session.geometry.encode()))
        self._sidebar.restore_tree(session.way, session.tree)
        self._actions["show-sidebar"].setChecked(not session.sidebar_hidden)
        self._sidebar.setVisible(not session.sidebar_hidden)
        self._actions["full-screen"].setChecked(self.isFullScreen())
        self._detail.set_style(self._settings.preferences.text)

    def show_first_page(self) -> None:
        """Show the tabs and the search that were left, or the first item of the newest release."""
        self.navigator.restore(self._settings.session)
        (self._detail if self._settings.session.sidebar_hidden else self._sidebar).setFocus()
        self._search_bar.setText(self._settings.session.query)
        if not self._settings.session.welcomed:
            self._welcome()

    @property
    def message(self) -> str:
        """What the bar above the page says; "" where it says nothing."""
        bar = self._message_bar
        return bar.message if bar is not None and bar.isVisibleTo(self) else ""

    def show_error(self, message: str, details: str = "", remedy: Remedy | None = None) -> None:
        """Say what went wrong in the bar above the page; `details` can be copied, for whoever looks after it."""
        self._messages().show_message(message, details, remedy)

    def show_picture(self, picture: QPixmap, message: str) -> None:
        """Show a message as a picture in the bar above the page."""
        self._messages().show_picture(picture, message)

    def come_to_front(self) -> None:
        """Show the window before others, as far as the system lets it."""
        self.setWindowState(self.windowState() & ~QtCore.Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    def _messages(self) -> MessageBar:
        """The bar that says what went wrong; loaded by the first message."""
        if self._message_bar is None:
            from viewer.widgets.message_bar import MessageBar

            self._message_bar = MessageBar(self)
            self.add_bar(self._message_bar)
        return self._message_bar

    def add_bar(self, bar: QWidget) -> None:
        """Put a bar above the page."""
        self._column.insertWidget(0, bar)
        self.setTabOrder(bar.focusProxy() or bar, self._detail)  # Tab comes to the bar first

    @Slot()
    def refresh(self) -> None:
        """Show what others have made of the library meanwhile; all that a person does here stays as it is."""
        self.navigator.refresh()
        self.search.search_again()
        self.status_line.refresh_count()
        self._side_windows.refreshing.emit()

    def show_release(self, release_id: str) -> None:
        """Show a release that has just come into the library."""
        self.navigator.show_release(release_id)
        self._sidebar.setFocus()
        self.status_line.say_count()

    def retranslate(self) -> None:
        """Take the texts of the current language."""
        retranslate(self._actions, self._menus)
        self._states.name_changes()
        self._states.check_choices()
        for part in (self._toolbar, self._sidebar, self._search_bar, self._tabs, self._finding):
            part.retranslate()
        if self._message_bar is not None:
            self._message_bar.retranslate()
        self.search.search_again()
        if not self._sidebar.searching:
            self.status_line.say_count()

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
        """End the threads for questions and jobs, imports, the index and other windows too, if they were started."""
        from viewer.models.asker import Asker
        from viewer.models.job_runner import JobRunner

        for asker in self.findChildren(Asker):
            asker.close()
        for runner in self.findChildren(JobRunner):
            runner.close()

    @Slot()
    def open_go_to(self) -> None:
        """Let a person type a part of a name, of a page or a command, to go there."""
        if self._go_to is None:
            from viewer.widgets.go_to import GoTo  # not needed to start

            self._go_to = GoTo(self._library.path, self._actions, self)
            self._go_to.page_requested.connect(self.navigator.open_link)
            self._go_to.tab_requested.connect(self._tabs.open_behind)
            self._go_to.command_requested.connect(self._take_command)
            self._go_to.failed.connect(self.job_failed)
        self._go_to.open(self._tabs.history.visited)

    @Slot(str)
    def _take_command(self, id_: str) -> None:
        self._actions[id_].trigger()

    @Slot()
    def leave_search(self) -> None:
        """Close the find bar, or empty the search bar, which brings the tree back, or leave the full screen."""
        if self._finding.is_open:
            self._finding.close_find()
        elif self._search_bar.typed:
            self._search_bar.empty()
            self._sidebar.setFocus()
        else:
            self._actions["full-screen"].setChecked(False)
            self._appearance.show_full_screen(False)

    @Slot()
    def copy_link(self) -> None:
        """Copy a link to the page, which other programs can keep and open."""
        from viewer.address import address_of  # not needed to start

        if self._tabs.shown is not None:
            self.take_along.copy_text(address_of(self._tabs.shown.id))

    @Slot()
    def show_about(self) -> None:
        """Show About, at the notice of the release on the page."""
        shown = self._tabs.shown
        self.about_requested.emit(shown.release.id if isinstance(shown, Page) else "")

    @Slot()
    def refresh_theme(self) -> None:
        """Take the colours of the theme anew, after it or the system's has changed."""
        apply_theme(wanted_theme(self._settings.preferences.theme))
        self._tabs.redraw()
        if self._message_bar is not None:
            self._message_bar.redraw()
        if self._focus_frame is not None:
            self._focus_frame.redraw()
        self.search.search_again()

    def keeping(self) -> Keeping:
        """What saves the session, from the first call on soon after each change; it can wait until the first paint."""
        if self._keeping is None:
            from viewer.widgets.keeping import Keeping

            parts = self._sidebar, self._tree, self._search_bar, self._tabs
            self._keeping = Keeping(self._settings, *parts, self)
        return self._keeping

    @Slot()
    def show_focus(self) -> None:
        """Draw a frame around whatever has the focus, from now on; it can wait until the first paint."""
        from viewer.widgets.focus_frame import FocusFrame

        self._focus_frame = FocusFrame(self)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is QtCore.Qt.MouseButton.BackButton:
            self.navigator.go_back()
        elif event.button() is QtCore.Qt.MouseButton.ForwardButton:
            self.navigator.go_forward()
        else:
            super().mousePressEvent(event)

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
        try:
            self.keeping().save()
        finally:  # whatever goes wrong
            super().closeEvent(event)

    def _add_bar_below(self, bar: QWidget) -> None:
        self._column.addWidget(bar)

    @Slot()
    def _apply_preferences(self) -> None:
        """Show what has been chosen, at once."""
        self.refresh_theme()
        self._detail.set_style(self._settings.preferences.text)

    @Slot(int)
    def _keep_sidebar_width(self, width: int) -> None:
        self._settings.session.sidebar_width = width

    def _welcome(self) -> None:
        """Show a few hints until there has been a search or a document."""
        from viewer.widgets.welcome_bar import WelcomeBar  # seldom needed

        bar = WelcomeBar(self._settings.session, self)
        bar.link_opened.connect(self._links.open)
        self._search_bar.searched.connect(bar.put_away)
        self.navigator.arrived.connect(bar.put_away)
        self.add_bar(bar)

    @Slot()
    def _end_search(self) -> None:
        self._tabs.look_back()
        self.status_line.say_count()

    @Slot(QMenu)
    def _fill_context_menu(self, menu: QMenu) -> None:
        menu.addActions(context_actions(self._actions, self._menus))

    @Slot(str)
    def _say_target(self, link: str) -> None:
        """Say where the link leads that the mouse or the keys have come to."""
        from viewer.widgets.link_target import target_text  # not needed to start

        self.status_line.point_at(target_text(link))

    @Slot()
    def _say_title(self) -> None:
        name = QCoreApplication.translate("Program", "Release Viewer")
        self.setWindowTitle(" — ".join(filter(None, (title_of(self._tabs.shown), name))))


def _dropped_paths(event: QDropEvent) -> list[str]:
    """The files and folders of this machine among what is dropped."""
    return [path for url in event.mimeData().urls() if (path := url.toLocalFile())]
