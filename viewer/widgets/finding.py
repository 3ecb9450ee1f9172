"""Find on the page: what its actions do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from viewer.widgets.detail_pane import DetailPane

if TYPE_CHECKING:
    from viewer.widgets.find_bar import FindBar
    from viewer.widgets.page_finder import PageFinder

_PARAGRAPH_MARK = "\u2029"


class Finding(QObject):
    """Joins the find bar to the page; both are loaded when something is to be found for the first time."""

    def __init__(self, pane: DetailPane, place_bar: Callable[[QWidget], None], parent: QObject) -> None:
        """`place_bar` puts the bar where it belongs in the window."""
        super().__init__(parent)
        self._pane = pane
        self._place_bar = place_bar
        self._parts: tuple[FindBar, PageFinder] | None = None

    @property
    def is_open(self) -> bool:
        """Whether the bar is there."""
        return self._parts is not None and not self._parts[0].isHidden()

    def retranslate(self) -> None:
        """Take the texts of the current language."""
        if self._parts is not None:
            self._parts[0].retranslate()

    @Slot()
    def open_find(self) -> None:
        """Let a text be typed; what is selected is the first, or else the one from last time."""
        from viewer.writers.clean import clean_line  # not needed to start

        bar, finder = self._loaded()
        selected, _mark, _further_paragraphs = self._pane.textCursor().selectedText().partition(_PARAGRAPH_MARK)
        bar.begin(clean_line(selected) or bar.text)
        finder.find(bar.text)

    @Slot()
    def find_next(self) -> None:
        """Go to the next match; after the last comes the first."""
        self._go(1)

    @Slot()
    def find_previous(self) -> None:
        """Go to the match before; before the first comes the last."""
        self._go(-1)

    def mark_searched(self, terms: tuple[str, ...]) -> None:
        """Mark what has been searched on the page that is shown, unless something is being found on it."""
        if terms and not self.is_open:
            _bar, finder = self._loaded()
            finder.mark(terms)

    @Slot()
    def unmark_searched(self) -> None:
        """Take away the marks of what has been searched."""
        if self._parts is not None:
            self._parts[1].unmark()

    @Slot()
    def close_find(self) -> None:
        """Put the bar away, and go back to the page, where the current match is selected then."""
        bar, finder = self._loaded()
        finder.finish()
        self._pane.setFocus()
        bar.hide()

    def _go(self, steps: int) -> None:
        bar, finder = self._loaded()
        if not bar.text:
            self.open_find()
        elif bar.isHidden():
            bar.show()
            finder.find(bar.text, steps)
        else:
            finder.go(steps)

    def _loaded(self) -> tuple[FindBar, PageFinder]:
        if self._parts is None:
            from viewer.widgets.find_bar import FindBar
            from viewer.widgets.page_finder import PageFinder

            bar, finder = FindBar(), PageFinder(self._pane)
            bar.hide()
            self._place_bar(bar)
            bar.typed.connect(finder.find)
            bar.next_wanted.connect(self.find_next)
            bar.previous_wanted.connect(self.find_previous)
            bar.closed.connect(self.close_find)
            finder.changed.connect(self._show_count)
            self._parts = bar, finder
        return self._parts

    @Slot()
    def _show_count(self) -> None:
        bar, finder = self._loaded()
        bar.show_count(finder.number, finder.count, complete=finder.complete, wrapped=finder.wrapped)
