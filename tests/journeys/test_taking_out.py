"""Removing a release and bringing it back, as a person does."""

from __future__ import annotations

from people import (
    CONTROL,
    action_of,
    click_link,
    page_of,
    press,
    rows,
    search_bar_of,
    status_of,
    trigger,
    view_of,
)
from PySide6.QtCore import Qt

from viewer.widgets.main_window import MainWindow


def test_a_release_goes_by_one_key_and_comes_back_by_another(window: MainWindow) -> None:
    view, page = view_of(window), page_of(window)
    press(Qt.Key.Key_D, CONTROL)
    before = (rows(view), page.toPlainText(), view.currentIndex().data())
    assert "已收藏" in page.toPlainText()
    press(Qt.Key.Key_Delete, CONTROL, Qt.KeyboardModifier.ShiftModifier)
    assert rows(view) == []
    assert "已不在资料库中" in page.toPlainText()
    assert status_of(window) == "0 条  ·  已移除“徐州公安 2024 年度成果”，按 Ctrl+Z 恢复。"
    assert action_of(window, "undo").text() == "撤销：移除通稿"
    press(Qt.Key.Key_Z, CONTROL)
    assert (rows(view), page.toPlainText(), view.currentIndex().data()) == before
    assert status_of(window) == "14 条  ·  已恢复“徐州公安 2024 年度成果”"
    assert action_of(window, "redo").text() == "重做：移除通稿"
    press(Qt.Key.Key_Z, CONTROL)
    assert "已收藏" not in page.toPlainText(), "the star was put before"


def test_there_is_nothing_to_undo_at_first_and_the_menu_says_what_there_is(window: MainWindow) -> None:
    assert not action_of(window, "undo").isEnabled()
    press(Qt.Key.Key_D, CONTROL)
    assert action_of(window, "undo").isEnabled()
    assert action_of(window, "undo").text() == "撤销：收藏"
    trigger(window, "language-en")
    assert action_of(window, "undo").text().startswith("Undo: ")
    assert action_of(window, "redo").text() == "Re&do"
    trigger(window, "language-zh_CN")


def test_control_delete_in_the_search_bar_deletes_a_word(window: MainWindow) -> None:
    press(Qt.Key.Key_K, CONTROL)
    window.commands.search.search_for("fanzha pingtai")
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Delete, CONTROL)
    assert search_bar_of(window).text() == "pingtai"
    press(Qt.Key.Key_Escape)
    assert len(rows(view_of(window))) > 1, "no release has gone"


def test_the_page_of_what_has_gone_leads_back_to_it(window: MainWindow) -> None:
    press(Qt.Key.Key_Delete, CONTROL, Qt.KeyboardModifier.ShiftModifier)
    click_link(page_of(window), "撤销")
    assert len(rows(view_of(window))) > 1
    assert "1300" in page_of(window).toPlainText()
