from __future__ import annotations

import pytest

from viewer.readers.html_lines import Line, Run, divide_lines, source_text

WRAPPED = [
    "湖滨镇航运站恢复夜班船，末班船开到二十三点，沿湖七个",
    "村的居民都可以坐船回家，票价和白天一样，渔民说比从前",
    "方便得多。",
]


def lines(*texts: str, joined: bool = False) -> list[str]:
    """The paragraphs of texts between which the page breaks its lines."""
    runs: list[Run | None] = []
    for text in texts:
        runs += [Run(text), None]
    return [line.text for line in divide_lines(runs[:-1], joined)]


def test_lines_that_are_wrapped_at_one_width_are_a_paragraph() -> None:
    assert lines(*WRAPPED) == ["".join(WRAPPED)]


def test_a_sentence_that_ends_a_line_ends_the_paragraph() -> None:
    assert lines(*WRAPPED, "灯塔换灯。") == ["".join(WRAPPED), "灯塔换灯。"]


def test_words_in_latin_letters_stay_apart_where_a_line_broke_between_them() -> None:
    wrapped = [
        "The night ferry runs again until eleven and",
        "calls at every one of the seven villages on",
        "the lake.",
    ]
    assert lines(*wrapped) == [" ".join(wrapped)]


@pytest.mark.parametrize(
    "texts",
    [
        ["湖滨镇航运站", "恢复夜班船", "末班船开到二十三点"],
        [WRAPPED[0], "村的居民，", WRAPPED[2]],
        [WRAPPED[0], f"\u3000\u3000{WRAPPED[1]}", f"\u3000\u3000{WRAPPED[2]}"],
        [WRAPPED[0], "  " + WRAPPED[1], "  " + WRAPPED[2]],
    ],
    ids=["short", "of different widths", "indented", "indented by spaces"],
)
def test_other_lines_are_paragraphs_of_their_own(texts: list[str]) -> None:
    assert lines(*texts) == [text.strip() for text in texts]


def test_lines_of_a_heading_are_joined() -> None:
    assert lines("湖滨镇", "年度通报", joined=True) == ["湖滨镇 年度通报"]


def test_a_line_is_bold_where_all_its_letters_are_and_counts_what_is_linked() -> None:
    runs = [Run("渡船", bold=True), Run("："), None, Run("渡船", bold=True), Run("靠岸", linked=True)]
    assert divide_lines(list(runs), joined=False) == [Line("渡船：", True, 0), Line("渡船靠岸", False, 2)]


def test_a_line_break_of_the_source_inside_of_chinese_is_no_space() -> None:
    assert source_text("渡船\n   靠岸 \r\n。") == "渡船靠岸。"
    assert source_text("the ferry\nlands") == "the ferry\nlands"
