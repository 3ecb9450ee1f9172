"""How long something takes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from time import perf_counter

ROUNDS = 5

Clock = Callable[[], float]
"""`perf_counter`, or `thread_time` for work in one thread, which other programs do not lengthen."""


def seconds(run: Callable[..., object], *arguments: object, clock: Clock = perf_counter) -> float:
    """How long one call takes."""
    start = clock()
    run(*arguments)
    return clock() - start


def best_times(run: Callable[[str], object], queries: Iterable[str], clock: Clock = perf_counter) -> list[float]:
    """The shortest of several times of each query, in seconds; for other programs disturb."""
    return [min(seconds(run, query, clock=clock) for _round in range(ROUNDS)) for query in queries]
