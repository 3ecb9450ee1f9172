"""What another program does to the library is seen in a window soon, and disturbs nobody in it."""

from __future__ import annotations

import dataclasses
import datetime
from pathlib import Path

import pytest
from people import (
    CONTROL,
    SHIFT,
    action_of,
    current_row,
    page_of,
    part_of,
    press,
    rows,
    search_bar_of,
    select,
    shown_message_of,
    status_of,
    text_on,
    trigger,
    type_text,
    view_of,
)
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot
from samples import OUTPOST, OUTPOST_TITLE, PASSAGE, SHIPPED, sample_release

from viewer.library.annotations import put_annotations, read_annotations, remove_annotations
from viewer.library.library import Library
from viewer.library.pages import read_release
from viewer.library.releases import put_release, remove_release
from viewer.models.tree_model import TreeModel
from viewer.release.annotation import Annotation, AnnotationKind
from viewer.release.release import Release
from viewer.widgets.main_window import MainWindow
from viewer.widgets.message_bar import MessageBar
from viewer.widgets.note_dialog import NoteDialog

NEWER = "湖滨镇年度通报"


@pytest.fixture
def window(watching: MainWindow) -> MainWindow:
    """A window that watches its library, at an item."""
    watching.navigator.go_to(OUTPOST)
    return watching


def newer_release(id_: str = "lakeside-2026") -> Release:
    return sample_release(id_, datetime.date(2026, 1, 5))


def bring_newer(qtbot: QtBot, window: MainWindow, other: Library) -> None:
    """Let another program take in a release, and wait until it is counted: all else has been refreshed by then."""
    put_release(other, newer_release())
    qtbot.waitUntil(lambda: "16 " in status_of(window))


def star(id_: str = OUTPOST, title: str = OUTPOST_TITLE) -> Annotation:
    return Annotation(entry_id=id_, title=title, kind=AnnotationKind.STAR, made=datetime.date(2026, 3, 1))


def message_of(window: MainWindow) -> str:
    """What the bar says that says what went wrong; "" where it says nothing."""
    bars = [bar for bar in window.findChildren(MessageBar) if bar.isVisible()]
    return bars[0].message if bars else ""


def test_a_release_that_comes_stands_in_the_tree_and_nothing_else_moves(
    qtbot: QtBot, window: MainWindow, other: Library
) -> None:
    view = view_of(window)
    before, page = rows(view), text_on(window)
    view.setFocus()
    press(Qt.Key.Key_Down, SHIFT)
    selected = [index.data() for index in view.selectionModel().selectedRows()]
    assert len(selected) == 2
    bring_newer(qtbot, window, other)
    assert rows(view) == [NEWER, *before]
    assert [index.data() for index in view.selectionModel().selectedRows()] == selected
    assert current_row(view) == selected[1]
    assert text_on(window) == page or selected[1] in text_on(window)
    assert message_of(window) == ""


def test_a_row_that_is_pressed_is_the_one_that_is_clicked_though_rows_come_above_it(
    qtbot: QtBot, window: MainWindow, other: Library
) -> None:
    view = view_of(window)
    index = view.indexBelow(view.currentIndex())
    title, place = index.data(), view.visualRect(index).center()
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(view.clicked) as clicked:
        bring_newer(qtbot, window, other)
        index = view.indexBelow(view.indexAt(place))
        QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())
    assert clicked.args is not None
    assert clicked.args[0].data() == title
    assert title in text_on(window)


def test_what_is_scrolled_to_stays_in_its_place(qtbot: QtBot, window: MainWindow, other: Library) -> None:
    window.resize(900, 320)
    view = view_of(window)
    for release in range(20):
        put_release(other, sample_release(f"older-{release}", datetime.date(2001 + release, 1, 1)))
    qtbot.waitUntil(lambda: "54 " in status_of(window))
    view.verticalScrollBar().setValue(9)
    top = view.indexAt(view.viewport().rect().topLeft()).data()
    put_release(other, newer_release())
    qtbot.waitUntil(lambda: "56 " in status_of(window))
    assert view.verticalScrollBar().value() == 10
    assert view.indexAt(view.viewport().rect().topLeft()).data() == top


