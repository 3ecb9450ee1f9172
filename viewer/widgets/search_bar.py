"""The search bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from viewer.override import override, own_override
from viewer.settings_file import LONGEST_TEXT
from viewer.widgets.clear_button import offer_clearing
from viewer.widgets.typing_line import TypingLine

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent

_GAP = 4


class SearchBar(TypingLine):
    """A line to type a query in.

    The likeliest completion of the last word stands behind it in grey; Tab takes it, and again the next one.

    Signals:
        copy_requested(): Ctrl+C with nothing selected in the bar, so that it is meant for the page.
        recent_requested(): ↓ while the bar is empty.
        entered(): the focus has come.
    """

    copy_requested = Signal()
    recent_requested = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._completions: tuple[str, ...] = ()
        self._taken = -1
        self.setMinimumWidth(160)
        self.setMaxLength(LONGEST_TEXT)  # what is longer would make no sense at the next start
        self.retranslate()

    def retranslate(self) -> None:
        """Take the texts of the current language."""
        self.setPlaceholderText(self.tr("Search titles, text, units, figures or pinyin…   Ctrl+K"))
        self.setAccessibleName(self.tr("Search"))
        offer_clearing(self)

    def set_completions(self, typed: str, completions: tuple[str, ...]) -> None:
        """Offer what `typed` could become, if it is still what is typed."""
        if typed == self.typed and self._taken < 0:
            self._completions = completions
            self.update()

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        return (forward and self._complete()) or super().focusNextPrevChild(forward)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == QtCore.Qt.Key.Key_Down and not self.text():
            self.recent_requested.emit()
        elif event.matches(QtGui.QKeySequence.StandardKey.Copy) and not self.hasSelectedText():
            self.copy_requested.emit()
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        hint = self._hint()
        if not hint:
            return
        from PySide6.QtGui import QPainter  # not needed to start

        painter = QPainter(self)
        painter.setPen(self.palette().placeholderText().color())
        area = self.rect().adjusted(self.cursorRect().center().x() + _GAP, 0, -self.height(), 0)
        shown = self.fontMetrics().elidedText(hint, QtCore.Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, int(QtCore.Qt.AlignmentFlag.AlignVCenter), shown)
        painter.end()

    def _hint(self) -> str:
        """What Tab would add; the whole word where it would change what is typed."""
        at_end = self.cursorPosition() == len(self.text())
        if not self._completions or self._taken >= 0 or not self.hasFocus() or not at_end:
            return ""
        typed, first = self.typed, self._completions[0]
        same = first.casefold().startswith(typed.casefold())
        rest = first[len(typed) :] if same else first[len(_shared(typed, first)) :]
        return f"{rest}   Tab" if same else f"→ {rest}   Tab"

    def _complete(self) -> bool:
        """Take the next completion; whether there is one. Behind the last one Tab leaves the bar, as everywhere."""
        if self._preedit or self._taken + 1 >= len(self._completions):
            return False
        self._taken += 1
        completions, taken = self._completions, self._taken
        self.setText(completions[taken])
        self._completions, self._taken = completions, taken
        return True

    @own_override
    def search_typed(self) -> None:
        self._completions, self._taken = (), -1
        super().search_typed()


def _shared(one: str, other: str) -> str:
    """The words at the beginning that both have."""
    place = 0
    while place < min(len(one), len(other)) and one[place] == other[place]:
        place += 1
    return one[: one.rfind(" ", 0, place) + 1]
