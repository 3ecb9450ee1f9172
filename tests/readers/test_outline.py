from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import SEED

from viewer.readers.markdown import read_markdown
from viewer.readers.outline import find_outline
from viewer.readers.text import read_text
from viewer.release.source import Role

LONG = "湖滨镇航运站恢复夜班船，末班船开到二十三点，沿湖七个村的居民都可以坐船回家，票价和白天一样。"


def outline(*lines: str) -> list[tuple[Role, int]]:
    return [(part.role, part.level) for part in find_outline(read_text("\n".join(lines)))]


def roles(*lines: str) -> list[Role]:
    return [role for role, _level in outline(*lines)]


def headings(*lines: str) -> list[tuple[str, int]]:
    return [
        (part.text[: part.run_in or None], part.level)
        for part in find_outline(read_text("\n".join(lines)))
        if part.role is Role.HEADING or part.run_in
    ]


def test_slogans_between_paragraphs_are_headings_and_bare_nouns_are_captions() -> None:
    lines = [LONG, "便民服务，温暖沿湖人家", LONG, LONG, "夜班船候船现场", LONG, "守塔护航，点亮回家水路", LONG]
    assert outline(*lines) == [
        (Role.BODY, 0),
        (Role.HEADING, 1),
        (Role.BODY, 0),
        (Role.BODY, 0),
        (Role.CAPTION, 0),
        (Role.BODY, 0),
        (Role.HEADING, 1),
        (Role.BODY, 0),
    ]


@pytest.mark.parametrize(
    "caption",
    [
        "图为夜班船靠岸。（何文 摄）",
        "▲守塔人更换灯泡",
        "志愿者在码头向乘客讲解救生衣穿法",
        "夜班船首航。湖滨晚报记者 何文",
        "图1：航线示意图",
        "夜班船靠岸 何文摄",
        "夜班船（视频截图）",
    ],
)
def test_lines_that_say_what_a_photo_shows_are_captions(caption: str) -> None:
    assert roles(LONG, caption, LONG)[1] is Role.CAPTION


def test_a_sentence_about_what_somebody_does_beside_a_caption_is_one_too() -> None:
    assert roles(LONG, "志愿者在码头讲解救生衣", "▲守塔人更换灯泡", LONG)[1:3] == [Role.CAPTION] * 2


def test_numbered_headings_nest_in_the_order_in_which_they_come() -> None:
    lines = [
        "一、服务",
        "（一）水路",
        LONG,
        "（二）陆路",
        LONG,
        "二、安全",
        "（一）灯塔",
        "1. 换灯",
        LONG,
        "2. 补漆",
        LONG,
    ]
    assert headings(*lines) == [
        ("一、服务", 1),
        ("（一）水路", 2),
        ("（二）陆路", 2),
        ("二、安全", 1),
        ("（一）灯塔", 2),
        ("1. 换灯", 3),
        ("2. 补漆", 3),
    ]


@pytest.mark.parametrize(
    "pair",
    [
        ("第一，航线延长", "第二，票价不变"),
        ("【航线】", "【票价】"),
        ("01 航线延长", "02 票价不变"),
        ("第一章 航线", "第二章 票价"),
        ("■ 航线延长", "■ 票价不变"),
        ("1、航线延长", "2、票价不变"),
        ("(一)航线延长", "(二)票价不变"),
        ("① 航线延长", "② 票价不变"),
    ],
)
def test_headings_may_be_marked_in_many_ways(pair: tuple[str, str]) -> None:
    assert headings(LONG, pair[0], LONG, pair[1], LONG) == [(pair[0], 1), (pair[1], 1)]


def test_a_numbered_sentence_that_begins_a_paragraph_is_a_heading_run_in() -> None:
    first, second = "（一）延长水上航线，方便沿湖居民。", "（二）稳定渡船票价，减轻往来负担。"
    assert headings(LONG, first + LONG, LONG, second + LONG, LONG) == [(first, 1), (second, 1)]


@pytest.mark.parametrize(
    "items",
    [
        ["1.夜班船：二十点以后开行的渡船。", "2.守塔人：看守灯塔的人员。", "3.候船室：等候渡船的房间。"],
        ["（1）换灯；", "（2）补漆；", "（3）清淤。"],
        ["1、恢复夜班船；", "2、更换灯泡；", "3、疏浚航道。"],
    ],
)
def test_numbered_lines_that_follow_each_other_are_a_list(items: list[str]) -> None:
    assert roles(LONG, "名词解释如下：", *items)[2:] == [Role.LIST] * 3


def test_a_page_that_puts_nearly_everything_into_a_list_does_so_for_the_looks() -> None:
    lines = [LONG, "便民服务，温暖沿湖人家", LONG, LONG, "守塔护航，点亮回家水路", LONG]
    listed = "\n".join(f"- {line}" for line in lines)
    assert [part.role for part in find_outline(read_markdown(listed, "town.md"))] == roles(*lines)
    table = f"{listed}\n\n| 项目 | 数量 |\n| --- | --- |\n| 泊位 | 12个 |"
    assert [part.role for part in find_outline(read_markdown(table, "town.md"))] == [*roles(*lines), Role.TABLE]


def test_a_page_that_is_laid_out_as_a_list_has_its_title_in_it() -> None:
    listed = "\n".join(f"- {line}" for line in ("沿湖镇公布灯塔开放安排", LONG, LONG, LONG))
    found = find_outline(read_markdown(listed, "town.md"))
    assert [part.role for part in found] == [Role.TITLE, *[Role.BODY] * 3]


