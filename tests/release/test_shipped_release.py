"""The release that ships, on its own and against the published text where that is at hand."""

from __future__ import annotations

import dataclasses
import gzip
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from samples import SEED

from viewer.readers.encoding import decode
from viewer.readers.reader import read_file
from viewer.release.fingerprint import fingerprint
from viewer.release.folding import fold
from viewer.release.release import Entry, Release, entry_body

ROOT = Path(__file__).resolve().parents[2]
RUN = 16
_QUOTED = re.compile("“([^”]+)”")

needs_seed = pytest.mark.skipif(not SEED.exists(), reason="the published text is not at hand")


@pytest.fixture(scope="module")
def release() -> Release:
    return read_file(ROOT / "data" / "xuzhou-2024.json")


@pytest.fixture(scope="module")
def paragraphs() -> list[str]:
    return [line for line in SEED.read_text(encoding="utf-8").splitlines() if line.strip()]


def named(entry: Entry) -> Iterator[tuple[str, int]]:
    """Every name, figure and caption of an entry, and the paragraph that is said to have it."""
    for mention in (*entry.units, *entry.places, *entry.systems):
        yield mention.name, mention.paragraph
    for person in entry.people:
        yield from ((part, person.paragraph) for part in (person.name, person.rank, person.unit))
    for figure in entry.figures:
        yield from ((part, figure.paragraph) for part in (figure.written, figure.qualifier, figure.change))
    yield from ((caption.text, caption.paragraph) for caption in entry.captions)


def strings(value: Any) -> Iterator[str]:
    """Every text in data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from strings(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from strings(part)


def han(text: str) -> str:
    return re.sub(r"[^\u4e00-\u9fff]", "", text)


def test_it_describes_six_four_and_four_of_ten_each(release: Release) -> None:
    described = {section.title: (len(section.items), section.announced) for section in release.sections}
    assert described == {"警务创新": (6, 10), "民生实事": (4, 10), "难忘瞬间": (4, 10)}


def test_its_notice_is_restated_in_five_clauses_with_the_deadline(release: Release) -> None:
    assert release.notice is not None
    assert release.notice.form == "restated"
    assert [clause.number for clause in release.notice.clauses] == [1, 2, 3, 4, 5]
    assert "30 日" in release.notice.clauses[4].text


def test_it_says_what_is_inferred(release: Release) -> None:
    assert [inference.field for inference in release.inferred] == ["title", "year", "publisher"]


@needs_seed
def test_every_name_figure_and_caption_stands_in_the_paragraph_that_is_named(
    release: Release, paragraphs: list[str]
) -> None:
    missing = [
        (name, number)
        for entry in release.entries()
        for name, number in named(entry)
        if fold(name) not in fold(paragraphs[number - 1])
    ]
    assert not missing


@needs_seed
def test_what_our_summaries_quote_stands_in_their_paragraphs(release: Release, paragraphs: list[str]) -> None:
    for entry in release.entries():
        source = fold("".join(paragraphs[number - 1] for number in entry.paragraphs))
        for quoted in _QUOTED.findall(entry.title + entry_body(entry)):
            assert fold(quoted) in source


@needs_seed
def test_nothing_that_is_quoted_in_the_text_is_missing(release: Release, paragraphs: list[str]) -> None:
    ours = "\n".join(map(fold, strings(dataclasses.asdict(release))))
    for paragraph in paragraphs:
        for quoted in _QUOTED.findall(paragraph):
            assert fold(quoted) in ours, quoted


@needs_seed
def test_every_figure_of_the_text_is_a_figure_of_ours(release: Release, paragraphs: list[str]) -> None:
    """Numbers in digits before a unit; dates, years, clause numbers and the name 655 are no figures."""
    ours = {fold(figure.written) for entry in release.entries() for figure in entry.figures}
    for paragraph in paragraphs[:21]:
        for number in re.findall(r"\d[\d.]*(?![\d月日年”])[^\d\s,，。]{1,2}", paragraph):
            assert any(number.startswith(figure) or figure.startswith(number) for figure in ours), number


@needs_seed
def test_every_paragraph_of_the_text_is_rested_on(release: Release, paragraphs: list[str]) -> None:
    rested = {number for entry in release.entries() for number in entry.paragraphs}
    rested |= {caption.paragraph for entry in release.entries() for caption in entry.captions}
    assert release.notice is not None
    rested |= {number for clause in release.notice.clauses for number in clause.paragraphs}
    assert rested == set(range(1, len(paragraphs) + 1))


@needs_seed
def test_the_source_is_that_text(release: Release, paragraphs: list[str]) -> None:
    assert release.source is not None
    assert release.source.paragraph_count == len(paragraphs)
    assert release.source.fingerprint == fingerprint(paragraphs)


def text_of(path: Path) -> str:
    """What can be read in a file: of a packed library and of bytes that spoil a reading, all that is text in them."""
    content = path.read_bytes()
    if path.suffix == ".gz":
        return gzip.decompress(content).decode(errors="ignore")
    return content.decode(errors="ignore") if "seeds" in path.parts else decode(content or b" ", path.name)


@needs_seed
def test_no_sentence_of_the_text_is_in_the_project(paragraphs: list[str]) -> None:
    published = han("".join(paragraphs))
    runs = {published[start : start + RUN] for start in range(len(published) - RUN + 1)}
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    for name in listed.stdout.splitlines():
        path = ROOT / name
        # the texts of the packed samples stand in their labels too
        if path.suffix in (".png", ".qm", ".docx", ".pdf", ".mhtml") or not path.is_file():
            continue
        text = han(text_of(path))
        assert not [text[start : start + RUN] for start in range(len(text)) if text[start : start + RUN] in runs], name


def test_every_value_is_what_is_written(release: Release) -> None:
    figures = {figure.written: figure for entry in release.entries() for figure in entry.figures}
    assert {written: (figure.value, figure.unit) for written, figure in figures.items()} == {
        "1300条": (1300, "条"),
        "30起": (30, "起"),
        "16起": (16, "起"),
        "135万元": (1_350_000, "元"),
        "3万起": (30_000, "起"),
        "五成": (0.5, ""),
        "3.6亿元": (360_000_000, "元"),
        "99.93%": (0.9993, ""),
        "6大类": (6, "大类"),
        "61项": (61, "项"),
        "两万人": (20_000, "人"),
        "8米": (8, "米"),
        "五十米": (50, "米"),
        "一枚": (1, "枚"),
        "110公斤": (110, "公斤"),
        "50公斤": (50, "公斤"),
    }
