"""Copying, citing and exporting, with the real clipboard and real files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from people import CONTROL, SHIFT, click_link, page_of, part_of, press, select, shown_message_of, trigger, view_of
from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtPrintSupport import QPrintPreviewWidget
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu, QTreeView
from pytestqt.qtbot import QtBot
from samples import OUTPOST, PASSAGE, sample_release

from viewer.app import Program
from viewer.library.library import Library
from viewer.library.releases import put_release
from viewer.library.scope import EVERYTHING
from viewer.release.errors import Problem, ReleaseViewerError
from viewer.widgets.main_window import MainWindow
from viewer.widgets.print_preview import PrintPreview
from viewer.widgets.sidebar import Sidebar


@pytest.fixture(autouse=True)
def _empty_clipboard(qapp: QApplication) -> Iterator[None]:
    QGuiApplication.clipboard().clear()
    yield
    QGuiApplication.clipboard().clear()


def clipboard() -> QMimeData:
    data = QGuiApplication.clipboard().mimeData()
    assert data is not None
    return data


def test_an_item_is_copied_for_word_processors_and_for_editors(window: MainWindow) -> None:
    window.navigator.go_to(OUTPOST)
    press(Qt.Key.Key_C, CONTROL)
    text, html = clipboard().text(), clipboard().html()
    assert text.startswith("“凤城前哨”群防群治机制\n\n")
    assert text.endswith(
        "来源：国际在线，徐州市公安局《徐州公安 2024 年度成果》，2025-01-09，原文第 5 段（摘要，非原文）"
    )
    assert "<h3>“凤城前哨”群防群治机制</h3>" in html
    assert "<td>1300条</td>" in html
    assert "style=" not in html
    assert window.statusBar().currentMessage() == "已复制"


def test_a_selection_comes_without_what_marks_it(window: MainWindow) -> None:
    window.navigator.go_to(OUTPOST)
    select(page_of(window), PASSAGE)
    press(Qt.Key.Key_C, CONTROL)
    assert clipboard().text() == PASSAGE
    assert clipboard().html() == "<p>丰县公安局为此推出</p>"


def test_all_of_a_page_keeps_its_form(window: MainWindow) -> None:
    window.navigator.go_to(OUTPOST)
    page_of(window).setFocus()
    press(Qt.Key.Key_A, CONTROL)
    press(Qt.Key.Key_C, CONTROL)
    assert "<h1>“凤城前哨”群防群治机制</h1>" in clipboard().html()
    assert "1300 条 搜集线索" in clipboard().text()
    assert not {"\u200b", "\u00a0", "\ufffc", "\u2028"} & set(clipboard().text())


@pytest.mark.parametrize(
    ("action", "start", "has_source"),
    [
        ("copy-plain", "“凤城前哨”", False),
        ("copy-plain-with-source", "“凤城前哨”", True),
        ("copy-markdown", "### “凤城前哨”", True),
        ("copy-rich", "“凤城前哨”", True),
    ],
)
def test_every_form_is_in_the_menu(window: MainWindow, action: str, start: str, has_source: bool) -> None:
    window.navigator.go_to(OUTPOST)
    trigger(window, action)
    assert clipboard().text().startswith(start)
    assert ("来源：" in clipboard().text()) is has_source
    assert clipboard().hasHtml() is (action == "copy-rich")


def test_the_usual_form_is_remembered(window: MainWindow, program: Program) -> None:
    window.navigator.go_to(OUTPOST)
    trigger(window, "usually-markdown")
    press(Qt.Key.Key_C, CONTROL)
    assert clipboard().text().startswith("### ")
    assert program.settings.preferences.copy_form == "markdown"


def test_a_section_is_copied_with_all_that_stands_in_it(window: MainWindow) -> None:
    window.navigator.go_to("xuzhou-2024/innovations")
    trigger(window, "copy-markdown")
    assert clipboard().text().startswith("## 警务创新")
    assert clipboard().text().count("\n### ") == 6


def test_several_items_are_copied_together(window: MainWindow) -> None:
    window.navigator.go_to(OUTPOST)
    view_of(window).setFocus()
    press(Qt.Key.Key_Down, SHIFT)
    press(Qt.Key.Key_Down, SHIFT)
    press(Qt.Key.Key_C, CONTROL)
    assert clipboard().html().count("<h3>") == 3


@pytest.mark.parametrize(
    ("action", "start"),
    [
        (
            "cite-gbt7714",
            "徐公轩. 徐州公安 2024 年度成果: “凤城前哨”群防群治机制[EB/OL]. 国际在线, 2025: 第 5 段(2025-01-09).",
        ),
        ("cite-bibtex", "@online{xuzhou-2024-fengcheng-outpost,"),
        ("cite-csl-json", '[\n  {\n    "id": "xuzhou-2024-fengcheng-outpost"'),
        ("cite-ris", "TY  - ELEC"),
    ],
)
def test_a_reference_is_copied_in_any_form(window: MainWindow, action: str, start: str) -> None:
    window.navigator.go_to(OUTPOST)
    trigger(window, action)
    assert clipboard().text().startswith(start)


def test_a_section_is_cited_as_one(window: MainWindow) -> None:
    window.navigator.go_to("xuzhou-2024/innovations")
    trigger(window, "cite-gbt7714")
    assert clipboard().text().count("[EB/OL]") == 1


def test_figures_are_copied_as_cells(window: MainWindow) -> None:
    window.navigator.go_to(OUTPOST)
    press(Qt.Key.Key_C, CONTROL, Qt.KeyboardModifier.AltModifier)
    rows = [line.split("\t") for line in clipboard().text().splitlines()]
    assert [row[:3] for row in rows[1:3]] == [["搜集线索", "1300条", "1300"], ["破获案件", "30起", "30"]]
    assert {len(row) for row in rows} == {13}
    assert clipboard().html().count("<tr>") == 5


def test_a_click_on_a_figure_copies_it_with_its_paragraph(window: MainWindow) -> None:
    window.navigator.go_to(OUTPOST)
    click_link(page_of(window), "1300")
    figure, source = clipboard().text().splitlines()
    assert figure == "搜集线索：1300条"
    assert source.endswith("原文第 5 段（摘要，非原文）")


def test_what_is_dragged_out_is_what_is_copied(window: MainWindow) -> None:
    data = window.commands.take_along.mime_data((OUTPOST,))
    window.navigator.go_to(OUTPOST)
    press(Qt.Key.Key_C, CONTROL)
    assert (data.text(), data.html()) == (clipboard().text(), clipboard().html())


def test_both_context_menus_have_every_way_to_copy(window: MainWindow) -> None:
    sidebar = part_of(window, Sidebar)
    view = part_of(sidebar, QTreeView)
    place = QPoint(5, 5)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, view.mapToGlobal(place))
    QApplication.sendEvent(view, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    texts = [action.text() for action in menu.actions()]
    menu.close()
    assert {"复制为(&A)", "引用(&E)", "把数据复制为表格(&F)"} <= set(texts)


def choose_file(path: Path) -> None:
    """Type a name into the file dialog that is about to open, and accept."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        name = part_of(dialog, QLineEdit)
        name.setText(str(path))
        dialog.accept()

    QTimer.singleShot(0, answer)


