"""A text is found on the page by keyboard in a real window, however long the page is."""

from __future__ import annotations

import dataclasses

import pytest
from people import CONTROL, SHIFT, page_of, part_of, press, search_bar_of, select, trigger, type_text
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor, QTextCharFormat
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTextEdit, QToolButton
from pytestqt.qtbot import QtBot
from samples import OUTPOST, sample_release

from viewer.library.library import Library
from viewer.library.releases import put_release
from viewer.release.source import Paragraph, Role, Source
from viewer.widgets.find_bar import FindBar
from viewer.widgets.main_window import MainWindow
from viewer.widgets.page_document import PageDocument
from viewer.writers.clean import clean_line

PARAGRAPHS = 1500
FERRY_EVERY = 100
HARBOUR = "港务处说明船期，" * 25


@pytest.fixture
def at_outpost(window: MainWindow) -> MainWindow:
    window.navigator.go_to(OUTPOST)
    page_of(window).setFocus()
    return window


@pytest.fixture
def at_long_page(window: MainWindow, library: Library) -> MainWindow:
    """At a document of 300,000 characters, with a ferry in every hundredth paragraph, which grows still."""
    texts = [HARBOUR + ("渡口在此。" if number % FERRY_EVERY == 0 else "") for number in range(PARAGRAPHS)]
    paragraphs = tuple(Paragraph(text=text, role=Role.BODY) for text in texts)
    source = Source(paragraph_count=PARAGRAPHS, fingerprint="1" * 64, paragraphs=paragraphs)
    put_release(
        library,
        dataclasses.replace(sample_release("harbour"), form="verbatim", sections=(), notice=None, source=source),
    )
    window.navigator.reload()
    window.navigator.go_to("harbour")
    page_of(window).setFocus()
    return window


def bar_of(window: MainWindow) -> FindBar:
    return part_of(window, FindBar)


def said(window: MainWindow) -> str:
    label = part_of(bar_of(window), QLabel)
    return label.text()


def says(qtbot: QtBot, window: MainWindow, text: str) -> None:
    qtbot.waitUntil(lambda: said(window) == text)


def find(text: str) -> None:
    press(Qt.Key.Key_F, CONTROL)
    type_text(text)


def marks(window: MainWindow) -> list[QTextEdit.ExtraSelection]:
    return page_of(window).extraSelections()


def marked(window: MainWindow) -> list[str]:
    return [mark.cursor.selectedText() for mark in marks(window)]


def is_complete(window: MainWindow) -> bool:
    document = page_of(window).document()
    assert isinstance(document, PageDocument)
    return document.complete


def test_enter_goes_through_the_matches_and_around_and_escape_leaves_the_last_one_selected(
    qtbot: QtBot, at_outpost: MainWindow
) -> None:
    find("凤城前哨")
    says(qtbot, at_outpost, "第 1 处，共 3 处")
    assert marked(at_outpost) == ["凤城前哨"] * 3
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Enter)
    says(qtbot, at_outpost, "第 3 处，共 3 处")
    press(Qt.Key.Key_Return)
    says(qtbot, at_outpost, "第 1 处，共 3 处  ·  已从页首继续")
    press(Qt.Key.Key_Return, SHIFT)
    says(qtbot, at_outpost, "第 3 处，共 3 处  ·  已从页尾继续")
    press(Qt.Key.Key_Return, SHIFT)
    says(qtbot, at_outpost, "第 2 处，共 3 处")
    press(Qt.Key.Key_Escape)
    assert not bar_of(at_outpost).isVisible()
    assert marks(at_outpost) == []
    page = page_of(at_outpost)
    assert page.hasFocus()
    assert page.textCursor().selectedText() == "凤城前哨"
    assert page.toPlainText()[: page.textCursor().selectionStart()].count("凤城前哨") == 1


def test_function_keys_and_control_g_go_on_from_the_page_and_escape_closes_from_there(
    qtbot: QtBot, at_outpost: MainWindow
) -> None:
    find("凤城前哨")
    says(qtbot, at_outpost, "第 1 处，共 3 处")
    page_of(at_outpost).setFocus()
    for key, modifiers, number in (
        (Qt.Key.Key_F3, (), 2),
        (Qt.Key.Key_G, (CONTROL,), 3),
        (Qt.Key.Key_F3, (SHIFT,), 2),
        (Qt.Key.Key_G, (CONTROL, SHIFT), 1),
    ):
        press(key, *modifiers)
        says(qtbot, at_outpost, f"第 {number} 处，共 3 处")
    press(Qt.Key.Key_Escape)
    assert not bar_of(at_outpost).isVisible()


