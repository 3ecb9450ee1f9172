from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import SEED

from viewer.readers.names import find_names


def units(text: str) -> list[str]:
    return [mention.name for mention in find_names(text, 1).units]


def places(text: str) -> list[str]:
    return [mention.name for mention in find_names(text, 1).places]


def systems(text: str) -> list[str]:
    return [mention.name for mention in find_names(text, 1).systems]


def people(text: str) -> list[tuple[str, str, str]]:
    return [(person.unit, person.rank, person.name) for person in find_names(text, 1).people]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("湖滨县公安局召开通报会。", "湖滨县公安局"),
        ("去年，水上巡逻支队救起落水者。", "水上巡逻支队"),
        ("由湖滨镇人民政府牵头修缮渡口。", "湖滨镇人民政府"),
        ("线索交给东湖分局办理。", "东湖分局"),
        ("市教育局和渡口派出所共同护学。", "市教育局"),
        ("国家统计局湖滨调查队发布数据。", "国家统计局"),
        ("中国渔业协会来信致谢。", "中国渔业协会"),
        ("情报指挥中心全天值守。", "情报指挥中心"),
    ],
)
def test_a_body_is_known_by_what_its_name_ends_in(text: str, name: str) -> None:
    assert name in units(text)


@pytest.mark.parametrize(
    "text",
    [
        "市中心的渡口。",
        "以居民为中心办事。",
        "这家公司很大。",
        "全县中学开学。",
        "形成新格局。",
        "在大厅里等候。",
        "有关部门负责。",
    ],
)
def test_a_plain_word_is_no_body(text: str) -> None:
    assert units(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("从徐州到南京的船。", "徐州"),
        ("江苏省沿湖各地。", "江苏省"),
        ("湖滨县公安局破案。", "湖滨县"),
        ("游客来自苏州、无锡、常州。", "无锡"),
        ("朝阳市的渡口。", "朝阳市"),
    ],
)
def test_a_place_is_known_by_its_name_or_by_its_rank(text: str, name: str) -> None:
    assert name in places(text)


@pytest.mark.parametrize(
    "text", ["朝阳初升。", "城区和社区。", "各县都来。", "景区里有小区。", "返乡的人。", "城市和乡镇。", "市场繁荣。"]
)
def test_a_plain_word_is_no_place(text: str) -> None:
    assert places(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("航运站推出“渡口通”预约系统。", "渡口通"),
        ("创新“灯塔哨兵”机制。", "灯塔哨兵"),
        ("全面运用“平安水路平台”。", "平安水路平台"),
        ("开展“护湖”专项行动。", "护湖"),
    ],
)
def test_a_quoted_name_of_a_system_is_one(text: str, name: str) -> None:
    assert name in systems(text)


@pytest.mark.parametrize("text", ["守好百姓“钱袋子”。", "解决“急难愁盼”问题。", "他说“回家真好”。", "深化“655”工作。"])
def test_other_words_in_quotation_marks_are_none(text: str) -> None:
    assert systems(text) == []


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("湖滨分局民警何川跳入水中。", ("湖滨分局", "民警", "何川")),
        ("辅警林小舟纵身一跃。", ("", "辅警", "林小舟")),
        ("局长 王大河 介绍了情况。", ("", "局长", "王大河")),
        ("本报讯（记者 何文 通讯员 林川）夜班船开行。", ("", "记者", "何文")),
        ("“船来了。”何大川说。", ("", "", "何大川")),
    ],
)
def test_a_person_is_known_by_the_rank_before_the_name(text: str, person: tuple[str, str, str]) -> None:
    assert person in people(text)


@pytest.mark.parametrize(
    "text",
    [
        "民警在现场处置。",
        "交警支队全力推动。",
        "各位代表和主任。",
        "记者从会上获悉。",
        "居民养老待遇提高。",
        "队长和队员都来了。",
    ],
)
def test_other_words_behind_a_rank_are_no_name(text: str) -> None:
    assert people(text) == []


@given(st.text(st.sampled_from("湖滨县市公安局支队民警何川林记者“”、，。的在徐州江苏省说系统平台"), max_size=60))
def test_every_name_stands_in_its_text_once(text: str) -> None:
    found = find_names(text, 7)
    for kind in (found.units, found.places, found.systems, found.people):
        names = [part.name for part in kind]
        assert all(name in text for name in names)
        assert len(names) == len(set(names))
        assert all(part.paragraph == 7 for part in kind)


@pytest.mark.parametrize("text", ["县" * 50_000, "何" * 50_000, "民警" * 30_000, "“" * 50_000, "湖滨县公安局" * 10_000])
def test_a_long_line_of_one_kind_is_read_to_its_end(text: str) -> None:
    assert find_names(text, 1)


@pytest.mark.skipif(not SEED.exists(), reason="the published text is not at hand")
def test_the_people_and_most_bodies_of_the_published_text_are_found() -> None:
    lines = [line for line in SEED.read_text(encoding="utf-8").splitlines() if line.strip()]
    assert people(lines[19]) == [
        ("铜山分局", "民警", "付辉"),
        ("邳州市公安局", "辅警", "王帮猛"),
        ("云龙分局", "民警", "刘涛"),
    ]
    assert units(lines[4]) == ["丰县公安局"]
    assert "凤城前哨" in systems(lines[4])