@pytest.fixture
def _own_file_dialog(qapp: QApplication) -> Iterator[None]:
    qapp.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    yield
    qapp.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, on=False)


@pytest.mark.usefixtures("_own_file_dialog")
def test_what_is_shown_becomes_a_file(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.navigator.go_to("xuzhou-2024/innovations")
    choose_file(tmp_path / "创新.md")
    press(Qt.Key.Key_E, CONTROL)
    qtbot.waitUntil((tmp_path / "创新.md").exists)
    assert (tmp_path / "创新.md").read_text("utf-8").count("\n### ") == 6


@pytest.mark.usefixtures("_own_file_dialog")
def test_a_file_that_cannot_be_written_is_said_in_the_bar(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "folder.md").mkdir()
    window.commands.take_along.export_requested.emit(EVERYTHING, str(tmp_path / "folder.md"))
    bar = shown_message_of(qtbot, window)
    assert "folder.md" in bar.message
    assert [path.name for path in tmp_path.glob("*.part")] == []


def test_many_entries_are_copied_in_the_background(qtbot: QtBot, window: MainWindow, library_path: Path) -> None:
    library = Library(library_path)
    with library.transaction():
        for number in range(50):
            put_release(library, sample_release(f"town-{number}"))
    library.close()
    window.show_release("town-0")
    press(Qt.Key.Key_A, CONTROL)
    trigger(window, "copy-plain")
    qtbot.waitUntil(lambda: clipboard().text().count("湖滨镇年度通报\n") >= 50)


def test_a_clipboard_that_another_program_takes_is_said(window: MainWindow) -> None:
    if QGuiApplication.platformName() != "offscreen":
        pytest.skip("X knows that this program would take it from itself")
    window.navigator.go_to(OUTPOST)
    system = QGuiApplication.clipboard()

    def take() -> None:
        system.dataChanged.disconnect(take)
        system.setText("others")

    system.dataChanged.connect(take)
    with pytest.raises(ReleaseViewerError) as raised:
        window.commands.take_along.copy()
    assert raised.value.problem is Problem.CLIPBOARD_TAKEN
    assert window.statusBar().currentMessage() == ""


def test_print_shows_the_pages_first(qtbot: QtBot, window: MainWindow) -> None:
    window.navigator.go_to("xuzhou-2024")
    trigger(window, "print")
    preview = part_of(window, PrintPreview)
    pages = part_of(preview, QPrintPreviewWidget)
    qtbot.waitUntil(lambda: pages.pageCount() > 1)
    assert preview.windowTitle() == "打印：徐州公安 2024 年度成果"
    preview.close()


def test_what_is_printed_has_source_notice_and_page_number_below(window: MainWindow, tmp_path: Path) -> None:
    window.navigator.go_to(OUTPOST)
    trigger(window, "print")
    preview = part_of(window, PrintPreview)
    path = tmp_path / "printed.pdf"
    preview.printer().setOutputFileName(str(path))
    pages = part_of(preview, QPrintPreviewWidget)
    pages.print_()  # what the button does after the system's own dialog
    document = pypdfium2.PdfDocument(path)
    text = document[0].get_textpage().get_text_bounded()
    assert "“凤城前哨”群防群治机制" in text
    assert "来源：国际在线" in text
    assert "1" in text.splitlines()[-1]
    document.close()
    preview.close()
