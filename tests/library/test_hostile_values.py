"""No text, typed or read, becomes a part of SQL, of the query language of FTS5, of a pattern or of a path."""

from __future__ import annotations

import pytest
from hostile import TEXTS, release_of
from hypothesis import example, given
from hypothesis import strategies as st

from viewer.library.annotations import put_annotations, read_annotations
from viewer.library.browse import BrowseWay, browse, read_group
from viewer.library.destinations import find_destinations, recall_destinations
from viewer.library.figure_table import FigureQuery, count_figures, read_figures
from viewer.library.index import rebuild_index
from viewer.library.library import Library
from viewer.library.pages import read_page
from viewer.library.query_parser import parse_query
from viewer.library.releases import put_release, release_ids, remove_release
from viewer.library.scope import Scope
from viewer.library.search import count, search
from viewer.library.selection import scope_keys
from viewer.release.anchoring import Anchor
from viewer.release.annotation import Annotation, AnnotationKind
from viewer.release.errors import Problem, ReleaseViewerError
from viewer.release.folding import fold

SQL = [
    *TEXTS,
    "' OR 1=1 --",
    '"; DELETE FROM release; --',
    "x' UNION SELECT * FROM sqlite_master --",
    '" OR "x',
    '{title} : "x"',
    "entry_text MATCH 'x'",
    "NEAR(a b, 5)",
    "a* ^b -c + d",
    "%",
    "_",
    "\\",
    "\x00",
    "\x01\x02\x03\x04\x14",
    "数值:>1) OR (1=1",
    "单位:' OR ''='",
    "年:9999..1",
    "((((((((((",
    "NOT NOT NOT AND OR",
    "a" * 5000,
]


@pytest.fixture
def everything(library: Library) -> Library:
    for number, text in enumerate(TEXTS):
        put_release(library, release_of(text, f"hostile-{number}"))
    for _progress in rebuild_index(library):
        pass
    return library


def state(library: Library) -> tuple[int, ...]:
    """How many rows the tables have that a statement could have changed."""
    tables = ("release", "entry", "figure", "mention", "annotation", "source_paragraph", "name")
    return tuple(library.rows(f"SELECT count(*) FROM {table}")[0][0] for table in tables)


@pytest.mark.parametrize("text", TEXTS)
def test_every_text_is_stored_browsed_found_and_removed_as_it_is(library: Library, text: str) -> None:
    put_release(library, release_of(text))
    for _progress in rebuild_index(library):
        pass
    assert read_page(library, "hostile/item").entry.title == text
    for way in (BrowseWay.UNIT, BrowseWay.PLACE, BrowseWay.SYSTEM, BrowseWay.PERSON, BrowseWay.FIGURE):
        group = read_group(library, f"{way}:{text}")
        assert group.name == text
        assert text in [branch.title for branch in browse(library, way, None, 0, 1000)]
        assert scope_keys(library, Scope((f"{way}:{text}",)))
    named = f'"{fold(text)}"'
    assert "hostile/item" in [hit.id for hit in search(library, parse_query(named), 1000).hits]
    before = state(library)
    note = Annotation(
        entry_id="hostile/item",
        title=text,
        kind=AnnotationKind.NOTE,
        anchor=Anchor(text, text, text),
        note=text,
        made=read_page(library, "hostile/item").release.date,
    )
    put_annotations(library, [note])
    assert read_annotations(library, ["hostile/item"])["hostile/item"][0].note == text
    remove_release(library, "hostile")
    assert "hostile" not in release_ids(library)
    assert before[0] == state(library)[0] + 1


def ask_everywhere(library: Library, typed: str) -> None:
    """Ask all that takes what a person types, or what a link or a file names."""
    query = parse_query(typed)
    search(library, query, 20)
    count(library, query)
    find_destinations(library, typed, 20)
    recall_destinations(library, (typed, f"unit:{typed}", f"figure:{typed}"))
    figures = FigureQuery(words=typed)
    assert len(read_figures(library, figures, 1000, 0)) == count_figures(library, figures)
    scope_keys(library, Scope(query=typed))
    for way in BrowseWay:
        browse(library, way, f"{way}:{typed}", 0, 10)
    for ask in (read_page, read_group, remove_release):
        try:
            ask(library, typed)
        except ReleaseViewerError as error:
            assert error.problem is Problem.NO_SUCH_ENTRY  # noqa: PT017  what is there may be read


@pytest.mark.parametrize("typed", SQL)
def test_what_is_typed_changes_nothing_and_breaks_nothing(everything: Library, typed: str) -> None:
    before = state(everything)
    ask_everywhere(everything, typed)
    assert state(everything) == before


SIGNS = st.sampled_from("'\"`;-*^:(){}[]%_\\|&<>=.~ ORANDNTNEAR数值单位:\x00\x04")


@given(st.text(SIGNS | st.characters(exclude_categories=["Cs"])))
@example('"')
def test_nothing_that_is_typed_breaks_anything(library: Library, typed: str) -> None:
    before = state(library)
    ask_everywhere(library, typed)
    assert state(library) == before


def test_a_sign_of_a_pattern_finds_itself_alone(everything: Library) -> None:
    assert count_figures(everything, FigureQuery(words="%_\\%'")) == 1
    total = count_figures(everything, FigureQuery())
    for sign in "%_":
        assert 0 < count_figures(everything, FigureQuery(words=sign)) < total
