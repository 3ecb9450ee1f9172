from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.library.library import Library
from viewer.library.query_parser import parse_query
from viewer.library.search import count
from viewer.library.suggestions import alternatives, complete


@pytest.mark.parametrize(
    ("typed", "completion"),
    [
        ("部", "部门:"),
        ("per", "person:"),
        ("汉盾 系", "汉盾 系统:"),
        ("部门:交", "部门:交警支队"),
        ("部门：交", "部门：交警支队"),
        ("部门:jj", "部门:交警支队"),
        ("-地区:丰", "-地区:丰县"),
        ("类别:民", "类别:民生实事"),
        ("fxg", "丰县公安局"),
        ("丰县公", "丰县公安局"),
        ("付", "付辉"),
    ],
)
def test_fields_and_known_names_are_completed(library: Library, typed: str, completion: str) -> None:
    assert complete(library, typed)[0] == completion


@pytest.mark.parametrize("typed", ["", "汉盾 ", "单位:", "年:20", "付辉", "查无此名", "部门:付"])
def test_what_cannot_be_completed_is_left_alone(library: Library, typed: str) -> None:
    assert complete(library, typed) == ()


def test_a_field_offers_its_names_before_anything_is_typed(library: Library) -> None:
    assert set(complete(library, "类别:")) == {"类别:警务创新", "类别:民生实事", "类别:难忘瞬间"}


@pytest.mark.parametrize(
    ("typed", "alternative", "total"),
    [
        ("反诈 平台", "反诈", 1),
        ("反诈 平台", "平台", 2),
        ("汉盾 走失 劝阻", "汉盾 劝阻", 1),
        ("丰具公安局", "丰县公安局", 1),
        ("部门:刑警之队", "部门:刑警支队", 1),
        ("部门:汉盾", "系统:汉盾", 1),
        ("单位:交警支队", "部门:交警支队", 1),
    ],
)
def test_where_nothing_is_found_something_that_is_is_offered(
    library: Library, typed: str, alternative: str, total: int
) -> None:
    assert count(library, parse_query(typed)).total == 0
    assert (alternative, total) in [(other.typed, other.total) for other in alternatives(library, typed)]


@given(st.text('反诈汉盾 部门:单位-()"“fx1', max_size=20))
def test_whatever_is_offered_finds_something(library: Library, typed: str) -> None:
    for other in alternatives(library, typed):
        assert other.total == count(library, parse_query(other.typed)).total > 0
    for completion in complete(library, typed):
        assert parse_query(completion).part is not None or completion.endswith(":")
