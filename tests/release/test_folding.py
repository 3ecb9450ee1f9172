from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.release.fingerprint import fingerprint
from viewer.release.folding import find_spans, fold, fold_with_offsets

texts = st.text(
    alphabet=st.sampled_from("县乡ＴＮtn “”　 é\u0301１1，,ﬁß㎡") | st.characters(exclude_categories=["Cs"])
)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("ＴＮＴ", "tnt"),
        ("1300 条", "1300条"),
        ("“情指行”一体化", "情指行一体化"),
        ("「汉盾」", "汉盾"),
        ("９９．９３％", "99.93%"),
        ("Straße", "strasse"),
        ("缝　隙\u00a0\t\n", "缝隙"),
    ],
)
def test_ways_to_write_the_same_become_one(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(texts)
def test_every_folded_character_comes_from_the_character_at_its_offset(text: str) -> None:
    folded = fold_with_offsets(text)
    assert folded.text == fold(text)
    assert len(folded.offsets) == len(folded.text)
    assert list(folded.offsets) == sorted(folded.offsets)
    for character, offset in zip(folded.text, folded.offsets, strict=True):
        assert character in fold(text[offset])


@given(texts, st.lists(texts.map(fold).filter(bool), max_size=3))
def test_spans_are_in_order_apart_and_hold_their_terms(text: str, terms: list[str]) -> None:
    spans = find_spans(text, terms)
    for (_, end), (start, _) in pairwise(spans):
        assert end < start
    for start, end in spans:
        assert any(term in fold(text[start:end]) for term in terms)


@given(texts, texts, texts)
def test_what_was_put_in_is_found(before: str, term: str, after: str) -> None:
    spans = find_spans(before + term + after, [fold(term)])
    assert bool(spans) == bool(fold(term))


def test_folding_twice_changes_nothing() -> None:
    assert fold(fold("ＴＮＴ ß “ﬁ”")) == fold("ＴＮＴ ß “ﬁ”")


def test_copies_of_one_text_have_one_fingerprint() -> None:
    plain = fingerprint(["第一段,有话说。", "第二段"])
    assert fingerprint(["　　第一段，有话说。\r", "", "第二段 "]) == plain
    assert fingerprint(["第一段，有话说。第二段"]) != plain
