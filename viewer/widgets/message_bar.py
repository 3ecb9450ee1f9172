"""A bar above the page that says what went wrong and what to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6 import QtCore
from PySide6.QtCore import Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QToolButton, QWidget

from viewer.widgets.announcing import announce
from viewer.widgets.plain_label import PlainLabel
from viewer.widgets.theme import current_colours

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap


class Remedy(NamedTuple):
    """What a person can do about what a message says: the text of its button, and what a click does."""

    text: str
    carry_out: Callable[[], object]


class MessageBar(QWidget):
    """One message, with a button to put it away, and one to copy what is behind it. Hidden while nothing is to say.

    Where something can be done about it, a button does that.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self._label = PlainLabel(self)
        self._label.setWordWrap(True)
        self._label.setMinimumWidth(1)  # or a long link, which has no place to break, makes the window wider
        self._details = ""
        self._remedy: Remedy | None = None
        self._carry_out = QPushButton(self)
        self._carry_out.clicked.connect(self._carry_out_remedy)
        self._copy = QPushButton(self)
        self._copy.clicked.connect(self._copy_details)
        self._close = QToolButton(self)
        self._close.setText("✕")
        self._close.setAutoRaise(True)
        self._close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 6, 6)
        layout.addWidget(self._label, 1)
        layout.addWidget(self._carry_out)
        layout.addWidget(self._copy)
        layout.addWidget(self._close)
        self.hide()
        self.retranslate()

    @property
    def message(self) -> str:
        """What the bar says; "" for a picture or nothing."""
        return self._label.text()

    def retranslate(self) -> None:
        """Take the texts of the current language."""
        self._copy.setText(self.tr("Copy details"))
        self._close.setToolTip(self.tr("Close this message"))
        self._close.setAccessibleName(self.tr("Close this message"))

    def show_message(self, message: str, details: str = "", remedy: Remedy | None = None) -> None:
        """Say `message` until it is put away or another one comes; `details` are what is copied, if not itself."""
        self._details = details or message
        self._offer(remedy)
        self._copy.show()
        self._label.setTextInteractionFlags(
            QtCore.Qt.TextInteractionFlag.TextSelectableByMouse | QtCore.Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._label.setText(message)
        self._show()
        announce(self, message)

    def show_picture(self, picture: QPixmap, message: str) -> None:
        """Show a picture of `message`, where no font can show it."""
        self._offer(None)
        self._copy.hide()
        self._label.setPixmap(picture)
        self._label.setAccessibleName(message)
        self._show()
        announce(self, message)

    def _offer(self, remedy: Remedy | None) -> None:
        self._remedy = remedy
        self._carry_out.setText(remedy.text if remedy else "")
        self._carry_out.setVisible(remedy is not None)

    @Slot()
    def _carry_out_remedy(self) -> None:
        if self._remedy is not None:
            self._remedy.carry_out()

    @Slot()
    def _copy_details(self) -> None:
        from viewer.widgets.clipboard import put_on_clipboard  # not needed to start
        from viewer.writers.clip import Clip

        put_on_clipboard(Clip(self._details))

    def redraw(self) -> None:
        """Take the colours of the current theme."""
        palette = QApplication.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(current_colours().warning))
        self.setPalette(palette)

    def _show(self) -> None:
        self.redraw()
        self.show()
