from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from viewer.language import Language
from viewer.library.browse import BrowseWay
from viewer.release.errors import ReleaseViewerError
from viewer.widgets.preferences import Preferences
from viewer.widgets.session import Session
from viewer.widgets.settings import Settings
from viewer.widgets.tab import TabState
from viewer.widgets.tabs import MOST_TABS
from viewer.widgets.text_style import LINE_HEIGHTS, MEASURES, POINTS, USUAL_STYLE, TextStyle, next_size
from viewer.widgets.theme import Theme
from viewer.widgets.tree_standing import TreeState


def test_what_is_chosen_is_kept_at_once(tmp_path: Path, qtbot: QtBot) -> None:
    settings = Settings(tmp_path)
    with qtbot.waitSignal(settings.changed):
        settings.choose(theme=Theme.CONTRAST, language=Language.ENGLISH, restores=False)
    settings.choose_text(points=18.0, serif=True, line_height=2.1, measure=32, indent=True)
    settings.finish()
    expected = Preferences(Language.ENGLISH, Theme.CONTRAST, TextStyle(18.0, True, 2.1, 32, True), "rich", False)
    assert Settings(tmp_path).preferences == settings.preferences == expected


def test_choosing_what_is_chosen_already_changes_nothing(tmp_path: Path, qtbot: QtBot) -> None:
    settings = Settings(tmp_path)
    with qtbot.assertNotEmitted(settings.changed):
        settings.choose(theme=Theme.SYSTEM)
    assert not settings.preferences_path.exists()


