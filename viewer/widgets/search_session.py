"""What happens between the search bar, the search thread and the sidebar."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from viewer.models.counts_and_dates import count_text
from viewer.widgets.search_bar import SearchBar
from viewer.widgets.sidebar import Sidebar

if TYPE_CHECKING:
    from viewer.models.searcher import Answer, Searcher, Summary
    from viewer.widgets.session import Session

_LONGEST_SAID = 40  # characters of a query, so that what was found is seen behind it


class SearchSession(QObject):
    """Sends what is typed to the searcher and shows what comes back.

    Signals:
        said(text): what is to be said of the search in the status line.
        opened(): the current row is opened, for its page to be read.
        link_opened(id): the link to a page was typed.
        ended(): nothing is typed any more, and the tree is back.
    """

    said = Signal(str)
    opened = Signal()
    link_opened = Signal(str)
    ended = Signal()

    def __init__(self, library_path: Path, session: Session, bar: SearchBar, sidebar: Sidebar, parent: QObject) -> None:
        super().__init__(parent)
        self._library_path = library_path
        self._session = session
        self._bar = bar
        self._sidebar = sidebar
        self._searcher: Searcher | None = None
        self._answer: Answer | None = None
        self._summary: Summary | None = None
        self._heard = ""
        self._is_waiting = False
        self._opens_when_answered = False
        bar.searched.connect(self._search)
        bar.entered.connect(self._prepare)
        bar.opened.connect(self._open_current)
        sidebar.category_chosen.connect(self._search_category)
        sidebar.query_chosen.connect(bar.setText)
        sidebar.current_moved.connect(self._follow)
        if bar.typed:  # it stood there at the end of the last start, or the person was quicker than the window
            self._search(bar.typed)

    @property
    def searcher(self) -> Searcher:
        """Searches the library off the GUI thread; it is loaded by the first search."""
        if self._searcher is None:
            from viewer.models.searcher import Searcher

            self._searcher = Searcher(self._library_path, self)
            self._searcher.answered.connect(self._show_answer)
            self._searcher.summarised.connect(self._show_summary)
            self._searcher.failed.connect(self._fail)
            self._sidebar.more_hits_requested.connect(self._searcher.search_more)
        return self._searcher

    @property
    def terms(self) -> tuple[str, ...]:
        """The folded texts that are searched, while hits are shown."""
        from viewer.library.matches import leaves  # not needed to start
        from viewer.library.query import Name, Words

        part = self._answer.query.part if self._answer is not None and self._sidebar.searching else None
        found = [leaf for leaf in leaves(part) if isinstance(leaf, Words | Name)] if part is not None else []
        variants = (leaf.variant for leaf in found if isinstance(leaf, Words))
        return tuple(filter(None, (*(leaf.text for leaf in found), *variants)))

    @Slot()
    def focus_search(self) -> None:
        """Go to the search bar, with what is in it selected."""
        self._bar.setFocus()
        self._bar.selectAll()

    @Slot(str)
    def search_for(self, typed: str) -> None:
        """Type a query into the search bar, and stay there."""
        self.focus_search()
        self._bar.setText(typed)

    @Slot()
    def search_again(self) -> None:
        """Search once more: there may be more or less to be found. What is found again stays as it is."""
        if self._searcher is not None and self._bar.typed.strip():
            self._searcher.search_again(self._sidebar.row_count() if self._sidebar.searching else 0)

    @Slot()
    def _prepare(self) -> None:
        self.searcher.prepare()

    @Slot()
    def _open_current(self) -> None:
        typed = self._bar.text().strip()
        if typed.startswith("release-viewer:"):
            from viewer.address import id_of  # not needed to start

            self.link_opened.emit(id_of(typed))
            return
        if self._is_waiting:  # the rows are those for what was typed before
            self._opens_when_answered = True
            return
        if self._sidebar.searching:
            self._session.remember_query(typed)
        self._sidebar.open_current()
        self.opened.emit()

    @Slot(str)
    def _search(self, typed: str) -> None:
        self._is_waiting = bool(typed.strip())
        self._opens_when_answered = False
        if self._is_waiting:
            self.searcher.search(typed)
            return
        self.searcher.cancel()
        if self._sidebar.searching:
            self._sidebar.show_tree()
            self.ended.emit()

    @Slot(str)
    def _search_category(self, title: str) -> None:
        self.searcher.search(self._bar.typed, title)

    @Slot(object)
    def _show_answer(self, answer: Answer) -> None:
        last, request = self._answer, answer.request
        if request.offset:
            self._sidebar.show_hits(answer.hits)
            return
        self._answer, self._summary = answer, None
        self._is_waiting = False
        if self._sidebar.searching and last is not None and request.is_like(last.request):
            self._sidebar.update_hits(answer.hits)
        else:
            self._heard = ""
            self._say(0)
            self._sidebar.show_hits(answer.hits)
        if self._opens_when_answered and answer.hits.hits:
            self._opens_when_answered = False
            self._open_current()

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self._is_waiting = self._opens_when_answered = False
        raise error

    @Slot(object)
    def _show_summary(self, summary: Summary) -> None:
        self._summary = summary
        if self._answer is not None:
            self._sidebar.show_summary(summary, self._answer.query)
        self._bar.set_completions(summary.request.typed, summary.completions)
        self._say(self._sidebar.current_row())
        none = self.tr("no hits")
        heard = self._sidebar.spoken_row() or none
        if self._heard == heard or self._heard not in ("", none):
            return  # of a query that is searched again the first hit is heard once
        self._heard = heard
        _announce(self._bar, heard, *(_notes(self._answer) if self._answer is not None else ()))

    @Slot(int)
    def _follow(self, row: int) -> None:
        """Say which hit is the current one, aloud too where no row has the focus and is said for that."""
        self._say(row)
        if self._summary is not None and self._bar.hasFocus():
            _announce(self._bar, self._sidebar.spoken_row())

    def _say(self, row: int) -> None:
        """Say what was searched, which hit of how many is the current one, the time, and what was left out."""
        if self._answer is None:
            return
        answer = self._answer
        typed = answer.request.typed.strip()
        short = typed if len(typed) <= _LONGEST_SAID else f"{typed[:_LONGEST_SAID]}…"
        parts = [self.tr("“{typed}”").format(typed=short)]
        if not answer.hits.hits:
            parts.append(self.tr("no hits"))
        elif self._summary is not None:
            counts, category = self._summary.counts, answer.request.category
            total = counts.total_of(category)
            shown = f"{count_text(total)}+" if counts.more else count_text(total)
            parts.append(self.tr("{place} of {total}").format(place=count_text(row + 1), total=shown))
        parts.append(self.tr("{milliseconds} ms").format(milliseconds=f"{answer.seconds * 1000:.1f}"))
        self.said.emit("  ·  ".join((*parts, *_notes(answer))))


def _notes(answer: Answer) -> list[str]:
    """What was left out of a query, in words."""
    from viewer.widgets.query_text import describe_note  # not needed to start

    return [describe_note(note, text) for note, text in answer.query.notes]


def _announce(bar: SearchBar, *texts: str) -> None:
    from viewer.models.spoken import joined  # not needed to start
    from viewer.widgets.announcing import announce

    announce(bar, joined(*texts))
