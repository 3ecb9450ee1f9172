"""What stands in place of the hits where there are none: what was understood, and what would find something."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from viewer.library.query import Query
from viewer.library.suggestions import Alternative
from viewer.models.counts_and_dates import rough_count_text
from viewer.widgets.link_label import LinkLabel, numbered_link
from viewer.widgets.query_text import describe
from viewer.widgets.text_html import escape
from viewer.widgets.theme import current_colours


class NothingFound(LinkLabel):
    """A few lines with links to queries that find something.

    Signals:
        query_chosen(typed): a link was clicked or entered.
    """

    query_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered: list[str] = []
        self.setMargin(10)
        self.linkActivated.connect(self._choose)

    def show_query(self, query: Query, alternatives: Sequence[Alternative], completions: Sequence[str]) -> None:
        """Say what `query` asked for and offer the alternatives; where it asks for nothing yet, the completions."""
        if query.part is None:
            lines = [_bold(self.tr("Nothing to search yet"))]
            offered = [(completion, "") for completion in completions]
            advice = self.tr("Try one of these:")
        else:
            lines = [_bold(self.tr("Nothing found"))]
            lines.append(escape(self.tr("Looked for: {query}").format(query=describe(query.part))))
            offered = [(alternative.typed, rough_count_text(alternative.total)) for alternative in alternatives]
            advice = self.tr("This finds something:")
        if not offered:
            advice = self.tr("Try fewer or shorter words or a part of a name. F1 says what can be typed.")
        lines.append(escape(advice))
        lines += [_link(number, typed, total) for number, (typed, total) in enumerate(offered)]
        self._offered = [typed for typed, _ in offered]
        self.setText("".join(f"<p style='margin:0 0 8px 0'>{line}</p>" for line in lines))

    @Slot(str)
    def _choose(self, link: str) -> None:
        self.query_chosen.emit(self._offered[int(link)])


def _bold(text: str) -> str:
    return f"<b>{escape(text)}</b>"


def _link(number: int, text: str, behind: str) -> str:
    colours = current_colours()
    link = numbered_link(number, text, f"color:{colours.accent}")
    return f"{link}<span style='color:{colours.muted}'>&nbsp; {behind}</span>"
