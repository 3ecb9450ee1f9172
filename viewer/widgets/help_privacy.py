"""What the program keeps, and where."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from viewer.library.backups import backup_folder
from viewer.release.errors import QT_TRANSLATE_NOOP
from viewer.release.unseen import reveal
from viewer.widgets.page_parts import heading, paragraph
from viewer.widgets.text_html import escape

translate = QCoreApplication.translate

_NETWORK = (
    QT_TRANSLATE_NOOP(
        "Help",
        "The program opens no network connection: it fetches nothing, sends nothing, and looks for no updates.",
    ),
    QT_TRANSLATE_NOOP(
        "Help",
        "A web address is opened by your browser, and only when you click it. When you print, your system's own "
        "print service is asked for its printers.",
    ),
)
_UNINSTALLING = QT_TRANSLATE_NOOP(
    "Help",
    "Uninstalling the program leaves these files as they are. Delete them if nothing is to remain; "
    "take them along if you move to another machine.",
)


class _Kept(NamedTuple):
    """A file or folder that the program keeps: what it is called, and what is in it, in English."""

    name: str
    meaning: str


_LIBRARY = _Kept(
    QT_TRANSLATE_NOOP("Help", "Library"),
    QT_TRANSLATE_NOOP(
        "Help",
        "The releases that you opened, word for word, and the search index; "
        "your stars, highlighted passages and notes; figures that you matched or kept apart.",
    ),
)
_COPIES = _Kept(
    QT_TRANSLATE_NOOP("Help", "Copies of the library"),
    QT_TRANSLATE_NOOP(
        "Help",
        "Copies that were made before a new version of the program changed the library, before another was "
        "restored, or when you asked for one, and damaged libraries as they were. "
        "None is ever deleted by itself.",
    ),
)
_PREFERENCES = _Kept(
    QT_TRANSLATE_NOOP("Help", "Preferences"),
    QT_TRANSLATE_NOOP("Help", "Language, theme, how text is set, how you usually copy."),
)
_SESSION = _Kept(
    QT_TRANSLATE_NOOP("Help", "Session"),
    QT_TRANSLATE_NOOP(
        "Help",
        "How the window was left: tabs with the pages that they have shown, how far pages have been read, "
        "recent searches, and the names of recent documents.",
    ),
)
_LATER_STARTS = _Kept(
    QT_TRANSLATE_NOOP("Help", "Later starts"),
    QT_TRANSLATE_NOOP("Help", "What a later start was asked to open, until the window that is open takes it."),
)
_ERRORS = _Kept(
    QT_TRANSLATE_NOOP("Help", "Errors"),
    QT_TRANSLATE_NOOP(
        "Help",
        "Where in the program an unexpected error or a crash happened, with the version; "
        "no text of documents, notes or searches.",
    ),
)


def privacy_html(library: Path, settings: Path, handover: Path, log: Path) -> Iterator[str]:
    """The page, with the file of the library and the folders of settings, of what later starts leave, and of errors."""
    yield from (paragraph(translate("Help", text)) for text in _NETWORK)
    yield heading(translate("Help", "What is kept, and where"))
    for kept, path in (
        (_LIBRARY, library),
        (_COPIES, backup_folder(library)),
        (_PREFERENCES, settings / "preferences.json"),
        (_SESSION, settings / "session.json"),
        (_LATER_STARTS, handover),
        (_ERRORS, log),
    ):
        yield f"<h3>{escape(translate('Help', kept.name))}</h3><p class='row'>{escape(reveal(str(path)))}</p>"
        yield paragraph(translate("Help", kept.meaning))
    yield heading(translate("Help", "After uninstalling"))
    yield paragraph(translate("Help", _UNINSTALLING))
