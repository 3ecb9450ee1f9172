"""Everything that is in the menus, with its keys, and the keys that are in no menu."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from viewer.release.errors import QT_TRANSLATE_NOOP
from viewer.widgets.action import Menu, translated
from viewer.widgets.action_names import keys_of, name_of, native_key, without_mnemonic
from viewer.widgets.actions import ACTIONS
from viewer.widgets.page_parts import heading, paragraph, two_columns

translate = QCoreApplication.translate

OTHER_KEYS = {
    QT_TRANSLATE_NOOP("Help", "In the search bar"): (
        (("Up", "Down"), QT_TRANSLATE_NOOP("Help", "through the hits")),
        (("PgUp", "PgDown"), QT_TRANSLATE_NOOP("Help", "through the hits, a page at a time")),
        (("Return",), QT_TRANSLATE_NOOP("Help", "open the hit")),
        (("Tab",), QT_TRANSLATE_NOOP("Help", "take the completion; again: the next one")),
        (("Down",), QT_TRANSLATE_NOOP("Help", "in the empty bar: recent searches")),
    ),
    QT_TRANSLATE_NOOP("Help", "In “Go to”"): (
        (("Up", "Down"), QT_TRANSLATE_NOOP("Help", "through what is offered")),
        (("Return",), QT_TRANSLATE_NOOP("Help", "go there, or do it")),
        (("Ctrl+Return",), QT_TRANSLATE_NOOP("Help", "open in a new tab")),
    ),
    QT_TRANSLATE_NOOP("Help", "In the find bar"): (
        (("Return", "Shift+Return"), QT_TRANSLATE_NOOP("Help", "to the next match, to the one before")),
    ),
    QT_TRANSLATE_NOOP("Help", "In the sidebar"): (
        (("Up", "Down"), QT_TRANSLATE_NOOP("Help", "to the row before, to the next one")),
        (("Left", "Right"), QT_TRANSLATE_NOOP("Help", "close a branch, open it")),
        (("Ctrl+Return",), QT_TRANSLATE_NOOP("Help", "open in a new tab")),
    ),
    QT_TRANSLATE_NOOP("Help", "On a page"): (
        (("Tab", "Shift+Tab"), QT_TRANSLATE_NOOP("Help", "to the next link, to the one before")),
        (("Return",), QT_TRANSLATE_NOOP("Help", "follow the link")),
    ),
    QT_TRANSLATE_NOOP("Help", "In a note"): ((("Ctrl+Return",), QT_TRANSLATE_NOOP("Help", "keep it")),),
    QT_TRANSLATE_NOOP("Help", "In the preview of a document"): (
        (
            ("Ctrl+0", "Ctrl+1", "Ctrl+2", "Ctrl+3"),
            QT_TRANSLATE_NOOP("Help", "the chosen paragraphs are text, or headings of that level"),
        ),
    ),
}
"""Keys in Qt's portable form, with what they do, in English, by where they do it."""


def keys_html() -> Iterator[str]:
    """The page: a table for each menu, and one for each other place."""
    for menu in Menu:
        yield _section(
            without_mnemonic(translated(menu)), [(name_of(row), keys_of(row)) for row in ACTIONS if row.menu is menu]
        )
    for place, rows in OTHER_KEYS.items():
        named = [(translate("Help", meaning), " · ".join(map(native_key, keys))) for keys, meaning in rows]
        yield _section(translate("Help", place), named)
    mouse = translate("Help", "A click with the middle button, or with Ctrl held, opens a link or a row in a new tab.")
    yield paragraph(mouse)


def _section(title: str, rows: list[tuple[str, str]]) -> str:
    return heading(title) + two_columns(rows)