def test_after_the_bar_is_closed_f3_finds_on_and_leaves_the_focus_where_it_is(
    qtbot: QtBot, at_outpost: MainWindow
) -> None:
    press(Qt.Key.Key_F3)
    assert QApplication.focusWidget() is bar_of(at_outpost).focusProxy(), "there is nothing to find yet"
    type_text("凤城前哨")
    says(qtbot, at_outpost, "第 1 处，共 3 处")
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_F3)
    says(qtbot, at_outpost, "第 2 处，共 3 处")
    assert page_of(at_outpost).hasFocus()


def test_what_is_selected_is_found(qtbot: QtBot, at_outpost: MainWindow) -> None:
    select(page_of(at_outpost), "丰县公安局")
    press(Qt.Key.Key_F, CONTROL)
    assert bar_of(at_outpost).text == "丰县公安局"
    qtbot.waitUntil(lambda: set(marked(at_outpost)) == {"丰县公安局"})


@pytest.mark.parametrize(
    ("typed", "found"), [("羣防羣治", "群防群治"), ("１３００条", "1300 条"), ("1300\u2060条", "1300 条")]
)
def test_matching_folds_as_the_search_does(qtbot: QtBot, at_outpost: MainWindow, typed: str, found: str) -> None:
    find(typed)
    qtbot.waitUntil(lambda: [clean_line(text) for text in marked(at_outpost)][:1] == [found])


def test_the_bar_says_it_when_nothing_is_found_and_nothing_where_nothing_is_typed(
    qtbot: QtBot, at_outpost: MainWindow
) -> None:
    find("查无此事")
    says(qtbot, at_outpost, "没有找到")
    press(Qt.Key.Key_A, CONTROL)
    press(Qt.Key.Key_Backspace)
    says(qtbot, at_outpost, "")
    assert marks(at_outpost) == []


def test_typing_on_stays_at_a_match_as_long_as_it_is_one(qtbot: QtBot, at_outpost: MainWindow) -> None:
    find("群")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: said(at_outpost).startswith("第 2 处"))
    start = page_of(at_outpost).textCursor().position()
    type_text("治")
    says(qtbot, at_outpost, "第 1 处，共 2 处")
    assert page_of(at_outpost).textCursor().position() == start


def test_the_next_match_is_the_next_one_from_where_the_reader_clicked(qtbot: QtBot, at_outpost: MainWindow) -> None:
    find("凤城前哨")
    says(qtbot, at_outpost, "第 1 处，共 3 处")
    page = page_of(at_outpost)
    page.setFocus()
    cursor = page.textCursor()
    cursor.setPosition(page.toPlainText().rindex("凤城前哨") - 1)
    page.setTextCursor(cursor)
    says(qtbot, at_outpost, "共 3 处")
    press(Qt.Key.Key_F3)
    says(qtbot, at_outpost, "第 3 处，共 3 处")


def test_escape_closes_the_bar_before_it_ends_the_search(at_outpost: MainWindow) -> None:
    press(Qt.Key.Key_K, CONTROL)
    type_text("丰县")
    find("凤城")
    press(Qt.Key.Key_Escape)
    assert search_bar_of(at_outpost).text() == "丰县"
    press(Qt.Key.Key_Escape)
    assert search_bar_of(at_outpost).text() == ""


def contrast(one: QColor, other: QColor) -> float:
    """The contrast of WCAG 2."""

    def luminance(colour: QColor) -> float:
        parts = (colour.redF(), colour.greenF(), colour.blueF())
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_the_current_match_stands_out_by_light_and_dark_and_all_can_be_read(
    qtbot: QtBot, at_outpost: MainWindow, theme: str
) -> None:
    trigger(at_outpost, f"theme-{theme}")
    find("凤城前哨")
    qtbot.waitUntil(lambda: len(marks(at_outpost)) == 3)
    formats = [QTextCharFormat(mark.format) for mark in marks(at_outpost)]
    for shown in formats:
        assert contrast(shown.foreground().color(), shown.background().color()) >= 4.5
        assert shown.fontUnderline()
    current, *others = formats
    for other in others:
        assert contrast(current.background().color(), other.background().color()) >= 4.5


def test_marks_and_count_follow_to_other_pages_and_tabs(qtbot: QtBot, at_outpost: MainWindow) -> None:
    find("凤城前哨")
    at_outpost.navigator.go_to("xuzhou-2024/liu-tao")
    says(qtbot, at_outpost, "没有找到")
    press(Qt.Key.Key_T, CONTROL)
    at_outpost.navigator.go_to(OUTPOST)
    says(qtbot, at_outpost, "共 3 处")
    press(Qt.Key.Key_F3)
    says(qtbot, at_outpost, "第 1 处，共 3 处")
    press(Qt.Key.Key_Tab, CONTROL)
    says(qtbot, at_outpost, "没有找到")
    assert marks(at_outpost) == []
    press(Qt.Key.Key_Tab, CONTROL)
    says(qtbot, at_outpost, "第 1 处，共 3 处")
    assert len(marks(at_outpost)) == 3
    press(Qt.Key.Key_W, CONTROL)
    says(qtbot, at_outpost, "没有找到")


