"""Stars, highlights and notes, made by keyboard and mouse in a real window and found again."""

from __future__ import annotations

import dataclasses

import pytest
from people import (
    CONTROL,
    SHIFT,
    click_link,
    clipboard,
    current_row,
    page_of,
    press,
    rows,
    search_bar_of,
    select,
    trigger,
    type_text,
    view_of,
)
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot
from samples import OUTPOST, OUTPOST_TITLE, PASSAGE

from viewer.app import Program
from viewer.library.library import Library
from viewer.library.pages import read_page, read_release
from viewer.library.releases import put_release
from viewer.release.annotation import AnnotationKind
from viewer.widgets.main_window import MainWindow
from viewer.widgets.note_dialog import NoteDialog
from viewer.widgets.typesetting import without_joiners


@pytest.fixture
def at_outpost(window: MainWindow) -> MainWindow:
    window.navigator.go_to(OUTPOST)
    return window


def put(library: Library, id_: str = OUTPOST) -> list[tuple[AnnotationKind, str, str]]:
    """What the library has of an entry: kinds, passages and notes."""
    return [(part.kind, part.quote, part.note) for part in read_page(library, id_).annotations]


def highlighted(window: MainWindow) -> set[str]:
    """What is underlined on the page and is no link."""
    found = set()
    block = page_of(window).document().begin()
    while block.isValid():
        place = block.begin()
        while not place.atEnd():
            fragment = place.fragment()
            if fragment.charFormat().fontUnderline() and not fragment.charFormat().isAnchor():
                found.add(fragment.text())
            place += 1
        block = block.next()
    return found


def write_note(qtbot: QtBot, window: MainWindow, text: str) -> None:
    """Write into the dialog for a note that is open, in place of what is in it, and save it by keyboard."""
    dialog = next(dialog for dialog in window.findChildren(NoteDialog) if dialog.isVisible())
    dialog.activateWindow()
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QPlainTextEdit))
    press(Qt.Key.Key_A, CONTROL)
    press(Qt.Key.Key_Delete)
    type_text(text)
    press(Qt.Key.Key_Return, CONTROL)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def test_an_item_is_starred_and_found_under_its_stars(at_outpost: MainWindow, library: Library) -> None:
    press(Qt.Key.Key_D, CONTROL)
    assert put(library) == [(AnnotationKind.STAR, "", "")]
    assert "★ 已收藏" in page_of(at_outpost).toPlainText()
    press(Qt.Key.Key_7, CONTROL)
    press(Qt.Key.Key_Home)
    assert rows(view_of(at_outpost)) == ["已收藏", OUTPOST_TITLE, "已标记", "笔记"]
    press(Qt.Key.Key_Down)
    assert current_row(view_of(at_outpost)) == OUTPOST_TITLE
    press(Qt.Key.Key_D, CONTROL)
    assert put(library) == []
    assert rows(view_of(at_outpost)) == ["已收藏", "已标记", "笔记"]
    assert "★" not in page_of(at_outpost).toPlainText()


def test_several_selected_items_are_starred_together(at_outpost: MainWindow, library: Library) -> None:
    view_of(at_outpost).setFocus()
    press(Qt.Key.Key_Down, SHIFT)
    press(Qt.Key.Key_D, CONTROL)
    at_outpost.commands.search.search_for("收藏:")
    at_outpost.navigator.go_to("mark:star")
    page = page_of(at_outpost).toPlainText()
    assert page.count("删除") == 2
    assert "“协同警务系统”建设与推广" in page


def test_a_passage_is_highlighted_and_the_highlight_taken_away(at_outpost: MainWindow, library: Library) -> None:
    select(page_of(at_outpost), PASSAGE)
    press(Qt.Key.Key_H, CONTROL)
    assert put(library) == [(AnnotationKind.HIGHLIGHT, PASSAGE, "")]
    assert highlighted(at_outpost) == {PASSAGE}
    select(page_of(at_outpost), "公安局为此")
    press(Qt.Key.Key_H, CONTROL)
    assert put(library) == []
    assert highlighted(at_outpost) == set()


def test_the_caret_in_a_highlight_is_enough_to_take_it_away(at_outpost: MainWindow, library: Library) -> None:
    page = page_of(at_outpost)
    select(page, PASSAGE)
    press(Qt.Key.Key_H, CONTROL)
    found = page.document().find("为此")
    found.clearSelection()
    page.setTextCursor(found)
    press(Qt.Key.Key_H, CONTROL)
    assert put(library) == []


def test_what_is_no_text_of_the_item_is_not_highlighted(at_outpost: MainWindow, library: Library) -> None:
    select(page_of(at_outpost), "相关单位")
    press(Qt.Key.Key_H, CONTROL)
    assert put(library) == []
    assert at_outpost.statusBar().currentMessage() == "请先选中要标记的正文"
    press(Qt.Key.Key_M, CONTROL)
    assert not at_outpost.findChildren(NoteDialog)


def test_a_highlight_does_not_go_along_with_the_copied_text(at_outpost: MainWindow) -> None:
    select(page_of(at_outpost), PASSAGE)
    press(Qt.Key.Key_H, CONTROL)
    select(page_of(at_outpost), PASSAGE)
    press(Qt.Key.Key_C, CONTROL)
    assert clipboard() == PASSAGE


