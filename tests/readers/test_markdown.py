from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from viewer.readers.document import Block, BlockKind
from viewer.readers.markdown import read_markdown


def blocks(text: str) -> tuple[Block, ...]:
    return read_markdown(text, "town.md").blocks


def kinds(text: str) -> list[tuple[BlockKind, int, str]]:
    return [(block.kind, block.level, block.text) for block in blocks(text)]


def test_headings_have_the_level_of_their_marks() -> None:
    assert kinds("# 湖滨镇通报\n\n## 服务\n\n夜班船恢复开行。") == [
        (BlockKind.HEADING, 1, "湖滨镇通报"),
        (BlockKind.HEADING, 2, "服务"),
        (BlockKind.TEXT, 0, "夜班船恢复开行。"),
    ]


def test_numbered_lines_keep_their_numbers_with_and_without_a_space() -> None:
    assert [text for _kind, _level, text in kinds("1. 换灯；\n2.补漆；\n\n（1）清淤。")] == [
        "1. 换灯；",
        "2.补漆；",
        "（1）清淤。",
    ]


def test_marked_lines_are_items_of_a_list() -> None:
    assert kinds("- 换灯\n- 补漆") == [(BlockKind.LIST, 0, "换灯"), (BlockKind.LIST, 0, "补漆")]


def test_marks_of_type_and_links_leave_their_words() -> None:
    assert kinds("**夜班船**恢复[开行](https://example.org)，`末班` 23 点。")[0][2] == "夜班船恢复开行，末班 23 点。"


def test_a_line_that_is_all_bold_stands_out() -> None:
    assert [block.bold for block in blocks("**夜班船复航**\n\n**夜班船**复航")] == [True, False]


def test_html_is_read_as_html() -> None:
    found = kinds("<p><strong>湖滨台消息</strong>（新闻）：夜班船开行。<br></p><p>码头扩建完成。</p>")
    assert [text for _kind, _level, text in found] == ["湖滨台消息（新闻）：夜班船开行。", "码头扩建完成。"]


def test_a_table_stays_a_table() -> None:
    assert kinds("| 项目 | 数量 |\n| --- | --- |\n| 泊位 | 12个 |") == [(BlockKind.TABLE, 0, "项目\t数量\n泊位\t12个")]


def test_an_indented_paragraph_is_no_code_and_a_line_above_a_rule_no_heading() -> None:
    assert [kind for kind, _level, _text in kinds("    夜班船恢复开行。\n\n码头扩建完成。\n---\n")] == [
        BlockKind.TEXT
    ] * 2


def test_places_are_lines() -> None:
    assert [(block.place.line, block.place.lines) for block in blocks("# 通报\n\n夜班船。\n码头。\n")] == [
        (1, 1),
        (3, 1),
        (4, 1),
    ]


@given(st.text(st.sampled_from("#*-|[]()<p>/ \n灯塔渡口。1."), max_size=120))
def test_any_text_is_read_and_each_block_stands_on_its_line(text: str) -> None:
    count = len(text.split("\n"))
    for block in blocks(text):
        assert block.text.strip() == block.text != ""
        assert 1 <= block.place.line <= count


def test_every_line_between_fences_is_one_of_its_own_with_its_place() -> None:
    found = blocks("渡口。\n\n```\n换灯\n\n补漆\n```\n\n    清淤\n")
    assert [(block.text, block.place.line) for block in found] == [("渡口。", 1), ("换灯", 4), ("补漆", 6), ("清淤", 9)]


def test_what_has_no_words_is_nothing() -> None:
    assert blocks("#\n\n| | |\n| --- | --- |\n| | |\n\n<!-- 灯 -->\n\n![](a.png)\n") == ()
