"""What a document may have is bounded, and what has more is said."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from viewer.readers import limits, pdf, reader, word
from viewer.readers.reader import read_file
from viewer.release.errors import Problem, ReleaseViewerError

SENTENCE = "渡口夜班船恢复开行。"


def problem_with(tmp_path: Path, name: str, text: str) -> Problem | None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8", newline="")
    try:
        read_file(path)
    except ReleaseViewerError as error:
        return error.problem
    return None


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\u2028"])
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_lines_are_counted_however_they_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, line_end: str
) -> None:
    monkeypatch.setattr(limits, "MOST_LINES", 10)
    begin = "<p>" if name == "a.html" else ""
    assert problem_with(tmp_path, name, begin + line_end.join([SENTENCE] * 11)) is None
    assert problem_with(tmp_path, name, begin + line_end.join([SENTENCE] * 12)) is Problem.TOO_MANY_PARAGRAPHS


def test_paragraphs_and_all_characters_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\n".join([SENTENCE] * 11)
    monkeypatch.setattr(limits, "MOST_PARAGRAPHS", 10)
    assert problem_with(tmp_path, "a.txt", text) is Problem.TOO_MANY_PARAGRAPHS
    monkeypatch.setattr(limits, "MOST_PARAGRAPHS", 11)
    monkeypatch.setattr(limits, "MOST_CHARACTERS", len(SENTENCE) * 11 - 1)
    assert problem_with(tmp_path, "a.txt", text) is Problem.TEXT_TOO_LONG


MANY = " ".join(f"a{number}='>'" for number in range(20))


@pytest.mark.parametrize("tag", [f"<p {MANY}>", f"<p/{MANY}>", f"<P\n{MANY}>", f'<p b=">" {MANY}>'])
def test_attributes_are_counted_as_browsers_read_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tag: str
) -> None:
    page = f"<html>{tag}{SENTENCE}"
    assert problem_with(tmp_path, "a.html", page) is None
    monkeypatch.setattr(limits, "MOST_ATTRIBUTES", 19)
    assert problem_with(tmp_path, "a.html", page) is Problem.TOO_MUCH_MARKUP


def test_elements_and_attributes_of_a_page_are_counted_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = f"<html><p a=1 b c='<i>'>{SENTENCE}<br>"
    monkeypatch.setattr(limits, "MOST_MARKUP", 6)
    assert problem_with(tmp_path, "a.html", page) is None
    monkeypatch.setattr(limits, "MOST_MARKUP", 5)
    assert problem_with(tmp_path, "a.html", page) is Problem.TOO_MUCH_MARKUP


def test_signs_of_markdown_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_MARKUP", 10)
    assert problem_with(tmp_path, "a.md", SENTENCE + "*a* " * 5) is None
    assert problem_with(tmp_path, "a.md", SENTENCE + "*a* " * 6) is Problem.TOO_MUCH_MARKUP


@pytest.mark.parametrize(
    ("name", "module", "limit", "problem"),
    [
        ("business-measures-word.docx", word, "MOST_MARKUP", Problem.TOO_MUCH_MARKUP),
        ("city-work-report-print.pdf", pdf, "MOST_WORK", Problem.TOO_SCATTERED),
        ("city-work-report-print.pdf", pdf, "MOST_CHARACTERS", Problem.TEXT_TOO_LONG),
    ],
)
def test_what_a_word_or_pdf_file_takes_to_read_is_bounded(
    monkeypatch: pytest.MonkeyPatch, name: str, module: object, limit: str, problem: Problem
) -> None:
    path = Path(__file__).with_name("samples") / name
    read_file(path)
    monkeypatch.setattr(module, limit, 100)
    with pytest.raises(ReleaseViewerError) as raised:
        read_file(path)
    assert raised.value.problem is problem


def test_no_sample_comes_near_a_limit() -> None:
    for path in Path(__file__).with_name("samples").iterdir():
        if path.suffix != ".json":
            assert len(re.findall(rb"[<\n]", path.read_bytes())) < limits.MOST_LINES / 10
            assert path.stat().st_size < reader.LARGEST_FILE / 10
