"""What can be done in the window: the parts that do it, and the actions and menus that ask for it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMenu

from viewer.address import address_of
from viewer.library.library import Library
from viewer.models.tree_model import TreeModel
from viewer.widgets.action_states import ActionStates
from viewer.widgets.annotating import Annotating
from viewer.widgets.appearance import Appearance
from viewer.widgets.changes import Changes
from viewer.widgets.document_chooser import DocumentChooser
from viewer.widgets.finding import Finding
from viewer.widgets.links import Links
from viewer.widgets.menus import context_actions, fill_menus, retranslate
from viewer.widgets.navigator import Navigator
from viewer.widgets.parts import Parts
from viewer.widgets.qt_actions import make_actions
from viewer.widgets.recent import Recent
from viewer.widgets.removing import Removing
from viewer.widgets.search_bar import SearchBar
from viewer.widgets.search_session import SearchSession
from viewer.widgets.side_windows import SideWindows
from viewer.widgets.sidebar import Sidebar
from viewer.widgets.status_line import StatusLine
from viewer.widgets.subject import subject_of
from viewer.widgets.tabs import Tabs
from viewer.widgets.take_along import TakeAlong
from viewer.widgets.toolbar import Toolbar

if TYPE_CHECKING:
    from viewer.widgets.action import Menu
    from viewer.widgets.go_to import GoTo
    from viewer.widgets.settings import Settings
    from viewer.widgets.window_with_bars import WindowWithBars


class Panels(NamedTuple):
    """What is seen of a window, and what goes from page to page in it."""

    tree: TreeModel
    sidebar: Sidebar
    search_bar: SearchBar
    tabs: Tabs
    status_line: StatusLine
    toolbar: Toolbar
    navigator: Navigator
    menus: dict[Menu, QMenu]


class Commands(QObject):
    """Made when the window has been painted, for nobody can ask for anything before.

    Attributes:
        search: searches for what is typed.
        links: does what links stand for.
        take_along: copies, cites, exports and prints.
        documents: asks for documents to open.
        recent: offers what was opened last.

    Signals:
        notice_requested(id): the notice of the release with this id is to be shown.
        failed(ReleaseViewerError): something could not be done.
    """

    notice_requested = Signal(str)
    failed = Signal(object)

    def __init__(self, library: Library, settings: Settings, panels: Panels, window: WindowWithBars) -> None:
        super().__init__(window)
        self._library = library
        self._panels = panels
        self._window = window
        self._go_to: GoTo | None = None
        _tree, sidebar, search_bar, tabs, *_others = panels
        self.search = SearchSession(library.path, settings.session, search_bar, sidebar, self)
        subject = partial(subject_of, tabs, sidebar, search_bar)
        self.take_along = TakeAlong(library, settings, subject, window.jobs, window)
        self.documents = DocumentChooser(window)
        self._changes = Changes(library, window.jobs, self)
        self._annotating = Annotating(library, subject, tabs.pane.selected_lines, self._changes, window)
        self.links = Links(panels.navigator, self.search, self._annotating, self)
        self._removing = Removing(library, subject, self._changes, window)
        self._side_windows = SideWindows(library, settings, subject, window)
        self._appearance = Appearance(settings, sidebar, window)
        self.recent = Recent(settings.session, search_bar)
        self._parts = Parts((search_bar, sidebar, tabs.pane), window)
        self._finding = Finding(tabs.pane, window.add_bar_below, self)
        self._actions = make_actions(window, (self, *self._doers()), panels.toolbar.own_actions)
        self._states = ActionStates(self._actions, settings, panels.tree, tabs, self._changes, self)
        self._actions["show-sidebar"].setChecked(not sidebar.isHidden())
        self._actions["full-screen"].setChecked(window.isFullScreen())
        self._menus = fill_menus(panels.menus, self._actions)
        self._connect_search()
        self._connect_page()
        self._connect_changes()
        self._connect_side_windows()

    def _doers(self) -> tuple[QObject, ...]:
        """What has the slots of actions, beside this."""
        return (
            self._window,
            self.search,
            self._panels.tabs,
            self._panels.navigator,
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
        )

    def _connect_search(self) -> None:
        _tree, sidebar, search_bar, tabs, status_line, *_others = self._panels
        self.search.said.connect(status_line.say)
        self.search.ended.connect(tabs.look_back)
        self.search.ended.connect(status_line.say_count)
        self.search.opened.connect(tabs.pane.setFocus)
        self.search.link_opened.connect(self._panels.navigator.open_link)
        search_bar.recent_requested.connect(self.recent.show_recent)
        search_bar.searched.connect(self._finding.unmark_searched)
        sidebar.page_opened.connect(self._mark_searched)
        search_bar.copy_requested.connect(self.take_along.copy)
        self.recent.query_chosen.connect(self.search.search_for)
        sidebar.menu_requested.connect(self._fill_context_menu)
        sidebar.drag_started.connect(self.take_along.drag)
        self._panels.navigator.way_changed.connect(self._states.check_choices)

    def _connect_page(self) -> None:
        pane, status_line = self._panels.tabs.pane, self._panels.status_line
        pane.copy_requested.connect(self.take_along.copy)
        pane.figure_chosen.connect(self.take_along.copy_figure)
        pane.link_opened.connect(self.links.open)
        pane.menu_requested.connect(self._fill_context_menu)
        pane.zoomed.connect(self._appearance.resize_text)
        pane.pointed.connect(self._say_target)
        self.links.notice_requested.connect(self.notice_requested)
        self.links.command_requested.connect(self._take_command)
        self.links.said.connect(status_line.say_briefly)
        self.take_along.said.connect(status_line.say_briefly)
        self.documents.said.connect(status_line.say_after_count)

    def _connect_changes(self) -> None:
        navigator, status_line = self._panels.navigator, self._panels.status_line
        self._changes.failed.connect(self.failed)
        self._removing.said.connect(status_line.say_after_count)
        self._removing.removed.connect(navigator.reload)
        self._removing.restored.connect(navigator.reload)
        self._annotating.said.connect(status_line.say_briefly)
        self._annotating.changed.connect(navigator.refresh)

    def _connect_side_windows(self) -> None:
        self._side_windows.figure_opened.connect(self._panels.navigator.show_figure)
        self._side_windows.export_requested.connect(self.take_along.export_figures)
        self._side_windows.charts_requested.connect(self.take_along.export_charts)
        self._side_windows.failed.connect(self.failed)

    @Slot()
    def follow_page(self) -> None:
        """Let the actions be as the page that is shown."""
        self._states.follow_page()

    @Slot()
    def retranslate(self) -> None:
        """Take the texts of the current language."""
        retranslate(self._actions, self._menus)
        self._states.name_changes()
        self._states.check_choices()
        self._panels.toolbar.retranslate()
        self._finding.retranslate()
        self.search.search_again()

    def refresh(self) -> None:
        """Show in hits, in “Go to” and in other windows what the library has now."""
        self.search.search_again()
        if self._go_to is not None:
            self._go_to.refresh()
        self._side_windows.refreshing.emit()

    @Slot()
    def open_go_to(self) -> None:
        """Let a person type a part of a name, of a page or a command, to go there."""
        if self._go_to is None:
            from viewer.widgets.go_to import GoTo  # seldom needed

            self._go_to = GoTo(self._library.path, self._actions, self._window)
            self._go_to.page_requested.connect(self._panels.navigator.open_link)
            self._go_to.tab_requested.connect(self._panels.tabs.open_behind)
            self._go_to.command_requested.connect(self._take_command)
            self._go_to.failed.connect(self.failed)
        self._go_to.open(self._panels.tabs.history.visited)

    @Slot()
    def leave_search(self) -> None:
        """Close the find bar, or empty the search bar, which brings the tree back, or leave the full screen."""
        if self._finding.is_open:
            self._finding.close_find()
        elif self._panels.search_bar.typed:
            self._panels.search_bar.empty()
            self._panels.sidebar.setFocus()
        else:
            self._actions["full-screen"].setChecked(False)
            self._appearance.show_full_screen(False)

    @Slot()
    def _mark_searched(self) -> None:
        """Mark what has been searched on the page of the hit that is opened."""
        self._finding.mark_searched(self.search.terms)

    @Slot()
    def copy_link(self) -> None:
        """Copy a link to the page, which other programs can keep and open."""
        if self._panels.tabs.shown is not None:
            self.take_along.copy_text(address_of(self._panels.tabs.shown.id))

    @Slot(str)
    def _say_target(self, link: str) -> None:
        """Say where the link leads that the mouse or the keys have come to."""
        from viewer.widgets.link_target import target_text  # not needed to start

        self._panels.status_line.point_at(target_text(link))

    @Slot(str)
    def _take_command(self, id_: str) -> None:
        self._actions[id_].trigger()

    @Slot(QMenu)
    def _fill_context_menu(self, menu: QMenu) -> None:
        menu.addActions(context_actions(self._actions, self._menus))
