from __future__ import annotations

import dataclasses
import datetime

import pytest
from people import click_link
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from viewer.library.browse import read_group
from viewer.library.entry import Page
from viewer.library.library import Library
from viewer.library.pages import read_page
from viewer.models.counts_and_dates import date_text
from viewer.release.release import Figure, Item
from viewer.widgets.detail_pane import DetailPane
from viewer.widgets.text_style import TextStyle
from viewer.widgets.theme import apply_chinese_font, song_family


@pytest.fixture
def pane(qtbot: QtBot) -> DetailPane:
    pane = DetailPane()
    qtbot.addWidget(pane)
    pane.resize(900, 700)
    pane.show()
    qtbot.waitExposed(pane)
    return pane


def with_item(page: Page, **fields: object) -> Page:
    """The page with some fields of its item changed."""
    assert isinstance(page.entry, Item)
    return page._replace(entry=dataclasses.replace(page.entry, **fields))  # type: ignore[arg-type]


def test_an_item_shows_figures_names_captions_and_source(library: Library, pane: DetailPane) -> None:
    pane.show_page(read_page(library, "xuzhou-2024/fengcheng-outpost"))
    text = pane.toPlainText()
    for part in (
        "1300 条",
        "135 万元",
        "千警进万群",
        "丰县公安局",
        "反诈宣传现场",
        "国际在线",
        date_text(datetime.date(2025, 1, 9)),
    ):
        assert part in text


def test_a_section_says_how_many_were_announced_and_how_many_are_described(library: Library, pane: DetailPane) -> None:
    pane.show_page(read_page(library, "xuzhou-2024/innovations"))
    assert "10 announced, 6 described here" in pane.toPlainText()


def test_a_release_says_what_is_inferred(library: Library, pane: DetailPane) -> None:
    pane.show_page(read_page(library, "xuzhou-2024"))
    text = pane.toPlainText()
    assert text.count("inferred") == 3
    assert "原文只写“1月9日”" in text


def test_a_group_of_figures_is_a_table_that_leads_to_items(library: Library, pane: DetailPane, qtbot: QtBot) -> None:
    pane.show_page(read_group(library, "figure:元"))
    assert pane.toPlainText().index("3.6亿元") < pane.toPlainText().index("135万元")
    with qtbot.waitSignal(pane.link_opened) as opened:
        click_link(pane, "电诈高危人群预警劝阻机制")
    assert opened.args == ["xuzhou-2024/fraud-dissuasion"]


@pytest.mark.parametrize("hostile", ["<b>粗</b>", "<img src='file:///etc/passwd'>", "&lt;", "</p><script>", "a\"'b"])
def test_what_a_release_says_is_shown_and_never_obeyed(library: Library, pane: DetailPane, hostile: str) -> None:
    page = read_page(library, "xuzhou-2024/fu-hui")
    figure = Figure(label=hostile, written=f"3{hostile}", value=3, unit=hostile, paragraph=1)
    pane.show_page(with_item(page, title=hostile, summary=hostile, figures=(figure,)))
    assert pane.toPlainText().count(hostile) >= 3


@pytest.mark.parametrize("width", [500, 900, 1600])
def test_a_line_has_at_most_forty_characters(library: Library, pane: DetailPane, width: int, qtbot: QtBot) -> None:
    page = with_item(read_page(library, "xuzhou-2024/fu-hui"), summary="文" * 200, figures=())
    pane.resize(width, 700)
    pane.show_page(page)
    block = pane.document().firstBlock()
    while "文" * 200 not in block.text():
        block = block.next()
    lengths = [block.layout().lineAt(line).textLength() for line in range(block.layout().lineCount())]
    assert max(lengths) <= TextStyle().measure
    if width == 1600:
        assert max(lengths) == TextStyle().measure


@pytest.mark.parametrize("width", [420, 800, 1200])
def test_no_figure_is_broken_or_cut_off(library: Library, pane: DetailPane, width: int) -> None:
    pane.resize(width, 700)
    pane.show_page(read_page(library, "xuzhou-2024/fengcheng-outpost"))
    assert not pane.horizontalScrollBar().isVisible()
    block = pane.document().begin()
    while block.isValid():
        if block.text().startswith(("1300", "135")):
            assert block.layout().lineAt(0).textLength() == len(block.text().split("\u2028")[0]) + 1
        block = block.next()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("1300条", "今年搜集1300\u2060条。"),
        ("１３００ 条", "今年搜集1300\u2060条。"),
        ("跨省通辦", "😀跨省通办。"),
    ],
)
def test_a_sentence_is_found_however_the_page_writes_it(
    library: Library, pane: DetailPane, text: str, sentence: str
) -> None:
    summary = "去年搜集900条。今年搜集1300\u2060条。😀跨省通办。完。"
    pane.show_page(with_item(read_page(library, "xuzhou-2024/fu-hui"), summary=summary, figures=()))
    pane.show_text(text)
    assert pane.textCursor().selectedText() == sentence


