from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
        ("渡\u200b口\ufeff夜\u2060班\u00ad船\u202e灯\u3164塔", "渡口夜班船灯塔"),
        ("葛\U000e0100城\ufe00", "葛城"),
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


@given(texts)
def test_what_is_folded_stays_as_it_is(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize("mark", list("\"'“”‘’「」『』＂＇｢｣"))
def test_quotation_marks_are_left_out_in_every_shape(mark: str) -> None:
    assert fold(f"{mark}渡口{mark}") == "渡口"


@given(st.text("ab＂ Ａ", max_size=30), st.sampled_from(["a", "ab", "aba", "bb"]))
def test_marks_cover_every_place_of_a_term_and_no_more_than_they_need(text: str, term: str) -> None:
    marked = [text[start:end] for start, end in find_spans(text, [term])]
    places = fold(text).count(term)
    assert sum(fold(part).count(term) for part in marked) == places
    for part in marked:
        assert fold(part).startswith(term)
        assert fold(part).endswith(term)
        assert fold(part[0])
        assert fold(part[-1])


@pytest.mark.parametrize(
    ("text", "terms", "spans"),
    [
        ("ＴＮＴ 炸药", ["tnt"], ((0, 3),)),
        ("“情指行”一体化", ["情指行一体化"], ((1, 8),)),
        ("渡口渡口", ["渡口"], ((0, 4),)),
        ("渡口，渡口", ["渡口"], ((0, 2), (3, 5))),
        ("夜班渡口", ["夜班渡", "渡口"], ((0, 4),)),
        ("㎡", ["m"], ((0, 1),)),
        ("渡\u200b\u202e口\ufe00，渡口", ["渡口"], ((0, 4), (6, 8))),
        ("渡口", [], ()),
        ("渡口", [""], ()),
        ("", ["渡"], ()),
    ],
)
def test_terms_are_marked_in_the_text_as_it_is_written(
    text: str, terms: list[str], spans: tuple[tuple[int, int], ...]
) -> None:
    assert find_spans(text, terms) == spans
