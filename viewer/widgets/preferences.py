"""What a person has chosen, and how a file holds it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeVar

from viewer.language import Language
from viewer.settings_file import SettingsFile, text, truth
from viewer.widgets.choice_texts import COPY_TEXTS
from viewer.widgets.text_style import LINE_HEIGHTS, MEASURES, POINTS, USUAL_STYLE, TextStyle
from viewer.widgets.theme import Theme

_Number = TypeVar("_Number", int, float)


class Preferences(NamedTuple):
    """What holds until it is chosen otherwise.

    Attributes:
        language: None is that of the system.
        theme: of all windows.
        text: how running text is set.
        copy_form: how things are usually copied: a key of `COPY_TEXTS`.
        restores: whether tabs and search come back at the next start.
    """

    language: Language | None = None
    theme: Theme = Theme.SYSTEM
    text: TextStyle = USUAL_STYLE
    copy_form: str = next(iter(COPY_TEXTS))
    restores: bool = True


def read_preferences(file: SettingsFile) -> Preferences:
    """The preferences in a file; what makes no sense is as it is usually."""
    usual = Preferences()
    style = TextStyle(
        file.value("text-size", usual.text.points, _within(float, POINTS[0], POINTS[-1])),
        file.value("serif", usual.text.serif, truth),
        file.value("line-height", usual.text.line_height, _within(float, LINE_HEIGHTS[0], LINE_HEIGHTS[-1])),
        file.value("characters-in-a-line", usual.text.measure, _within(int, MEASURES[0], MEASURES[-1])),
        file.value("first-line-indent", usual.text.indent, truth),
    )
    return Preferences(
        file.value("language", usual.language, lambda value: Language(text(value)) if value else None),
        file.value("theme", usual.theme, lambda value: Theme(text(value))),
        style,
        file.value("copy-as", usual.copy_form, _copy_form),
        file.value("restore-session", usual.restores, truth),
    )


def with_changes(ours: Preferences, before: Preferences, now: Preferences) -> Preferences:
    """`ours` with all that is `now` chosen otherwise than `before`."""
    names = [name for name in ours._fields if name != "text"]
    chosen = {name: getattr(now, name) for name in names if getattr(now, name) != getattr(before, name)}
    style = {name: value for name, value in now.text._asdict().items() if value != getattr(before.text, name)}
    return ours._replace(text=ours.text._replace(**style), **chosen)


def preference_values(preferences: Preferences) -> dict[str, object]:
    """What a file holds of them, under names that people understand."""
    style = preferences.text
    return {
        "language": preferences.language or "",
        "theme": preferences.theme,
        "text-size": style.points,
        "serif": style.serif,
        "line-height": style.line_height,
        "characters-in-a-line": style.measure,
        "first-line-indent": style.indent,
        "copy-as": preferences.copy_form,
        "restore-session": preferences.restores,
    }


def _within(kind: type[_Number], low: _Number, high: _Number) -> Callable[[object], _Number]:
    """What takes a number of a kind from `low` to `high`."""

    def read(value: object) -> _Number:
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            raise ValueError(value)
        return kind(value)

    return read


def _copy_form(value: object) -> str:
    if value not in COPY_TEXTS:
        raise ValueError(value)
    return str(value)
