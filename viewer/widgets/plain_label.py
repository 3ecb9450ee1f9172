"""Labels that show a text just as it is."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

_PLAIN = 0  # Qt.TextFormat.PlainText; the name would load the namespace Qt, see `viewer.models.role`


class PlainLabel(QLabel):
    """A label for texts that are not ours: Qt's takes what looks like HTML for HTML, and reads the pictures in it."""

    def __init__(self, parent: QWidget | None = None, text: str = "") -> None:
        super().__init__(text, parent)
        self.setProperty("textFormat", _PLAIN)
