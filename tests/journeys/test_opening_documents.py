"""Opening documents of one's own: dropped, pasted, chosen; looked at, mended, kept."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from people import CONTROL, page_of, part_of, press, rows, shown_message_of, shown_page_of, status_of, text_on, view_of
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QPushButton,
    QTableView,
    QTextBrowser,
)
from pytestqt.qtbot import QtBot
from samples import SEED

from viewer.library.library import Library
from viewer.opening import import_document
from viewer.widgets.about_dialog import AboutDialog
from viewer.widgets.job_bar import JobBar
from viewer.widgets.main_window import MainWindow
from viewer.widgets.preview_dialog import PreviewDialog
from viewer.widgets.typesetting import without_joiners

SHIFT = Qt.KeyboardModifier.ShiftModifier

LINES = [
    "湖滨镇年度通报",
    "来源：湖滨晚报",
    "2024年1月5日，湖滨镇航运站恢复夜班船，全年运送乘客1.2万人。",
    "便民服务，温暖沿湖人家",
    "码头扩建完成，新增泊位12个，停靠船只比上年增加三成。",
    "守塔护航，点亮回家水路",
    "灯塔换灯，守塔人何川守塔三十年。",
]


@pytest.fixture
def text_file(tmp_path: Path) -> Path:
    path = tmp_path / "town.txt"
    path.write_text("\n".join(LINES), encoding="utf-8")
    return path


def drop(window: MainWindow, paths: Sequence[Path]) -> None:
    """Drop files on the window, as a file manager does."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    place = QPoint(200, 200)
    actions, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(place, actions, data, button, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(place.toPointF(), actions, data, button, Qt.KeyboardModifier.NoModifier))


def preview(qtbot: QtBot, window: MainWindow) -> PreviewDialog:
    """The preview, once it is shown."""
    qtbot.waitUntil(lambda: window.findChild(PreviewDialog) is not None)
    dialog = part_of(window, PreviewDialog)
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def marked_texts(page: QTextBrowser) -> list[str]:
    """What stands on a colour of its own."""
    texts = []
    block = page.document().begin()
    while block.isValid():
        place = block.begin()
        while not place.atEnd():
            fragment = place.fragment()
            if fragment.charFormat().background().style() != Qt.BrushStyle.NoBrush:
                texts.append(without_joiners(fragment.text()))
            place += 1
        block = block.next()
    return texts


def test_a_document_that_is_dropped_is_looked_at_and_kept_with_enter(
    qtbot: QtBot, window: MainWindow, text_file: Path
) -> None:
    drop(window, [text_file])
    dialog = preview(qtbot, window)
    assert part_of(dialog, QLineEdit).text() == LINES[0]
    assert LINES[0] not in rows(view_of(window))
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: LINES[0] in rows(view_of(window)))
    assert LINES[4] in text_on(window)
    assert marked_texts(page_of(window)) == ["1.2万人", "12个", "三成", "三十年"]
    assert status_of(window).endswith("新增 1")
    drop(window, [text_file])
    qtbot.waitUntil(lambda: status_of(window).endswith("已有 1"))


def test_a_preview_that_is_left_with_escape_keeps_nothing(qtbot: QtBot, window: MainWindow, text_file: Path) -> None:
    before = rows(view_of(window))
    drop(window, [text_file])
    dialog = preview(qtbot, window)
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert rows(view_of(window)) == before


def test_title_and_headings_are_mended_by_keyboard(qtbot: QtBot, window: MainWindow, text_file: Path) -> None:
    drop(window, [text_file])
    dialog = preview(qtbot, window)
    title = part_of(dialog, QLineEdit)
    title.setFocus()
    press(Qt.Key.Key_A, CONTROL)
    QTest.keyClicks(title, "Lakeside")
    table = part_of(dialog, QTableView)
    table.setFocus()
    for _row in range(4):
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_1, CONTROL)
    level = next(box for box in dialog.findChildren(QComboBox) if box.count() == 4)
    assert level.currentIndex() == 1
    keep = next(button for button in dialog.findChildren(QPushButton) if button.isDefault())
    QTest.mouseClick(keep, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Lakeside" in rows(view_of(window)))
    page = text_on(window)
    assert page.count(LINES[4].rstrip("。")) >= 2


def test_a_text_is_pasted_as_a_document(qtbot: QtBot, window: MainWindow) -> None:
    QGuiApplication.clipboard().setText("\n".join(LINES))
    press(Qt.Key.Key_V, CONTROL | SHIFT)
    assert part_of(preview(qtbot, window), QLineEdit).text() == LINES[0]
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: LINES[0] in rows(view_of(window)))