def test_an_empty_library_says_what_to_do(pane: DetailPane) -> None:
    pane.show_page(None)
    assert "Ctrl+O" in pane.toPlainText()
    assert pane.selected_blocks() == []


def test_the_context_menu_is_filled_by_whoever_listens(pane: DetailPane, qtbot: QtBot) -> None:
    pane.menu_requested.connect(lambda menu: menu.addAction("样例"))
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QContextMenuEvent
    from PySide6.QtWidgets import QApplication

    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), pane.mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(pane, event)
    menu = pane.findChild(QMenu)
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["样例"]
    menu.close()


MARKS = "“文”‘文’文…文—文"


def typefaces_of(text: str, font: QFont) -> set[str]:
    """The typefaces that the glyphs of a text come from."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine().setLineWidth(10_000)
    layout.endLayout()
    return {run.rawFont().familyName() for run in layout.glyphRuns()}


def typefaces_on(pane: DetailPane, text: str) -> set[str]:
    """The typefaces that a paragraph of the page is drawn in."""
    block = pane.document().begin()
    while block.text() != text:
        block = block.next()
    return typefaces_of(text, block.begin().fragment().charFormat().font())


def test_running_text_is_in_song_and_titles_stay_in_hei(library: Library, pane: DetailPane) -> None:
    assert apply_chinese_font()
    (hei,) = QApplication.font().families()
    page = with_item(read_page(library, "xuzhou-2024/fu-hui"), title="题目", summary="正文", captions=())
    pane.show_page(page)
    assert (typefaces_on(pane, "题目"), typefaces_on(pane, "正文")) == ({hei}, {hei})
    pane.set_style(TextStyle(serif=True))
    assert (typefaces_on(pane, "题目"), typefaces_on(pane, "正文")) == ({hei}, {song_family()})
    pane.set_style(TextStyle())
    assert typefaces_on(pane, "正文") == {hei}


@pytest.mark.parametrize("serif", [False, True])
def test_quotation_marks_dashes_and_dots_are_those_of_the_chinese_typeface(
    library: Library, pane: DetailPane, *, serif: bool
) -> None:
    assert apply_chinese_font()
    (hei,) = QApplication.font().families()
    page = with_item(read_page(library, "xuzhou-2024/fu-hui"), title=f"题{MARKS}", summary=MARKS, captions=())
    pane.set_style(TextStyle(serif=serif))
    pane.show_page(page)
    assert typefaces_on(pane, f"题{MARKS}") == {hei}
    assert typefaces_on(pane, MARKS) == {song_family() if serif else hei}


@pytest.mark.parametrize("mark", "“”‘’…")
def test_a_quotation_mark_is_as_wide_as_a_character(mark: str, qtbot: QtBot) -> None:
    assert apply_chinese_font()
    font = QFont(QApplication.font())
    for families in (font.families(), [song_family()]):
        font.setFamilies(families)
        metrics = QFontMetricsF(font)
        assert metrics.horizontalAdvance(mark) == metrics.horizontalAdvance("文")


def left_edge(pane: DetailPane, text: str) -> int:
    """The x of the first pixel of the line that begins with a text."""
    line = pane.document().find(text)
    area = pane.cursorRect(line)
    picture = pane.viewport().grab().toImage()
    paper = picture.pixel(picture.width() // 2, 0)
    return next(
        x for x in range(picture.width()) for y in range(area.top(), area.bottom()) if picture.pixel(x, y) != paper
    )


def test_title_text_and_labels_begin_at_one_edge(library: Library, pane: DetailPane) -> None:
    assert apply_chinese_font()
    pane.show_page(read_page(library, "xuzhou-2024/fengcheng-outpost"))
    edges = [left_edge(pane, text) for text in ("“凤城前哨”群防", "基层治理", "Units")]
    assert max(edges) - min(edges) <= 2
