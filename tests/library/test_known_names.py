from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from viewer.library.entry import NameKind
from viewer.library.known_names import find_names
from viewer.library.library import Library
from viewer.library.matches import nearness
from viewer.library.query_parser import parse_words
from viewer.release.folding import fold


@pytest.mark.parametrize(
    ("typed", "kind", "first"),
    [
        ("丰县", None, ("place", "丰县")),
        ("fxgaj", None, ("unit", "丰县公安局")),
        ("公安局 丰", None, ("unit", "丰县公安局")),
        ("漢盾", None, ("system", "“汉盾”系列预警反制模型")),
        ("付", NameKind.PERSON, ("person", "付辉")),
        ("民生", "category", ("category", "民生实事")),
    ],
)
def test_the_nearest_name_comes_first(library: Library, typed: str, kind: str | None, first: tuple[str, str]) -> None:
    name = find_names(library, parse_words(typed), kind)[0]
    assert (name.kind, name.text) == first


def test_signs_and_fields_mean_nothing_in_mere_words(library: Library) -> None:
    assert not find_names(library, parse_words("-付辉"))
    assert not find_names(library, parse_words("人物:付辉"))
    assert not find_names(library, parse_words("付 OR 辉"))


def test_no_words_ask_for_any_name(library: Library) -> None:
    assert {name.kind for name in find_names(library, ())} == {*NameKind, "category"}


@pytest.mark.parametrize(
    ("nearer", "farther"),
    [
        (("丰县", ((0, 2),)), ("丰县县城", ((0, 2),))),
        (("“丰县”", ((1, 3),)), ("丰县县", ((0, 2),))),
        (("丰县人民公安局", ((0, 1),)), ("在丰", ((1, 2),))),
        (("在丰", ((1, 2),)), ("在丰县", ((1, 2),))),
    ],
)
def test_all_is_nearer_than_the_beginning_and_that_than_the_rest(
    nearer: tuple[str, tuple[tuple[int, int]]], farther: tuple[str, tuple[tuple[int, int]]]
) -> None:
    assert nearness(*nearer) < nearness(*farther)


@given(st.data())
def test_what_is_marked_is_what_was_typed(library: Library, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(find_names(library, ()))).text
    start = data.draw(st.integers(0, len(name) - 1))
    typed = name[start : start + data.draw(st.integers(1, 6))]
    assume(fold(typed))  # quotation marks alone ask for nothing
    found = {known.text: known.spans for known in find_names(library, parse_words(typed))}
    assert name in found
    for text, spans in found.items():
        assert any(fold(typed) in fold(text[begin:end]) for begin, end in spans)
