"""Citing: the line that says where something comes from.

The source line has the form that the notice of the shipped release asks for (来源：…). What is cited is in
Chinese, and so is its source line, whatever the language of the window.
"""

from __future__ import annotations

from collections.abc import Iterable

from viewer.release.release import Release
from viewer.release.unseen import without_unseen


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
    """Where it was published, what it is, when, and on which paragraphs of the source it rests, in one line."""
    place = paragraph_range(paragraphs)
    where = f"，原文第 {place} 段" if place else ""
    issuer = "" if release.issuer in release.title else release.issuer
    summary = "（摘要，非原文）" if release.form == "restated" else ""
    parts = (release.publisher, f"{issuer}《{release.title}》", f"{release.date.isoformat()}{where}{summary}")
    line = f"来源：{'，'.join(filter(None, parts))}"
    return " ".join(without_unseen(line).split())
