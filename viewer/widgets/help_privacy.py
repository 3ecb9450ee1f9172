"""What the program keeps, and where."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from viewer.library.backups import backup_folder
from viewer.release.unseen import reveal
from viewer.widgets.page_parts import heading, paragraph
from viewer.widgets.text_html import escape

translate = QCoreApplication.translate


def privacy_html(library: Path, settings: Path, handover: Path, log: Path) -> Iterator[str]:
    """The page, with the file of the library and the folders of settings, of what later starts leave, and of errors."""
    yield paragraph(
        translate(
            "Help",
            "The program opens no network connection: it fetches nothing, sends nothing, and looks for no updates.",
        )
    )
    yield paragraph(
        translate(
            "Help",
            "A web address is opened by your browser, and only when you click it. When you print, your system's own "
            "print service is asked for its printers.",
        )
    )
    yield heading(translate("Help", "What is kept, and where"))
    for name, path, meaning in (
        (
            translate("Help", "Library"),
            library,
            translate(
                "Help",
                "The releases that you opened, word for word, and the search index; "
                "your stars, highlighted passages and notes; figures that you matched or kept apart.",
            ),
        ),
        (
            translate("Help", "Copies of the library"),
            backup_folder(library),
            translate(
                "Help",
                "Copies that were made before a new version of the program changed the library, before another was "
                "restored, or when you asked for one, and damaged libraries as they were. "
                "None is ever deleted by itself.",
            ),
        ),
        (
            translate("Help", "Preferences"),
            settings / "preferences.json",
            translate("Help", "Language, theme, how text is set, how you usually copy."),
        ),
        (
            translate("Help", "Session"),
            settings / "session.json",
            translate(
                "Help",
                "How the window was left: tabs with the pages that they have shown, how far pages have been read, "
                "recent searches, and the names of recent documents.",
            ),
        ),
        (
            translate("Help", "Later starts"),
            handover,
            translate("Help", "What a later start was asked to open, until the window that is open takes it."),
        ),
        (
            translate("Help", "Errors"),
            log,
            translate(
                "Help",
                "Where in the program an unexpected error or a crash happened, with the version; "
                "no text of documents, notes or searches.",
            ),
        ),
    ):
        yield f"<h3>{escape(name)}</h3><p class='row'>{escape(reveal(str(path)))}</p>{paragraph(meaning)}"
    yield heading(translate("Help", "After uninstalling"))
    yield paragraph(
        translate(
            "Help",
            "Uninstalling the program leaves these files as they are. Delete them if nothing is to remain; "
            "take them along if you move to another machine.",
        )
    )
