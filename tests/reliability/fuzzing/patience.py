"""An end to what has none: a loop, or a pattern that steps back again and again."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class HangingError(Exception):
    """What was run took more processor time than anybody waits for."""


@contextmanager
def patience(seconds: float) -> Iterator[None]:
    """Raise HangingError in what runs inside after so much processor time; only Unix can."""
    if sys.platform == "win32":
        yield
        return
    import signal

    def give_up(_signal: int, _frame: FrameType | None) -> None:
        raise HangingError(f"more than {seconds:.1f} s")

    before = signal.signal(signal.SIGPROF, give_up)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
