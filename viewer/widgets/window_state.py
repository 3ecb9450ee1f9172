"""What of the window is kept between starts, in a readable INI file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from viewer.language import Language, system_language
from viewer.library.browse import BrowseWay
from viewer.widgets.actions import COPY_TEXTS
from viewer.widgets.sidebar import TreeState
from viewer.widgets.theme import Theme

_BETWEEN_IDS = "\t"
_BETWEEN_PATHS = "\n"
_RECENT_QUERIES = 10


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
    def language(self) -> Language:
        """The chosen language, or else that of the system."""
        value = self._text("language")
        return Language(value) if value in set(Language) else system_language()

    @language.setter
    def language(self, value: Language) -> None:
        self._settings.setValue("language", str(value))

    @property
    def theme(self) -> Theme:
        """The chosen theme."""
        value = self._text("theme")
        return Theme(value) if value in set(Theme) else Theme.SYSTEM

    @theme.setter
    def theme(self, value: Theme) -> None:
        self._settings.setValue("theme", str(value))

    @property
    def copy_form(self) -> str:
        """How things are usually copied: a key of `COPY_TEXTS`."""
        value = self._text("copy-form")
        return value if value in COPY_TEXTS else next(iter(COPY_TEXTS))

    @copy_form.setter
    def copy_form(self, value: str) -> None:
        self._settings.setValue("copy-form", str(value))

    @property
    def hidden_columns(self) -> set[str]:
        """The columns of the table of figures that are not shown, by their names."""
        return set(self._text("figures/hidden").split())

    @hidden_columns.setter
    def hidden_columns(self, value: set[str]) -> None:
        self._settings.setValue("figures/hidden", " ".join(sorted(value)))

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
        expanded = tuple(_split(path) for path in self._text("tree/expanded").split(_BETWEEN_PATHS) if path)
        scroll = self._text("tree/scroll")
        return TreeState(expanded, _split(self._text("tree/current")), int(scroll) if scroll.isdecimal() else 0)

    @tree.setter
    def tree(self, value: TreeState) -> None:
        self._settings.setValue("tree/expanded", _BETWEEN_PATHS.join(map(_BETWEEN_IDS.join, value.expanded)))
        self._settings.setValue("tree/current", _BETWEEN_IDS.join(value.current))
        self._settings.setValue("tree/scroll", str(value.scroll))

    @property
    def recent_queries(self) -> list[str]:
        """The queries that were searched last, the latest first."""
        return [query for query in self._text("recent").split(_BETWEEN_PATHS) if query]

    def remember_query(self, query: str) -> None:
        """Put a query before the others."""
        others = [other for other in self.recent_queries if other != query]
        self._settings.setValue("recent", _BETWEEN_PATHS.join([query, *others][:_RECENT_QUERIES]))

    def save(self) -> None:
        """Write the file now."""
        self._settings.sync()

    def _text(self, key: str) -> str:
        value = self._settings.value(key, "")
        return value if isinstance(value, str) else ""

    def _bytes(self, key: str) -> QByteArray:
        value = self._settings.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()


def _split(path: str) -> tuple[str, ...]:
    return tuple(filter(None, path.split(_BETWEEN_IDS)))
