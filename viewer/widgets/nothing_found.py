"""What stands in place of the hits where there are none: what was understood, and what would find something."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6 import QtCore
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QWidget

from viewer.library.query import Query
from viewer.library.suggestions import Alternative
from viewer.widgets.page_html import escape
from viewer.widgets.query_text import describe
from viewer.widgets.theme import current_colours


class NothingFound(QLabel):
    """A few lines with links to queries that find something.

    Signals:
        query_chosen(typed): a link was clicked or entered.
    """

    query_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered: list[str] = []
        self.setMargin(10)
        self.setWordWrap(True)
        self.setTextFormat(QtCore.Qt.TextFormat.RichText)
        self.setAlignment(QtCore.Qt.AlignmentFlag.AlignTop)
        self.setTextInteractionFlags(
            QtCore.Qt.TextInteractionFlag.LinksAccessibleByMouse
            | QtCore.Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.linkActivated.connect(self._choose)

    def show_query(self, query: Query, alternatives: Sequence[Alternative]) -> None:
        """Say what `query` asked for and offer the alternatives."""
        colours = current_colours()
        self._offered = [alternative.typed for alternative in alternatives]
        heading = self.tr("Nothing found")
        lines = [f"<b>{escape(heading)}</b>"]
        if query.part is not None:
            lines.append(escape(self.tr("Looked for: {query}").format(query=describe(query.part))))
        if alternatives:
            lines.append(escape(self.tr("This finds something:")))
        for number, alternative in enumerate(alternatives):
            link = f"<a href='{number}' style='color:{colours.accent};text-decoration:none'>"
            total = f"<span style='color:{colours.muted}'>&nbsp; {alternative.total}</span>"
            lines.append(f"{link}{escape(alternative.typed)}</a>{total}")
        if not alternatives:
            lines.append(escape(self.tr("Try fewer or shorter words or a part of a name. F1 says what can be typed.")))
        self.setText("".join(f"<p style='margin:0 0 8px 0'>{line}</p>" for line in lines))

    @Slot(str)
    def _choose(self, link: str) -> None:
        self.query_chosen.emit(self._offered[int(link)])
