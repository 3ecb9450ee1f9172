from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabBar
from pytestqt.qtbot import QtBot

from viewer.library.library import Library
from viewer.library.releases import remove_release
from viewer.release.errors import Problem, ReleaseViewerError
from viewer.widgets.reading_places import MOST_PLACES
from viewer.widgets.shown import Missing
from viewer.widgets.tab import TabState
from viewer.widgets.tabs import MOST_TABS, Tabs

OUTPOST = "xuzhou-2024/fengcheng-outpost"
FU_HUI = "xuzhou-2024/fu-hui"
RELEASE = "xuzhou-2024"


@pytest.fixture
def places() -> dict[str, int]:
    return {}


@pytest.fixture
def tabs(qtbot: QtBot, library: Library, places: dict[str, int]) -> Iterator[Tabs]:
    """Tabs, of which the only one shows an item, in a window so small that pages have to be scrolled."""
    tabs = Tabs(library, places)
    tabs.resize(500, 150)
    tabs.show()
    qtbot.waitExposed(tabs)
    tabs.visit(OUTPOST)
    yield tabs
    tabs.deleteLater()
    QApplication.sendPostedEvents(tabs, QEvent.Type.DeferredDelete.value)


def bar_of(tabs: Tabs) -> QTabBar | None:
    """The bar, where it is seen."""
    bar = tabs.findChild(QTabBar)
    assert bar is None or isinstance(bar, QTabBar)
    return bar if bar is not None and bar.isVisible() else None


def titles(tabs: Tabs) -> list[str]:
    """What the tabs in the bar say."""
    bar = bar_of(tabs)
    return [] if bar is None else [bar.tabText(number) for number in range(bar.count())]


def shown(tabs: Tabs) -> str:
    """The id of the page that is read."""
    return tabs.shown.id if tabs.shown is not None else ""


def ids(tabs: Tabs) -> list[str]:
    """The ids of the pages of all tabs."""
    return [state.ids[state.place] for state in tabs.states()]


def test_one_tab_has_no_bar(tabs: Tabs) -> None:
    assert bar_of(tabs) is None
    tabs.new_tab()
    assert titles(tabs) == ["“凤城前哨”群防群治机制"] * 2
    tabs.close_tab()
    assert bar_of(tabs) is None


def test_a_new_tab_stands_behind_the_one_in_front_and_goes_its_own_way(tabs: Tabs) -> None:
    tabs.open_behind(RELEASE)
    tabs.new_tab()
    tabs.visit(FU_HUI)
    assert ids(tabs) == [OUTPOST, FU_HUI, RELEASE]
    tabs.look_back()
    tabs.go(-1)
    assert shown(tabs) == OUTPOST
    assert tabs.history.can_go_forward
    tabs.previous_tab()
    assert not tabs.history.can_go_forward


def test_tabs_are_walked_in_a_ring(tabs: Tabs) -> None:
    tabs.open_behind(FU_HUI)
    tabs.next_tab()
    assert shown(tabs) == FU_HUI
    tabs.next_tab()
    assert shown(tabs) == OUTPOST
    tabs.previous_tab()
    assert shown(tabs) == FU_HUI


def test_a_tab_that_is_closed_gives_way_to_the_next_and_opens_again_with_its_history(tabs: Tabs) -> None:
    tabs.visit(RELEASE)
    tabs.open_behind(FU_HUI)
    tabs.close_tab()
    assert shown(tabs) == FU_HUI
    tabs.reopen_tab()
    assert shown(tabs) == RELEASE
    assert ids(tabs) == [FU_HUI, RELEASE]
    tabs.go(-1)
    assert shown(tabs) == OUTPOST


def test_the_last_tab_is_not_closed(tabs: Tabs) -> None:
    tabs.close_tab()
    assert shown(tabs) == OUTPOST
    tabs.reopen_tab()
    assert ids(tabs) == [OUTPOST]


