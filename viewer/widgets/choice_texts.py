"""What can be chosen, in words: values with their English texts, for menus and for the page of preferences."""

from __future__ import annotations

from viewer.language import Language
from viewer.library.browse import BrowseWay
from viewer.release.errors import QT_TRANSLATE_NOOP
from viewer.widgets.theme import Theme

WAY_TEXTS = {
    BrowseWay.CATEGORY: QT_TRANSLATE_NOOP("Actions", "By category"),
    BrowseWay.UNIT: QT_TRANSLATE_NOOP("Actions", "By unit"),
    BrowseWay.PLACE: QT_TRANSLATE_NOOP("Actions", "By place"),
    BrowseWay.SYSTEM: QT_TRANSLATE_NOOP("Actions", "By system"),
    BrowseWay.PERSON: QT_TRANSLATE_NOOP("Actions", "By person"),
    BrowseWay.FIGURE: QT_TRANSLATE_NOOP("Actions", "By figure"),
    BrowseWay.MARK: QT_TRANSLATE_NOOP("Actions", "By stars and notes"),
}
"""The ways to browse, in the order of the menu."""

THEME_TEXTS = {
    Theme.SYSTEM: QT_TRANSLATE_NOOP("Actions", "Like the system"),
    Theme.LIGHT: QT_TRANSLATE_NOOP("Actions", "Light"),
    Theme.DARK: QT_TRANSLATE_NOOP("Actions", "Dark"),
    Theme.CONTRAST: QT_TRANSLATE_NOOP("Actions", "High contrast"),
}
"""The themes."""

LANGUAGE_TEXTS = {Language.CHINESE: "简体中文", Language.ENGLISH: "English"}
"""Each language is written in itself, so that whoever is lost in the other finds it."""

COPY_TEXTS = {
    "rich": QT_TRANSLATE_NOOP("Actions", "Formatted text"),
    "plain": QT_TRANSLATE_NOOP("Actions", "Plain text"),
    "plain-with-source": QT_TRANSLATE_NOOP("Actions", "Plain text with source"),
    "markdown": QT_TRANSLATE_NOOP("Actions", "As Markdown"),
}
"""The values of `viewer.writers.clip.CopyForm`, which is not needed to start; the first is the usual one."""
