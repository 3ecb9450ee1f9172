from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from viewer.readers.text import clean, join_lines, read_text


def texts(text: str) -> list[str]:
    return [block.text for block in read_text(text).blocks]


def test_a_line_is_a_paragraph_however_lines_end() -> None:
    assert texts("灯塔换灯。\r\n\u3000\u3000渡船复航。\n\n\t码头扩建。\r") == ["灯塔换灯。", "渡船复航。", "码头扩建。"]


def test_each_paragraph_has_its_line() -> None:
    places = [(block.place.line, block.place.lines) for block in read_text("\n灯塔换灯。\n\n渡船复航。").blocks]
    assert places == [(2, 1), (4, 1)]


def test_a_bracket_that_is_left_open_takes_the_lines_up_to_its_end() -> None:
    assert texts("【字体：\n大\n中\n小\n】\n渡船复航。") == ["【字体：大中小】", "渡船复航。"]
    assert texts("（\n三）航道疏浚有序推进。") == ["（三）航道疏浚有序推进。"]


def test_a_quotation_over_several_paragraphs_stays_several() -> None:
    spoken = ["“今年要把渡口修好。", "“明年再修灯塔。”"]
    assert texts("\n".join(spoken)) == spoken


def test_a_line_that_begins_inside_a_sentence_goes_on_with_the_one_before() -> None:
    assert texts("渡口夜班船恢复开行\n，末班船开到二十三点。") == ["渡口夜班船恢复开行，末班船开到二十三点。"]


def test_a_piece_of_a_sentence_is_joined_with_what_stands_around_it() -> None:
    lines = [
        "“双向候船”是乘客找船和船找乘客的简称，其中乘客找船由航运站每天公布班次和余票情况并",
        "开放预约",
        "，船找乘客由各镇报名。",
    ]
    assert texts("\n".join(lines)) == ["".join(lines)]


def test_lines_of_one_width_that_end_in_no_sentence_are_one_paragraph() -> None:
    paragraph = "湖滨镇航运站从本月起恢复夜班船末班船开到二十三点沿湖七个村的居民可以坐船回家" * 8
    lines = [paragraph[start : start + 38] for start in range(0, len(paragraph), 38)]
    assert texts("\n".join([*lines, "", *lines])) == [paragraph, paragraph]


def test_short_lines_are_not_taken_for_a_text_of_one_width() -> None:
    lines = ["湖滨镇", "航运站", "灯塔站", "渡口村", "东码头", "西码头", "北码头"]
    assert texts("\n".join(lines)) == lines


def test_what_nobody_sees_is_left_out() -> None:
    assert texts("\ufeff灯\u200b塔\u00ad换灯。") == ["灯塔换灯。"]


@given(st.text(st.sampled_from("灯塔渡船，。：（）“”【】abc12 \n\r\u3000\t"), max_size=200))
def test_the_place_of_every_paragraph_yields_its_text(text: str) -> None:
    lines = [clean(line) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    for block in read_text(text).blocks:
        first = block.place.line - 1
        assert join_lines(lines[first : first + block.place.lines]) == block.text


@given(st.text(max_size=300))
def test_no_text_is_lost(text: str) -> None:
    kept = "".join("".join(block.text.split()) for block in read_text(text).blocks)
    assert kept == "".join(clean(text).translate({ord(sign): None for sign in "\ufeff\u200b"}).split())
