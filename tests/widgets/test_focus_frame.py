from __future__ import annotations

from people import page_of, press, search_bar_of, trigger, view_of
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QCheckBox, QComboBox, QFocusFrame, QWidget
from pytestqt.qtbot import QtBot

from viewer.widgets.about_dialog import AboutDialog
from viewer.widgets.main_window import MainWindow
from viewer.widgets.preferences_dialog import PreferencesDialog
from viewer.widgets.theme import CONTRAST, DARK, LIGHT, Colours, current_colours

_FEWER_COLOURS = 9


def frame_of(window: MainWindow) -> QFocusFrame:
    window.show_focus()
    frame = window.findChild(QFocusFrame)
    assert isinstance(frame, QFocusFrame)
    return frame


def is_framed(window: QWidget, part: QWidget, colours: Colours) -> bool:
    """Whether the colour of the accent is seen all along the left of a part."""
    image: QImage = window.grab().toImage()
    corner = part.mapTo(window, part.rect().topLeft())
    rows = range(corner.y() + 2, corner.y() + part.height() - 2)
    return all(_is_like(image.pixelColor(corner.x() - 1, row), QColor(colours.accent)) for row in rows)


def preferences_of(qtbot: QtBot, window: MainWindow) -> PreferencesDialog:
    trigger(window, "preferences")
    dialog = window.findChild(PreferencesDialog)
    assert isinstance(dialog, PreferencesDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def focus_in(dialog: QWidget) -> QWidget:
    part = dialog.focusWidget()
    assert part is not None
    return part


def _is_like(one: QColor, other: QColor) -> bool:
    """Whether they are the same on a screen that may have fewer colours."""
    parts = (one.red() - other.red(), one.green() - other.green(), one.blue() - other.blue())
    return max(map(abs, parts)) < _FEWER_COLOURS


def test_the_part_that_has_the_focus_is_framed_in_every_theme(qtbot: QtBot, window: MainWindow) -> None:
    frame_of(window)
    for theme, colours in (("light", LIGHT), ("dark", DARK), ("contrast", CONTRAST)):
        trigger(window, f"theme-{theme}")
        for part in (page_of(window), search_bar_of(window), view_of(window)):
            press(Qt.Key.Key_F6)
            assert part.hasFocus()
            assert is_framed(window, part, colours)
    trigger(window, "theme-system")


def test_the_frame_follows_into_a_dialog_and_outlives_it(qtbot: QtBot, window: MainWindow) -> None:
    frame = frame_of(window)
    press(Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    about = window.findChild(AboutDialog)
    assert isinstance(about, AboutDialog)
    qtbot.waitUntil(about.isActiveWindow)
    assert frame.window() is about
    press(Qt.Key.Key_Escape)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    press(Qt.Key.Key_F6)
    assert frame.widget() is page_of(window)
    assert is_framed(window, page_of(window), current_colours())


def test_a_window_that_closes_with_a_dialog_open_takes_the_frame_with_it(qtbot: QtBot, window: MainWindow) -> None:
    frame_of(window)
    preferences_of(qtbot, window)


def test_the_frame_takes_the_colour_of_a_theme_that_is_chosen_in_a_dialog(qtbot: QtBot, window: MainWindow) -> None:
    frame_of(window)
    dialog = preferences_of(qtbot, window)
    for theme, colours in (("dark", DARK), ("contrast", CONTRAST), ("light", LIGHT)):
        trigger(window, f"theme-{theme}")
        QCoreApplication.processEvents()
        assert is_framed(dialog, focus_in(dialog), colours)
    trigger(window, "theme-system")
    press(Qt.Key.Key_Escape)


def test_the_frame_is_whole_around_each_preference(qtbot: QtBot, window: MainWindow) -> None:
    frame_of(window)
    dialog = preferences_of(qtbot, window)
    boxes = [box for box in dialog.findChildren(QWidget) if isinstance(box, QComboBox | QCheckBox)]
    assert boxes
    for box in boxes:
        press(Qt.Key.Key_Tab)
        assert focus_in(dialog) is box
        assert is_framed(dialog, box, current_colours())
    press(Qt.Key.Key_Escape)
