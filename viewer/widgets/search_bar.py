"""The search bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from viewer.override import override

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QPaintEvent


_ROWS_OF_A_PAGE = 5
_GAP = 4


class SearchBar(QLineEdit):
    """A line to type a query in; what an input method is still composing is part of the query.

    The likeliest completion of the last word stands behind it in grey; Tab takes it, and again the next one.

    Signals:
        searched(typed): the query has changed.
        moved(rows): ↓ ↑ and page keys, which move through the hits while the bar keeps the focus.
        opened(): Enter.
        copy_requested(): Ctrl+C with nothing selected in the bar, so that it is meant for the page.
        recent_requested(): ↓ while the bar is empty.
        entered(): the focus has come.
    """

    searched = Signal(str)
    moved = Signal(int)
    opened = Signal()
    copy_requested = Signal()
    recent_requested = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preedit = ""
        self._searched = ""
        self._completions: tuple[str, ...] = ()
        self._taken = -1
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(160)
        self.setTextMargins(6, 0, 6, 0)
        self.setFixedHeight(int(self.fontMetrics().height() * 1.9))
        self.textChanged.connect(self._search)
        self.retranslate()

    def retranslate(self) -> None:
        """Take the texts of the current language."""
        self.setPlaceholderText(self.tr("Search titles, text, units, figures or pinyin…   Ctrl+K"))
        self.setAccessibleName(self.tr("Search"))

    @property
    def typed(self) -> str:
        """The query: the text with what is being composed, whose letters are a word of their own."""
        if not self._preedit:
            return self.text()
        place = self.cursorPosition()
        before, behind = self.text()[:place], self.text()[place:]
        # input methods divide the letters of syllables by spaces or apostrophes
        composed = "'".join(self._preedit.split()) if self._preedit.isascii() else self._preedit
        between = " " if self._preedit.isascii() and before and not before[-1].isspace() and before[-1] != ":" else ""
        return before + between + composed + behind

    def empty(self) -> None:
        """Take away the text, and what is being composed."""
        if self._preedit:
            QGuiApplication.inputMethod().reset()
            self._preedit = ""
        self.clear()
        self._search()

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
        rows = {
            QtCore.Qt.Key.Key_Down: 1,
            QtCore.Qt.Key.Key_Up: -1,
            QtCore.Qt.Key.Key_PageDown: _ROWS_OF_A_PAGE,
            QtCore.Qt.Key.Key_PageUp: -_ROWS_OF_A_PAGE,
        }
        key = event.key()
        if key == QtCore.Qt.Key.Key_Down and not self.text():
            self.recent_requested.emit()
        elif key in rows:
            self.moved.emit(rows[QtCore.Qt.Key(key)])
        elif key in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.matches(QKeySequence.StandardKey.Copy) and not self.hasSelectedText():
            self.copy_requested.emit()
        else:
            super().keyPressEvent(event)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._preedit = event.preeditString()
        super().inputMethodEvent(event)
        self._search()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._preedit:  # the input method has gone, and what it was composing with it
            self._preedit = ""
            self._search()

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
        """Take the next completion; whether there is one."""
        if not self._completions or self._preedit:
            return False
        self._taken = (self._taken + 1) % len(self._completions)
        completions, taken = self._completions, self._taken
        self.setText(completions[taken])
        self._completions, self._taken = completions, taken
        return True

    @Slot()
    def _search(self) -> None:
        self._completions, self._taken = (), -1
        if self.typed != self._searched:
            self._searched = self.typed
            self.searched.emit(self._searched)


def _shared(one: str, other: str) -> str:
    """The words at the beginning that both have."""
    place = 0
    while place < min(len(one), len(other)) and one[place] == other[place]:
        place += 1
    return one[: one.rfind(" ", 0, place) + 1]