def test_a_star_of_another_window_is_seen_on_the_page_with_caret_and_place_as_they_were(
    qtbot: QtBot, window: MainWindow, other: Library
) -> None:
    window.resize(900, 320)
    page = page_of(window)
    select(page, PASSAGE)
    page.verticalScrollBar().setValue(40)
    cursor = page.textCursor()
    caret, seen = (cursor.anchor(), cursor.position()), page.place
    note = dataclasses.replace(star(), kind=AnnotationKind.NOTE, note="另一个窗口写的")
    put_annotations(other, [star(), note])
    qtbot.waitUntil(lambda: "另一个窗口写的" in text_on(window))
    assert "★" in text_on(window)
    assert page.textCursor().selectedText() == PASSAGE
    assert page.hasFocus()
    assert page.place - seen == page.textCursor().anchor() - caret[0] > 0, "what has come stands above"
    assert action_of(window, "star").isChecked()


def test_a_change_elsewhere_does_not_draw_the_page_anew(qtbot: QtBot, window: MainWindow, other: Library) -> None:
    document = page_of(window).document()
    bring_newer(qtbot, window, other)
    assert page_of(window).document() is document


def test_what_is_typed_and_what_is_being_composed_stays_as_it_is(
    qtbot: QtBot, window: MainWindow, other: Library
) -> None:
    bar = search_bar_of(window)
    window.commands.search.focus_search()
    type_text("县")
    QApplication.sendEvent(bar, QInputMethodEvent("fa", []))
    put_release(other, newer_release())
    qtbot.waitUntil(lambda: part_of(window, TreeModel).rowCount() == 2)
    assert (bar.text(), bar.typed, bar.cursorPosition()) == ("县", "县 fa", 1)
    assert bar.hasFocus()
    QApplication.sendEvent(bar, QInputMethodEvent())
    qtbot.waitUntil(lambda: len(rows(view_of(window))) == 3)


def with_county(release: Release) -> Release:
    """With an item that a search for 县 finds."""
    section = release.sections[0]
    ferry, keeper = section.items
    return dataclasses.replace(
        release,
        sections=(dataclasses.replace(section, items=(dataclasses.replace(ferry, title="县城夜班船"), keeper)),),
    )


def test_the_current_hit_stays_the_current_one_and_its_page_is_read_on(
    qtbot: QtBot, window: MainWindow, other: Library
) -> None:
    view = view_of(window)
    window.commands.search.focus_search()
    type_text("县")
    qtbot.waitUntil(lambda: len(rows(view)) == 3)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    current, page = current_row(view), text_on(window)
    put_release(other, with_county(newer_release()))
    qtbot.waitUntil(lambda: len(rows(view)) == 4)
    assert rows(view)[0] == "县城夜班船"
    assert (current_row(view), text_on(window)) == (current, page)
    assert [index.data() for index in view.selectionModel().selectedRows()] == [current]
    qtbot.waitUntil(lambda: "4" in status_of(window))
    remove_release(other, "lakeside-2026")
    qtbot.waitUntil(lambda: len(rows(view)) == 3)
    assert (current_row(view), text_on(window)) == (current, page)
    press(Qt.Key.Key_Escape)
    assert rows(view)[0] != NEWER


def test_a_search_that_found_nothing_finds_what_comes(qtbot: QtBot, window: MainWindow, other: Library) -> None:
    window.commands.search.search_for("末班船")
    qtbot.waitUntil(lambda: rows(view_of(window)) == [])
    put_release(other, newer_release())
    qtbot.waitUntil(lambda: "末班船" in text_on(window))
    assert len(rows(view_of(window))) == 1


def test_a_page_that_another_removes_says_so_and_comes_back(qtbot: QtBot, window: MainWindow, other: Library) -> None:
    release, could_go_back = read_release(other, SHIPPED), action_of(window, "back").isEnabled()
    remove_release(other, SHIPPED)
    qtbot.waitUntil(lambda: "1300" not in text_on(window))
    assert rows(view_of(window)) == []
    assert message_of(window) == ""
    put_release(other, release)
    qtbot.waitUntil(lambda: "1300" in text_on(window))
    qtbot.waitUntil(lambda: current_row(view_of(window)) == OUTPOST_TITLE)
    assert action_of(window, "back").isEnabled() is could_go_back


