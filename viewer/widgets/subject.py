"""What a person means when copying, removing, starring and the like."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from viewer.library.browse import Group
from viewer.library.entry import Page
from viewer.widgets.search_bar import SearchBar
from viewer.widgets.shown import title_of
from viewer.widgets.sidebar import Sidebar
from viewer.widgets.tabs import Tabs

if TYPE_CHECKING:
    from viewer.writers.blocks import Block


class Subject(NamedTuple):
    """The selected text if there is any, or else entries and groups by their ids.

    Attributes:
        page: that is shown; None for a group.
        title: of what is meant.
        query: what is typed into the search bar.
    """

    selection: list[Block]
    ids: tuple[str, ...]
    page: Page | None
    title: str
    query: str


def subject_of(tabs: Tabs, sidebar: Sidebar, search_bar: SearchBar) -> Subject:
    """What is meant now: the selected text, several selected rows, or else the page."""
    shown = tabs.shown
    page = shown if isinstance(shown, Page) else None
    ids = sidebar.selected_ids() if sidebar.has_focus() else ()
    if len(ids) <= 1:
        ids = (shown.id,) if isinstance(shown, Page | Group) else ()
    selection = [] if len(ids) > 1 else tabs.pane.selected_blocks()
    return Subject(selection, ids, page, title_of(shown), search_bar.typed)
