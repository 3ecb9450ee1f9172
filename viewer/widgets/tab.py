"""A tab: where it has been, and the pages behind the one in front as they were left."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from viewer.widgets.history import History

if TYPE_CHECKING:
    from viewer.widgets.page_browser import PageView

_MOST_KEPT = 2_000_000  # characters of pages behind the one in front; others are drawn anew


class TabState(NamedTuple):
    """A tab between two starts: the ids of the pages it has shown, which of them it shows, and its title."""

    ids: tuple[str, ...]
    place: int
    title: str


class Tab:
    """A tab of the window.

    Attributes:
        history: where it has been.
        title: of its page.
        view: its page as it was left; None where it has to be drawn anew.
        is_old: whether the library may have another page by now than the one that was left.
    """

    def __init__(self, state: TabState) -> None:
        self.history = History(state.ids, state.place)
        self.title = state.title
        self.view: PageView | None = None
        self.is_old = False

    @property
    def state(self) -> TabState:
        """What is kept of it between two starts."""
        return TabState(self.history.ids, self.history.place, self.title)


class KeptViews:
    """The pages of tabs that were left, as many as memory allows; the oldest are drawn anew."""

    def __init__(self) -> None:
        self._tabs: list[Tab] = []  # the one that was left last at the end

    def keep(self, tab: Tab, view: PageView | None) -> None:
        """Keep the page of a tab that is left; None where it is to be drawn anew."""
        tab.view = view
        if view is None:
            return
        self._tabs.append(tab)
        characters = 0
        for kept in reversed(self._tabs[:]):
            characters += kept.view.document.characterCount() if kept.view is not None else 0
            if kept is not tab and characters > _MOST_KEPT:
                self.forget(kept)

    def take(self, tab: Tab) -> PageView | None:
        """Give back the page of a tab that comes to the front, if it was kept."""
        view, tab.view = tab.view, None
        if view is not None:
            self._tabs.remove(tab)
        return view

    def forget(self, tab: Tab) -> None:
        """Let go of the page of a tab."""
        if (view := self.take(tab)) is not None:
            view.document.deleteLater()