def test_a_note_is_written_changed_and_found(qtbot: QtBot, at_outpost: MainWindow, library: Library) -> None:
    press(Qt.Key.Key_M, CONTROL)
    write_note(qtbot, at_outpost, "问统计口径")
    assert put(library) == [(AnnotationKind.NOTE, "", "问统计口径")]
    assert "问统计口径" in page_of(at_outpost).toPlainText()
    click_link(page_of(at_outpost), "修改")
    write_note(qtbot, at_outpost, "已问过")
    assert put(library) == [(AnnotationKind.NOTE, "", "已问过")]
    at_outpost.commands.search.search_for("笔记:问过")
    qtbot.waitUntil(lambda: rows(view_of(at_outpost)) == [OUTPOST_TITLE])


def test_a_note_to_a_passage_names_it(qtbot: QtBot, at_outpost: MainWindow, library: Library) -> None:
    select(page_of(at_outpost), PASSAGE)
    press(Qt.Key.Key_M, CONTROL)
    write_note(qtbot, at_outpost, "何时？")
    assert put(library) == [(AnnotationKind.NOTE, PASSAGE, "何时？")]
    assert highlighted(at_outpost) == {PASSAGE}
    press(Qt.Key.Key_Left)
    trigger(at_outpost, "copy-plain")
    assert f"笔记：“{PASSAGE}”：何时？" in clipboard()


def test_a_note_that_is_emptied_goes(qtbot: QtBot, at_outpost: MainWindow, library: Library) -> None:
    press(Qt.Key.Key_M, CONTROL)
    write_note(qtbot, at_outpost, "问统计口径")
    press(Qt.Key.Key_M, CONTROL)
    write_note(qtbot, at_outpost, "")
    assert put(library) == []


def test_every_change_can_be_undone_and_made_again(at_outpost: MainWindow, library: Library) -> None:
    page_of(at_outpost).setFocus()
    press(Qt.Key.Key_D, CONTROL)
    select(page_of(at_outpost), PASSAGE)
    press(Qt.Key.Key_H, CONTROL)
    both = put(library)
    press(Qt.Key.Key_Z, CONTROL)
    assert put(library) == both[:1]
    press(Qt.Key.Key_Z, CONTROL)
    assert put(library) == []
    press(Qt.Key.Key_Y, CONTROL)
    press(Qt.Key.Key_Z, CONTROL, SHIFT)
    assert put(library) == both
    assert highlighted(at_outpost) == {PASSAGE}


def test_undo_in_the_search_bar_is_about_what_is_typed(at_outpost: MainWindow, library: Library) -> None:
    press(Qt.Key.Key_D, CONTROL)
    press(Qt.Key.Key_K, CONTROL)
    press(Qt.Key.Key_A)
    press(Qt.Key.Key_Z, CONTROL)
    assert search_bar_of(at_outpost).text() == ""
    assert put(library) == [(AnnotationKind.STAR, "", "")]


def test_a_mark_whose_text_is_gone_is_shown_and_can_be_removed(at_outpost: MainWindow, library: Library) -> None:
    select(page_of(at_outpost), PASSAGE)
    press(Qt.Key.Key_H, CONTROL)
    release = read_release(library, "xuzhou-2024")
    section = dataclasses.replace(release.sections[0], items=release.sections[0].items[1:])
    put_release(library, dataclasses.replace(release, sections=(section, *release.sections[1:])))
    press(Qt.Key.Key_7, CONTROL)
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_End)
    assert rows(view_of(at_outpost))[-1] == "原文已不在的标记"
    page = page_of(at_outpost)
    assert PASSAGE in page.toPlainText()
    click_link(page, "删除")
    assert rows(view_of(at_outpost)) == ["已收藏", "已标记", "笔记"]
    assert "所有标记都在原处。" in page.toPlainText()


def test_marks_are_there_after_a_new_start(program: Program, library: Library, at_outpost: MainWindow) -> None:
    press(Qt.Key.Key_D, CONTROL)
    at_outpost.close()
    program.window.show()
    at_outpost.navigator.go_to(OUTPOST)
    assert "★ 已收藏" in page_of(at_outpost).toPlainText()


def test_an_empty_group_says_how_to_fill_it(window: MainWindow) -> None:
    press(Qt.Key.Key_7, CONTROL)
    press(Qt.Key.Key_Home)
    for how_to in ("Ctrl+D", "Ctrl+H", "Ctrl+M"):
        assert how_to in page_of(window).toPlainText()
        press(Qt.Key.Key_Down)


def test_a_passage_with_a_figure_is_marked_and_copied_as_it_is_written(library: Library, window: MainWindow) -> None:
    release = read_release(library, "xuzhou-2024")
    item = dataclasses.replace(release.sections[0].items[0], summary="线索之后，止损135万元，破获案件30起。")
    section = dataclasses.replace(release.sections[0], items=(item, *release.sections[0].items[1:]))
    put_release(library, dataclasses.replace(release, sections=(section, *release.sections[1:])))
    window.navigator.go_to(OUTPOST)
    select(page_of(window), "止损135万元")
    press(Qt.Key.Key_H, CONTROL)
    assert put(library) == [(AnnotationKind.HIGHLIGHT, "止损135万元", "")]
    assert {without_joiners(text) for text in highlighted(window)} == {"止损135万元"}
    select(page_of(window), "止损135万元")
    press(Qt.Key.Key_C, CONTROL)
    assert clipboard() == "止损135万元"
