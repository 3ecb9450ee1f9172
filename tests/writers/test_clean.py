from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.writers.clean import clean, clean_line


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("灯\u200b塔\ufeff换\u00ad装", "灯塔换装"),
        ("湖滨\u00a0镇\u2009通报", "湖滨 镇 通报"),
        ("\u3000\u3000守塔人何川 \r\n\u3000\u3000守塔三十年。", "守塔人何川\n守塔三十年。"),
        ("\u202e镇滨湖\u202c", "镇滨湖"),
        ("一家👨\u200d👩\u200d👧 乘船", "一家👨\u200d👩\u200d👧 乘船"),
        ("湖\u200d滨", "湖滨"),
    ],
)
def test_what_nobody_sees_is_left_out(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@given(st.text())
def test_nothing_is_left_to_clean(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert clean_line(text) == " ".join(cleaned.split())
    assert not any(unicodedata.category(character) == "Cc" for character in cleaned if character not in "\n\t")


@given(st.text(st.characters(categories=["Lo", "Nd", "Po"]), max_size=40))
def test_what_is_seen_stays(text: str) -> None:
    assert clean(text).replace("\n", "") == "".join(
        character for character in text if character not in "\u115f\u1160\u17b4\u17b5\u3164\uffa0"
    )
