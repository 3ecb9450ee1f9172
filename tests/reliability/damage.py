"""Damages a library in many ways, uses it, repairs it, and counts what was said, what was shown and what was saved.

`python tests/reliability/damage.py 1000` does it a thousand times; each number makes the same damage every time.
"""

from __future__ import annotations

import argparse
import dataclasses
import faulthandler
import random
import shutil
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from functools import partial
from pathlib import Path

from damage_sample import FILES, Facts, Sample, facts_of, make_samples, questions

from viewer.library.annotations import put_annotations
from viewer.library.index import check_index
from viewer.library.library import Library
from viewer.library.records import PAGE
from viewer.library.recovery import repair
from viewer.library.soundness import TABLES, explaining, find_damage, find_damage_within, look_for_damage
from viewer.release.errors import Problem, ReleaseViewerError

WAYS = ("bytes", "overwritten", "zeroed", "misplaced", "cut off", "header", "first page")
_LONGEST_SECONDS = 60


def damage(path: Path, chance: random.Random) -> tuple[str, set[int]]:
    """Damage a library in some way; gives the way, and the pages that are not what they were."""
    content = bytearray(path.read_bytes())
    last = len(content) // PAGE
    way = chance.choice(WAYS)
    pages = {chance.randint(1, last) for _ in range(chance.randint(1, 4))}
    if way == "bytes":
        for page in pages:
            content[(page - 1) * PAGE + chance.randrange(PAGE)] ^= chance.randint(1, 255)
    elif way == "cut off":
        size = chance.randrange(1, len(content))
        pages = set(range(size // PAGE + 1, last + 1))
        del content[size:]
    elif way == "header":
        pages, start = {1}, chance.randrange(100)
        content[start:100] = chance.randbytes(100 - start)
    else:
        pages = {1} if way == "first page" else pages
        for page in pages:
            other = chance.randrange(last) * PAGE
            new = {"zeroed": bytes(PAGE), "misplaced": bytes(content[other : other + PAGE])}
            content[(page - 1) * PAGE : page * PAGE] = new.get(way, chance.randbytes(PAGE))
    path.write_bytes(content)
    return way, pages


def damage_log(log: Path, chance: random.Random) -> None:
    """Damage the log beside a library: the state before some of what is in it is as good as that after it."""
    content = bytearray(log.read_bytes())
    place = chance.randrange(len(content))
    if chance.random() < 0.5:
        del content[place:]
    else:
        content[place : place + 8] = chance.randbytes(len(content[place : place + 8]))
    log.write_bytes(content)


class Use:
    """What a person does with a damaged library: start, open everything, star something.

    What may come of it is a right answer or one sentence. A wrong answer may come only where damage has been said, or
    where a byte of a text or a number was changed, which nothing tells. Once damage has been said, the file stays.
    """

    def __init__(self, path: Path, sample: Sample) -> None:
        self._path = path
        self._sample = sample
        self._left: list[bytes] = []
        self.counted: Counter[str] = Counter()

    def run(self) -> None:
        self._ask("start", lambda: look_for_damage(self._path, partial(find_damage_within, seconds=_LONGEST_SECONDS)))
        library = self._ask("open", lambda: Library(self._path))
        if isinstance(library, Library):
            with closing(library):
                for name, ask in questions(library, self._sample.ids):
                    self._ask(name, ask)
                star = next(iter(self._sample.facts.annotations.values()))
                self._ask("star", lambda: put_annotations(library, [star]))
        if self._left and _bytes(self._path) != self._left:
            self.counted["written to after damage was said"] += 1

    def _ask(self, name: str, ask: Callable[[], object]) -> object:
        try:
            with explaining(self._path):
                answer = ask()
        except ReleaseViewerError as error:
            self.counted[f"said: {error.problem.name}"] += 1
            if error.problem is Problem.LIBRARY_CORRUPT:
                self._left = self._left or _bytes(self._path)
            return None
        if name in self._sample.answers and answer != self._sample.answers[name]:
            self.counted["wrong after damage was said" if self._left else "wrong, and nothing said"] += 1
        else:
            self.counted["right"] += 1
        return answer


def _bytes(path: Path) -> list[bytes]:
    files = [path.with_name(path.name + suffix) for suffix in FILES]
    return [content for file in files if file.exists() and (content := file.read_bytes())]


def mend(path: Path, sample: Sample, pages: set[int]) -> Counter[str]:
    """Repair a damaged library; counts what was saved, and what of that which was on sound pages was not."""
    counted: Counter[str] = Counter()
    try:
        recovery = repair(path, lambda _done, _total: None)
    except ReleaseViewerError as error:
        counted[f"not repaired: {error.problem.name}"] += 1
        return counted
    with closing(Library(path)) as library:
        mistakes = [*library.check_integrity(), *find_damage(library), *check_index(library)]
        counted["unsound after repair"] += bool(mistakes)
        facts = facts_of(library)
    counted["repaired" if recovery else "found sound"] += 1
    _compare(facts, sample, pages, counted)
    if not pages.intersection(page for page, name in sample.pages.items() if name in TABLES):
        counted["only what can be made anew was hit"] += 1
        counted["lost though only what can be made anew was hit"] += not _has_all(facts, sample.facts)
    return counted


def _has_all(facts: Facts, others: Facts) -> bool:
    kept = ((facts.releases, others.releases), (facts.annotations, others.annotations))
    return facts.corrections == others.corrections and all(theirs.items() <= mine.items() for mine, theirs in kept)


def _compare(facts: Facts, sample: Sample, pages: set[int], counted: Counter[str]) -> None:
    counted["releases that had been removed, and are back"] += len(facts.releases.keys() - sample.facts.releases)
    for id_, release in sample.facts.releases.items():
        is_hit = bool(sample.release_pages[id_] & pages)
        is_whole = facts.releases.get(id_) == release
        counted["releases on hit pages" if is_hit else "releases on sound pages"] += 1
        if is_hit:
            counted["releases on hit pages, whole"] += is_whole
            counted["releases on hit pages, with gaps"] += not is_whole and id_ in facts.releases
        else:
            counted["releases on sound pages, whole"] += is_whole
    for key, annotation in sample.facts.annotations.items():
        part = "hit" if sample.annotation_pages[key] in pages else "sound"
        saved = facts.annotations.get(key)
        counted[f"annotations on {part} pages"] += 1
        counted[f"annotations on {part} pages, saved"] += saved is not None and saved.note == annotation.note


def run(number: int, samples: Sequence[Sample], folder: Path) -> Counter[str]:
    """Damage, use and repair a library once."""
    chance = random.Random(number)
    sample = chance.choice(samples)
    path, log = folder / "library.sqlite", folder / "library.sqlite-wal"
    for suffix in FILES:
        with suppress(FileNotFoundError):
            shutil.copyfile(f"{sample.path}{suffix}", f"{path}{suffix}")
    if log.exists() and chance.random() < 0.5:
        damage_log(log, chance)
        way, pages = "log", set(sample.pages)
        sample = dataclasses.replace(sample, answers={})
    else:
        way, pages = damage(path, chance)
    counted = Counter({f"way: {way}": 1})
    faulthandler.dump_traceback_later(_LONGEST_SECONDS, exit=True)  # an endless loop
    try:
        use = Use(path, sample)
        use.run()
        counted += use.counted
        counted += mend(path, sample, pages)
    except Exception:
        traceback.print_exc()
        counted["another exception"] += 1
    finally:
        faulthandler.cancel_dump_traceback_later()
    return counted


FAILURES = (
    "another exception",
    "written to after damage was said",
    "unsound after repair",
    "lost though only what can be made anew was hit",
)
"""What must never be counted."""


def run_many(numbers: range) -> Counter[str]:
    """Do it for each of the numbers, in folders of its own; gives all that was counted."""
    total: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        samples = make_samples(Path(folder))
        for number in numbers:
            with tempfile.TemporaryDirectory(dir=folder) as place:
                counted = run(number, samples, Path(place))
            total += counted
            for failure in FAILURES:
                if counted[failure]:
                    print(f"{number}: {failure}", flush=True)
    return total


def main() -> None:
    """Do it as often as the command line says, and print what was counted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("times", type=int, nargs="?", default=1000)
    parser.add_argument("--from", type=int, default=0, dest="first", metavar="NUMBER")
    arguments = parser.parse_args()
    start = time.monotonic()
    total = run_many(range(arguments.first, arguments.first + arguments.times))
    for name, count in sorted(total.items()):
        print(f"{count:9,}  {name}")
    print(f"{time.monotonic() - start:9.0f}  seconds")


if __name__ == "__main__":
    main()
