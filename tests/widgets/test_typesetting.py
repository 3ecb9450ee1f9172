from __future__ import annotations

import dataclasses
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st
from people import select
from PySide6.QtGui import QFontMetricsF, QTextCursor, QTextLayout
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from viewer.library.entry import Page
from viewer.library.library import Library
from viewer.library.pages import read_page
from viewer.release.release import Figure, Item
from viewer.widgets.detail_pane import DetailPane
from viewer.widgets.marked_html import Marker
from viewer.widgets.selection import SelectedLine
from viewer.widgets.typesetting import JOINER, keep_together, without_joiners

TEXTS = st.text(st.sampled_from("文在第三12.,０３，．万亿余多个公里小时月日%％kg \n") | st.characters())
PLAIN_TEXTS = TEXTS.map(without_joiners)


def lines(text: str, characters: int) -> list[str]:
    """How Qt breaks a text into lines of so many characters."""
    font = QApplication.font()
    layout = QTextLayout(text, font)
    broken = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(QFontMetricsF(font).horizontalAdvance("文" * characters))
        broken.append(without_joiners(text[line.textStart() : line.textStart() + line.textLength()]))
    layout.endLayout()
    return broken


@pytest.mark.parametrize(
    "kept",
    ["1300条", "3.6亿元", "700余次", "50公斤", "３６０，０００人", "第三次", "第12期", "2024年", "9日", "500萬元"],
)
def test_no_line_is_broken_within_a_number_and_its_unit(qtbot: QtBot, kept: str) -> None:
    texts = [f"{'文' * before}{kept}文文文文" for before in range(4, 10)]
    assert not all(any(kept in line for line in lines(text, 10)) for text in texts)
    assert all(any(kept in line for line in lines(keep_together(text), 10)) for text in texts)


def test_what_is_no_unit_may_begin_a_line(qtbot: QtBot) -> None:
    assert keep_together("拨打110报警") == "拨打110报警"
    assert keep_together("1 300 条") == "1 300 条"


@given(PLAIN_TEXTS)
def test_a_text_comes_back_as_it_was(text: str) -> None:
    assert without_joiners(keep_together(text)) == text


@given(TEXTS)
def test_a_text_with_joiners_of_its_own_gets_none_beside_them(text: str) -> None:
    kept = keep_together(text)
    assert without_joiners(kept) == without_joiners(text)
    assert kept.count(JOINER * 2) == text.count(JOINER * 2)


@given(PLAIN_TEXTS, st.data())
def test_pieces_have_the_joiners_of_the_whole(text: str, data: st.DataObject) -> None:
    places = sorted(data.draw(st.lists(st.integers(0, len(text)))))
    pieces = zip([0, *places], [*places, len(text)], strict=True)
    assert "".join(keep_together(text, *piece) for piece in pieces) == keep_together(text)


@pytest.fixture
def pane(qtbot: QtBot) -> DetailPane:
    pane = DetailPane()
    qtbot.addWidget(pane)
    pane.resize(700, 500)
    pane.show()
    pane.activateWindow()
    qtbot.waitUntil(pane.isActiveWindow)
    return pane


def item_of(library: Library, summary: str) -> Page:
    """A page with nothing on it but a summary."""
    page = read_page(library, "xuzhou-2024/fu-hui")
    assert isinstance(page.entry, Item)
    entry = dataclasses.replace(page.entry, title="样例", summary=summary, figures=(), captions=())
    return page._replace(entry=entry)


def test_what_is_selected_and_copied_has_no_joiners(library: Library, pane: DetailPane) -> None:
    pane.show_page(item_of(library, "全市搜集线索1300余条，止损135万元。"))
    assert JOINER in pane.toPlainText()
    select(pane, "1300余条，止损135万元")
    assert pane.selected_lines() == [SelectedLine("全市搜集线索1300余条，止损135万元。", 6, 20)]
    copied = pane.createMimeDataFromSelection()
    assert copied.text() == "1300余条，止损135万元"
    assert JOINER not in copied.html()


@given(
    st.lists(st.sampled_from(["全市", "1300", "余", "条", "，", "3.6", "亿", "元", "第", "３", "次"]), min_size=1),
    st.data(),
)
def test_a_selection_stands_where_it_stands_in_the_text(
    library: Library, pane: DetailPane, parts: list[str], data: st.DataObject
) -> None:
    text = "".join(parts)
    pane.show_page(item_of(library, text))
    kept = keep_together(text)
    block = pane.document().begin()
    while block.text() != kept:
        block = block.next()
    start, end = sorted(data.draw(st.tuples(st.integers(0, len(kept)), st.integers(0, len(kept)))))
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + start)
    cursor.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
    pane.setTextCursor(cursor)
    offsets = [0, *accumulate(character != JOINER for character in kept)]
    if start == end or offsets[start] < offsets[end]:
        assert pane.selected_lines() == [SelectedLine(text, offsets[start], offsets[end])]


def test_joiners_of_the_release_itself_do_no_harm(library: Library, pane: DetailPane) -> None:
    pane.show_page(item_of(library, f"搜集线索13{JOINER}00条，破获30{JOINER}起。"))
    select(pane, "破获30起")
    (line,) = pane.selected_lines()
    assert line.text[line.start : line.end] == "破获30起"
    assert pane.createMimeDataFromSelection().text() == "破获30起"


def test_a_figure_is_marked_with_its_joiners(qtbot: QtBot) -> None:
    figure = Figure(label="线索", written="1300条", value=1300, unit="条", paragraph=1)
    html = Marker(()).html("搜集线索1300条。", [figure])
    assert f"1300{JOINER}条</span>" in html


def test_the_sentence_of_a_figure_is_found(library: Library, pane: DetailPane) -> None:
    pane.show_page(item_of(library, "第一句有12个泊位。第二句搜集线索1300条，很多。第三句。"))
    pane.show_text("1300条")
    assert without_joiners(pane.textCursor().selectedText()) == "第二句搜集线索1300条，很多。"
