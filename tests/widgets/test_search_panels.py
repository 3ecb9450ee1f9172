"""What stands around the hits: categories, what to try where there are none, the index being made."""

from __future__ import annotations

import pytest
from people import press, rows, search_bar_of, type_text, view_of
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction, QTextDocument
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from samples import sample_release

from viewer.app import Program
from viewer.library.index import is_indexed
from viewer.library.library import Library
from viewer.library.releases import put_release
from viewer.models import tree_model
from viewer.widgets.category_bar import CategoryBar
from viewer.widgets.help_search import EXAMPLES
from viewer.widgets.main_window import MainWindow
from viewer.widgets.nothing_found import NothingFound
from viewer.widgets.theme import DARK


def search(qtbot: QtBot, window: MainWindow, typed: str) -> None:
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(window.commands.search.searcher.summarised):
        type_text(typed)


def status_of(window: MainWindow) -> str:
    return "\n".join(label.text() for label in window.statusBar().findChildren(QLabel))


def plain(label: QLabel | None) -> str:
    assert label is not None
    document = QTextDocument()
    document.setHtml(label.text())
    return document.toPlainText().replace("\xa0", " ")


def follow_link(label: QLabel | None, tabs: int) -> None:
    """Go to a link of a label by Tab, and press Enter on it."""
    assert label is not None
    label.repaint()  # a label finds the links in a text when it paints it
    label.setFocus(Qt.FocusReason.TabFocusReason)
    for _tab in range(tabs + 1):
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)


def test_a_category_narrows_the_hits_and_all_brings_them_back(qtbot: QtBot, window: MainWindow) -> None:
    search(qtbot, window, "县")
    bar = window.findChild(CategoryBar)
    assert plain(bar) == "全部 3   民生实事 2   警务创新 1"
    with qtbot.waitSignal(window.commands.search.searcher.summarised):
        follow_link(bar, tabs=1)
    assert rows(view_of(window)) == ["电诈高危人群预警劝阻机制", "走失人员查找中心升级"]
    assert "第 1 条，共 2 条" in status_of(window)
    assert plain(bar) == "全部 3   民生实事 2   警务创新 1", "what the others have is still said"
    with qtbot.waitSignal(window.commands.search.searcher.summarised):
        follow_link(bar, tabs=0)
    assert len(rows(view_of(window))) == 3


def test_the_categories_take_the_colours_of_the_theme(qtbot: QtBot, window: MainWindow) -> None:
    search(qtbot, window, "县")
    with qtbot.waitSignal(window.commands.search.searcher.summarised):
        window.findChild(QAction, "theme-dark").trigger()  # type: ignore[union-attr]
    assert DARK.accent in window.findChild(CategoryBar).text()  # type: ignore[union-attr]
    window.findChild(QAction, "theme-system").trigger()  # type: ignore[union-attr]


def test_another_query_is_of_all_categories_again(qtbot: QtBot, window: MainWindow) -> None:
    search(qtbot, window, "县")
    with qtbot.waitSignal(window.commands.search.searcher.summarised):
        follow_link(window.findChild(CategoryBar), tabs=1)
    search(qtbot, window, "公安")
    assert "警务创新" in plain(window.findChild(CategoryBar))
    assert len(rows(view_of(window))) > 2


def test_where_nothing_is_found_a_link_finds_something(qtbot: QtBot, window: MainWindow) -> None:
    search(qtbot, window, "反诈 平台")
    label = window.findChild(NothingFound)
    assert "查找的是：“反诈”，并且 “平台”" in plain(label)
    with qtbot.waitSignal(window.commands.search.searcher.summarised):
        follow_link(label, tabs=0)
    assert search_bar_of(window).text() == "平台"
    assert len(rows(view_of(window))) == 2


def test_a_field_without_a_value_offers_its_names(qtbot: QtBot, window: MainWindow) -> None:
    search(qtbot, window, "类别:")
    assert plain(window.findChild(NothingFound)).startswith("请接着输入")
    with qtbot.waitSignal(window.commands.search.searcher.summarised):
        follow_link(window.findChild(NothingFound), tabs=0)
    assert search_bar_of(window).text().startswith("类别:")
    assert rows(view_of(window))


