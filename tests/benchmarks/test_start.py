"""From start to the first painted, filled window, against an empty window of the same PySide6."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from statistics import median

import pytest
from generated import Generator
from starts import EMPTY_WINDOW, FIRST_PAINT, LEAVE

from viewer.library.library import Library
from viewer.library.releases import put_release

pytestmark = [
    pytest.mark.benchmark,
    pytest.mark.skipif(sys.platform != "linux", reason="reads the kernel's accounts of a process"),
]

ROUNDS = 9
LARGE = 10_000
# guards against a step back; the aims are 1.2, 1.35 and 1.5, see "Measured" in CONTRIBUTING.md
MOST_CPU = 2.2  # where other programs have a share of the cores it has been 2.1
MOST_MEMORY = 1.8
MOST_CPU_AT_FIRST = 2.6

# the kernel's account of a child's peak begins with its parent's, so each process tells its own
TELL = """
from pathlib import Path
lines = Path("/proc/self/status").read_text().splitlines()
print(next(line.split()[1] for line in lines if line.startswith("VmHWM")), flush=True)
os._exit(0)
"""


def cost(code: str, folder: Path, *arguments: str) -> tuple[float, float]:
    """CPU seconds and peak memory in MB of a Python process that runs `code`."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_STATE_HOME": str(folder / "state")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
    command = [sys.executable, "-c", code + TELL, *arguments]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert process.stdout is not None
    with process.stdout:
        kilobytes = int(process.stdout.read())
    _pid, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    return usage.ru_utime + usage.ru_stime, kilobytes / 1024


def start(folder: Path) -> tuple[float, float]:
    """The cost of a start until its first paint, with library and settings in this folder."""
    return cost(FIRST_PAINT, folder, str(folder / "library.sqlite"), str(folder / "settings"))


def leave(folder: Path) -> None:
    """Start once, so that a later start finds its files."""
    cost(FIRST_PAINT + LEAVE, folder, str(folder / "library.sqlite"), str(folder / "settings"))


def ratios(folders: Iterable[Path]) -> tuple[float, float]:
    """The median of CPU time and peak memory of starts, each in a folder, against an empty window."""
    # in turn, so that both have the same weather
    pairs = [(start(folder), cost(EMPTY_WINDOW, folder)) for folder in folders]
    cpu, memory = (median(ours[part] / empty[part] for ours, empty in pairs) for part in (0, 1))
    return cpu, memory


def say(capsys: pytest.CaptureFixture[str], what: str, cpu: float, memory: float) -> None:
    with capsys.disabled():
        print(f"\n{what}, against an empty window: CPU time {cpu:.2f} ×, peak memory {memory:.2f} ×")


@pytest.mark.parametrize("items", [14, LARGE])
def test_a_second_start_is_held_against_an_empty_window(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], items: int
) -> None:
    leave(tmp_path)  # the shipped release has 14 items
    if items == LARGE:
        library = Library(tmp_path / "library.sqlite")
        with library.transaction():
            for release in Generator().releases(items):
                put_release(library, release)
        library.close()
        leave(tmp_path)
    cpu, memory = ratios([tmp_path] * ROUNDS)
    say(capsys, f"start with {items} items", cpu, memory)
    assert cpu <= MOST_CPU
    assert memory <= MOST_MEMORY


def test_the_first_start_is_held_against_an_empty_window(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folders = [tmp_path / str(number) for number in range(ROUNDS)]
    for folder in folders:
        folder.mkdir()
    cpu, memory = ratios(folders)
    say(capsys, "first start of all", cpu, memory)
    assert cpu <= MOST_CPU_AT_FIRST
