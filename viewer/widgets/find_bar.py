"""The bar below the page to find a text on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from viewer.override import override
from viewer.widgets.announcing import announce
from viewer.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_LINE_WIDTH = 20  # Chinese characters


class FindBar(QWidget):
    """A line to type in, how much is found, and buttons to go through it.

    Signals:
        typed(text): another text is to be found.
        next_wanted(): the button, or Enter.
        previous_wanted(): the button, or Shift+Enter.
        closed(): the button to close it.
    """

    typed = Signal(str)
    next_wanted = Signal()
    previous_wanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._line = QLineEdit(self)
        self._line.setMaximumWidth(self.fontMetrics().height() * _LINE_WIDTH)
        self._line.textChanged.connect(self.typed)  # not textEdited: a screen reader changes a text without keys
        self._previous = self._button("↑", self.previous_wanted)
        self._next = self._button("↓", self.next_wanted)
        self._said = PlainLabel(self)
        self._close = self._button("✕", self.closed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 6, 4)
        layout.addWidget(self._line, 2)
        layout.addWidget(self._previous)
        layout.addWidget(self._next)
        layout.addWidget(self._said, 1)
        layout.addWidget(self._close)
        self.setFocusProxy(self._line)
        self.retranslate()

    def retranslate(self) -> None:
        """Take the texts of the current language."""
        self._line.setPlaceholderText(self.tr("Find on this page"))
        for widget, name, keys in (
            (self._line, self.tr("Find on this page"), ""),
            (self._previous, self.tr("Previous match"), "Shift+F3"),
            (self._next, self.tr("Next match"), "F3"),
            (self._close, self.tr("Close the find bar"), "Esc"),
        ):
            widget.setAccessibleName(name)
            widget.setToolTip(f"{name}  {keys}".rstrip())

    @property
    def text(self) -> str:
        """What is to be found."""
        return self._line.text()

    def begin(self, text: str) -> None:
        """Let a text be typed in place of this one, or behind it."""
        self._line.setText(text)
        self._line.selectAll()
        self.show()
        self.setFocus()

    def show_count(self, number: int, count: int, *, complete: bool, wrapped: int) -> None:
        """Say which of how many matches is the current one, and over which end of the page the last step went.

        0 stands for none; `wrapped` is 1 where it went on from the top, -1 from the end.
        """
        text = self._count_text(number, f"{count}{'' if complete else '+'}") if count or complete else "…"
        if wrapped:
            on = self.tr("continued from the top") if wrapped > 0 else self.tr("continued from the end")
            text = f"{text}  ·  {on}"
        # who hears it is told what has come of a step or of the whole page, not each match as it is found
        self._say(text if self.text else "", aloud=complete or number != self._number)
        self._number = number

    def _count_text(self, number: int, count: str) -> str:
        if number:
            return self.tr("{number} of {count}").format(number=number, count=count)
        return self.tr("Matches: {count}").format(count=count) if count != "0" else self.tr("No matches")

    def _say(self, text: str, *, aloud: bool) -> None:
        if text != self._said.text():
            self._said.setText(text)
            if aloud and self.isVisible():
                announce(self, text)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # the line leaves Enter to what it stands in
        if event.key() not in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif event.modifiers() & QtCore.Qt.KeyboardModifier.ShiftModifier:
            self.previous_wanted.emit()
        else:
            self.next_wanted.emit()

    def _button(self, letter: str, pressed: QtCore.SignalInstance) -> QToolButton:
        button = QToolButton(self)
        button.setText(letter)  # a letter has the colour of the theme
        button.setAutoRaise(True)
        button.clicked.connect(pressed)
        return button