def test_a_list_beside_a_fifth_of_other_text_is_a_list() -> None:
    items = "".join(f"- {name}；\n" for name in ("换灯", "补漆", "清淤", "疏浚"))
    found = find_outline(read_markdown(f"{LONG}\n\n{items}", "town.md"))
    assert [part.role for part in found] == [Role.BODY, *[Role.LIST] * 4]


def test_a_title_that_stands_twice_with_what_is_said_of_the_document() -> None:
    lines = [
        "湖滨镇年度工作报告",
        "来源：湖滨晚报",
        "2024-02-03 09:02:33",
        "湖滨镇年度工作报告",
        "——2024年1月28日在湖滨镇人民代表大会上",
        "镇长　何文川",
        "各位代表：",
        LONG,
    ]
    found = roles(*lines)
    assert [found[0], found[3]] == [Role.TITLE, Role.TITLE]
    assert {found[1], found[2], found[5]} == {Role.META}
    assert found[6:] == [Role.BODY, Role.BODY]


def test_a_title_and_its_subtitle_may_stand_again_before_the_text() -> None:
    head = ["湖滨镇通报", "——夜班船恢复纪实"]
    found = roles(*head, "来源：湖滨晚报", *head, LONG)
    assert found == [Role.TITLE, Role.SUBTITLE, Role.META, Role.TITLE, Role.SUBTITLE, Role.BODY]


def test_the_title_that_a_text_had_elsewhere_is_said_of_it() -> None:
    assert roles("湖滨镇通报", LONG, "原标题：夜班船恢复", LONG)[2] is Role.META


def test_numbered_lines_that_end_as_items_do_are_items_wherever_they_stand() -> None:
    assert roles(LONG, "一、换灯；", LONG, "二、补漆；", LONG)[1::2] == [Role.LIST, Role.LIST]


def test_a_count_that_begins_again_is_another_one() -> None:
    lines = ["一、换灯", LONG, "二、补漆", LONG, "一、清淤", LONG, "二、疏浚", LONG]
    assert headings(*lines) == [(line, 1) for line in lines[::2]]


def test_a_text_that_begins_with_a_sentence_has_no_title() -> None:
    assert Role.TITLE not in roles(LONG, "便民服务，温暖沿湖人家", LONG)


def test_a_subtitle_follows_the_title() -> None:
    assert roles("让渡口亮起来", "——湖滨镇航运站改造纪实", LONG)[:2] == [Role.TITLE, Role.SUBTITLE]


def test_buttons_and_paths_of_the_page_are_no_text() -> None:
    lines = [
        "您的位置：首页 > 新闻",
        "下载 打印 全屏",
        "【字号：",
        "加大",
        "还原",
        "减小",
        "】",
        LONG,
        "扫一扫在手机打开当前页",
    ]
    assert roles(*lines) == [Role.BODY]


def test_lists_of_other_pages_are_no_text() -> None:
    assert roles(LONG, LONG, "相关链接：", "湖滨镇去年通报", "渡口改造开工") == [Role.BODY, Role.BODY]


NOTICE = [
    "1、凡本网注明“来源：湖滨晚报”的作品，未经书面授权不得转载。",
    "2、已获授权的，使用时应当注明来源。",
    "违反上述声明的，本网将追究责任。",
    "3、其他来源的作品，转载不代表本网观点。",
]


def test_a_notice_begins_where_numbers_begin_again_and_speak_of_rights() -> None:
    found = find_outline(read_text("\n".join([LONG, "1、恢复夜班船", LONG, "2、更换灯泡", LONG, *NOTICE])))
    assert [part.role for part in found[-4:]] == [Role.NOTICE] * 4
    assert Role.NOTICE not in [part.role for part in found[:-4]]


def test_a_notice_may_have_a_heading() -> None:
    assert roles(LONG, "版权声明", "未经授权不得转载本站内容。")[1:] == [Role.NOTICE, Role.NOTICE]


def test_a_list_that_speaks_of_rights_once_is_no_notice() -> None:
    lines = [LONG, "1、恢复夜班船；", "2、更换灯泡；", "3、船票转让须经航运站授权。"]
    assert Role.NOTICE not in roles(*lines)


@pytest.mark.parametrize(
    "line",
    ["责任编辑：何文", "编辑 何文  校对 林川", "（供稿：湖滨镇航运站）", "文/图 何文", "监制：何文 | 编审：林川"],
)
def test_lines_that_name_who_did_what_are_credits(line: str) -> None:
    assert roles(LONG, LONG, line)[-1] is Role.CREDIT


def test_the_name_of_a_credit_may_stand_on_the_next_line() -> None:
    assert roles(LONG, LONG, "责任编辑：", "何文川")[-2:] == [Role.CREDIT, Role.CREDIT]


@given(st.lists(st.text(st.sampled_from("一二三、（）1.，。：【】灯塔图为来源版权声明"), max_size=40), max_size=12))
def test_any_text_has_an_outline_of_its_own_paragraphs(lines: list[str]) -> None:
    document = read_text("\n".join(lines))
    texts = [block.text for block in document.blocks]
    found = [part.text for part in find_outline(document)]
    assert [text for text in texts if text in found] == found or set(found) <= set(texts)


@pytest.mark.skipif(not SEED.exists(), reason="the published text is not at hand")
def test_the_published_text_has_the_outline_that_a_reader_sees() -> None:
    found = find_outline(read_text(SEED.read_text(encoding="utf-8")))
    counted = {role: sum(part.role is role for part in found) for role in Role}
    assert (counted[Role.HEADING], counted[Role.BODY], counted[Role.CAPTION]) == (3, 16, 2)
    assert counted[Role.NOTICE] == 7
    assert len(found) == 28
