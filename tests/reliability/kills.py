"""Killing the program in the middle of its work at random instants, and looking at what is left.

`python tests/reliability/kills.py 1000` kills so many times, each kind of work in turn, and prints what was met.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

if __name__ == "__main__":
    sys.path[:0] = [str(folder) for folder in (Path(__file__).parents[2], Path(__file__).parents[1])]

from course import BEGUN, ENDED, Course, do, flaw_of, follow, prepare
from kinds_of_work import EXPORT, LIBRARY, ON_THE_LIBRARY
from library_state import examine, parts_in
from separate_process import Say, begin, end
from work_in_a_window import PREFERENCES, SESSION, WINDOW
from write_ahead_log import has_half_a_transaction

KINDS = (*ON_THE_LIBRARY, EXPORT, PREFERENCES, SESSION, WINDOW)

_SPAN = (-0.03, 1.05)  # of the time that the work takes: some kills come before it has begun, and some after its end
_BEFORE_A_CHANGE = 0.003  # seconds; half of the kills come about so long before a change is kept, which takes little
_AGAIN = 0.25  # of the kills are followed by another, while what was left is opened
_OPENING = 0.03  # seconds


class Kill(NamedTuple):
    """What one kill met.

    Attributes:
        said: how far the work was, as it said itself.
        in_a_write: whether a transaction, or a file that was to replace another, was left half written.
        again: whether another kill came while what was left was opened.
        flaw: what is not as it must be; "" where all is.
    """

    said: bytes
    in_a_write: bool
    again: bool
    flaw: str


def instants_of(course: Course) -> list[float]:
    """When the work says that a change is made, and that it ends, in seconds from its beginning."""
    folder = course.template.with_name("timed")
    shutil.copytree(course.template, folder)
    process = begin(lambda say: do(course.work, folder, say))
    os.read(process.said, 1)
    begun, instants = time.perf_counter(), []
    while os.read(process.said, 1):
        instants.append(time.perf_counter() - begun)
    end(process)
    shutil.rmtree(folder)
    return instants


def kill_once(course: Course, instants: Sequence[float], folder: Path, chance: random.Random) -> Kill:
    """Kill the work at a random instant, and look at what it left in a new folder; a flaw is kept beside it."""
    shutil.copytree(course.template, folder)
    said = _kill(lambda say: do(course.work, folder, say), _random_instant(instants, chance))
    in_a_write = has_half_a_transaction(folder / LIBRARY) or bool(parts_in(folder))
    as_left = folder.with_name(f"{folder.name}-as-left")
    shutil.copytree(folder, as_left)
    if again := chance.random() < _AGAIN:
        _kill(lambda say: _open(folder, say), chance.uniform(0, _OPENING))
    flaw = flaw_of(course, folder, said)
    shutil.rmtree(folder)
    if not flaw:
        shutil.rmtree(as_left)
    return Kill(said, in_a_write, again, flaw)


def _kill(act: Callable[[Say], object], instant: float) -> bytes:
    """Act, and be killed so many seconds after the beginning, or before it; gives what was said till then."""
    process = begin(act)
    said = os.read(process.said, 1) if instant > 0 else b""
    time.sleep(max(instant, 0))
    os.kill(process.number, signal.SIGKILL)
    return said + end(process)


def _open(folder: Path, say: Say) -> None:
    say(BEGUN)
    with suppress(Exception):  # what is wrong is found when it is looked for
        examine(folder, may_lack_index=True)


def _random_instant(instants: Sequence[float], chance: random.Random) -> float:
    if chance.random() < 0.5:
        return max(chance.choice(instants) - chance.expovariate(1 / _BEFORE_A_CHANGE), 0)
    return chance.uniform(*_SPAN) * instants[-1]


def run(number: int, seed: int, folder: Path) -> int:
    """Kill so many times and print what was met; gives how many kills left a flaw."""
    print(f"seed {seed}", flush=True)
    chance = random.Random(seed)
    # all is prepared here, which also loads here whatever the work needs: the processes begin with it loaded
    templates = [prepare(work, folder / f"before-{place}") for place, work in enumerate(KINDS)]
    courses = [follow(work, template) for work, template in zip(KINDS, templates, strict=True)]
    instants = [min((instants_of(course) for _turn in range(3)), key=max) for course in courses]
    kills: list[list[Kill]] = [[] for _course in courses]
    for turn in range(number):
        place = turn % len(courses)
        met = kill_once(courses[place], instants[place], folder / f"kill-{turn}", chance)
        kills[place].append(met)
        if met.flaw:
            print(f"FLAW in {KINDS[place].name}, {folder}/kill-{turn}-as-left: {met.flaw}", flush=True)
    print("| work | ms | kills | before | at work | after | of these in a write | killed again | flaws |")
    print("| --- " * 9 + "|")
    for work, its_instants, its_kills in zip(KINDS, instants, kills, strict=True):
        print(_row(work.name, f"{1000 * its_instants[-1]:.0f}", its_kills))
    everything = [met for its_kills in kills for met in its_kills]
    print(_row("all", "", everything))
    return sum(bool(met.flaw) for met in everything)


def _row(name: str, duration: str, kills: Sequence[Kill]) -> str:
    before = sum(BEGUN not in met.said for met in kills)
    after = sum(ENDED in met.said for met in kills)
    at_work = len(kills) - before - after
    in_a_write, again = sum(met.in_a_write for met in kills), sum(met.again for met in kills)
    flaws = sum(bool(met.flaw) for met in kills)
    return (
        "| "
        + " | ".join(map(str, (name, duration, len(kills), before, at_work, after, in_a_write, again, flaws)))
        + " |"
    )


def main() -> int:
    """Gives 1 where a kill left a flaw, and keeps what it left."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("number", type=int, help="of kills")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    arguments = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="kills-"))
    flaws = run(arguments.number, arguments.seed, folder)
    if not flaws:
        shutil.rmtree(folder)
    return int(bool(flaws))


if __name__ == "__main__":
    sys.exit(main())