def test_a_page_that_is_drawn_again_is_marked_again(qtbot: QtBot, at_outpost: MainWindow) -> None:
    find("凤城前哨")
    press(Qt.Key.Key_D, CONTROL)
    assert "★" in page_of(at_outpost).toPlainText()
    qtbot.waitUntil(lambda: said(at_outpost).endswith("共 3 处"))
    assert marked(at_outpost) == ["凤城前哨"] * 3


def test_the_bar_changes_its_language_at_once(qtbot: QtBot, at_outpost: MainWindow) -> None:
    find("凤城前哨")
    trigger(at_outpost, "language-en")
    line = part_of(bar_of(at_outpost), QLineEdit)
    assert line.placeholderText() == "Find on this page"
    says(qtbot, at_outpost, "1 of 3")


def test_a_reader_of_the_screen_hears_what_everything_is(at_outpost: MainWindow) -> None:
    QAccessible.setActive(True)
    find("凤城前哨")
    bar = bar_of(at_outpost)
    parts = [bar.findChild(QLineEdit), *bar.findChildren(QToolButton)]
    interfaces = [QAccessible.queryAccessibleInterface(part) for part in parts if part is not None]
    names = [(interface.text(QAccessible.Text.Name), interface.role()) for interface in interfaces]
    button = QAccessible.Role.Button
    assert names == [
        ("在本页查找", QAccessible.Role.EditableText),
        ("上一处", button),
        ("下一处", button),
        ("关闭查找栏", button),
    ]
    QAccessible.setActive(False)


def test_a_page_that_grows_is_counted_on_and_a_step_waits_for_what_it_needs(
    qtbot: QtBot, at_long_page: MainWindow
) -> None:
    page = page_of(at_long_page)
    assert not is_complete(at_long_page)
    find("渡口")
    qtbot.waitUntil(lambda: said(at_long_page).startswith("第 1 处"))
    assert said(at_long_page).endswith("+ 处")
    press(Qt.Key.Key_Return, SHIFT)
    last = PARAGRAPHS // FERRY_EVERY
    qtbot.waitUntil(lambda: said(at_long_page) == f"第 {last} 处，共 {last} 处  ·  已从页尾继续")
    assert is_complete(at_long_page)
    assert page.viewport().rect().contains(page.cursorRect())
    assert marked(at_long_page)[-1] == "渡口"
    assert len(marks(at_long_page)) <= 2


def test_a_step_back_from_far_down_waits_for_what_stands_just_before(qtbot: QtBot, at_long_page: MainWindow) -> None:
    last = PARAGRAPHS // FERRY_EVERY
    find("渡口")
    press(Qt.Key.Key_Return, SHIFT)
    qtbot.waitUntil(lambda: said(at_long_page).startswith(f"第 {last} 处，共 {last} 处"))
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_F3, SHIFT)
    qtbot.waitUntil(lambda: said(at_long_page) == f"第 {last - 1} 处，共 {last} 处")


def test_a_match_stays_in_view_when_the_page_grows_to_where_it_was_left(qtbot: QtBot, at_long_page: MainWindow) -> None:
    qtbot.waitUntil(lambda: is_complete(at_long_page))
    page = page_of(at_long_page)
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    at_long_page.navigator.go_to("xuzhou-2024/liu-tao")
    at_long_page.navigator.go_to("harbour")
    find("渡口")
    says(qtbot, at_long_page, f"第 1 处，共 {PARAGRAPHS // FERRY_EVERY} 处")
    assert page.viewport().rect().contains(page.cursorRect())


def test_on_a_long_page_the_latest_text_wins_and_only_what_is_seen_is_marked(
    qtbot: QtBot, at_long_page: MainWindow
) -> None:
    qtbot.waitUntil(lambda: is_complete(at_long_page))
    find("船")
    assert said(at_long_page) == "…" or "+" in said(at_long_page), "the window has its turn before all is found"
    type_text("期，")
    every = PARAGRAPHS * HARBOUR.count("船期，")
    qtbot.waitUntil(lambda: said(at_long_page) == f"第 1 处，共 {every} 处")
    first = marks(at_long_page)
    assert 0 < len(first) < 500
    page_of(at_long_page).setFocus()
    for _page in range(3):
        press(Qt.Key.Key_PageDown)
    assert marks(at_long_page)[0].cursor.position() > first[-1].cursor.position()
    assert len(marks(at_long_page)) < 500
