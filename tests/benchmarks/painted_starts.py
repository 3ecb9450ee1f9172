"""Programs started as people start them, until their first window is on the screen and painted."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from statistics import median
from time import perf_counter, sleep
from typing import NamedTuple

import psutil
from homes import ROOT, environment
from screen import Screen
from table import Quantity

_WINDOW = 0.1  # of the screen; what is smaller is no main window
_LOOK_EVERY = 0.002  # seconds
_PATIENCE = 30.0  # seconds that a program may take for its window
_MOST_UNREST = 20  # seconds after that in which it may be at work
_MIB = 2**20


class NoWindowError(Exception):
    """A program that shows none; the reason is what it said last."""


class Cost(NamedTuple):
    """What a start took until the window was painted, its processes together."""

    seconds: float
    cpu_seconds: float
    peak_rss: float
    pss: float

    def quantities(self) -> tuple[Quantity, ...]:
        """Them with their units."""
        times = (Quantity(seconds * 1000, "ms") for seconds in (self.seconds, self.cpu_seconds))
        return (*times, *(Quantity(size / _MIB, "MiB") for size in (self.peak_rss, self.pss)))


def middle(costs: list[Cost]) -> Cost:
    """The median of each."""
    return Cost(*map(median, zip(*costs, strict=True)))


def start(command: list[str], home: Path, screen: Screen) -> Cost:
    """The cost of a start. Raises NoWindowError."""
    with _painted(command, home, screen) as (process, seconds):
        family = list(_stopped([process, *process.children(recursive=True)]))
        cpu = sum(map(_cpu_seconds, family))
        peak = sum(_size(member, "status", "VmHWM:") for member in family)
        return Cost(seconds, cpu, peak, sum(_size(member, "smaps_rollup", "Pss:") for member in family))


def live_in(command: list[str], home: Path, screen: Screen) -> None:
    """Start a program and end it when it has come to rest, so that it finds what it leaves. Raises NoWindowError."""
    with _painted(command, home, screen) as (process, _seconds):
        spent = -1.0
        for _second in range(_MOST_UNREST):
            sleep(1)
            before, spent = spent, _cpu_seconds(process)
            if spent - before < 0.05:
                break
        process.terminate()
        with suppress(psutil.TimeoutExpired):
            process.wait(10)


@contextmanager
def _painted(command: list[str], home: Path, screen: Screen) -> Iterator[tuple[psutil.Popen, float]]:
    """A program whose window is painted, and after how many seconds it was; it ends with the block."""
    said = home / "said.txt"
    given = {
        **environment(home),
        "DISPLAY": screen.display,
        "DBUS_SESSION_BUS_ADDRESS": "disabled:",  # nobody starts a bus
        "QT_QPA_PLATFORM": "xcb",
    }
    if os.geteuid() == 0:
        given["QTWEBENGINE_DISABLE_SANDBOX"] = "1"  # without which Chromium does not run for root
    with said.open("w") as errors:
        begin = perf_counter()
        process = psutil.Popen(command, env=given, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=errors)
    try:
        while screen.painted() < _WINDOW:
            if process.poll() is not None or perf_counter() - begin > _PATIENCE:
                raise NoWindowError(said.read_text(errors="replace").strip().rpartition("\n")[2] or "said nothing")
            sleep(_LOOK_EVERY)
        yield process, perf_counter() - begin
    finally:
        _end(process)
        while screen.painted():
            sleep(_LOOK_EVERY)


def _end(process: psutil.Popen) -> None:
    """End a program with all that it has started."""
    with suppress(psutil.NoSuchProcess):
        family = [*process.children(recursive=True), process]
        for member in family:
            member.kill()
        psutil.wait_procs(family, timeout=10)


def _stopped(family: list[psutil.Process]) -> Iterator[psutil.Process]:
    """Those that still run, standing still, so that their accounts do."""
    for member in family:
        with suppress(psutil.NoSuchProcess):
            member.suspend()
            yield member


def _cpu_seconds(process: psutil.Process) -> float:
    """What its threads and the programs that it has seen the end of took; `stat` counts in ticks of 10 ms."""
    threads = Path(f"/proc/{process.pid}/task").glob("*/schedstat")
    nanoseconds = sum(int(thread.read_text().split()[0]) for thread in threads)
    times = process.cpu_times()
    return float(nanoseconds / 1e9 + times.children_user + times.children_system)


def _size(process: psutil.Process, account: str, name: str) -> int:
    """One of the kernel's accounts of a process, in bytes; none where it has ended."""
    with suppress(ProcessLookupError):
        for line in Path(f"/proc/{process.pid}/{account}").read_text().splitlines():
            if line.startswith(name):
                return int(line.split()[1]) * 1024
    return 0
