"""How well documents are understood: what is found in labelled samples, against what their labels say.

    python tests/readers/scores.py [FOLDER] [--verbose]

Beside each sample `NAME.txt` (or .md, .html, .docx, …) stands `NAME.labels.json`: `title`, `date`, `publisher`,
`credit`; `paragraphs` with `text`, `role`, and `level` of a heading (a heading that is run in is a `run_in` of its
paragraph); `notice`, the paragraphs of each clause; `figures` with `paragraph` (from 1), `start`, `end`, `written`,
`value` (a pair for a range), `unit`, `qualifier`, `change`, after the convention of `viewer.release.figures`.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from viewer.readers.reader import read_file
from viewer.release.release import Figure, Release
from viewer.release.source import Paragraph, Role

SAMPLES = Path(__file__).parent / "samples"
LABELS = ".labels.json"

Span = tuple[str, int, int]
"""The text of a paragraph, and where in it something stands."""


@dataclass
class Count:
    """How many of what was to be found was found, and what else was."""

    right: int = 0
    lost: int = 0
    false: int = 0

    def add(self, expected: set[Any], found: set[Any]) -> None:
        """Count what is in one, the other or both."""
        self.right += len(expected & found)
        self.lost += len(expected - found)
        self.false += len(found - expected)

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / max(1, self.right + self.false)

    @property
    def recall(self) -> float:
        """The share of what was to be found that was."""
        return self.right / max(1, self.right + self.lost)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.right / max(1, 2 * self.right + self.lost + self.false)


@dataclass
class Scores:
    """The counts over all samples, and what was not as labelled, a line each."""

    documents: int = 0
    headings: Count = field(default_factory=Count)
    levels: Count = field(default_factory=Count)
    paragraphs: Count = field(default_factory=Count)
    roles: Count = field(default_factory=Count)
    figures: Count = field(default_factory=Count)
    strict_figures: Count = field(default_factory=Count)
    changes: Count = field(default_factory=Count)
    notices: Count = field(default_factory=Count)
    facts: Count = field(default_factory=Count)
    article_text: Count = field(default_factory=Count)
    differences: list[str] = field(default_factory=list)


def score(folder: Path) -> Scores:
    """The scores of all labelled samples in a folder."""
    scores = Scores()
    for labels in sorted(folder.glob(f"*{LABELS}")):
        name = labels.name.removesuffix(LABELS)
        path = next(path for path in folder.glob(f"{name}.*") if not path.name.endswith(LABELS))
        scores.documents += 1
        _score_one(scores, path, json.loads(labels.read_text(encoding="utf-8")))
    return scores


def _score_one(scores: Scores, path: Path, labels: dict[str, Any]) -> None:
    release = read_file(path)
    paragraphs = release.source.paragraphs if release.source else ()
    expected, found = labels["paragraphs"], list(paragraphs)
    texts = {part["text"] for part in expected}, {part.text for part in found}
    pairs: list[tuple[Count, set[Any], set[Any]]] = [
        (scores.headings, set(_labelled_headings(labels)), set(_headings(found))),
        (scores.levels, set(_labelled_levels(labels)), set(_levels(found))),
        (scores.paragraphs, *texts),
        (scores.roles, {(part["text"], part["role"]) for part in expected}, {(p.text, str(p.role)) for p in found}),
        (scores.figures, set(_labelled_figures(labels)), set(_figures(release))),
        (scores.strict_figures, set(_strict(_labelled_figures(labels))), set(_strict(_figures(release)))),
        (scores.changes, set(_changes(_labelled_figures(labels))), set(_changes(_figures(release)))),
        (scores.notices, set(_labelled_notice(labels)), set(_notice(release))),
        (scores.facts, set(_labelled_facts(labels)), set(_facts(release, labels))),
    ]
    if path.suffix in (".html", ".mhtml"):
        pairs.append((scores.article_text, _characters(texts[0]), _characters(texts[1])))
    for count, right, given in pairs:
        count.add(right, given)
    for kind, (_count, right, given) in zip(_KINDS, pairs, strict=False):
        scores.differences += [f"{path.name}: {kind} lost {part}" for part in sorted(map(str, right - given))]
        scores.differences += [f"{path.name}: {kind} false {part}" for part in sorted(map(str, given - right))]


_KINDS = ("heading", "level", "paragraph", "role", "figure", "strict figure", "change", "notice", "fact")


def _headings(paragraphs: list[Paragraph]) -> Iterator[str]:
    return (part.text[: part.run_in or None] for part in paragraphs if part.role is Role.HEADING or part.run_in)


def _labelled_headings(labels: dict[str, Any]) -> Iterator[str]:
    return (text for text, _level in _labelled_levels(labels))


def _levels(paragraphs: list[Paragraph]) -> Iterator[tuple[str, int]]:
    headings = [part for part in paragraphs if part.role is Role.HEADING or part.run_in]
    return ((part.text[: part.run_in or None], part.level) for part in headings)


def _labelled_levels(labels: dict[str, Any]) -> Iterator[tuple[str, int]]:
    for part in labels["paragraphs"]:
        if part["role"] == "heading" or part.get("run_in"):
            yield part["text"][: part.get("run_in")], part["level"]


def _figures(release: Release) -> dict[Span, tuple[Any, ...]]:
    texts = [part.text for part in release.source.paragraphs] if release.source else []
    figures: list[Figure] = [figure for entry in release.entries() for figure in entry.figures]
    return {
        (texts[figure.paragraph - 1], figure.start or 0, figure.end or 0): (
            *map(_rounded, figure.values),
            figure.unit,
            figure.qualifier,
            figure.change,
        )
        for figure in figures
    }


def _labelled_figures(labels: dict[str, Any]) -> dict[Span, tuple[Any, ...]]:
    texts = [part["text"] for part in labels["paragraphs"]]
    figures = {}
    for part in labels["figures"]:
        values = part["value"] if isinstance(part["value"], list) else [part["value"]]
        key = (texts[part["paragraph"] - 1], part["start"], part["end"])
        figures[key] = (*map(_rounded, values), part["unit"], part["qualifier"], part.get("change", ""))
    return figures


def _rounded(value: float) -> float:
    return float(f"{value:.9g}")


def _strict(figures: dict[Span, tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    return ((*place, *facts[:-1]) for place, facts in figures.items())


def _changes(figures: dict[Span, tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    return ((*place, facts[-1]) for place, facts in figures.items() if facts[-1])


def _notice(release: Release) -> Iterator[tuple[int, ...]]:
    return (
        (number, *clause.paragraphs) for number, clause in enumerate(release.notice.clauses if release.notice else ())
    )


def _labelled_notice(labels: dict[str, Any]) -> Iterator[tuple[int, ...]]:
    return ((number, *clause["paragraphs"]) for number, clause in enumerate(labels["notice"]))


def _facts(release: Release, labels: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Title, day and publisher, as far as they are labelled."""
    facts = {"title": release.title, "date": release.date.isoformat(), "publisher": release.publisher}
    return ((name, value) for name, value in facts.items() if labels[name])


