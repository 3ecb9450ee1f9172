"""The main window: puts the panels together and joins their signals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QByteArray, QCoreApplication, QTimer, Signal, Slot
from PySide6.QtWidgets import QMenu, QSplitter

from viewer.library.entry import Page
from viewer.library.library import Library
from viewer.models.tree_model import TreeModel
from viewer.override import override, own_override
from viewer.widgets.action import Menu, translated
from viewer.widgets.navigator import Navigator
from viewer.widgets.search_bar import SearchBar
from viewer.widgets.shown import title_of
from viewer.widgets.sidebar import Sidebar
from viewer.widgets.status_line import StatusLine
from viewer.widgets.tabs import Tabs
from viewer.widgets.theme import apply_theme, wanted_theme
from viewer.widgets.toolbar import Toolbar
from viewer.widgets.window_with_bars import WindowWithBars

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QMouseEvent, QPaintEvent

    from viewer.widgets.commands import Commands
    from viewer.widgets.focus_frame import FocusFrame
    from viewer.widgets.keeping import Keeping
    from viewer.widgets.settings import Settings
    from viewer.widgets.welcome_bar import WelcomeBar

_SIZE = (1100, 720)
_SIDEBAR_WIDTH = 320


class MainWindow(WindowWithBars):
    """The window of the program.

    Attributes:
        status_line: says what is found and done.
        navigator: goes to pages.
        commands: what can be done, once the window is `completed`.

    Signals:
        completed(): the window has been painted for the first time, and its commands are there.
        about_requested(id): show About, with the notice of the release with this id; "" for none.
        documents_dropped(paths): documents, or folders of them, are to be opened.
    """

    completed = Signal()
    about_requested = Signal(str)
    documents_dropped = Signal(list)
    commands: Commands

    def __init__(self, library: Library, settings: Settings) -> None:
        super().__init__()
        self._library = library
        self._settings = settings
        session = settings.session
        self._tree = TreeModel(library, session.way, self)
        self._sidebar = Sidebar(self._tree, self)
        self._search_bar = SearchBar(self)
        self._tabs = Tabs(library, session.places, self)
        self._detail = self._tabs.pane
        self.status_line = StatusLine(library, self)
        self._focus_frame: FocusFrame | None = None
        self._keeping: Keeping | None = None
        self._welcome_bar: WelcomeBar | None = None
        self._is_complete = False
        self.navigator = Navigator(self._tree, self._sidebar, self._search_bar, self._tabs, self)
        self._menus = {menu: self.menuBar().addMenu(translated(menu)) for menu in Menu}
        self._toolbar = Toolbar(self._search_bar, self._tabs, self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.addToolBar(self._toolbar)
        self._splitter = QSplitter()  # with a parent PySide would load the namespace Qt, see Role
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._sidebar)
        self._splitter.addWidget(self._make_column(self._tabs, self._detail))
        self._splitter.setStretchFactor(1, 1)
        width = self._settings.session.sidebar_width or _SIDEBAR_WIDTH
        self._splitter.setSizes([width, _SIZE[0] - width])
        self.setCentralWidget(self._splitter)
        self.setStatusBar(self.status_line)
        self.setAcceptDrops(True)
        self.resize(*_SIZE)

    def _connect(self) -> None:
        self._tabs.changed.connect(self._say_title)
        self._detail.tab_wanted.connect(self._tabs.open_behind)
        self._search_bar.moved.connect(self._sidebar.move_current)
        self._splitter.splitterMoved.connect(self._keep_sidebar_width)
        self._settings.changed.connect(self._apply_preferences)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_complete:
            QTimer.singleShot(0, self.complete)  # when all that is in the window has been painted too

    @Slot()
    def complete(self) -> None:
        """Make what the window does, once; it is soon enough after the first paint."""
        if self._is_complete:
            return
        from viewer.widgets.commands import Commands, Panels

        self._is_complete = True
        panels = Panels(
            self._tree,
            self._sidebar,
            self._search_bar,
            self._tabs,
            self.status_line,
            self._toolbar,
            self.navigator,
            self._menus,
        )
        self.commands = Commands(self._library, self._settings, panels, self)
        self.commands.notice_requested.connect(self.about_requested)
        self.commands.failed.connect(self.job_failed)
        for step in (self.commands.follow_page, self.commands.retranslate):  # if one fails, there are commands
            self.completed.connect(step)
        if self._welcome_bar is not None:
            self._welcome_bar.link_opened.connect(self.commands.links.open)
        self.completed.emit()

    def restore(self) -> None:
        """Be as the window was left, but for its page."""
        session = self._settings.session
        self.restoreGeometry(QByteArray.fromBase64(session.geometry.encode()))
        sidebar = 0 if session.sidebar_hidden else session.sidebar_width or _SIDEBAR_WIDTH
        self._detail.resize(self.width() - sidebar, self.height())  # about as it will be, so that the first page fits
        self._sidebar.restore_tree(session.way, session.tree)
        self._sidebar.setVisible(not session.sidebar_hidden)
        self._detail.set_style(self._settings.preferences.text)

    def show_first_page(self) -> None:
        """Show the tabs and the search that were left, or the first item of the newest release."""
        self.navigator.restore(self._settings.session)
        (self._detail if self._settings.session.sidebar_hidden else self._sidebar).setFocus()
        self._search_bar.setText(self._settings.session.query)
        if not self._settings.session.welcomed:
            self._welcome()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to browse."""
        return self._tree.rowCount() == 0

    def come_to_front(self) -> None:
        """Show the window before others, as far as the system lets it."""
        self.setWindowState(self.windowState() & ~QtCore.Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    @Slot()
    def refresh(self) -> None:
        """Show what others have made of the library meanwhile; all that a person does here stays as it is."""
        self.navigator.refresh()
        self.commands.refresh()
        self.status_line.refresh_count()

    def show_release(self, release_id: str) -> None:
        """Show a release that has just come into the library."""
        self.navigator.show_release(release_id)
        self._sidebar.setFocus()
        self.status_line.say_count()

    @own_override
    def retranslate(self) -> None:
        super().retranslate()
        for name, menu in self._menus.items():
            menu.setTitle(translated(name))
        for part in (self._sidebar, self._search_bar, self._tabs):
            part.retranslate()
        if self._is_complete:
            self.commands.retranslate()
        if not self._sidebar.searching:
            self.status_line.say_count()

    def close_threads(self) -> None:
        """End the threads for questions and jobs, imports, the index and other windows too, if they were started."""
        from viewer.models.asker import Asker
        from viewer.models.job_runner import JobRunner

        for asker in self.findChildren(Asker):
            asker.close()
        for runner in self.findChildren(JobRunner):
            runner.close()

    @Slot()
    def show_about(self) -> None:
        """Show About, at the notice of the release on the page."""
        shown = self._tabs.shown
        self.about_requested.emit(shown.release.id if isinstance(shown, Page) else "")

    @Slot()
    @own_override
    def refresh_theme(self) -> None:
        """Take the colours of the theme anew, after it or the system's has changed."""
        apply_theme(wanted_theme(self._settings.preferences.theme))
        super().refresh_theme()
        self._tabs.redraw()
        if self._focus_frame is not None:
            self._focus_frame.redraw()
        if self._is_complete:
            self.commands.search.search_again()

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
            self._settings.save_session()
            super().closeEvent(event)

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

        bar = self._welcome_bar = WelcomeBar(self._settings.session, self)
        self._search_bar.searched.connect(bar.put_away)
        self.navigator.arrived.connect(bar.put_away)
        self.add_bar(bar)

    @Slot()
    def _say_title(self) -> None:
        name = QCoreApplication.translate("Program", "Release Viewer")
        self.setWindowTitle(" — ".join(filter(None, (title_of(self._tabs.shown), name))))


def _dropped_paths(event: QDropEvent) -> list[str]:
    """The files and folders of this machine among what is dropped."""
    return [path for url in event.mimeData().urls() if (path := url.toLocalFile())]
