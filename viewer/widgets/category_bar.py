"""The categories of what was found, each with its number; a click shows just one of them."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from viewer.library.search import Counts
from viewer.models.counts_and_dates import rough_count_text
from viewer.widgets.link_label import LinkLabel, numbered_link
from viewer.widgets.theme import current_colours

_LINES = 2
_BETWEEN = "   "


class CategoryBar(LinkLabel):
    """Two lines of links.

    Signals:
        category_chosen(title): hits of this category are wanted; "" is all of them.
    """

    category_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: list[str] = []
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.setContentsMargins(6, 0, 6, 0)
        # as high with one line as with two, so that the hits do not jump
        self.setFixedHeight(int(self.fontMetrics().lineSpacing() * (_LINES + 0.1)))
        self.linkActivated.connect(self._choose)

    def show_counts(self, counts: Counts, chosen: str) -> None:
        """Show as many categories as there is room for, and which of them is chosen."""
        metrics = self.fontMetrics()
        room = (self.width() - 12) * _LINES * 0.85  # for lines break between categories
        rows = [("", self.tr("All"), counts.total, counts.more)]
        rows += [(title, title, number, False) for title, number in counts.categories]
        rows.sort(key=lambda row: (row[0] != "", row[0] != chosen))
        self._shown = []
        links: list[str] = []
        for title, text, number, more in rows:
            said = f"{text} {rough_count_text(number)}{'+' if more else ''}"
            room -= metrics.horizontalAdvance(said + _BETWEEN)
            if room < 0 and links:
                break
            self._shown.append(title)
            links.append(_link(len(links), said, is_chosen=title == chosen))
        self.setText("&nbsp;&nbsp; ".join(links) if counts.categories else "")
        self.setEnabled(bool(counts.categories))  # Tab passes what is empty

    @Slot(str)
    def _choose(self, link: str) -> None:
        self.category_chosen.emit(self._shown[int(link)])


def _link(number: int, text: str, *, is_chosen: bool) -> str:
    colours = current_colours()
    style = f"color:{colours.text};font-weight:600" if is_chosen else f"color:{colours.accent}"
    return numbered_link(number, text, f"white-space:nowrap;{style}")
