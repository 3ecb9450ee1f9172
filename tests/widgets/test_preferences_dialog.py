from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from itertools import combinations, product
from pathlib import Path

import pytest
from people import box_of, clipboard, control_of, open_preferences, press, type_text
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from viewer.language import Language
from viewer.widgets.main_window import MainWindow
from viewer.widgets.preference_control import PreferenceControl
from viewer.widgets.preference_rows import PREFERENCE_ROWS
from viewer.widgets.preferences import Preferences
from viewer.widgets.preferences_dialog import PreferencesDialog
from viewer.widgets.settings import Settings
from viewer.widgets.text_sample import TextSample
from viewer.widgets.text_style import POINTS, TextStyle
from viewer.widgets.theme import Theme
from viewer.widgets.typesetting import JOINER

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
LANGUAGES = (Language.CHINESE, Language.ENGLISH)


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow) -> PreferencesDialog:
    return open_preferences(qtbot, window)


def texts_of(dialog: PreferencesDialog) -> list[str]:
    """What stands on labels, buttons and boxes."""
    parts: list[QLabel | QAbstractButton] = [*dialog.findChildren(QLabel), *dialog.findChildren(QPushButton)]
    parts += dialog.findChildren(QCheckBox)
    return [part.text() for part in parts]


def test_every_preference_has_a_row() -> None:
    fields = {*Preferences._fields, *TextStyle._fields} - {"text"}
    assert Counter(row.field for row in PREFERENCE_ROWS) == Counter(fields)


def test_a_size_that_only_the_file_can_have_is_shown(dialog: PreferencesDialog, settings: Settings) -> None:
    settings.choose_text(points=13.0)
    assert box_of(dialog, "points").placeholderText() == "13"
    assert box_of(dialog, "points").currentIndex() == -1


def visible_rows(dialog: PreferencesDialog) -> list[str]:
    return [row.field for row in PREFERENCE_ROWS if control_of(dialog, row.field).isVisible()]


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("宋", ["serif"]),
        ("serif", ["serif"]),
        ("ＳＥＲＩＦ", ["serif"]),
        ("語言", ["language"]),
        ("深色", ["theme"]),
        ("磅", ["points"]),
        ("阅读 行", ["line_height", "measure", "indent"]),
        ("markdown", ["copy_form"]),
        ("標籤頁", ["restores"]),
    ],
)
def test_the_search_line_leaves_the_rows_that_fit(dialog: PreferencesDialog, typed: str, left: list[str]) -> None:
    type_text(typed)
    assert set(left) <= set(visible_rows(dialog))
    assert len(visible_rows(dialog)) < len(PREFERENCE_ROWS)
    if len(left) == 1:
        assert visible_rows(dialog) == left
    heads = {label.objectName() for label in dialog.findChildren(QLabel) if label.objectName() and label.isVisible()}
    assert heads == {row.section.name.lower() for row in PREFERENCE_ROWS if row.field in visible_rows(dialog)}
    assert dialog.findChild(TextSample).isVisible() == ("reading" in heads)  # type: ignore[union-attr]


def test_nothing_that_fits_is_said_and_emptying_the_line_brings_all_back(dialog: PreferencesDialog) -> None:
    type_text("天气")
    assert visible_rows(dialog) == []
    assert "没有符合“天气”的首选项。" in [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    press(Qt.Key.Key_A, CONTROL)
    press(Qt.Key.Key_Delete)
    assert len(visible_rows(dialog)) == len(PREFERENCE_ROWS)


def test_enter_goes_from_the_search_line_to_what_it_left(dialog: PreferencesDialog) -> None:
    type_text("深色")
    press(Qt.Key.Key_Return)
    assert box_of(dialog, "theme").hasFocus()


def test_enter_presses_no_button_where_nothing_fits(dialog: PreferencesDialog, settings: Settings) -> None:
    settings.choose_text(points=18.0)
    QGuiApplication.clipboard().clear()
    type_text("天气")
    press(Qt.Key.Key_Return)
    assert clipboard() == ""
    assert settings.preferences.text.points == 18.0
    assert dialog.isVisible()


def test_the_wheel_scrolls_the_page_and_chooses_nothing(dialog: PreferencesDialog, settings: Settings) -> None:
    box = box_of(dialog, "points")
    box.setFocus()
    down = QWheelEvent(
        QPointF(5, 5), box.mapToGlobal(QPointF(5, 5)), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(box, down)
    assert settings.preferences == Preferences()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_control_says_what_it_is_and_has_a_letter_of_its_own(
    qtbot: QtBot, dialog: PreferencesDialog, settings: Settings, language: Language
) -> None:
    settings.choose(language=language)
    qtbot.waitUntil(lambda: (dialog.windowTitle() == "首选项") == (language is Language.CHINESE))
    for row in PREFERENCE_ROWS:
        control = control_of(dialog, row.field)
        assert control.accessibleName()
        assert "&" not in control.accessibleName()
        assert control.accessibleDescription()
    assert dialog.findChild(QLineEdit).accessibleName()  # type: ignore[union-attr]
    letters = Counter(letter.lower() for text in texts_of(dialog) for letter in re.findall("&(.)", text))
    assert len(letters) == len(PREFERENCE_ROWS) + 3
    assert max(letters.values()) == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(360, 480), (620, 720)])
