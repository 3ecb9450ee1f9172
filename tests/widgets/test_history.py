from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from viewer.widgets.history import History


def test_back_and_forward_walk_the_visits() -> None:
    history = History()
    for page in "abc":
        history.visit(page)
    assert (history.go(-1), history.go(-1), history.go(1)) == ("b", "a", "b")
    assert history.can_go_back
    assert history.can_go_forward


def test_a_visit_forgets_what_was_ahead() -> None:
    history = History()
    for page in "abc":
        history.visit(page)
    history.go(-2)
    history.visit("d")
    assert not history.can_go_forward
    assert history.go(-1) == "a"


def test_the_same_page_again_is_no_visit() -> None:
    history = History()
    history.visit("a")
    history.visit("a")
    assert not history.can_go_back


@given(st.lists(st.sampled_from("abc"), min_size=1), st.lists(st.integers(-3, 3)))
def test_no_walk_leaves_the_visits(pages: list[str], steps: list[int]) -> None:
    history = History()
    for page in pages:
        history.visit(page)
    for step in steps:
        assert history.go(step) in pages


def test_the_latest_visits_come_first_and_each_once() -> None:
    history = History()
    for page in "abcab":
        history.visit(page)
    assert history.visited == ("a", "c")
    history.go(-2)
    assert history.visited == ("b", "a")


def test_the_oldest_visits_are_forgotten() -> None:
    history = History(["old"], 0)
    for page in range(200):
        history.visit(str(page))
    assert history.here == "199"
    assert len(history.ids) == 100
    assert history.place == 99