def test_a_library_that_was_empty_shows_what_comes(qtbot: QtBot, window: MainWindow, other: Library) -> None:
    remove_release(other, SHIPPED)
    qtbot.waitUntil(lambda: rows(view_of(window)) == [])
    put_release(other, newer_release())
    qtbot.waitUntil(lambda: rows(view_of(window)) == [NEWER])


def test_what_was_done_here_is_undone_here_whatever_others_have_done(
    qtbot: QtBot, window: MainWindow, other: Library
) -> None:
    page_of(window).setFocus()
    press(Qt.Key.Key_D, CONTROL)
    bring_newer(qtbot, window, other)
    (mine,) = read_annotations(other, [OUTPOST])[OUTPOST]
    put_annotations(other, [dataclasses.replace(star(), kind=AnnotationKind.NOTE, note="别人的")])
    qtbot.waitUntil(lambda: "别人的" in text_on(window))
    press(Qt.Key.Key_Z, CONTROL)
    assert [part.note for part in read_annotations(other, [OUTPOST])[OUTPOST]] == ["别人的"]
    press(Qt.Key.Key_Y, CONTROL)
    assert mine in read_annotations(other, [OUTPOST])[OUTPOST]


def test_a_note_that_is_changed_elsewhere_while_it_is_written_here_is_kept_beside(
    qtbot: QtBot, window: MainWindow, other: Library
) -> None:
    (theirs,) = put_annotations(other, [dataclasses.replace(star(), kind=AnnotationKind.NOTE, note="原来的")])
    qtbot.waitUntil(lambda: "原来的" in text_on(window))
    page_of(window).setFocus()
    press(Qt.Key.Key_M, CONTROL)
    dialog = part_of(window, NoteDialog)
    dialog.activateWindow()
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QPlainTextEdit))
    put_annotations(other, [dataclasses.replace(theirs, note="别人改的")])
    qtbot.waitUntil(lambda: "别人改的" in text_on(window))
    press(Qt.Key.Key_A, CONTROL)
    type_text("我改的")
    press(Qt.Key.Key_Return, CONTROL)
    notes = [part.note for part in read_annotations(other, [OUTPOST])[OUTPOST]]
    assert notes == ["别人改的", "我改的"]
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def test_marks_that_come_and_go_open_and_close_their_row(qtbot: QtBot, window: MainWindow, other: Library) -> None:
    trigger(window, "way-mark")
    view = view_of(window)
    qtbot.waitUntil(lambda: rows(view) == ["已收藏", "已标记", "笔记"])
    (put,) = put_annotations(other, [star()])
    qtbot.waitUntil(lambda: view.model().hasChildren(view.model().index(0, 0)))
    view.setFocus()
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Right)
    assert rows(view) == ["已收藏", OUTPOST_TITLE, "已标记", "笔记"]
    remove_annotations(other, [put])
    qtbot.waitUntil(lambda: rows(view) == ["已收藏", "已标记", "笔记"])


def test_units_that_change_their_order_stay_open(qtbot: QtBot, window: MainWindow, other: Library) -> None:
    put_release(other, newer_release())
    trigger(window, "way-unit")
    view, model = view_of(window), view_of(window).model()
    index = model.find(["unit:湖滨镇航运站"])  # type: ignore[attr-defined]
    view.setCurrentIndex(index)
    view.expand(index)
    view.selectionModel().select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    opened = rows(view)
    for number in range(9):
        put_release(other, newer_release(f"more-{number}"))
    qtbot.waitUntil(lambda: len(rows(view)) == len(opened) + 9)
    assert rows(view)[0] == "湖滨镇航运站"
    assert current_row(view) == "湖滨镇航运站"


def test_a_library_that_is_replaced_is_said_and_nothing_goes_into_the_one_that_is_gone(
    qtbot: QtBot, window: MainWindow, library_path: Path
) -> None:
    library_path.rename(library_path.with_name("elsewhere.sqlite"))
    assert str(library_path) in shown_message_of(qtbot, window).message
    page_of(window).setFocus()
    press(Qt.Key.Key_D, CONTROL)
    assert "★" not in text_on(window)
