"""What of the window is kept between starts, in a readable INI file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

from viewer.library.browse import BrowseWay
from viewer.widgets.sidebar import TreeState
from viewer.widgets.theme import Theme


class WindowState:
    """Typed access to the file; a value that is missing or makes no sense is its default."""

    def __init__(self, path: Path) -> None:
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def geometry(self) -> QByteArray:
        """What `QWidget.saveGeometry` gave."""
        return self._bytes("geometry")

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._settings.setValue("geometry", value)

    @property
    def splitter(self) -> QByteArray:
        """What `QSplitter.saveState` gave."""
        return self._bytes("splitter")

    @splitter.setter
    def splitter(self, value: QByteArray) -> None:
        self._settings.setValue("splitter", value)

    @property
    def language(self) -> str:
        """The chosen language, or "" for that of the system."""
        return self._text("language")

    @language.setter
    def language(self, value: str) -> None:
        self._settings.setValue("language", value)

    @property
    def theme(self) -> Theme:
        """The chosen theme."""
        value = self._text("theme")
        return Theme(value) if value in set(Theme) else Theme.SYSTEM

    @theme.setter
    def theme(self, value: Theme) -> None:
        self._settings.setValue("theme", str(value))

    @property
    def page(self) -> str:
        """The id of the page that was shown last, or ""."""
        return self._text("page")

    @page.setter
    def page(self, value: str) -> None:
        self._settings.setValue("page", value)

    @property
    def way(self) -> BrowseWay:
        """The way to browse."""
        value = self._text("way")
        return BrowseWay(value) if value in set(BrowseWay) else BrowseWay.CATEGORY

    @way.setter
    def way(self, value: BrowseWay) -> None:
        self._settings.setValue("way", str(value))

    @property
    def tree(self) -> TreeState:
        """How the tree stood."""
        try:
            saved: Any = json.loads(self._text("tree") or "null")
            expanded = tuple(tuple(map(str, path)) for path in saved["expanded"])
            return TreeState(expanded, tuple(map(str, saved["current"])), int(saved["scroll"]))
        except (ValueError, TypeError, KeyError):
            return TreeState()

    @tree.setter
    def tree(self, value: TreeState) -> None:
        saved = {"expanded": value.expanded, "current": value.current, "scroll": value.scroll}
        self._settings.setValue("tree", json.dumps(saved, ensure_ascii=False))

    def save(self) -> None:
        """Write the file now."""
        self._settings.sync()

    def _text(self, key: str) -> str:
        value = self._settings.value(key, "")
        return value if isinstance(value, str) else ""

    def _bytes(self, key: str) -> QByteArray:
        value = self._settings.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()
