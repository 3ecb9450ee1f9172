"""What an expression finds, held against a look at every entry."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

import apsw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from viewer.library.entry import NameKind
from viewer.library.expression import COLUMNS, Expression, express, express_title
from viewer.library.index import Parts, columns_of
from viewer.library.query import All, Annotated, Either, Name, Not, Part, Values, Words, Years
from viewer.library.tokens import tokenizer
from viewer.release.annotation import AnnotationKind
from viewer.release.pinyin import divide
from viewer.release.release import Figure

A, B = Words("渡"), Words("船")
BOTH = All((A, B))


def parts(title: str = "灯", text: str = "灯", **others: object) -> Parts:
    """What an entry is found by; nothing but lamps where it is not said."""
    usual: dict[str, object] = {"names": (), "figures": (), "captions": (), "extra": (), "annotations": ()}
    return Parts(title, text, **(usual | {"category": "", "years": ()} | others))  # type: ignore[arg-type]


def figure(value: int, unit: str) -> Figure:
    return Figure(label="灯", written="灯", value=value, unit=unit, paragraph=1)


class Index:
    """An index of its own, in memory."""

    def __init__(self) -> None:
        self._tier: Callable[[apsw.FTS5ExtensionApi], int] = lambda _api: 0
        self._connection = apsw.Connection(":memory:")
        self._connection.register_fts5_tokenizer("release", lambda *_arguments: tokenizer)
        # SQLite goes on with the function that a statement was first prepared with
        self._connection.register_fts5_function("tier", lambda api, *_arguments: self._tier(api))
        columns = ", ".join(COLUMNS)
        self._connection.execute(f"CREATE VIRTUAL TABLE entry_text USING fts5 ({columns}, tokenize='release')")

    def tiers(self, expression: Expression | str, entries: Sequence[Parts]) -> dict[int, int]:
        """How well each of the entries fits that are found, by number; always 0 for an expression that is but text."""
        text, self._tier = (expression, lambda _api: 0) if isinstance(expression, str) else expression
        self._connection.execute("DELETE FROM entry_text")
        self._connection.executemany(
            f"INSERT INTO entry_text (rowid, {', '.join(COLUMNS)}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [(number, *columns_of(entry)) for number, entry in enumerate(entries)],
        )
        sql = "SELECT rowid, tier(entry_text) FROM entry_text WHERE entry_text MATCH ?"
        return dict(self._connection.execute(sql, (text,)))


@pytest.fixture(scope="module")
def index() -> Index:
    return Index()


def is_found(part: Part, entry: Parts) -> bool:
    """Whether an entry has what is asked for, told by looking."""
    match part:
        case Words():
            shown = (entry.title, entry.text, *entry.captions, *entry.extra, *(name for _kind, name in entry.names))
            return any(part.text in text for text in shown)
        case Name(kind=None):
            return part.text in entry.category
        case Name():
            return any(kind is part.kind and part.text in name for kind, name in entry.names)
        case Annotated():
            return any(kind is part.kind and part.text in text for kind, text in entry.annotations)
        case Years():
            return any(part.first <= year <= part.last for year in entry.years)
        case Values():
            return any(is_between(part, value, figure.unit) for figure in entry.figures for value in figure.values)
        case Not():
            return not is_found(part.part, entry)
        case All():
            return all(is_found(each, entry) for each in part.parts)
        case Either():
            return any(is_found(each, entry) for each in part.parts)


def is_between(asked: Values, value: float, unit: str) -> bool:
    above = asked.low is None or value > asked.low or (value == asked.low and not asked.low_open)
    below = asked.high is None or value < asked.high or (value == asked.high and not asked.high_open)
    return above and below and asked.unit in ("", unit)


_texts = st.text("渡船", max_size=3)
_words = st.text("渡船", min_size=1, max_size=2)
_kinds = st.sampled_from(NameKind)
_marks = st.sampled_from(AnnotationKind)
_years = st.integers(2020, 2023)
_units = st.sampled_from(["", "艘", "人"])
_figures = st.builds(figure, st.integers(-2, 12), st.sampled_from(["艘", "人"]))
_entries = st.builds(
    parts,
    _texts,
    _texts,
    names=st.lists(st.tuples(_kinds, _words), max_size=2).map(tuple),
    figures=st.lists(_figures, max_size=2).map(tuple),
    captions=st.lists(_words, max_size=1).map(tuple),
    annotations=st.lists(st.tuples(_marks, _texts), max_size=1).map(tuple),
    category=_texts,
    years=st.lists(_years, max_size=2).map(tuple),
)
_bounds = st.none() | st.integers(-3, 13).map(Decimal)
_values = st.builds(Values, _bounds, _bounds, st.booleans(), st.booleans(), _units).filter(
    lambda values: values.low is not None or values.high is not None or bool(values.unit)
)
_leaves = (
    st.builds(Words, _words)
    | st.builds(Name, st.none() | _kinds, _words)
    | st.builds(Annotated, _marks, _texts)
    | st.tuples(_years, _years).map(lambda ends: Years(min(ends), max(ends)))
    | _values
)
_queries: st.SearchStrategy[Part] = st.recursive(
    _leaves,
    lambda inner: (
        st.builds(Not, inner)
        | st.builds(All, st.lists(inner, min_size=1, max_size=3).map(tuple))
        | st.builds(Either, st.lists(inner, min_size=1, max_size=3).map(tuple))
    ),
    max_leaves=6,
)


@given(_queries, st.lists(_entries, min_size=1, max_size=4))
@settings(max_examples=150)
def test_just_those_entries_are_found_that_have_what_is_asked_for(
    index: Index, part: Part, entries: list[Parts]
) -> None:
    expected = {number for number, entry in enumerate(entries) if is_found(part, entry)}
    assert set(index.tiers(express(part), entries)) == expected


@pytest.mark.parametrize(
    ("part", "entries"),
    [
        (A, [parts("渡"), parts(names=((NameKind.SYSTEM, "渡"),)), parts(text="渡")]),
        (A, [parts("渡"), parts(names=((NameKind.UNIT, "渡"),)), parts(captions=("渡",))]),
        (Either((A, B)), [parts("船", "渡"), parts(names=((NameKind.PERSON, "渡"),)), parts(text="船")]),
        (
            BOTH,
            [
                parts("渡船"),
                parts("船渡"),
                parts(names=((NameKind.PLACE, "渡船"),)),
                parts("船", names=((NameKind.PLACE, "渡"),)),
                parts(text="渡船"),
                parts("渡", "船"),
            ],
        ),
        (All((A, Years(2024, 2024))), [parts("渡", years=(2024,)), parts(text="渡", years=(2024,))]),
        (All((A, Not(B))), [parts("渡"), parts(text="渡")]),
        (All((BOTH, Name(None, "类"))), [parts("渡船", category="类"), parts("船渡", category="类")]),
        (Either((BOTH, All((B, A)))), [parts("渡船"), parts("船渡灯船")]),
    ],
)
def test_titles_go_before_names_and_these_before_text_and_one_piece_before_several(
    index: Index, part: Part, entries: list[Parts]
) -> None:
    found = index.tiers(express(part), entries)
    assert sorted(found) == list(range(len(entries)))
    assert [found[number] for number in range(len(entries))] == sorted(found.values())


def test_each_of_these_steps_makes_a_difference(index: Index) -> None:
    named = (NameKind.UNIT, "渡船")
    entries = [parts("渡船"), parts("船渡"), parts(names=(named,)), parts(text="渡船"), parts(text="船渡")]
    assert index.tiers(express(BOTH), entries) == {0: 0, 1: 1, 2: 2, 3: 4, 4: 5}


def test_what_stands_beside_words_makes_no_entry_worse(index: Index) -> None:
    entry = parts(
        "渡船", years=(2024,), category="类", annotations=((AnnotationKind.STAR, ""),), figures=(figure(3, "艘"),)
    )
    asked = (
        A,
        Years(2024, 2024),
        Name(None, "类"),
        Annotated(AnnotationKind.STAR),
        Values(unit="艘"),
        Not(Words("塔")),
    )
    assert index.tiers(express(All(asked)), [entry]) == {0: 0}


@pytest.mark.parametrize(
    ("part", "found"),
    [
        (Annotated(AnnotationKind.NOTE, "渡"), [0]),
        (Annotated(AnnotationKind.NOTE), [0, 1]),
        (Years(2020, 2021), [0, 1]),
        (Values(low=Decimal(3), low_open=True, unit="艘"), [1, 3]),
        (Values(low=Decimal(3), unit="艘"), [0, 1, 3]),
        (Values(high=Decimal(5), high_open=True), [0]),
        (Values(Decimal(3), Decimal(7), low_open=True), [1, 2, 3]),
        (Values(Decimal(3), Decimal(7), high_open=True), [0, 1, 2]),
        (Values(unit="人"), [2]),
    ],
)
def test_marks_years_and_values_are_those_that_are_asked_for(index: Index, part: Part, found: list[int]) -> None:
    entries = [
        parts(annotations=((AnnotationKind.NOTE, "渡"),), years=(2020,), figures=(figure(3, "艘"),)),
        parts(annotations=((AnnotationKind.NOTE, "灯"),), years=(2021,), figures=(figure(5, "艘"),)),
        parts(annotations=((AnnotationKind.STAR, "渡"),), years=(2022,), figures=(figure(5, "人"),)),
        parts(years=(2023,), figures=(figure(7, "艘"),)),
    ]
    assert list(index.tiers(express(part), entries)) == found


def test_several_things_may_be_left_out_at_once(index: Index) -> None:
    entries = [parts("渡"), parts("渡船"), parts("渡", "塔"), parts("渡", years=(2024,))]
    asked = All((A, Not(B), Not(Words("塔")), Not(Years(2024, 2024))))
    assert list(index.tiers(express(asked), entries)) == [0]


def test_letters_are_looked_for_where_titles_and_names_are_spelled(index: Index) -> None:
    spelled = Words("duchuan", letters=divide("duchuan"))
    entries = [parts("渡船"), parts(names=((NameKind.UNIT, "渡船"),)), parts(captions=("渡船",)), parts(text="渡船")]
    assert index.tiers(express(spelled), entries) == {0: 0, 1: 2, 2: 4}
    assert index.tiers(express(spelled), [parts(text="duchuan")]) == {0: 4}


def test_the_letters_of_a_name_are_those_of_a_name_of_its_kind(index: Index) -> None:
    name = Name(NameKind.UNIT, "duchuan", divide("duchuan"))
    entries = [parts(names=((kind, "渡船"),)) for kind in NameKind]
    assert list(index.tiers(express(name), [*entries, parts("渡船")])) == [list(NameKind).index(NameKind.UNIT)]


def test_a_word_is_found_in_the_simplified_characters_that_it_stands_for(index: Index) -> None:
    assert list(index.tiers(express(Words("答覆", "答复")), [parts("答覆"), parts("答复"), parts("答应")])) == [0, 1]


def test_a_number_is_found_however_it_is_written_and_with_its_unit_as_a_figure(index: Index) -> None:
    bare = Words("三千", number=Decimal(3000))
    entries = [parts("3000"), parts(text="３，０００艘"), parts(text="30000"), parts(figures=(figure(3000, "艘"),))]
    assert list(index.tiers(express(bare), entries)) == [0, 1]
    assert list(index.tiers(express(Words("三千艘", number=Decimal(3000), unit="艘")), entries)) == [3]
    assert list(index.tiers(express(Words("三千人", number=Decimal(3000), unit="人")), entries)) == []


def test_a_range_in_which_no_value_can_be_finds_nothing(index: Index) -> None:
    entries = [parts(figures=(figure(value, "艘"),)) for value in (1, 5)]
    assert index.tiers(express(Values(Decimal(5), Decimal(1))), entries) == {}
    assert list(index.tiers(express(Not(Values(Decimal(5), Decimal(1)))), entries)) == [0, 1]


@pytest.mark.parametrize(
    ("first", "last"), [(0, 3000), (999, 999), (99, 1000), (1990, 2029), (1989, 2030), (2000, 2999), (2001, 2998)]
)
def test_of_any_span_just_its_years_are_found(index: Index, first: int, last: int) -> None:
    years = (9, 99, 100, 199, 200, 999, 1000, 1989, 1990, 1999, 2000, 2001, 2024, 2029, 2030, 2998, 2999, 3000, 9990)
    entries = [parts(years=(year,)) for year in years]
    found = [years[entry] for entry in index.tiers(express(Years(first, last)), entries)]
    assert found == [year for year in years if first <= year <= last]


def test_a_field_lifts_no_entry_above_those_with_the_word(index: Index) -> None:
    entries = [parts(years=(2024,)), parts(text="渡"), parts("渡"), parts("渡", years=(2024,))]
    tiers = index.tiers(express(Either((A, Years(2024, 2024)))), entries)
    assert tiers[2] == tiers[3] < tiers[1] < tiers[0]
    both = All((A, Either((Years(2024, 2024), Years(2023, 2023)))))
    assert index.tiers(express(both), [parts("渡", years=(2024,)), parts(text="渡", years=(2023,))]) == {0: 0, 1: 4}


def test_titles_alone_may_be_asked(index: Index) -> None:
    spelled = Words("dc", letters=divide("dc"))
    entries = [parts("渡船"), parts(names=((NameKind.UNIT, "渡船"),)), parts(text="渡船")]
    assert list(index.tiers(express_title((A, B)), entries)) == [0]
    assert list(index.tiers(express_title((spelled,)), entries)) == [0]
    assert list(index.tiers(express_title(()), entries)) == []