def test_nothing_is_cut_off_at_the_side(
    qtbot: QtBot, dialog: PreferencesDialog, settings: Settings, language: Language, size: tuple[int, int]
) -> None:
    settings.choose(language=language)
    settings.choose_text(points=POINTS[-1])
    dialog.resize(*size)
    qtbot.waitUntil(lambda: dialog.width() == size[0])
    parts: list[QWidget] = [*dialog.findChildren(PreferenceControl), *dialog.findChildren(TextSample)]

    def nothing_is_cut_off() -> bool:
        page = parts[0].parentWidget()
        assert page is not None
        areas = [part.geometry() for part in parts]
        overlapping = [one for one, other in combinations(areas, 2) if one.intersects(other)]
        return all(page.rect().contains(area) for area in areas) and not overlapping

    qtbot.waitUntil(nothing_is_cut_off)
    for part in parts:
        assert part.height() >= part.heightForWidth(part.width())
    for row in PREFERENCE_ROWS:
        box = control_of(dialog, row.field)
        assert box.mapTo(dialog, QPoint(box.width(), 0)).x() <= dialog.width()
        assert box.width() >= box.sizeHint().width()


def test_a_box_to_tick_has_its_edge_in_high_contrast(
    qtbot: QtBot, dialog: PreferencesDialog, settings: Settings
) -> None:
    settings.choose(theme=Theme.CONTRAST)
    box = control_of(dialog, "indent")

    def light() -> int:
        """How many pixels of the box itself are light."""
        square = box.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, QStyleOptionButton(), box)
        image = box.grab(QRect(0, 0, square.width(), box.height())).toImage()
        places = product(range(image.width()), range(image.height()))
        return sum(image.pixelColor(*place).lightness() > 200 for place in places)

    qtbot.waitUntil(lambda: light() > 4 * 10)
    unticked = light()
    settings.choose_text(indent=True)
    assert light() > 2 * unticked


def test_the_sample_is_set_as_a_page_is(dialog: PreferencesDialog) -> None:
    sample = dialog.findChild(TextSample)
    assert isinstance(sample, TextSample)
    assert JOINER in sample.toPlainText()
    block = sample.document().firstBlock()
    lengths = [block.layout().lineAt(line).textLength() for line in range(block.layout().lineCount())]
    assert max(lengths) <= TextStyle().measure + 2  # joiners have no width


WITHOUT_SONG = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from viewer.widgets.preferences_dialog import PreferencesDialog
from viewer.widgets.settings import Settings
from viewer.widgets.theme import apply_chinese_font
application = QApplication(["test"])
apply_chinese_font()
window = QWidget()
box = PreferencesDialog(Settings(Path(sys.argv[1])), window).findChild(QComboBox, "serif")
print([(box.itemText(place), box.model().item(place).isEnabled()) for place in range(box.count())])
"""
NO_SERIFS = """<fontconfig><include>/etc/fonts/fonts.conf</include>
<selectfont><rejectfont><glob>*Serif*</glob></rejectfont></selectfont></fontconfig>"""


@pytest.mark.skipif(sys.platform != "linux", reason="takes the typefaces away as fontconfig can")
def test_song_cannot_be_chosen_where_the_system_has_none(tmp_path: Path) -> None:
    (tmp_path / "fonts.conf").write_text(NO_SERIFS)
    environment = {**os.environ, "FONTCONFIG_FILE": str(tmp_path / "fonts.conf"), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", WITHOUT_SONG, str(tmp_path / "settings")]
    printed = subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout
    assert printed.strip() == "[('Sans serif (Hei)', True), ('Serif (Song): not installed', False)]"
