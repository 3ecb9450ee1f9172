"""The button in a line that empties it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QToolButton


def offer_clearing(line: QLineEdit) -> None:
    """Give `line` a button that empties it, with a name in the language of the window, which Qt gives it none of."""
    line.setClearButtonEnabled(True)
    button = line.findChild(QToolButton)
    if isinstance(button, QToolButton):
        button.setAccessibleName(QCoreApplication.translate("ClearButton", "Empty this line"))
