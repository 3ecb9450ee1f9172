"""The page of preferences, opened and used by keyboard and mouse, and the window that changes behind it."""

from __future__ import annotations

import re

import pytest
from people import ALT, CONTROL, box_of, clipboard, control_of, open_preferences, page_of, part_of, press, view_of
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QTextBlock
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from viewer.language import Language
from viewer.widgets.main_window import MainWindow
from viewer.widgets.preference_rows import PREFERENCE_ROWS
from viewer.widgets.preferences import Preferences
from viewer.widgets.preferences_dialog import PreferencesDialog
from viewer.widgets.settings import Settings
from viewer.widgets.text_sample import TextSample
from viewer.widgets.text_style import TextStyle
from viewer.widgets.theme import DARK, LIGHT, Theme, current_colours, song_family

LANGUAGES = (Language.CHINESE, Language.ENGLISH)


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow) -> PreferencesDialog:
    return open_preferences(qtbot, window)


def go_to(dialog: PreferencesDialog, field: str) -> None:
    """Go to a control as its label says: with Alt and its letter."""
    row = next(row for row in PREFERENCE_ROWS if row.field == field)
    letter = row.label.partition("&")[2][0].upper()
    press(Qt.Key[f"Key_{letter}"], ALT)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == field


def tick(qtbot: QtBot, dialog: PreferencesDialog, field: str) -> None:
    """Tick a box, or no longer, with the letter of its label."""
    box = control_of(dialog, field)
    assert isinstance(box, QCheckBox)
    before = box.isChecked()
    go_to(dialog, field)
    qtbot.waitUntil(lambda: box.isChecked() != before)


def texts_of(dialog: PreferencesDialog) -> list[str]:
    """What stands on labels, buttons and boxes."""
    parts: list[QLabel | QAbstractButton] = [*dialog.findChildren(QLabel), *dialog.findChildren(QPushButton)]
    parts += dialog.findChildren(QCheckBox)
    return [part.text() for part in parts]


def text_block(window: MainWindow) -> QTextBlock:
    """The running text of the page."""
    block = page_of(window).document().begin()
    while not block.text().startswith("基层治理"):
        block = block.next()
    return block


def button_of(dialog: PreferencesDialog, text: str) -> QAbstractButton:
    return next(button for button in dialog.findChildren(QPushButton) if button.text() == text)


def click(button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_page_is_there_once(qtbot: QtBot, window: MainWindow, dialog: PreferencesDialog) -> None:
    assert open_preferences(qtbot, window) is dialog
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(PreferencesDialog) is None)
    open_preferences(qtbot, window)


def test_the_action_stands_at_the_end_of_the_edit_menu(window: MainWindow) -> None:
    edit = next(action for action in window.menuBar().actions() if action.text().startswith("编辑"))
    before, last = edit.menu().actions()[-2:]  # type: ignore[attr-defined]
    assert before.isSeparator()
    assert last.objectName() == "preferences"


def test_a_larger_size_is_on_the_page_at_once(
    window: MainWindow, dialog: PreferencesDialog, settings: Settings
) -> None:
    go_to(dialog, "points")
    press(Qt.Key.Key_Down)
    assert settings.preferences.text.points == 14.0
    assert text_block(window).begin().fragment().charFormat().fontPointSize() == 14.0


def test_song_is_on_the_page_and_in_the_sample_at_once(window: MainWindow, dialog: PreferencesDialog) -> None:
    go_to(dialog, "serif")
    press(Qt.Key.Key_Down)
    assert text_block(window).begin().fragment().charFormat().fontFamilies() == [song_family()]
    sample = part_of(dialog, TextSample)
    assert sample.document().firstBlock().begin().fragment().charFormat().fontFamilies() == [song_family()]


def test_lines_move_apart_at_once(window: MainWindow, dialog: PreferencesDialog) -> None:
    before = text_block(window).blockFormat().lineHeight()
    go_to(dialog, "line_height")
    press(Qt.Key.Key_Down)
    assert text_block(window).blockFormat().lineHeight() > before


def test_lines_become_shorter_at_once(window: MainWindow, dialog: PreferencesDialog) -> None:
    before = page_of(window).viewport().width()
    go_to(dialog, "measure")
    press(Qt.Key.Key_Home)
    assert page_of(window).viewport().width() < before


def test_paragraphs_are_indented_at_once(qtbot: QtBot, window: MainWindow, dialog: PreferencesDialog) -> None:
    assert text_block(window).blockFormat().textIndent() == 0
    tick(qtbot, dialog, "indent")
    two_characters = 2 * page_of(window).fontInfo().pixelSize() * 12 / page_of(window).fontInfo().pointSizeF()
    assert text_block(window).blockFormat().textIndent() == pytest.approx(two_characters, abs=2)


