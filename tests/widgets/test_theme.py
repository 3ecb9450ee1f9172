from __future__ import annotations

import pytest
from people import colours_of
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QListWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from viewer.widgets.release_list import ReleaseList
from viewer.widgets.theme import CONTRAST, DARK, LIGHT, Colours, Theme, apply_chinese_font, apply_theme, current_colours


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


@pytest.mark.parametrize(("colours", "least"), [(LIGHT, 4.5), (DARK, 4.5), (CONTRAST, 7.0)])
def test_every_text_has_the_contrast_that_reading_needs(colours: Colours, least: float) -> None:
    for text in (colours.text, colours.muted, colours.accent):
        for ground in (colours.window, colours.base):
            assert contrast(text, ground) >= least
    for ground in (colours.selection, colours.mark, colours.highlight, colours.warning):
        assert contrast(colours.text, ground) >= least
    for text in (colours.muted, colours.accent):  # a hit that is chosen, a link that has the focus
        assert contrast(text, colours.selection) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK, CONTRAST])
def test_the_frame_of_the_focus_is_seen_on_every_ground(colours: Colours) -> None:
    for ground in (colours.window, colours.base):
        assert contrast(colours.accent, ground) >= 3


@pytest.mark.parametrize(("theme", "colours"), [(Theme.LIGHT, LIGHT), (Theme.DARK, DARK), (Theme.CONTRAST, CONTRAST)])
def test_what_widgets_paint_with_has_that_contrast_too(qtbot: QtBot, theme: Theme, colours: Colours) -> None:
    apply_theme(theme)
    palette = QApplication.palette()
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    for state in (group.Active, group.Inactive, group.Disabled):
        for text, ground in (
            (role.WindowText, role.Window),
            (role.Text, role.Base),
            (role.ButtonText, role.Button),
            (role.PlaceholderText, role.Base),
            (role.HighlightedText, role.Highlight),
            (role.ToolTipText, role.ToolTipBase),
            (role.Link, role.Base),
        ):
            pair = palette.color(state, text).name(), palette.color(state, ground).name()
            assert contrast(*pair) >= 4.5, (state, text, ground)
    assert current_colours() == colours
    apply_theme(Theme.SYSTEM)


@pytest.mark.parametrize(("theme", "colours"), [(Theme.LIGHT, LIGHT), (Theme.DARK, DARK), (Theme.CONTRAST, CONTRAST)])
def test_a_box_that_is_not_ticked_is_seen(qtbot: QtBot, theme: Theme, colours: Colours) -> None:
    apply_theme(theme)
    window = QWidget()
    qtbot.addWidget(window)
    box, releases = QCheckBox(window), ReleaseList((), "", window)
    releases.addItem(QListWidgetItem(""))
    releases.item(0).setCheckState(Qt.CheckState.Unchecked)
    releases.move(0, box.height())
    for widget in (box, releases):
        painted = {QColor.fromRgb(colour).name() for colour in colours_of(window.grab(widget.geometry()).toImage())}
        assert max(contrast(colour, colours.window) for colour in painted) >= 3
    apply_theme(Theme.SYSTEM)


def test_the_theme_that_was_chosen_is_the_one_that_is_shown(qtbot: QtBot) -> None:
    apply_theme(Theme.DARK)
    assert current_colours() == DARK
    apply_theme(Theme.LIGHT)
    assert current_colours() == LIGHT
    apply_theme(Theme.SYSTEM)


def test_a_system_with_chinese_fonts_is_known_as_one(qtbot: QtBot) -> None:
    assert apply_chinese_font()
