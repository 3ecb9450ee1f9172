"""The hits of a search as a Qt list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Signal

from viewer.library.search import Hit, Hits
from viewer.models.index import Index
from viewer.models.role import Role
from viewer.models.row_changes import update_rows
from viewer.models.spoken import joined, position_text
from viewer.models.tool_tip import tool_tip
from viewer.override import override
from viewer.release.unseen import reveal, reveal_marked

_HEARD = 40
"""Characters of a snippet that are heard at once."""


class HitRole(IntEnum):
    """What a hit tells besides its title. Spans are places of matches, to be marked."""

    ID = Role.USER
    TITLE_SPANS = Role.USER + 1
    SNIPPET = Role.USER + 2
    SNIPPET_SPANS = Role.USER + 3
    PLACE = Role.USER + 4


class HitsModel(QAbstractListModel):
    """Hits, best first.

    Signals:
        more_requested(offset): the view has come to the last hit that was read.
    """

    more_requested = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: list[Hit] = []
        self._more = False
        self._total = 0
        self._at_least = False
        self._requested = 0

    def set_hits(self, hits: Hits) -> None:
        """Show these hits in place of all others; more of the same search are put below."""
        if hits.offset and hits.offset == len(self._hits) and hits.hits:
            self.beginInsertRows(QModelIndex(), hits.offset, hits.offset + len(hits.hits) - 1)
            self._hits += map(_revealed, hits.hits)
            self.endInsertRows()
        else:
            self.beginResetModel()
            self._hits = list(map(_revealed, hits.hits))
            self._total, self._at_least = len(hits.hits), hits.more
            self.endResetModel()
        self._more = hits.more
        self._requested = len(self._hits)

    def update_hits(self, hits: Hits) -> None:
        """Show what the same search finds now, from its first hit on; hits that are still there stay what they are."""
        update_rows(self, self._hits, hits.hits, lambda hit: hit.id)
        self._more = hits.more
        self._requested = len(self._hits)

    def set_total(self, total: int, *, more: bool) -> None:
        """Know how many hits there are, with those that have not been read; `more` says that there are others still."""
        self._total, self._at_least = total, more

    def entry_id(self, index: Index) -> str:
        """The id of the entry that a hit opens; "" for no row."""
        return self._hits[index.row()].id if index.isValid() else ""

    def path(self, index: Index) -> list[str]:
        """The ids that lead to a row: only its own."""
        return [self.entry_id(index)] if index.isValid() else []

    def find(self, path: Sequence[str]) -> QModelIndex:
        """The row with this id; an invalid index if there is none."""
        rows = (row for row, hit in enumerate(self._hits) if [hit.id] == list(path))
        return self.index(next(rows, -1))

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._hits)

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._more and self._requested == len(self._hits)

    @override
    def fetchMore(self, parent: Index) -> None:
        self._requested += 1
        self.more_requested.emit(len(self._hits))

    @override
    def data(self, index: Index, role: int = Role.DISPLAY) -> Any:
        if not index.isValid():
            return None
        hit = self._hits[index.row()]
        match role:
            case Role.DISPLAY:
                return hit.title
            case Role.TOOL_TIP:
                return tool_tip(hit.title)
            case Role.ACCESSIBLE_TEXT:
                beginning = hit.snippet[:_HEARD] + ("…" if len(hit.snippet) > _HEARD else "")
                return joined(hit.title, hit.release, hit.section, beginning, self._position(index.row()))
            case HitRole.ID:
                return hit.id
            case HitRole.TITLE_SPANS:
                return hit.title_spans
            case HitRole.SNIPPET:
                return hit.snippet
            case HitRole.SNIPPET_SPANS:
                return hit.snippet_spans
            case HitRole.PLACE:
                return " › ".join(filter(None, (hit.release, hit.section)))
        return None

    def _position(self, row: int) -> str:
        return position_text(row, max(self._total, len(self._hits)), more=self._at_least)


def _revealed(hit: Hit) -> Hit:
    """The hit with everything in it that is shown made visible."""
    title, title_spans = reveal_marked(hit.title, hit.title_spans)
    snippet, snippet_spans = reveal_marked(hit.snippet, hit.snippet_spans)
    return replace(
        hit,
        title=title,
        title_spans=title_spans,
        snippet=snippet,
        snippet_spans=snippet_spans,
        release=reveal(hit.release),
        section=reveal(hit.section),
    )