def _labelled_facts(labels: dict[str, Any]) -> Iterator[tuple[str, str]]:
    return ((name, labels[name]) for name in ("title", "date", "publisher") if labels[name])


def _characters(texts: set[str]) -> set[tuple[str, int]]:
    """The characters of the paragraphs, each with how often it has come before, so that they count like a bag."""
    seen: dict[str, int] = {}
    characters = set()
    for character in "".join(sorted(texts)):
        seen[character] = seen.get(character, 0) + 1
        characters.add((character, seen[character]))
    return characters


def main() -> None:
    """Print the scores of a folder of samples."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path, nargs="?", default=SAMPLES)
    parser.add_argument("--verbose", action="store_true")
    arguments = parser.parse_args()
    scores = score(arguments.folder)
    print(f"{scores.documents} documents")
    for name in (
        "headings",
        "levels",
        "paragraphs",
        "roles",
        "figures",
        "strict_figures",
        "changes",
        "notices",
        "facts",
    ):
        count: Count = getattr(scores, name)
        shares = f"precision {count.precision:.3f}  recall {count.recall:.3f}  F1 {count.f1:.3f}"
        print(f"{name:16}{count.right:6} right  {shares}")
    print(f"{'article text':16}{'':12}  F1 {scores.article_text.f1:.3f}")
    if arguments.verbose:
        print("\n".join(scores.differences))


if __name__ == "__main__":
    main()
