"""Releases side by side, by keyboard and mouse, and their charts in real files."""

from __future__ import annotations

import dataclasses
import datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest
from people import CONTROL, SHIFT, clipboard, page_of, part_of, press, type_text
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QListWidget, QMenu, QPushButton, QTableView
from pytestqt.qtbot import QtBot
from samples import sample_release

from viewer.app import Program
from viewer.library.library import Library
from viewer.library.releases import ReleaseHead, column_heads, put_release
from viewer.models.comparison_model import ComparisonColumn
from viewer.release.release import Figure, Release
from viewer.widgets.compare_window import CompareWindow
from viewer.widgets.line_chart import LineCharts
from viewer.widgets.main_window import MainWindow
from viewer.widgets.release_list import first_choice

FIGURES = {
    2021: (("乘客", 8000, "人"), ("灯塔", 3, "座")),
    2022: (("夜班乘客", 9000, "人"), ("航标", 4, "座"), ("投诉", 12, "件")),
    2023: (("夜班乘客", 12000, "人"), ("航标", 4, "座"), ("表扬", 7, "件")),
}


def release_of(year: int) -> Release:
    release = sample_release(f"town-{year}", datetime.date(year + 1, 1, 5))
    figures = tuple(
        Figure(label=label, written=f"{value}{unit}", value=value, unit=unit, paragraph=3)
        for label, value, unit in FIGURES[year]
    )
    ferry = dataclasses.replace(release.sections[0].items[0], figures=figures)
    section = dataclasses.replace(release.sections[0], items=(ferry,))
    return dataclasses.replace(release, sections=(section,), period=f"{year}年")


@pytest.fixture
def comparing(qtbot: QtBot, library: Library, window: MainWindow) -> CompareWindow:
    """The two latest of three releases of a town side by side, opened by the key from the latest one."""
    for year in FIGURES:
        put_release(library, release_of(year))
    window.show_release("town-2023")
    press(Qt.Key.Key_D, CONTROL, SHIFT)
    found = part_of(window, CompareWindow)
    found.activateWindow()
    qtbot.waitUntil(found.isActiveWindow)
    qtbot.waitUntil(lambda: len(rows(found)) == 4)
    return found


def table_of(comparing: CompareWindow) -> QTableView:
    return part_of(comparing, QTableView)


def rows(comparing: CompareWindow) -> list[list[str]]:
    """What is said in each row, but for its course."""
    model = table_of(comparing).model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount()) if column != ComparisonColumn.COURSE]
        for row in range(model.rowCount())
    ]


def heads(comparing: CompareWindow) -> list[str]:
    model = table_of(comparing).model()
    return [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]


def tick(comparing: CompareWindow, row: int) -> None:
    """Tick a release, or not any more, by keyboard."""
    releases = part_of(comparing, QListWidget)
    releases.setFocus()
    releases.setCurrentRow(row)
    press(Qt.Key.Key_Space)


def correct(qtbot: QtBot, comparing: CompareWindow, row: int, *keys: Qt.Key) -> None:
    """Correct the match of a row with the button, and the keys in its menu."""
    table_of(comparing).selectRow(row)
    button = next(button for button in comparing.findChildren(QPushButton) if "更正" in button.text())
    button.setFocus()
    press(Qt.Key.Key_Space)
    for key in keys:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        QTest.keyClick(menu, key)
    comparing.activateWindow()
    qtbot.waitUntil(comparing.isActiveWindow)


def test_two_releases_stand_side_by_side(comparing: CompareWindow) -> None:
    assert heads(comparing) == ["变化", "数据", "走势", "2022年", "2023年", "增减", "增减率", "对应依据"]
    assert rows(comparing) == [
        ["≠ 变化", "夜班乘客", "9000人", "12000人", "+3,000人", "+33.3%", "名称相同"],
        ["＝ 相同", "航标", "4座", "4座", "", "", "名称相同"],
        ["＋ 新增", "表扬", "–", "7件", "", "", ""],
        ["－ 不再有", "投诉", "12件", "–", "", "", ""],
    ]
    comparing.close()


def test_a_third_release_makes_it_a_course_over_years(qtbot: QtBot, comparing: CompareWindow) -> None:
    tick(comparing, 3)
    qtbot.waitUntil(lambda: "2021年" in heads(comparing))
    assert rows(comparing)[0][1:] == [
        "夜班乘客 / 乘客",
        "8000人",
        "9000人",
        "12000人",
        "+3,000人",
        "+33.3%",
        "名称相近 50%",
    ]
    charts = part_of(comparing, LineCharts)
    assert charts.accessibleDescription() == "~ 夜班乘客（乘客）  8000人 → 9000人 → 12000人  +3,000（+33.3%）"
    comparing.close()


def test_what_is_shown_can_be_read_and_copied_while_other_releases_are_compared(
    qtbot: QtBot, comparing: CompareWindow
) -> None:
    tick(comparing, 3)
    table_of(comparing).selectRow(1)
    comparing.grab()
    table_of(comparing).setFocus()
    press(Qt.Key.Key_C, CONTROL)
    assert "（2024-01-05）" in clipboard()
    qtbot.waitUntil(lambda: "2021年" in heads(comparing))
    comparing.close()


