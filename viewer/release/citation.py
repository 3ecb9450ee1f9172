"""Citing: an entry as text that carries its source.

The source line has the form that the notice of the shipped release asks for (来源：…). What is cited is in
Chinese, and so is its source line, whatever the language of the window.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from viewer.release.release import Entry, Release, entry_body


def paragraph_range(paragraphs: Iterable[int]) -> str:
    """Paragraph numbers in short: 1, 2, 3, 5 is `1–3、5`."""
    runs: list[list[int]] = []
    for paragraph in sorted(set(paragraphs)):
        if runs and paragraph == runs[-1][-1] + 1:
            runs[-1].append(paragraph)
        else:
            runs.append([paragraph])
    return "、".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def source_line(release: Release, paragraphs: Iterable[int]) -> str:
    """Where it was published, what it is, when, and on which paragraphs of the source it rests."""
    place = paragraph_range(paragraphs)
    where = f"，原文第 {place} 段" if place else ""
    issuer = "" if release.issuer in release.title else release.issuer
    summary = "（摘要，非原文）" if release.form == "restated" else ""
    parts = (release.publisher, f"{issuer}《{release.title}》", f"{release.date.isoformat()}{where}{summary}")
    return f"来源：{'，'.join(filter(None, parts))}"


def entry_text(entry: Entry) -> str:
    """Title, running text and figures as plain text, without the source."""
    return "\n\n".join(filter(None, (entry.title, entry_body(entry), _figures_sentence(entry))))


def entry_text_with_source(entry: Entry, release: Release) -> str:
    """The entry as plain text, its source line last."""
    return f"{entry_text(entry)}\n\n{source_line(release, entry.paragraphs)}"


def entry_markdown(entry: Entry, release: Release) -> str:
    """The entry as Markdown (CommonMark), its source line last."""
    rows = [f"| {_escape_line(figure.label)} | {_escape_line(figure.quoted)} |" for figure in entry.figures]
    table = "\n".join(["| 数据 | 原文写法 |", "| --- | --- |", *rows]) if rows else ""
    title = f"# {_escape_line(entry.title)}"
    source = f"> {_escape_line(source_line(release, entry.paragraphs))}"
    return "\n\n".join(filter(None, (title, _escape(entry_body(entry)), table, source)))


def _figures_sentence(entry: Entry) -> str:
    figures = "，".join(f"{figure.label} {figure.quoted}" for figure in entry.figures)
    return figures and f"{figures}。"


def _escape(text: str) -> str:
    """`text` with a backslash before what Markdown would take for its own, and without indents."""
    lines = (re.sub(r"[\\`*_\[\]<>#|&~]", r"\\\g<0>", line.strip()) for line in text.splitlines())
    # at the start of a line, marks and numbers of lists, and lines that would make the one above a heading
    return "\n".join(re.sub(r"^(\d+(?=[.)](\s|$))|(?=[-+=]))", r"\1\\", line) for line in lines)


def _escape_line(text: str) -> str:
    """The same, where Markdown has room for one line: in a heading, a cell or a quotation."""
    return _escape(" ".join(text.splitlines()))
