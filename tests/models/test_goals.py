from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.library.library import Library
from viewer.models.goals import LIMIT, Command, GoalQuestion, find_goals

COMMANDS = (
    Command("copy-plain", "复制为 › 纯文本", "Copy as › Plain text", "编辑", "Ctrl+Shift+C"),
    Command("theme-dark", "主题 › 深色", "Theme › Dark", "查看"),
    Command("way-unit", "浏览方式 › 按单位", "Browse by › By unit", "查看", "Ctrl+2"),
    Command("language-zh_CN", "语言 › 简体中文", "Language › 简体中文", "查看"),
)
VISITED = ("xuzhou-2024/fu-hui", "unit:交警支队")


def ids(library: Library, typed: str) -> list[str]:
    return [goal.id for goal in next(find_goals(library, GoalQuestion(typed, VISITED, COMMANDS)))]


@pytest.mark.parametrize("typed", ["", "  ", "“"])
def test_before_anything_is_typed_the_pages_visited_come_and_then_the_commands(library: Library, typed: str) -> None:
    assert ids(library, typed) == [*VISITED, *(command.id for command in COMMANDS)]


@pytest.mark.parametrize("sign", [">", "＞", "》", " > "])
def test_after_a_sign_there_are_commands_alone(library: Library, sign: str) -> None:
    assert ids(library, sign) == [command.id for command in COMMANDS]
    assert ids(library, f"{sign}单位") == ["way-unit"]
    assert ids(library, f"{sign}丰县") == []


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("深色", "theme-dark"),
        ("深", "theme-dark"),
        ("主題 深色", "theme-dark"),
        ("shense", "theme-dark"),
        ("zhutiss", "theme-dark"),
        ("dark", "theme-dark"),
        ("ＤＡＲＫ", "theme-dark"),
        ("纯文本 复制", "copy-plain"),
        ("plain", "copy-plain"),
        ("jtzhongwen", "language-zh_CN"),
        ("刘涛", "person:刘涛"),
    ],
)
def test_pages_and_commands_are_found_by_any_part_of_their_names(library: Library, typed: str, first: str) -> None:
    assert ids(library, typed)[0] == first


def test_a_command_has_all_the_words(library: Library) -> None:
    assert ids(library, ">主题 纯文本") == []


def test_a_command_found_in_the_other_language_says_so_and_is_marked_there(library: Library) -> None:
    (dark,) = next(find_goals(library, GoalQuestion("dark", (), COMMANDS)))
    assert dark.title == "主题 › 深色 (Theme › Dark)"
    assert [dark.title[start:end] for start, end in dark.spans] == ["Dark"]
    (dark,) = next(find_goals(library, GoalQuestion("深色", (), COMMANDS)))
    assert dark.title == "主题 › 深色"


def test_pages_and_commands_that_are_equally_near_stand_together(library: Library) -> None:
    commands = (Command("far", "打开单位以外的县", "", ""), Command("near", "县", "", ""))
    assert [goal.id for goal in next(find_goals(library, GoalQuestion("县", (), commands)))][:2] == [
        "near",
        "place:丰县",
    ]
    assert ids(library, "单位")[0] == "way-unit"


@given(st.text('县公安f xj>》付-"“', max_size=8))
def test_whatever_is_typed_is_answered_with_a_bounded_number(library: Library, typed: str) -> None:
    found = ids(library, typed)
    assert len(found) <= LIMIT
    assert len(set(found)) == len(found)
