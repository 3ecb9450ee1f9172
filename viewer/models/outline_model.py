"""The paragraphs of a document that is about to be kept, as rows whose headings can be mended."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import IntEnum

from PySide6 import QtCore
from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex
from PySide6.QtGui import QFont

from viewer.models.index import Index
from viewer.models.role import Role as ItemRole
from viewer.models.tool_tip import tool_tip
from viewer.override import override
from viewer.release.errors import QT_TRANSLATE_NOOP
from viewer.release.source import Paragraph, Role
from viewer.release.unseen import reveal

ROLE_NAMES = {
    Role.TITLE: QT_TRANSLATE_NOOP("OutlineModel", "Title"),
    Role.SUBTITLE: QT_TRANSLATE_NOOP("OutlineModel", "Subtitle"),
    Role.META: QT_TRANSLATE_NOOP("OutlineModel", "About it"),
    Role.HEADING: QT_TRANSLATE_NOOP("OutlineModel", "Heading {level}"),
    Role.BODY: QT_TRANSLATE_NOOP("OutlineModel", "Text"),
    Role.LIST: QT_TRANSLATE_NOOP("OutlineModel", "List"),
    Role.CAPTION: QT_TRANSLATE_NOOP("OutlineModel", "Photo"),
    Role.TABLE: QT_TRANSLATE_NOOP("OutlineModel", "Table"),
    Role.CREDIT: QT_TRANSLATE_NOOP("OutlineModel", "Credit"),
    Role.NOTICE: QT_TRANSLATE_NOOP("OutlineModel", "Notice"),
}
"""What paragraphs are, in English."""


class Column(IntEnum):
    """What the columns show."""

    ROLE = 0
    TEXT = 1


class OutlineModel(QAbstractTableModel):
    """What each paragraph was understood as.

    Attributes:
        levels: by the number of a paragraph, from 1 on, the level that it was given: 0 for text.
    """

    def __init__(self, paragraphs: Sequence[Paragraph], parent: QtCore.QObject | None = None) -> None:
        super().__init__(parent)
        self._paragraphs = paragraphs
        self.levels: dict[int, int] = {}

    def set_level(self, rows: Iterable[int], level: int) -> None:
        """Make the paragraphs in these rows headings of a level, or text where it is 0."""
        for row in rows:
            paragraph = self._paragraphs[row]
            if level == (paragraph.level if paragraph.role is Role.HEADING else 0) and paragraph.role in _PLAIN:
                self.levels.pop(row + 1, None)
            else:
                self.levels[row + 1] = level
            self.dataChanged.emit(self.index(row, Column.ROLE), self.index(row, Column.TEXT))

    def level(self, row: int) -> int:
        """The level of the heading in a row; 0 where there is none."""
        paragraph = self._paragraphs[row]
        return self.levels.get(row + 1, paragraph.level if paragraph.role is Role.HEADING else 0)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._paragraphs)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(Column)

    @override
    def data(self, index: Index, role: int = ItemRole.DISPLAY) -> object:
        paragraph = self._paragraphs[index.row()]
        level = self.level(index.row())
        if role == ItemRole.DISPLAY:
            return self._role_name(index.row(), level) if index.column() == Column.ROLE else _one_line(paragraph.text)
        if role == ItemRole.FONT and level:
            font = QFont()
            font.setBold(True)
            return font
        if role == ItemRole.TOOL_TIP and index.column() == Column.TEXT:
            return tool_tip(_one_line(paragraph.text))
        return None

    def _role_name(self, row: int, level: int) -> str:
        paragraph = self._paragraphs[row]
        role = paragraph.role if row + 1 not in self.levels else Role.HEADING if level else Role.BODY
        return QCoreApplication.translate("OutlineModel", ROLE_NAMES[role]).format(level=level)


_PLAIN = (Role.HEADING, Role.BODY)


def _one_line(text: str) -> str:
    return reveal(text.replace("\n", " ").replace("\t", " "))
