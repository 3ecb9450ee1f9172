"""How a kind of work goes when nobody stops it, and whether what is left of one that was stopped fits into that."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import NamedTuple

from kinds_of_work import Work
from library_state import State, examine
from separate_process import Say, begin, end

BEGUN, CHANGED, ENDED = b"b", b"c", b"e"
"""What work says of itself."""


class Course(NamedTuple):
    """The way that some work goes.

    Attributes:
        template: a folder with what is there before.
        states: what is kept at first, after each change, and at the end.
    """

    work: Work
    template: Path
    states: list[State]


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
    return Course(work, template, states)


def do(work: Work, folder: Path, say: Say) -> None:
    """Do some work in a folder, and say how far it is."""
    say(BEGUN)
    for _change in work.steps(folder):
        say(CHANGED)
    say(ENDED)


def flaw_of(course: Course, folder: Path, said: bytes) -> str:
    """What is wrong with what was left in a folder after the work had said so much; "" if nothing.

    What has been said to be changed must be there, and all or nothing of the next change.
    """
    made = said.count(CHANGED)
    expected = course.states[-1:] if ENDED in said else course.states[made : made + 2]
    try:
        state = examine(folder, may_lack_index=course.work.may_lack_index)
    except Exception as error:
        return f"after {made} changes: {error!r}"
    if state in expected:
        return ""
    differing = {part for known in expected for part in state.keys() | known if state.get(part) != known.get(part)}
    return f"after {made} changes, neither before nor after the next: {', '.join(sorted(differing))}"
