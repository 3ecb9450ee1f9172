from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import releases, sample_release

from viewer.release.errors import Problem, ReleaseViewerError
from viewer.release.release import Release
from viewer.release.release_json import read_release, release_schema, write_release

DATA = Path(__file__).resolve().parents[2] / "data"


def content() -> dict[str, Any]:
    """The sample as JSON values, to be broken."""
    value: dict[str, Any] = json.loads(write_release(sample_release()))
    return value


def put(value: Any, *path: str | int, to: Any) -> None:
    for step in path[:-1]:
        value = value[step]
    value[path[-1]] = to


@given(releases())
def test_every_release_comes_back_as_it_was(release: Release) -> None:
    assert read_release(write_release(release), "x.json") == release


@given(releases())
def test_every_release_obeys_the_schema(release: Release) -> None:
    jsonschema.validate(json.loads(write_release(release)), release_schema())


def test_the_schema_in_data_is_the_one_that_the_types_make() -> None:
    assert json.loads((DATA / "release.schema.json").read_text(encoding="utf-8")) == release_schema()


def test_the_shipped_release_obeys_the_schema_and_is_written_as_we_write() -> None:
    data = (DATA / "xuzhou-2024.json").read_bytes()
    jsonschema.validate(json.loads(data), json.loads((DATA / "release.schema.json").read_bytes()))
    assert write_release(read_release(data, "xuzhou-2024.json")) == data


def test_a_wrong_value_is_named_with_its_place_and_what_was_there() -> None:
    value = content()
    put(value, "sections", 0, "items", 0, "figures", 1, "value", to="abc")
    with pytest.raises(ReleaseViewerError) as raised:
        read_release(json.dumps(value).encode(), "town.json")
    wrong = 'sections[0].items[0].figures[1].value: expected number or a pair of numbers, got "abc"'
    assert f"town.json: {wrong}" in str(raised.value)


@pytest.mark.parametrize(
    ("path", "wrong", "problem", "place", "said"),
    [
        (("title",), 3, Problem.WRONG_TYPE, "title", "expected text, got 3"),
        (("title",), " ", Problem.WRONG_TYPE, "", "text that is not empty"),
        (("date",), "9 January", Problem.WRONG_TYPE, "date", "date such as 2025-01-09"),
        (("id",), "Lake Side", Problem.WRONG_TYPE, "", '"Lake Side"'),
        (("sections",), {}, Problem.WRONG_TYPE, "sections", "expected list, got {}"),
        (("sections", 0, "announced"), 1, Problem.WRONG_TYPE, "sections[0]", "at least as many announced"),
        (("sections", 0, "items", 1, "id"), "ferry", Problem.WRONG_TYPE, "", "every id once"),
        (("sections", 0, "items", 1, "id"), "services", Problem.WRONG_TYPE, "", "every id once"),
        (("paragraphs",), [0], Problem.WRONG_TYPE, "", "a paragraph number from 1 on, got 0"),
        (("sections", 0, "items", 0, "figures", 0, "value"), 10**40, Problem.WRONG_TYPE, None, "below 10^18"),
        (("notice", "form"), "sung", Problem.WRONG_TYPE, "notice.form", '"sung"'),
        (("source", "fingerprint"), "x", Problem.WRONG_TYPE, "source", "64 hexadecimal digits"),
        (("sumary",), "x", Problem.FIELD_UNKNOWN, "", "“sumary”"),
        (("sections", 0, "items", 0, "tilte"), "x", Problem.FIELD_UNKNOWN, "sections[0].items[0]", "“tilte”"),
        (("format",), 2, Problem.NEWER_FORMAT, "format", "format 2"),
        (("format",), 0, Problem.WRONG_TYPE, "format", "a value that the format allows, got 0"),
        (("format",), -1, Problem.WRONG_TYPE, "format", "a value that the format allows, got -1"),
        (("format",), True, Problem.WRONG_TYPE, "format", "whole number"),
        (("format",), None, Problem.WRONG_TYPE, "format", "whole number"),
        (("overview",), "\ud800", Problem.NOT_JSON, "", "JSON"),
    ],
)
def test_each_mistake_has_its_sentence(
    path: tuple[str | int, ...], wrong: Any, problem: Problem, place: str | None, said: str
) -> None:
    value = content()
    put(value, *path, to=wrong)
    with pytest.raises(ReleaseViewerError) as raised:
        read_release(json.dumps(value).encode(), "town.json")
    assert raised.value.problem is problem
    assert place is None or raised.value.place == place
    assert said in str(raised.value)
    assert str(raised.value).startswith("town.json: ")


