from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.release.fingerprint import fingerprint

PLAIN = ["湖滨镇,通报(全文)", "第二段: 渡船3艘!"]


@pytest.mark.parametrize(
    "copy",
    [
        ["湖滨镇,通报(全文)\r", "第二段: 渡船3艘!\r"],
        ["　　湖滨镇,通报(全文)", "\t第二段: 渡船3艘!  "],
        ["湖滨镇，通报（全文）", "第二段：渡船３艘！"],
        ["", "湖滨镇,通报(全文)", " 　", "第二段: 渡船3艘!", ""],
        ["“湖滨镇”,通报(全文)", "「第二段」: 渡船3艘!"],
    ],
)
def test_a_copy_of_the_same_text_has_the_same_fingerprint(copy: list[str]) -> None:
    assert fingerprint(copy) == fingerprint(PLAIN)


@pytest.mark.parametrize(
    "other",
    [
        ["第二段: 渡船3艘!", "湖滨镇,通报(全文)"],
        ["湖滨镇,通报(全文)第二段: 渡船3艘!"],
        ["湖滨镇,通报(全文)", "第二段: 渡船4艘!"],
        ["湖滨镇,通报(全文)"],
        [],
    ],
)
def test_another_text_has_another_fingerprint(other: list[str]) -> None:
    assert fingerprint(other) != fingerprint(PLAIN)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=5))
def test_a_fingerprint_is_64_hexadecimal_digits_whatever_the_text(paragraphs: list[str]) -> None:
    digits = fingerprint(paragraphs)
    assert len(digits) == 64
    assert set(digits) <= set("0123456789abcdef")
    assert fingerprint([f"　{paragraph}\r\n" for paragraph in paragraphs]) == digits
