"""Processes that begin with all that this one has loaded, and can be killed."""

from __future__ import annotations

import os
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

Say = Callable[[bytes], object]
"""Takes what the process that began this one is to hear."""


class Process(NamedTuple):
    """A process of its own, and where what it says can be read."""

    number: int
    said: int


def begin(act: Callable[[Say], object]) -> Process:
    """Begin to act in a process of its own."""
    assert threading.active_count() == 1, "what other threads hold would be held for ever"
    while len(list(Path("/proc/self/task").iterdir())) > 1:  # the system takes a moment to bury one that has ended
        os.sched_yield()
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