def test_what_is_inferred_is_said_in_the_language_of_the_window(
    window: MainWindow, library: Library, text_file: Path
) -> None:
    text_file.write_text("\n".join(LINES[2:]), encoding="utf-8")
    arrival = import_document(library, text_file).arrival
    assert arrival is not None
    window.show_release(arrival.id)
    shown = page_of(window).toPlainText()
    assert "推断" in shown
    assert "The document" not in shown


def test_an_empty_clipboard_is_said(window: MainWindow) -> None:
    QGuiApplication.clipboard().clear()
    press(Qt.Key.Key_V, CONTROL | SHIFT)
    assert status_of(window).endswith("剪贴板上没有文字。")


def test_several_documents_are_taken_in_and_what_failed_is_told(
    qtbot: QtBot, window: MainWindow, text_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    chosen = [str(text_file), str(empty)]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (chosen, ""))
    press(Qt.Key.Key_O, CONTROL)
    bar = shown_message_of(qtbot, window)
    assert bar.message.startswith("新增 1, 失败 1\n")
    assert str(empty) in bar.message
    assert LINES[0] in rows(view_of(window))
    progress = part_of(window, JobBar, "imports")
    assert not progress.isVisible()


@pytest.mark.skipif(not SEED.exists(), reason="the published text is not at hand")
def test_the_published_text_comes_to_stand_beside_the_summary(qtbot: QtBot, window: MainWindow) -> None:
    drop(window, [SEED])
    qtbot.waitUntil(lambda: status_of(window).endswith("已附为原文 1"))
    window.navigator.go_to("xuzhou-2024/fengcheng-outpost")
    page = text_on(window)
    source = SEED.read_text(encoding="utf-8").splitlines()
    assert "摘要" in page
    assert source[4] in page
    assert marked_texts(page_of(window)) == ["1300条", "30起", "16起", "135万元"]


@pytest.mark.skipif(not SEED.exists(), reason="the published text is not at hand")
def test_about_shows_the_notice_of_the_published_text_word_for_word(qtbot: QtBot, window: MainWindow) -> None:
    source = SEED.read_text(encoding="utf-8").splitlines()
    drop(window, [SEED])
    qtbot.waitUntil(lambda: status_of(window).endswith("已附为原文 1"))
    press(Qt.Key.Key_F1, SHIFT)
    about = part_of(window, AboutDialog)
    notices = shown_page_of(about)
    for line in source[21:28]:
        assert line in notices.toPlainText()


def test_about_shows_the_notice_of_a_document_word_for_word(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    clauses = ["1、凡本报注明“来源：湖滨晚报”的作品，未经授权不得转载。", "2、已获授权的，应注明来源。"]
    path = tmp_path / "town.txt"
    path.write_text("\n".join([*LINES, *clauses]), encoding="utf-8")
    drop(window, [path])
    preview(qtbot, window)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: LINES[0] in rows(view_of(window)))
    window.activateWindow()  # as a window manager does; without one no window is active now
    qtbot.waitUntil(lambda: view_of(window).hasFocus())
    press(Qt.Key.Key_F1, SHIFT)
    about = part_of(window, AboutDialog)
    notices = shown_page_of(about)
    assert "1. " + clauses[0].removeprefix("1、") in notices.toPlainText()


def test_an_import_of_a_folder_can_be_cancelled(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    for number in range(40):
        lines = [
            f"湖滨镇第{number}号通报",
            *(f"{number}号渡口第{part}班船开行，乘客{number + part}人。" for part in range(40)),
        ]
        Path(tmp_path, f"{number:02}.txt").write_text("\n".join(lines), encoding="utf-8")
    drop(window, [tmp_path])
    bar = part_of(window, JobBar, "imports")
    qtbot.waitUntil(bar.isVisible)
    cancel = part_of(bar, QPushButton)
    QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not bar.isVisible())
    assert 1 <= sum(title.endswith("号通报") for title in rows(view_of(window))) < 40
