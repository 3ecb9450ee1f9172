"""Writing a note."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtCore import QKeyCombination, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from viewer.release.unseen import reveal
from viewer.widgets.plain_label import PlainLabel

_LONGEST_QUOTE = 80


class NoteDialog(QDialog):
    """A field for one note, below what it is about.

    Signals:
        saved(note): what has been written; "" where the note is to go.
    """

    saved = Signal(str)

    def __init__(self, title: str, quote: str, note: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Note"))
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(480, 300)
        quoted = self.tr("“{quote}”").format(quote=_shortened(reveal(quote)))
        about = PlainLabel(self, quoted if quote else reveal(title))
        about.setWordWrap(True)
        self._text = QPlainTextEdit(note, self)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(self.tr("Note"))
        self._text.setPlaceholderText(self.tr("What is to be remembered, checked or asked?"))
        self._text.moveCursor(QTextCursor.MoveOperation.End)
        buttons = QDialogButtonBox(self)
        save = buttons.addButton(self.tr("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        save.setToolTip("Ctrl+Enter")
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._save)
        buttons.rejected.connect(self.reject)
        keys = QKeyCombination(QtCore.Qt.KeyboardModifier.ControlModifier, QtCore.Qt.Key.Key_Return)
        QShortcut(QKeySequence(keys), self).activated.connect(self._save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(about)
        layout.addWidget(self._text)
        layout.addWidget(buttons)
        self._text.setFocus()

    @Slot()
    def _save(self) -> None:
        self.saved.emit(self._text.toPlainText().strip())
        self.accept()


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…"
