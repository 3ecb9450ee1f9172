"""Rich text that is closed to all that is not in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QTextDocument

from viewer.override import override

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QImage


class ClosedDocument(QTextDocument):
    """Loads nothing from anywhere: Qt's would read the files that pictures and style sheets are named by."""

    @override
    def loadResource(self, type: int, name: QUrl | str) -> object:  # noqa: A002  Qt's name
        return substitute(type)


def substitute(kind: int) -> QImage | QByteArray:
    """What a page gets for a picture or a style sheet: where it got none, Qt would look for the file once more."""
    if kind != QTextDocument.ResourceType.ImageResource.value:
        return QByteArray(b" ")
    from PySide6.QtGui import QImage  # few pages ask for a picture

    empty = QImage(1, 1, QImage.Format.Format_ARGB32)
    empty.fill(0)
    return empty
