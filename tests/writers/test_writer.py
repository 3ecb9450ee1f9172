from __future__ import annotations

import csv
import io
import json
from html.parser import HTMLParser

import pytest
from hypothesis import given
from samples import extract_of, releases, sample_release

from viewer.release.extract import Extract
from viewer.release.release import Release
from viewer.writers.rows import ENTRY_HEAD
from viewer.writers.writer import Format, write_entries


def extracts(release: Release) -> list[Extract]:
    return [extract_of(release, entry) for entry in release.entries()]


def written(format_: Format, release: Release) -> str:
    return "".join(write_entries(format_, extracts(release), "通报"))


class Tags(HTMLParser):
    """The tags of a page, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


@given(releases())
def test_json_has_every_entry_with_its_source(release: Release) -> None:
    objects = json.loads(written(Format.JSON, release))
    assert [part["title"] for part in objects] == [entry.title for entry in release.entries()]
    assert all(part["source_line"].startswith("来源：") for part in objects)


@given(releases())
def test_csv_has_a_row_for_every_entry(release: Release) -> None:
    text = written(Format.CSV, release)
    assert text.startswith("\ufeff编号,")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert len(rows) == 1 + len(list(release.entries()))
    assert {len(row) for row in rows} == {len(ENTRY_HEAD)}


@given(releases())
def test_a_page_has_nothing_that_runs_or_loads(release: Release) -> None:
    page = Tags(written(Format.HTML, release))
    assert {tag for tag, _ in page.tags} <= {
        *("html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "p", "br", "table", "tr", "th", "td"),
    }
    assert not any({"src", "href", "onclick", "style"} & set(attributes) for _, attributes in page.tags)


def test_what_looks_like_a_tag_is_text() -> None:
    release = sample_release()
    extract = extract_of(release, release.sections[0].items[0])
    titled = Extract(id="x", entry=extract.entry, release=release, section="<script>alert(1)</script>")
    page = Tags("".join(write_entries(Format.HTML, [titled], "<b>")))
    assert "<b>" in page.texts


@pytest.mark.parametrize("format_", [Format.MARKDOWN, Format.HTML])
def test_a_release_has_headings_of_three_levels(format_: Format) -> None:
    text = written(format_, sample_release())
    marks = ["# ", "## ", "### "] if format_ is Format.MARKDOWN else ["<h1>", "<h2>", "<h3>"]
    titles = ["湖滨镇年度通报", "便民服务", "“渡口”夜班船恢复开行"]
    assert all(f"{mark}{title}" in text for mark, title in zip(marks, titles, strict=True))
    assert text.count("来源：湖滨晚报") == 4