def test_a_match_that_is_wrong_is_parted_and_proposed_again(qtbot: QtBot, comparing: CompareWindow) -> None:
    tick(comparing, 3)
    qtbot.waitUntil(lambda: "2021年" in heads(comparing))
    correct(qtbot, comparing, 0, Qt.Key.Key_Return)  # not the same: 夜班乘客 / 乘客
    qtbot.waitUntil(lambda: len(rows(comparing)) == 6)
    assert ["－ 不再有", "乘客", "8000人", "–", "–", "", "", ""] in rows(comparing)
    assert rows(comparing)[0][1] == "夜班乘客"
    correct(qtbot, comparing, 0, Qt.Key.Key_Up, Qt.Key.Key_Return)  # as proposed
    qtbot.waitUntil(lambda: rows(comparing)[0][1] == "夜班乘客 / 乘客")
    comparing.close()


def test_a_match_that_is_missing_is_made_and_kept(qtbot: QtBot, comparing: CompareWindow) -> None:
    tick(comparing, 3)
    qtbot.waitUntil(lambda: "2021年" in heads(comparing))
    number = next(number for number, row in enumerate(rows(comparing)) if row[1] == "航标")
    correct(qtbot, comparing, number, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Return)  # the same as 灯塔
    qtbot.waitUntil(lambda: "航标 / 灯塔" in [row[1] for row in rows(comparing)])
    assert rows(comparing)[number][-1] == "由你指定"
    tick(comparing, 3)
    qtbot.waitUntil(lambda: "2021年" not in heads(comparing))
    tick(comparing, 3)
    qtbot.waitUntil(lambda: "航标 / 灯塔" in [row[1] for row in rows(comparing)])
    comparing.close()


def test_what_is_typed_and_the_state_pick_rows(qtbot: QtBot, comparing: CompareWindow) -> None:
    type_text("航")
    qtbot.waitUntil(lambda: [row[1] for row in rows(comparing)] == ["航标"])
    press(Qt.Key.Key_A, CONTROL)
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: [row[0] for row in rows(comparing)] == ["＋ 新增"])
    comparing.close()


def test_enter_leads_to_the_item_of_the_release(comparing: CompareWindow, window: MainWindow) -> None:
    table = table_of(comparing)
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, ComparisonColumn.FIRST_RELEASE))
    press(Qt.Key.Key_Return)
    assert "2023年1月5日" in page_of(window).toPlainText()
    comparing.close()


def test_rows_are_copied_as_cells(comparing: CompareWindow) -> None:
    table_of(comparing).setFocus()
    press(Qt.Key.Key_A, CONTROL)
    press(Qt.Key.Key_C, CONTROL)
    lines = clipboard().splitlines()
    assert lines[0].split("\t") == [
        "变化",
        "数据",
        "湖滨镇年度通报（2023-01-05）",
        "湖滨镇年度通报（2024-01-05）",
        "增减",
        "增减率",
    ]
    assert lines[1].split("\t") == ["变化", "夜班乘客", "9000人", "12000人", "3000", "0.3333"]
    comparing.close()


def test_one_release_alone_says_what_to_do(qtbot: QtBot, comparing: CompareWindow) -> None:
    tick(comparing, 2)
    qtbot.waitUntil(lambda: not rows(comparing))
    shown = [label.text() for label in comparing.findChildren(QLabel) if label.isVisible()]
    assert "勾选两份或更多通稿即可对比。按 Ctrl+O 打开更多通稿。" in shown
    comparing.close()


@pytest.mark.parametrize("ending", ["png", "svg"])
def test_charts_are_written_with_their_sources(
    qtbot: QtBot,
    program: Program,
    comparing: CompareWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    ending: str,
) -> None:
    path = tmp_path / f"chart.{ending}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(path), ""))
    button = next(button for button in comparing.findChildren(QPushButton) if "导出" in button.text())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(5, 5))
    qtbot.waitUntil(path.exists)
    if ending == "png":
        image = QImage(str(path))
        assert image.width() == 2 * 360
        colours = {image.pixelColor(x, y).name() for x in range(0, 720, 2) for y in range(0, image.height(), 2)}
        assert {"#ffffff", "#0a5aa8"} <= colours
    else:
        texts = [element.text for element in ElementTree.parse(path).iter("{http://www.w3.org/2000/svg}text")]
        assert texts[:5] == ["夜班乘客", "2022年", "9000人", "2023年", "12000人"]
        assert len([text for text in texts if text and text.startswith("来源：湖滨晚报")]) == 2
    assert [part.name for part in tmp_path.iterdir() if part.suffix == ".part"] == []
    comparing.close()


def test_at_first_a_release_is_compared_with_the_one_before_it_of_its_issuer() -> None:
    def head(id_: str, issuer: str) -> ReleaseHead:
        return ReleaseHead(id_, id_, issuer, datetime.date(2024, 1, 1), "")

    releases = [head("c", "town"), head("x", "city"), head("b", "town"), head("a", "town")]
    assert first_choice(releases, "c") == {"c", "b"}
    assert first_choice(releases, "a") == {"a", "b"}
    assert first_choice(releases, "x") == {"x", "b"}
    assert first_choice(releases, "") == {"c", "b"}
    assert first_choice(releases[:1], "c") == {"c"}
    assert first_choice([], "") == set()


def test_columns_are_called_by_periods_or_else_by_days() -> None:
    def head(period: str, day: int) -> ReleaseHead:
        return ReleaseHead("x", "x", "town", datetime.date(2024, 1, day), period)

    assert column_heads([head("2022年", 1), head("2023年", 2)]) == ("2022年", "2023年")
    assert column_heads([head("2023年", 1), head("2023年", 2)]) == ("2024-01-01", "2024-01-02")
    assert column_heads([head("", 1), head("自2022年9月以来一年多", 2)]) == ("2024-01-01", "2024-01-02")