def test_a_reset_brings_back_what_is_usual(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    settings.choose(theme=Theme.DARK)
    settings.reset()
    settings.finish()
    assert Settings(tmp_path).preferences == Preferences()


def test_a_session_comes_back(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    session = settings.session
    session.way, session.front, session.query, session.sidebar_hidden = BrowseWay.UNIT, 1, "反诈 OR 走失", True
    session.tree = TreeState((("unit:丰县公安局",), ("a", "a/b c")), ("a", "a/b c", "a/d"), 17)
    session.tabs = (TabState(("a", "a/b"), 1, "甲"), TabState(("unit:县,；\\",), 0, "乙"))
    session.places["a/b"] = 812
    session.remember_query("反诈")
    session.remember_file("/纸/town.docx")
    settings.save_session()
    settings.finish()
    assert Settings(tmp_path).session == session


def test_what_another_window_has_chosen_is_kept_by_a_choice_in_this_one(tmp_path: Path) -> None:
    one, other = Settings(tmp_path), Settings(tmp_path)
    one.choose(theme=Theme.DARK)
    one.finish()
    other.choose(language=Language.ENGLISH)
    other.finish()
    one.choose_text(points=18.0)
    one.finish()
    other.choose_text(serif=True)
    other.finish()
    expected = Preferences(Language.ENGLISH, Theme.DARK, USUAL_STYLE._replace(points=18.0, serif=True))
    assert Settings(tmp_path).preferences == other.preferences == expected


def test_choices_that_follow_each_other_faster_than_they_are_written_all_hold(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    for points in (15.0, 16.0, 17.0, 16.0, 18.0):
        settings.choose_text(points=points)
        settings.take_others()
        assert settings.preferences.text.points == points
    settings.finish()
    settings.take_others()
    assert Settings(tmp_path).preferences == settings.preferences


def test_what_is_chosen_in_one_window_holds_at_once_in_the_other(tmp_path: Path, qtbot: QtBot) -> None:
    one, other = Settings(tmp_path / "settings"), Settings(tmp_path / "settings")
    other.watch()
    for theme in (Theme.DARK, Theme.LIGHT):
        with qtbot.waitSignal(other.changed):
            one.choose(theme=theme)
        one.finish()
        assert other.preferences.theme is theme
    with qtbot.assertNotEmitted(one.changed):
        one.take_others()


@pytest.mark.parametrize("content", ["{", '{"theme": "plaid"}', None])
def test_a_file_that_another_window_cannot_have_written_changes_nothing(tmp_path: Path, content: str | None) -> None:
    settings = Settings(tmp_path)
    settings.choose(theme=Theme.DARK)
    settings.finish()
    settings.preferences_path.unlink()
    if content is not None:
        settings.preferences_path.write_text(content)
    settings.take_others()
    assert settings.preferences == Preferences(theme=Theme.DARK)


def test_what_was_searched_and_opened_in_two_windows_is_offered_after_both(tmp_path: Path) -> None:
    one, other = Settings(tmp_path), Settings(tmp_path)
    for number in range(10):
        one.session.remember_query(str(number))
    one.session.remember_file("town.docx")
    one.save_session()
    one.finish()
    other.session.remember_query("反诈")
    other.session.remember_file("lake.pdf")
    other.save_session()
    other.finish()
    one.session.remember_query("县")
    one.save_session()
    one.finish()
    session = Settings(tmp_path).session
    assert session.recent_queries == ("县", "反诈", "9", "8", "7", "6", "5", "4", "3", "2")
    assert session.recent_files == ("lake.pdf", "town.docx")


def test_what_was_used_again_comes_first_and_the_oldest_is_forgotten() -> None:
    session = Session()
    for number in range(12):
        session.remember_file(str(number))
    session.remember_file("5")
    assert session.recent_files == ("5", "11", "10", "9", "8", "7", "6", "4", "3", "2")


@pytest.mark.parametrize("name", ["preferences.json", "session.json"])
@pytest.mark.parametrize("content", ["{", "[1]", '{"theme": "plaid", "browse": "sideways"}', "\x00"])
def test_a_broken_file_is_kept_aside_and_named(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content)
    settings = Settings(tmp_path)
    assert (settings.preferences, settings.session) == (Preferences(), Session())
    ((path, aside),) = settings.set_aside
    assert path == tmp_path / name
    assert aside is not None
    assert aside.read_text() == content
    assert Settings(tmp_path).set_aside == []


def test_what_makes_sense_in_a_broken_file_holds(tmp_path: Path) -> None:
    (tmp_path / "preferences.json").write_text('{"theme": "dark", "text-size": 1e999, "serif": "no"}')
    settings = Settings(tmp_path)
    assert settings.preferences == Preferences(theme=Theme.DARK)
    assert len(settings.set_aside) == 1


@pytest.mark.parametrize(
    "written",
    [
        {"text-size": 1000},
        {"text-size": True},
        {"line-height": -1},
        {"characters-in-a-line": 40.5e300},
        {"copy-as": ["rich"]},
        {"language": "tlh"},
        {"theme": {}},
    ],
)
def test_a_hostile_preference_is_as_usual(tmp_path: Path, written: dict[str, object]) -> None:
    (tmp_path / "preferences.json").write_text(json.dumps(written))
    settings = Settings(tmp_path)
    assert settings.preferences == Preferences()
    assert settings.set_aside


@pytest.mark.parametrize(
    "written",
    [
        {"tabs": {"ids": 3}},
        {"tabs": [{"ids": ["a"], "place": -1, "title": ""}]},
        {"tabs": [["a"]]},
        {"places": {"a": "far"}},
        {"tree": {"open": "all"}},
        {"tree": []},
        {"window": 7},
        {"sidebar-width": 1e9},
        {"recent-files": [None]},
        {"query": "\ud800"},
    ],
)
def test_a_hostile_session_is_as_at_the_first_start(tmp_path: Path, written: dict[str, object]) -> None:
    (tmp_path / "session.json").write_text(json.dumps(written))
    settings = Settings(tmp_path)
    assert settings.session == Session()
    assert settings.set_aside


def test_of_ten_thousand_tabs_only_as_many_are_opened_as_there_may_be(tmp_path: Path) -> None:
    tab = {"ids": ["a"], "place": 0, "title": "甲"}
    (tmp_path / "session.json").write_text(json.dumps({"tabs": [tab] * 10_000}))
    assert len(Settings(tmp_path).session.tabs) == MOST_TABS


def test_a_session_that_cannot_be_written_is_written_when_it_can_be(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    taken = tmp_path / "taken"
    taken.write_text("a file where the folder should be")
    settings = Settings(taken / "settings")
    settings.session.query = "反诈"
    settings.save_session()
    settings.finish()
    assert "not kept" in caplog.text
    taken.unlink()
    settings.save_session()
    settings.finish()
    assert Settings(taken / "settings").session.query == "反诈"


def test_preferences_that_cannot_be_written_are_said(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "taken").write_text("a file where the folder should be")
    settings = Settings(tmp_path / "taken" / "settings")
    with qtbot.waitSignal(settings.failed, check_params_cb=lambda error: isinstance(error, ReleaseViewerError)):
        settings.choose(theme=Theme.DARK)
    assert settings.preferences.theme is Theme.DARK


def test_a_session_that_is_as_it_was_is_not_written_again(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    settings.save_session()
    settings.finish()
    (tmp_path / "session.json").unlink()
    settings.save_session()
    settings.finish()
    assert not (tmp_path / "session.json").exists()
    settings.session.query = "反诈"
    settings.save_session()
    settings.finish()
    assert (tmp_path / "session.json").exists()


def test_a_session_with_a_name_of_a_file_that_is_no_text_is_kept(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    settings.session.remember_file("/纸/\udcff.txt")
    settings.session.query = "反诈"
    settings.save_session()
    settings.finish()
    assert Settings(tmp_path).session.query == "反诈"


styles = st.builds(
    TextStyle,
    st.sampled_from(POINTS),
    st.booleans(),
    st.sampled_from(LINE_HEIGHTS),
    st.sampled_from(MEASURES),
    st.booleans(),
)


@given(styles)
def test_every_style_that_can_be_chosen_comes_back(tmp_path_factory: pytest.TempPathFactory, style: TextStyle) -> None:
    folder = tmp_path_factory.mktemp("settings")
    settings = Settings(folder)
    settings.choose(text=style)
    settings.finish()
    read = Settings(folder)
    assert read.preferences.text == style
    assert not read.set_aside


@given(st.sampled_from(POINTS))
def test_larger_and_smaller_are_each_others_way_back(points: float) -> None:
    assert next_size(next_size(points, 1), -1) == points or points == POINTS[-1]
    assert next_size(next_size(points, -1), 1) == points or points == POINTS[0]