def test_a_tab_is_dragged_to_another_place_and_stays_in_front(tabs: Tabs) -> None:
    tabs.open_behind(FU_HUI)
    tabs.open_behind(RELEASE)
    bar = bar_of(tabs)
    assert bar is not None
    bar.moveTab(0, 2)
    assert ids(tabs) == [RELEASE, FU_HUI, OUTPOST]
    assert tabs.front == 2
    assert shown(tabs) == OUTPOST


def test_a_tab_behind_is_closed_by_its_cross(tabs: Tabs) -> None:
    tabs.open_behind(FU_HUI)
    bar = bar_of(tabs)
    assert bar is not None
    cross = bar.tabButton(1, QTabBar.ButtonPosition.RightSide)
    QTest.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert ids(tabs) == [OUTPOST]


def test_pages_are_read_on_where_they_were_left(tabs: Tabs, places: dict[str, int]) -> None:
    bar = tabs.pane.verticalScrollBar()
    cursor = tabs.pane.document().find("丰县公安局")
    tabs.pane.setTextCursor(cursor)
    bar.setValue(100)
    place = tabs.pane.place
    tabs.open_behind(FU_HUI)
    tabs.next_tab()
    assert bar.value() == 0
    assert places[OUTPOST] == place
    tabs.previous_tab()
    assert tabs.pane.place == place
    assert tabs.pane.textCursor().selectedText() == "丰县公安局"


def test_the_places_of_pages_that_were_read_long_ago_are_forgotten(tabs: Tabs, places: dict[str, int]) -> None:
    places.update({f"town/{number}": 1 for number in range(MOST_PLACES)})
    tabs.pane.verticalScrollBar().setValue(100)
    tabs.visit(FU_HUI)
    assert len(places) == MOST_PLACES
    assert next(iter(places)) == "town/1"
    assert places[OUTPOST] == next(reversed(places.values()))


def test_what_another_tab_shows_is_brought_up_to_date_at_its_place(tabs: Tabs) -> None:
    tabs.pane.verticalScrollBar().setValue(100)
    place = tabs.pane.place
    tabs.open_behind(FU_HUI)
    tabs.next_tab()
    tabs.update_page()
    tabs.previous_tab()
    assert tabs.pane.place == place


def test_there_are_at_most_a_hundred_tabs(tabs: Tabs) -> None:
    tabs.restore((TabState((OUTPOST,), 0, "前哨"),) * (MOST_TABS - 1), 0)
    tabs.open_behind(FU_HUI)
    with pytest.raises(ReleaseViewerError) as raised:
        tabs.open_behind(FU_HUI)
    assert raised.value.problem is Problem.TOO_MANY_TABS
    assert len(tabs.states()) == MOST_TABS


def test_tabs_come_back_and_are_read_when_they_come_to_the_front(tabs: Tabs, library: Library) -> None:
    states = (
        TabState((OUTPOST, RELEASE), 0, "第一"),
        TabState((FU_HUI,), 0, "第二"),
        TabState(("gone/item",), 0, "第三"),
    )
    tabs.restore(states, 1)
    assert shown(tabs) == FU_HUI
    assert [state.ids for state in tabs.states()] == [state.ids for state in states]
    tabs.previous_tab()
    assert shown(tabs) == OUTPOST
    tabs.go(1)
    assert shown(tabs) == RELEASE


def test_a_tab_whose_page_is_gone_says_so(tabs: Tabs, library: Library) -> None:
    tabs.open_behind(FU_HUI)
    remove_release(library, RELEASE)
    tabs.next_tab()
    assert isinstance(tabs.shown, Missing)
    assert FU_HUI in tabs.pane.toPlainText()
    tabs.update_page()
    assert titles(tabs)[1].startswith("No longer")


def test_a_long_title_is_shortened_and_told_in_full(tabs: Tabs) -> None:
    tabs.restore(
        (TabState((OUTPOST,), 0, ""), TabState((FU_HUI,), 0, "湖滨镇航运站关于夜班船恢复开行的通报 & 说明")), 0
    )
    bar = bar_of(tabs)
    assert bar is not None
    assert bar.tabText(1) == "湖滨镇航运站关于夜班船恢复开行…"
    assert bar.tabToolTip(1) == "湖滨镇航运站关于夜班船恢复开行的通报 & 说明"
