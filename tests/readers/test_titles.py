from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.readers.titles import LONGEST_TITLE, title_of


@pytest.mark.parametrize(
    ("text", "units", "title"),
    [
        ("为方便居民，航运站推出“渡口通”预约系统，全年接受预约4800次。", [], "“渡口通”预约系统"),
        ("为守好水路，湖滨镇航运站恢复夜班船，末班船很晚。", ["湖滨镇航运站"], "湖滨镇航运站恢复夜班船"),
        ("码头扩建完成，新增泊位12个。", [], "码头扩建完成"),
        ("一是着力修缮渡口。清理航道，更换灯泡。", [], "着力修缮渡口"),
        ("（一）延长水上航线。沿湖居民受益。", [], "延长水上航线"),
        ("——这是水路畅通的五年。航道疏浚有序。", [], "水路畅通的五年"),
        ("各位代表！渡口越修越好，湖水越来越清。", [], "渡口越修越好"),
        ("近日，渡口迎来返乡客流，日均三千人。", [], "渡口迎来返乡客流"),
        ("灯塔换灯", [], "灯塔换灯"),
    ],
)
def test_a_title_is_a_quoted_name_or_what_somebody_does(text: str, units: list[str], title: str) -> None:
    assert title_of(text, units) == title


def test_a_long_clause_is_cut_where_one_can_breathe() -> None:
    title = title_of("航运站扎实推进沿湖七个村的渡口改造和航道疏浚以及候船室翻新等全部惠民工程建设任务。")
    assert title.endswith("…")
    assert len(title) <= LONGEST_TITLE + 1


@given(st.text(max_size=80).filter(lambda text: text.strip()))
def test_any_text_has_a_title_of_its_own_words(text: str) -> None:
    title = title_of(text)
    assert title.strip()
    assert len(title) <= LONGEST_TITLE + 1
    assert title.removesuffix("…").strip() in " ".join(text.split("\t"))
