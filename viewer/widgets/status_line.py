"""The line at the foot of the window."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStatusBar, QWidget

from viewer.library.browse import count_items
from viewer.library.library import Library
from viewer.models.counts_and_dates import count_text
from viewer.release.unseen import reveal
from viewer.widgets.announcing import announce
from viewer.widgets.plain_label import PlainLabel

_BRIEFLY = 2000  # milliseconds


class StatusLine(QStatusBar):
    """Says how many items the library has, what a search found, what has been done, and how far the index is."""

    def __init__(self, library: Library, parent: QWidget) -> None:
        super().__init__(parent)
        self._library = library
        self._said_after_count: str | None = None
        self._label = PlainLabel(self)
        self._label.setContentsMargins(8, 0, 0, 0)
        self._label.setMinimumWidth(1)  # or a long text makes the window wider
        self._index_progress = PlainLabel(self)
        self._index_progress.setContentsMargins(0, 0, 8, 0)
        self.addWidget(self._label, 1)

    @Slot(str)
    def say(self, text: str) -> None:
        """Say something until something else is said."""
        self._said_after_count = None
        self._label.setText(reveal(text))

    @Slot(str)
    def say_briefly(self, text: str) -> None:
        """Say something for a moment, and aloud."""
        self.showMessage(reveal(text), _BRIEFLY)
        announce(self, reveal(text))

    @Slot(str)
    def point_at(self, target: str) -> None:
        """Say where a link leads, for as long as it is pointed at; "" for none."""
        if target:
            self.showMessage(reveal(target))
        else:
            self.clearMessage()

    @Slot()
    def say_count(self) -> None:
        """Say how many items the library has."""
        self._say_count("")

    @Slot(str)
    def say_after_count(self, text: str) -> None:
        """Say how many items the library has, and something more."""
        self._say_count(text)
        announce(self, reveal(text))

    def refresh_count(self) -> None:
        """Say how many items the library has now, with what has been said after it; where else is said, that stays."""
        if self._said_after_count is not None:
            self._say_count(self._said_after_count)

    def _say_count(self, after: str) -> None:
        count = count_items(self._library)
        counted = self.tr("{count} item(s)", "", count).format(count=count_text(count))
        self.say("  ·  ".join(filter(None, (counted, after))))
        self._said_after_count = after

    @Slot(int, int)
    def show_index_progress(self, done: int, total: int) -> None:
        """Say how far the search index is; what is in it already is found."""
        self.addPermanentWidget(self._index_progress)
        text = self.tr("Search index: {percent} %").format(percent=100 * done // max(total, 1))
        self._index_progress.setText(text)
        self._index_progress.setVisible(done < total)