def test_a_missing_field_is_named_with_the_object_that_lacks_it() -> None:
    value = content()
    del value["sections"][0]["items"][1]["title"]
    with pytest.raises(ReleaseViewerError) as raised:
        read_release(json.dumps(value).encode(), "town.json")
    assert (raised.value.problem, raised.value.place) == (Problem.FIELD_MISSING, "sections[0].items[1]")
    assert "“title”" in str(raised.value)


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b'{"format": 1,\n "id" 3}', "line 2, column 7"),
        (b"no JSON", "line 1, column 1"),
        (b"\xff\xfe", ""),
        (b"[" * 200_000, ""),
        (b'{"format": ' + b"9" * 10_000 + b"}", ""),
    ],
)
def test_what_is_not_json_says_where(data: bytes, place: str) -> None:
    with pytest.raises(ReleaseViewerError) as raised:
        read_release(data, "x.json")
    assert (raised.value.problem, raised.value.place) == (Problem.NOT_JSON, place)


def test_a_byte_order_mark_is_no_mistake() -> None:
    release = sample_release()
    assert read_release(b"\xef\xbb\xbf" + write_release(release), "x.json") == release


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from([*content(), "x"]), inner),
    max_leaves=12,
)


@given(st.binary() | _json.map(lambda value: json.dumps(value).encode()))
def test_nothing_but_a_sentence_comes_of_nonsense(data: bytes) -> None:
    with pytest.raises(ReleaseViewerError):
        read_release(data, "x.json")


@given(st.sampled_from([name for name in content() if name != "format"]), _json)
def test_a_release_with_one_field_of_nonsense_is_read_or_explained(name: str, nonsense: Any) -> None:
    value = content()
    value[name] = nonsense
    with suppress(ReleaseViewerError):
        assert read_release(json.dumps(value).encode(), "x.json").id


@pytest.mark.parametrize(
    ("data", "place", "said"),
    [
        (b"[]", "", "expected object, got []"),
        (b"null", "", "expected object, got null"),
        (b'"{}"', "", "expected object"),
        (b"{}", "format", "expected whole number, got null"),
        (b'{"format": 1.0}', "format", "expected whole number, got 1.0"),
        (b'{"format": NaN}', "format", "expected whole number, got NaN"),
        (b'{"format": 1}', "", "is missing"),
    ],
)
def test_what_is_no_release_at_all_says_so(data: bytes, place: str, said: str) -> None:
    with pytest.raises(ReleaseViewerError) as raised:
        read_release(data, "x.json")
    assert raised.value.place == place
    assert said in str(raised.value)


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity", "1e400", "1e19", "9" * 30, "true", "null", '"3"'])
def test_a_value_that_is_no_quantity_is_refused_where_it_stands(value: str) -> None:
    text = write_release(sample_release()).decode()
    assert text.count('"value": 12000') == 1
    with pytest.raises(ReleaseViewerError) as raised:
        read_release(text.replace('"value": 12000', f'"value": {value}').encode(), "town.json")
    assert raised.value.place.startswith("sections[0].items[0].figures[0]")


@pytest.mark.parametrize("depth", [900, 990, 1_000, 5_000, 100_000])
def test_deep_nesting_is_explained_at_any_depth(depth: int) -> None:
    for head, tail in ((b"", b""), (b'{"format": ', b"}"), (b'{"format": 1, "title": ', b"}")):
        with pytest.raises(ReleaseViewerError):
            read_release(head + b"[" * depth + b"]" * depth + tail, "x.json")


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (("id",), "a\nb"),
        (("id",), "a\nb - at `$.foo.bar`"),
        (("id",), "a - at `$[9]"),
        (("notice", "form"), "a - at `$.foo"),
        (("notice", "form"), "a - at `$[9]"),
        (("source", "fingerprint"), "x\ny - at `$.z"),
    ],
)
def test_a_text_that_looks_like_a_place_is_quoted_and_not_followed(path: tuple[str, ...], text: str) -> None:
    value = content()
    put(value, *path, to=text)
    with pytest.raises(ReleaseViewerError) as raised:
        read_release(json.dumps(value).encode(), "town.json")
    assert raised.value.problem is Problem.WRONG_TYPE
    assert ".".join(path).startswith(raised.value.place)
    assert "foo" not in raised.value.place
    assert raised.value.values["found"].startswith(f'"{text[0]}')


@pytest.mark.parametrize(
    ("name", "wrong"),
    [("title", {"x": "y" * 9_000}), ("id", "Z" * 9_000), ("format", 10**4_000), ("x" * 9_000, 1)],
    ids=["value", "id", "format", "field"],
)
def test_a_sentence_stays_short_however_long_the_mistake(name: str, wrong: Any) -> None:
    with pytest.raises(ReleaseViewerError) as raised:
        read_release(json.dumps({**content(), name: wrong}).encode(), "town.json")
    assert len(str(raised.value)) < 400
