from __future__ import annotations

import gc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.release.pinyin import contributions, divide, spell


def found(text: str, letters: str) -> list[str]:
    return [text[start:end] for start, end in spell(text).find(divide(letters))]


@pytest.mark.parametrize(
    ("text", "letters", "part"),
    [
        ("丰县公安局", "fengxian", "丰县"),
        ("丰县公安局", "fxgaj", "丰县公安局"),
        ("丰县公安局", "gonganj", "公安局"),
        ("丰县公安局", "fxgonganju", "丰县公安局"),
        ("丰县公安局", "fengxgaj", "丰县公安局"),
        ("丰县公安局", "gonga", "公安"),
        ("重庆", "chongqing", "重庆"),
        ("重庆", "cq", "重庆"),
        ("重量", "zhongl", "重量"),
        ("朝阳", "chaoyang", "朝阳"),
        ("朝阳", "zhaoy", "朝阳"),
        ("长", "chang", "长"),
        ("长", "zhang", "长"),
        ("局长", "juzhang", "局长"),
        ("市长安路", "changan", "长安"),
        ("银行", "yinhang", "银行"),
        ("旅客绿女略", "lvklvnvlue", "旅客绿女略"),
        ("治安支队", "zhazhd", "治安支队"),
        ("西安", "xi'an", "西安"),
        ("县", "xian", "县"),
        ("长春 長春", "cc", "长春"),
        ("TNT工作法", "tntgzf", "TNT工作法"),
        ("“汉盾”、预警", "hdyj", "汉盾”、预警"),
    ],
)
def test_letters_stand_for_the_characters_that_are_read_so(text: str, letters: str, part: str) -> None:
    assert part in found(text, letters)


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("丰县公安局", "gaf"),
        ("丰县公安局", "fengan"),
        ("丰县公安局", "ngxian"),
        ("重庆", "zhongqing"),
        ("重量", "chong"),
        ("县", "xi'an"),
        ("银行", "xing"),
        ("方炸", "fanzha"),
        ("汪", "hong"),
        ("", "a"),
    ],
)
def test_letters_stand_for_nothing_else(text: str, letters: str) -> None:
    assert found(text, letters) == []


@given(st.data())
def test_what_each_character_may_contribute_is_found_together(data: st.DataObject) -> None:
    spelled = spell("重庆市长安区朝阳路派出所治安大队长")
    start = data.draw(st.integers(0, len(spelled.readings) - 1))
    end = data.draw(st.integers(start + 1, min(start + 4, len(spelled.readings))))
    *firsts, last = spelled.readings[start:end]
    parts = [data.draw(st.sampled_from(sorted(contributions(readings)))) for readings in firsts]
    reading = data.draw(st.sampled_from(sorted(last)))
    parts.append(reading[: data.draw(st.integers(1, len(reading)))])
    assert (start, end) in spelled.find(divide("'".join(parts)))


@given(st.text("aeiouvnghzcsxq'1", max_size=12))
def test_every_way_to_divide_has_all_letters(letters: str) -> None:
    for way in divide(letters):
        assert "".join(way) == letters.replace("'", "")


def test_the_dictionary_is_no_work_for_the_garbage_collector() -> None:
    spell("徐州")
    assert gc.get_freeze_count() > 100_000
