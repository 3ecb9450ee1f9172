from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from viewer.release.folding import Span, fold
from viewer.widgets.page_matches import matches_in, matches_on, sentence_around

texts = st.text(
    alphabet=st.sampled_from("县乡ＴＮtn “”　 \u2060é\u0301１1ﬁß㎡…𠮷😀") | st.characters(exclude_categories=["Cs"])
)
# each of these is one folded character or none
plain_texts = st.text(st.sampled_from("县辦办ＴtN “\u2060𠮷"), max_size=12)


def places(text: str, typed: str) -> list[Span]:
    return [span for spans in matches_in(text, fold(typed)) for span in spans]


def part(text: str, span: Span) -> str:
    """What stands in a place of a text, counted as Qt does."""
    return text.encode("utf-16-le")[2 * span[0] : 2 * span[1]].decode("utf-16-le")


def found_so_far(matches: Iterator[list[Span] | None]) -> list[Span]:
    return [span for spans in iter(matches.__next__, None) for span in spans]


@pytest.mark.parametrize(
    ("text", "typed", "found"),
    [
        ("含ＴＮＴ的 tnt", "ＴnT", ["ＴＮＴ", "tnt"]),
        ("跨省通办，跨省通辦", "跨省通辦", ["跨省通办", "跨省通辦"]),
        ("搜集1300\u2060条线索", "1300条", ["1300\u2060条"]),
        ("搜集1300条线索", "1300\u2060 条", ["1300条"]),
        ("“凤城”前哨", "凤城前哨", ["凤城”前哨"]),
        ("是是是是是", "是是", ["是是", "是是"]),
        ("等等……", ".", ["…", "…"]),
        ("𠮷县😀𠮷乡", "𠮷", ["𠮷", "𠮷"]),
        ("café", "CAFE", ["café"]),
        ("县", "乡", []),
        ("“县”", "“", []),
        ("", "县", []),
    ],
)
def test_what_is_typed_is_found_where_it_stands_on_the_page(text: str, typed: str, found: list[str]) -> None:
    document = QTextDocument(text)
    selected = []
    for start, end in found_so_far(matches_on(document, fold(typed))):
        cursor = QTextCursor(document)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        selected.append(cursor.selectedText())
    assert selected == found


@given(texts, texts)
def test_matches_are_in_order_and_apart_and_hold_what_was_typed(text: str, typed: str) -> None:
    found = places(text, typed)
    for (_, end), (start, _) in pairwise(found):
        assert end <= start
    for span in found:
        assert fold(typed) in fold(part(text, span))


@given(plain_texts, plain_texts)
def test_every_match_folds_to_what_was_typed_and_none_is_left_out(text: str, typed: str) -> None:
    found = [fold(part(text, span)) for span in places(text, typed)]
    assert found == [fold(typed)] * (fold(text).count(fold(typed)) if fold(typed) else 0)


@given(st.text("ab “𠮷", min_size=1, max_size=7), st.text("ab", min_size=1, max_size=5))
def test_a_long_paragraph_is_read_in_slices_that_cut_no_match(unit: str, typed: str) -> None:
    text = unit * 3000
    found = places(text, typed)
    assert len(found) == fold(text).count(typed)
    assert {fold(part(text, span)) for span in found} <= {typed}


def test_what_grows_later_is_found_later() -> None:
    document = QTextDocument("县里")
    matches = matches_on(document, "县")
    assert found_so_far(matches) == [(0, 1)]
    assert found_so_far(matches) == []
    cursor = QTextCursor(document)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.insertText("\n乡里\n县外")
    assert found_so_far(matches) == [(6, 7)]


@pytest.mark.parametrize(
    ("text", "sentence"), [("河急。跳下水！救人。", "跳下水！"), ("跳下水", "跳下水"), ("救人\u2028跳下水", "跳下水")]
)
def test_the_sentence_around_a_place_ends_where_it_ends(text: str, sentence: str) -> None:
    start, end = sentence_around(text, (text.index("水"), text.index("水") + 1))
    assert text[start:end] == sentence