def test_the_theme_changes_at_once(window: MainWindow, dialog: PreferencesDialog) -> None:
    go_to(dialog, "theme")
    for colours in (LIGHT, DARK):
        press(Qt.Key.Key_Down)
        assert current_colours() == colours
        assert colours.accent in page_of(window).toHtml()


def test_the_language_changes_at_once_and_the_page_with_it(
    qtbot: QtBot, window: MainWindow, dialog: PreferencesDialog
) -> None:
    assert dialog.windowTitle() == "首选项"
    go_to(dialog, "language")
    press(Qt.Key.Key_End)
    qtbot.waitUntil(lambda: dialog.windowTitle() == "Preferences")
    shown = texts_of(dialog)
    shown += [box.itemText(place) for box in dialog.findChildren(QComboBox) for place in range(box.count())]
    assert not [text for text in shown if re.search("[\u4e00-\u9fff]", text) and text != "简体中文"]
    action = part_of(window, QAction, "preferences")
    assert action.text() == "&Preferences…"
    press(Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: dialog.windowTitle() == "首选项")


def test_what_is_copied_and_what_comes_back_is_chosen_too(
    qtbot: QtBot, window: MainWindow, dialog: PreferencesDialog, settings: Settings
) -> None:
    go_to(dialog, "copy_form")
    press(Qt.Key.Key_Down)
    action = part_of(window, QAction, "usually-plain")
    assert action.isChecked()
    tick(qtbot, dialog, "restores")
    assert not settings.preferences.restores


def test_the_page_follows_what_is_chosen_elsewhere(qtbot: QtBot, window: MainWindow, dialog: PreferencesDialog) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    press(Qt.Key.Key_Plus, CONTROL)
    assert box_of(dialog, "points").currentText() == "14"
    action = part_of(window, QAction, "theme-dark")
    action.trigger()
    assert box_of(dialog, "theme").currentText() == "深色"


def test_a_reset_is_taken_back_by_one_click(window: MainWindow, dialog: PreferencesDialog, settings: Settings) -> None:
    reset = button_of(dialog, "恢复默认(&R)")
    assert not reset.isEnabled()
    settings.choose(theme=Theme.DARK, restores=False)
    settings.choose_text(points=18.0)
    chosen = settings.preferences
    click(reset)
    assert settings.preferences == Preferences()
    assert text_block(window).begin().fragment().charFormat().fontPointSize() == 12.0
    assert reset.text() == "撤销(&N)"
    click(reset)
    assert settings.preferences == chosen
    assert reset.text() == "恢复默认(&R)"


def test_a_reset_cannot_be_taken_back_once_something_else_is_chosen(
    qtbot: QtBot, dialog: PreferencesDialog, settings: Settings
) -> None:
    settings.choose_text(points=18.0)
    reset = button_of(dialog, "恢复默认(&R)")
    click(reset)
    tick(qtbot, dialog, "indent")
    assert reset.text() == "恢复默认(&R)"
    click(reset)
    assert settings.preferences == Preferences()


def test_the_path_of_the_file_can_be_copied(dialog: PreferencesDialog, settings: Settings) -> None:
    click(button_of(dialog, "复制路径(&P)"))
    assert clipboard() == str(settings.preferences_path)


@pytest.mark.parametrize("written", ["{", '{"text-size": "huge"}', "\x00"])
def test_a_file_that_is_broken_meanwhile_is_whole_with_the_next_choice(
    dialog: PreferencesDialog, settings: Settings, written: str
) -> None:
    settings.choose_text(points=18.0)
    settings.finish()
    settings.preferences_path.write_text(written)
    go_to(dialog, "serif")
    press(Qt.Key.Key_Down)
    settings.finish()
    read = Settings(settings.preferences_path.parent)
    assert read.preferences == settings.preferences
    assert not read.set_aside
    assert read.preferences.text == TextStyle(points=18.0, serif=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_quotation_marks_are_full_width_wherever_titles_and_hits_are_drawn(
    window: MainWindow, settings: Settings, language: Language
) -> None:
    settings.choose(language=language)
    for widget in (window, view_of(window), view_of(window).viewport(), page_of(window)):
        metrics = widget.fontMetrics()
        assert {metrics.horizontalAdvance(mark) for mark in "“”‘’…"} == {metrics.horizontalAdvance("文")}
