from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from viewer.widgets.theme import DARK, LIGHT, Colours, Theme, apply_chinese_font, apply_theme, current_colours


def luminance(colour: str) -> float:
    """Relative luminance, https://www.w3.org/TR/WCAG21/#dfn-relative-luminance."""
    shade = QColor(colour)
    total = 0.0
    for part, weight in ((shade.redF(), 0.2126), (shade.greenF(), 0.7152), (shade.blueF(), 0.0722)):
        total += weight * float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
    return total


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_every_text_has_the_contrast_that_reading_needs(colours: Colours) -> None:
    for text in (colours.text, colours.muted, colours.accent):
        for ground in (colours.window, colours.base):
            assert contrast(text, ground) >= 4.5
    for ground in (colours.selection, colours.mark, colours.warning):
        assert contrast(colours.text, ground) >= 4.5


def test_the_theme_that_was_chosen_is_the_one_that_is_shown(qtbot: QtBot) -> None:
    apply_theme(Theme.DARK)
    assert current_colours() == DARK
    apply_theme(Theme.LIGHT)
    assert current_colours() == LIGHT
    apply_theme(Theme.SYSTEM)


def test_a_system_with_chinese_fonts_is_known_as_one(qtbot: QtBot) -> None:
    assert apply_chinese_font()