def test_the_nearest_name_is_offered(qtbot: QtBot, window: MainWindow) -> None:
    search(qtbot, window, "丰具公安局")
    assert "丰县公安局 1" in " ".join(plain(window.findChild(NothingFound)).split())


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("部门:某某 -反诈", "查找的是：部门含“某某”，并且 不含“反诈”"),
        ("数值:>99亿元", "查找的是：数值 > 9900000000元 的数据"),
        ("zzzz", "查找的是：“zzzz”（也作为拼音）"),
        ("年:1999", "查找的是：1999 年的"),
        ("系统:甲 OR 人物:乙", "查找的是：任一：系统含“甲”，或 人物含“乙”"),
    ],
)
def test_what_was_understood_is_said_in_words(qtbot: QtBot, window: MainWindow, typed: str, said: str) -> None:
    search(qtbot, window, typed)
    assert said in plain(window.findChild(NothingFound))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("县 数值:>abc", "已略去：数值:>abc 不是数"),
        ('县 "', '已略去：不成对的引号或括号 "'),
        ("县 OR", "已略去：OR 没有可查找的内容"),
        ("县 年:去年", "已略去：年:去年 不是年份"),
        ("县" + " 县" * 300, "已略去：第 256 个字符以后的内容"),
    ],
)
def test_what_makes_no_sense_is_left_out_and_said(qtbot: QtBot, window: MainWindow, typed: str, said: str) -> None:
    search(qtbot, window, typed)
    assert said in status_of(window)
    assert len(rows(view_of(window))) == 3


@pytest.mark.parametrize("typed", [typed for typed, _meaning in EXAMPLES])
def test_every_example_of_the_help_finds_something(qtbot: QtBot, window: MainWindow, typed: str) -> None:
    search(qtbot, window, typed)
    assert rows(view_of(window))


def test_an_index_that_is_missing_is_made_while_one_browses(qtbot: QtBot, library: Library, program: Program) -> None:
    window = program.window
    library.rows("DROP TABLE entry_text")
    program.after_paint.bring_index_up_to_date()
    press(Qt.Key.Key_Down)
    assert "协同警务系统" in window.windowTitle(), "the library can be browsed meanwhile"
    qtbot.waitUntil(lambda: is_indexed(library))
    search(qtbot, window, "县")
    assert len(rows(view_of(window))) == 3
    QApplication.processEvents()
    assert not [label for label in window.statusBar().findChildren(QLabel) if "%" in label.text() and label.isVisible()]


def test_a_search_goes_on_when_the_index_is_there(qtbot: QtBot, library: Library, program: Program) -> None:
    window = program.window
    library.rows("DROP TABLE indexing")
    search(qtbot, window, "县")
    assert not rows(view_of(window)), "nothing is indexed yet"
    program.after_paint.bring_index_up_to_date()
    qtbot.waitUntil(lambda: len(rows(view_of(window))) == 3)


def test_coming_back_from_a_search_reads_no_further_rows_of_the_tree(
    qtbot: QtBot, library: Library, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tree_model, "PAGE", 10)
    for number in range(150):
        put_release(library, sample_release(f"r{number}"))
    tree = view_of(program.window).model()
    assert isinstance(tree, tree_model.TreeModel)
    tree.refresh()
    tree.fetchMore(QModelIndex())
    search(qtbot, program.window, "县")
    press(Qt.Key.Key_Escape)
    QApplication.processEvents()
    before = tree.rowCount()
    for _round in range(3):
        search(qtbot, program.window, "县")
        press(Qt.Key.Key_Escape)
        QApplication.processEvents()
    assert tree.rowCount() == before < 151


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What those hear who listen."""
    said: list[str] = []

    def hear(event: QAccessible) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    return said


def test_a_hit_is_heard_once_though_it_is_searched_again_meanwhile(
    qtbot: QtBot, window: MainWindow, heard: list[str]
) -> None:
    session = window.commands.search
    session.searcher.answered.connect(session.search_again, Qt.ConnectionType.SingleShotConnection)
    search(qtbot, window, "走失")
    assert len(heard) == 1
    assert heard[0].startswith("走失人员查找中心升级")
    with qtbot.waitSignal(session.searcher.summarised):
        session.search_again()
    assert len(heard) == 1


def test_a_hit_that_comes_where_there_was_none_is_heard(
    qtbot: QtBot, window: MainWindow, library: Library, heard: list[str]
) -> None:
    session = window.commands.search
    search(qtbot, window, "末班船")
    put_release(library, sample_release())
    with qtbot.waitSignal(session.searcher.summarised):
        session.search_again()
    assert [text.partition(",")[0] for text in heard] == ["没有结果", "“渡口”夜班船恢复开行"]
