"""Killing the program in the middle of its work at random instants, and looking at what is left.

`python tests/reliability/kills.py 1000` kills so many times, each kind of work in turn, and prints what was met.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

if __name__ == "__main__":
    sys.path[:0] = [str(folder) for folder in (Path(__file__).parents[2], Path(__file__).parents[1])]

from kinds_of_work import EXPORT, LIBRARY, ON_THE_LIBRARY, Work
from library_state import State, examine, parts_in
from work_in_a_window import SETTINGS, WINDOW
from write_ahead_log import has_half_a_transaction

Say = Callable[[bytes], object]

KINDS = (*ON_THE_LIBRARY, EXPORT, SETTINGS, WINDOW)

_BEGUN, _CHANGED, _ENDED = b"b", b"c", b"e"
_SPAN = (-0.03, 1.05)  # of the time that the work takes: some kills come before it has begun, and some after its end
_BEFORE_A_CHANGE = 0.003  # seconds; half of the kills come about so long before a change is kept, which takes little
_AGAIN = 0.25  # of the kills are followed by another, while what was left is opened
_OPENING = 0.03  # seconds


class Course(NamedTuple):
    """How a kind of work goes when nobody stops it.

    Attributes:
        template: a folder with what is there before.
        states: what is kept at first, and after each change.
        instants: when each change had been made, in seconds from the beginning.
    """

    work: Work
    template: Path
    states: list[State]
    instants: list[float]


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


class Process(NamedTuple):
    """A process of its own, and where what it says can be read."""

    number: int
    said: int


def begin(act: Callable[[Say], object]) -> Process:
    """Begin to act in a process of its own."""
    assert len(list(Path("/proc/self/task").iterdir())) == 1, "what other threads hold would be held for ever"
    reading, writing = os.pipe()
    if number := os.fork():
        os.close(writing)
        return Process(number, reading)
    code = 1
    try:
        os.close(reading)
        act(lambda said: os.write(writing, said))
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)


def end(process: Process) -> bytes:
    """What a process says until its end. Raises ChildProcessError where it ended with an error of its own."""
    with os.fdopen(process.said, "rb") as pipe:
        said = pipe.read()
    _, status = os.waitpid(process.number, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise ChildProcessError("the work itself went wrong, see above")
    return said


def kill(act: Callable[[Say], object], instant: float) -> bytes:
    """Act, and be killed so many seconds after the beginning, or before it; gives what was said till then."""
    process = begin(act)
    said = os.read(process.said, 1) if instant > 0 else b""
    time.sleep(max(instant, 0))
    os.kill(process.number, signal.SIGKILL)
    return said + end(process)


def prepare(work: Work, folder: Path) -> Path:
    """Make a folder with what is there before some work."""
    folder.mkdir()
    work.prepare(folder)
    return folder


def follow(work: Work, template: Path) -> Course:
    """Let some work go its way, and look at what is kept after each change."""
    running, look = template.with_name("running"), template.with_name("look")

    def state_now() -> State:
        shutil.copytree(running, look)
        state = examine(look, may_lack_index=True)
        shutil.rmtree(look)
        return state

    def look_after_each(say: Say) -> None:
        states = [state_now(), *(state_now() for _change in work.steps(running)), state_now()]
        say(json.dumps(states).encode())

    shutil.copytree(template, running)
    states = json.loads(end(begin(look_after_each)))
    shutil.rmtree(running)
    return Course(work, template, states, min((_timed(work, template, running) for _turn in range(3)), key=max))


def kill_once(course: Course, folder: Path, chance: random.Random) -> Kill:
    """Kill the work at a random instant, and look at what it left in a new folder, which stays if that has a flaw."""
    shutil.copytree(course.template, folder)
    said = kill(lambda say: _do(course.work, folder, say), _random_instant(course, chance))
    in_a_write = has_half_a_transaction(folder / LIBRARY) or bool(parts_in(folder))
    as_left = folder.with_name(f"{folder.name}-as-left")
    shutil.copytree(folder, as_left)
    if again := chance.random() < _AGAIN:
        kill(lambda say: (say(_BEGUN), examine(folder, may_lack_index=True)), chance.uniform(0, _OPENING))
    flaw = _flaw(course, folder, said)
    shutil.rmtree(folder)
    if not flaw:
        shutil.rmtree(as_left)
    return Kill(said, in_a_write, again, flaw)


def _do(work: Work, folder: Path, say: Say) -> None:
    say(_BEGUN)
    for _change in work.steps(folder):
        say(_CHANGED)
    say(_ENDED)


def _timed(work: Work, template: Path, folder: Path) -> list[float]:
    """When the work says that a change is made, and that it ends, in seconds from its beginning."""
    shutil.copytree(template, folder)
    process = begin(lambda say: _do(work, folder, say))
    os.read(process.said, 1)
    begun, instants = time.perf_counter(), []
    while os.read(process.said, 1):
        instants.append(time.perf_counter() - begun)
    end(process)
    shutil.rmtree(folder)
    return instants


def _random_instant(course: Course, chance: random.Random) -> float:
    if chance.random() < 0.5:
        return max(chance.choice(course.instants) - chance.expovariate(1 / _BEFORE_A_CHANGE), 0)
    return chance.uniform(*_SPAN) * course.instants[-1]


def _flaw(course: Course, folder: Path, said: bytes) -> str:
    """What is wrong with what was left after the work had said so much; "" if nothing."""
    made = said.count(_CHANGED)
    expected = course.states[-1:] if _ENDED in said else course.states[made : made + 2]
    try:
        state = examine(folder, may_lack_index=course.work.may_lack_index)
    except Exception as error:
        return f"after {made} changes: {error!r}"
    if state in expected:
        return ""
    differing = {part for known in expected for part in state.keys() | known if state.get(part) != known.get(part)}
    return f"after {made} changes, neither before nor after the next: {', '.join(sorted(differing))}"


def run(number: int, seed: int, folder: Path) -> int:
    """Kill so many times and print what was met; gives how many kills left a flaw."""
    print(f"seed {seed}", flush=True)
    chance = random.Random(seed)
    # all is prepared here, which also loads here whatever the work needs: the processes begin with it loaded
    templates = [prepare(work, folder / f"before-{place}") for place, work in enumerate(KINDS)]
    courses = [follow(work, template) for work, template in zip(KINDS, templates, strict=True)]
    kills: list[list[Kill]] = [[] for _course in courses]
    for turn in range(number):
        place = turn % len(courses)
        met = kill_once(courses[place], folder / f"kill-{turn}", chance)
        kills[place].append(met)
        if met.flaw:
            print(f"FLAW in {courses[place].work.name}, {folder}/kill-{turn}-as-left: {met.flaw}", flush=True)
    print("| work | ms | kills | before | at work | after | of these in a write | killed again | flaws |")
    print("| --- " * 9 + "|")
    for course, met_ in zip(courses, kills, strict=True):
        print(_row(course.work.name, round(1000 * course.instants[-1]), met_))
    everything = [met for met_ in kills for met in met_]
    print(_row("all", "", everything))
    return sum(bool(met.flaw) for met in everything)


def _row(name: str, duration: int | str, kills: Sequence[Kill]) -> str:
    before = sum(_BEGUN not in met.said for met in kills)
    after = sum(_ENDED in met.said for met in kills)
    counts = (len(kills), before, len(kills) - before - after, after)
    marks = (
        sum(met.in_a_write for met in kills),
        sum(met.again for met in kills),
        sum(bool(met.flaw) for met in kills),
    )
    return "| " + " | ".join(map(str, (name, duration, *counts, *marks))) + " |"


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
