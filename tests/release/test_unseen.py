from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.release.folding import fold
from viewer.release.unseen import reveal, reveal_marked, without_unseen


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("通报\u202egpj.exe", "通报[U+202E]gpj.exe"),
        ("\u2067人10\u2069", "[U+2067]人10[U+2069]"),
        ("公\u200b安\ufeff局\u2060\u00ad", "公[U+200B]安[U+FEFF]局[U+2060][U+00AD]"),
        ("\u200e左\u200f右\u061c", "[U+200E]左[U+200F]右[U+061C]"),
        ("a\U000e0041\U000e0042", "a[U+E0041][U+E0042]"),
        ("一\n二\t三\x1b[2J", "一[U+000A]二[U+0009]三[U+001B][2J"),
        ("\u3164\u2800\u115f\ufffc", "[U+3164][U+2800][U+115F][U+FFFC]"),
        ("a\ufe01\ufe01", "a[U+FE01][U+FE01]"),
        ("😀\ufe0f\ufe0f", "😀\ufe0f[U+FE0F]"),
        ("\udcff", "[U+DCFF]"),
        ("g\u043engan.gov.cn", "g[U+043E]ngan.gov.cn"),
        ("\u0410BC \u0391lpha", "[U+0410]BC [U+0391]lpha"),
    ],
)
def test_what_is_not_seen_or_taken_for_something_else_is_shown(text: str, shown: str) -> None:
    assert reveal(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "徐州市公安局 2024 年“凤城前哨”，ＴＮＴ\u3000（终稿）",
        "一家👨\u200d👩\u200d👧 ❤\ufe0f\u200d🔥 1\ufe0f\u20e3 👍🏽",
        "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f 🏴\u200d☠\ufe0f 🏴",
        "葛\U000e0100城区 \u8fbb\ufe00 ，\ufe01",
        "می\u200cخواهم क्\u200dष",
        "Москва ТНТ Αθήνα",
        "TNFα β-胡萝卜素 5μm kΩ Δt",
        "[U+202E]",
    ],
)
def test_what_unicode_has_a_use_for_stays_as_it_is(text: str) -> None:
    assert reveal(text) == text
    assert without_unseen(text) == text


@given(st.text(), st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), max_size=3))
def test_what_is_marked_is_still_marked(text: str, pairs: list[tuple[int, int]]) -> None:
    spans = [(low, high) for low, high in map(sorted, pairs) if high <= len(text)]
    shown, moved = reveal_marked(text, spans)
    assert shown == reveal(text)
    if reveal(text) == text:
        assert list(moved) == spans
    for (start, end), (first, last) in zip(spans, moved, strict=True):
        assert 0 <= first <= last <= len(shown)
        assert fold(text[start:end]) in fold(shown[first:last]) or "[U+" in shown


def test_the_place_behind_what_is_shown_moves_with_it() -> None:
    assert reveal_marked("a\u202ebc\u200bd", [(0, 1), (2, 4), (0, 6)]) == (
        "a[U+202E]bc[U+200B]d",
        ((0, 1), (9, 11), (0, 20)),
    )


@given(st.text())
def test_nothing_that_is_shown_can_move_what_stands_around_it(text: str) -> None:
    for shown in (reveal(text), without_unseen(text)):
        assert not any(
            unicodedata.bidirectional(part) in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
            for part in shown
        )
    assert reveal(reveal(text)) == reveal(text)
    assert without_unseen(without_unseen(text)) == without_unseen(text)


def test_a_long_text_takes_no_long_time() -> None:
    assert len(reveal("a" * 2_000_000 + "\u043e")) == 2_000_008
