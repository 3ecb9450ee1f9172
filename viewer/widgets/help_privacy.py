"""What the program keeps, and where."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from viewer.release.unseen import reveal
from viewer.widgets.page_html import escape
from viewer.widgets.page_parts import heading, paragraph

translate = QCoreApplication.translate


def privacy_html(library: Path, settings: Path, handover: Path) -> Iterator[str]:
    """The page, with the file of the library and the folders of settings and of what later starts hand over."""
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
