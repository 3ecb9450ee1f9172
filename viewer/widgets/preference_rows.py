"""Every preference, as data: what the page of preferences has a row for."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from viewer.release.errors import QT_TRANSLATE_NOOP
from viewer.widgets.action import translated
from viewer.widgets.action_names import without_mnemonic
from viewer.widgets.choice_texts import COPY_TEXTS, LANGUAGE_TEXTS, THEME_TEXTS
from viewer.widgets.preferences import Preferences
from viewer.widgets.text_style import LINE_HEIGHTS, MEASURES, POINTS, TextStyle
from viewer.widgets.theme import Theme


class Section(StrEnum):
    """The parts of the page, in order; the values are their English texts."""

    LANGUAGE = QT_TRANSLATE_NOOP("Preferences", "Language")
    APPEARANCE = QT_TRANSLATE_NOOP("Preferences", "Appearance")
    READING = QT_TRANSLATE_NOOP("Preferences", "Reading")
    COPYING = QT_TRANSLATE_NOOP("Preferences", "Copying")
    START = QT_TRANSLATE_NOOP("Preferences", "Start")


class PreferenceChoice(NamedTuple):
    """A value that a preference can have, and its English text."""

    value: object
    text: str


class PreferenceRow(NamedTuple):
    """One preference.

    Attributes:
        label: in English, with its mnemonic.
        description: what it does, in English.
        field: of `Preferences`, or of its `TextStyle`.
        choices: what it can be; none where it is true or false.
    """

    section: Section
    label: str
    description: str
    field: str
    choices: tuple[PreferenceChoice, ...] = ()

    @property
    def is_of_text(self) -> bool:
        """Whether it is a field of `TextStyle`."""
        return self.field in TextStyle._fields

    @property
    def texts(self) -> tuple[str, ...]:
        """Section, label, description and choices, in the language of the window and in English."""
        own = (self.section, self.label, self.description)
        choices = tuple(choice.text for choice in self.choices)
        return (*map(without_mnemonic, (*own, *map(said, own))), *choices, *map(translated, choices))


PREFERENCE_ROWS = (
    PreferenceRow(
        Section.LANGUAGE,
        QT_TRANSLATE_NOOP("Preferences", "&Language"),
        QT_TRANSLATE_NOOP("Preferences", "Of menus and messages; releases stay as they are written."),
        "language",
        (
            PreferenceChoice(None, THEME_TEXTS[Theme.SYSTEM]),
            *(PreferenceChoice(*item) for item in LANGUAGE_TEXTS.items()),
        ),
    ),
    PreferenceRow(
        Section.APPEARANCE,
        QT_TRANSLATE_NOOP("Preferences", "&Theme"),
        QT_TRANSLATE_NOOP(
            "Preferences", "The colours of all windows. Like the system: light, dark or high contrast, as it is."
        ),
        "theme",
        tuple(PreferenceChoice(*item) for item in THEME_TEXTS.items()),
    ),
    PreferenceRow(
        Section.READING,
        QT_TRANSLATE_NOOP("Preferences", "Text &size"),
        QT_TRANSLATE_NOOP("Preferences", "In points. While you read: Ctrl++, Ctrl+-, or Ctrl and the wheel."),
        "points",
        tuple(PreferenceChoice(points, f"{points:g}") for points in POINTS),
    ),
    PreferenceRow(
        Section.READING,
        QT_TRANSLATE_NOOP("Preferences", "Type&face"),
        QT_TRANSLATE_NOOP("Preferences", "Of running text. Titles and figures are always without serifs."),
        "serif",
        (
            PreferenceChoice(value=False, text=QT_TRANSLATE_NOOP("Actions", "Sans serif (Hei)")),
            PreferenceChoice(value=True, text=QT_TRANSLATE_NOOP("Actions", "Serif (Song)")),
        ),
    ),
    PreferenceRow(
        Section.READING,
        QT_TRANSLATE_NOOP("Preferences", "Line &height"),
        QT_TRANSLATE_NOOP("Preferences", "From line to line, against the height of a character."),
        "line_height",
        tuple(PreferenceChoice(height, f"{height:g}") for height in LINE_HEIGHTS),
    ),
    PreferenceRow(
        Section.READING,
        QT_TRANSLATE_NOOP("Preferences", "&Characters in a line"),
        QT_TRANSLATE_NOOP("Preferences", "At most; a narrow window has fewer."),
        "measure",
        tuple(PreferenceChoice(measure, str(measure)) for measure in MEASURES),
    ),
    PreferenceRow(
        Section.READING,
        QT_TRANSLATE_NOOP("Preferences", "&Indent paragraphs"),
        QT_TRANSLATE_NOOP("Preferences", "The first line begins two characters further in, as in books."),
        "indent",
    ),
    PreferenceRow(
        Section.COPYING,
        QT_TRANSLATE_NOOP("Preferences", "&Usually copy as"),
        QT_TRANSLATE_NOOP("Preferences", "What Ctrl+C copies. Edit › Copy as has the others."),
        "copy_form",
        tuple(PreferenceChoice(*item) for item in COPY_TEXTS.items()),
    ),
    PreferenceRow(
        Section.START,
        QT_TRANSLATE_NOOP("Preferences", "&Bring back tabs and search"),
        QT_TRANSLATE_NOOP("Preferences", "The window opens with what was on it when it was closed."),
        "restores",
    ),
)
"""All of them, in the order of the page."""


def value_of(preferences: Preferences, row: PreferenceRow) -> object:
    """What is chosen for a row."""
    value: object = getattr(preferences.text if row.is_of_text else preferences, row.field)
    return value


def said(text: str) -> str:
    """The text of a section or row in the language of the window."""
    return QCoreApplication.translate("Preferences", text)
