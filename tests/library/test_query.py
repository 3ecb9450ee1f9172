from __future__ import annotations

from viewer.library.query import All, Name, Note, Query, Words, narrow


def test_a_query_is_narrowed_to_a_category_and_says_what_was_left_out_as_before() -> None:
    query = Query(Words("渡船"), ((Note.BARE, "OR"),))
    assert narrow(query, "便民 服務") == Query(All((Words("渡船"), Name(None, "便民服务"))), query.notes)


def test_without_a_category_or_anything_to_search_a_query_stays() -> None:
    assert narrow(Query(Words("渡船")), "") == Query(Words("渡船"))
    assert narrow(Query(None), "便民服务") == Query(None)
