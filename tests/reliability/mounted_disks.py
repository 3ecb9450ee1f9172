"""A full disk and one that cannot be written, as the system makes them: each kind of work on each.

`python tests/reliability/mounted_disks.py` mounts small disks in memory, which takes root; nobody else sees them.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if __name__ == "__main__":
    sys.path[:0] = [str(folder) for folder in (Path(__file__).parents[2], Path(__file__).parents[1])]

from course import CHANGED, Course, do, flaw_of, follow, prepare
from kinds_of_work import (
    EXPORT,
    FIRST_START,
    IMPORT,
    IMPORT_AGAIN,
    INDEX,
    LIBRARY,
    MIGRATIONS,
    NOTES,
    ON_THE_LIBRARY,
    REMOVAL,
)
from separate_process import Say, begin, end
from work_in_a_window import PREFERENCES, SESSION

from viewer.release.errors import ReleaseViewerError

READABLE = (IMPORT, IMPORT_AGAIN, NOTES, REMOVAL, INDEX, EXPORT, PREFERENCES, SESSION)
WORKS = (FIRST_START, MIGRATIONS[-1], *READABLE)
"""The first two must write before there is anything to read."""

_PAGE = 4096
_COARSENESS = 2  # each disk has half as many free pages again as the one before, or one more


@contextmanager
def disk_with(template: Path, folder: Path) -> Iterator[None]:
    """A disk in memory at `folder` with a copy of what is in another."""
    _mount("-t", "tmpfs", "none", str(folder))
    shutil.copytree(template, folder, dirs_exist_ok=True)
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@contextmanager
def read_only(path: Path) -> Iterator[None]:
    """A file or folder that not even root can write until the end of the block."""
    _mount("--bind", str(path), str(path))
    _mount("-o", "remount,bind,ro", str(path))
    try:
        yield
    finally:
        subprocess.run(["umount", str(path)], check=True)


def attempt(course: Course, folder: Path) -> tuple[bytes, str]:
    """Do some work as far as it goes; gives what it said, and the sentence that it ended with or ""."""
    said: list[bytes] = []
    try:
        do(course.work, folder, said.append)
    except ReleaseViewerError as error:
        return b"".join(said), str(error)
    return b"".join(said), ""


def fill_up(course: Course, folder: Path) -> Iterator[str]:
    """Do some work on a disk without a free page, on one with more, and so on until it is done.

    Gives for each what is wrong when there is room again; "" if nothing.
    """
    sentence, pages = "not tried yet", 0
    while sentence:
        with disk_with(course.template, folder):
            disk = os.statvfs(folder)
            size = max(disk.f_blocks - disk.f_bfree + pages, 1) * _PAGE  # 0 is any size
            _mount("-o", f"remount,size={size}", str(folder))
            said, sentence = attempt(course, folder)
            _mount("-o", "remount,size=50%", str(folder))
            yield flaw_of(course, folder, said)
        pages += 1 + pages // _COARSENESS


def forbid(course: Course, folder: Path, name: str) -> Iterator[str]:
    """Do some work where the file of that name, or all, cannot be written; gives what is wrong, then and afterwards."""
    with disk_with(course.template, folder):
        with read_only(folder / name):
            said, sentence = attempt(course, folder)
            yield "" if sentence else "nothing said that it cannot be written"
            if course.work in READABLE:
                yield flaw_of(course, folder, said)
        yield flaw_of(course, folder, said)


def read_what_a_kill_left(course: Course, folder: Path) -> Iterator[str]:
    """Read a disk that cannot be written and has what a process left that was killed after its first change.

    Where SQLite cannot make out what stands in the log, it must not be passed over in silence.
    """

    def die_after_a_change(say: Say) -> None:
        def say_and_die(said: bytes) -> None:
            say(said)
            if said == CHANGED:
                os.kill(os.getpid(), signal.SIGKILL)

        do(course.work, folder, say_and_die)

    with disk_with(course.template, folder):
        said = end(begin(die_after_a_change))
        with read_only(folder):
            yield flaw_of(course, folder, said)
        (folder / f"{LIBRARY}-shm").unlink()
        with read_only(folder):
            yield "" if "Error" in flaw_of(course, folder, said) else "what stands in the log alone was not missed"


def run(folder: Path) -> int:
    """Try all disks, and print what was met; gives how many left a flaw."""
    disk = folder / "disk"
    disk.mkdir()
    templates = [prepare(work, folder / f"before-{place}") for place, work in enumerate(WORKS)]
    courses = [follow(work, template) for work, template in zip(WORKS, templates, strict=True)]
    print("| work | full disks | looks at what cannot be written | flaws |\n| --- | --- | --- | --- |")
    total = 0
    for course in courses:
        full, forbidden = list(fill_up(course, disk)), list(forbid(course, disk, ""))
        if course.work in ON_THE_LIBRARY[1:]:
            forbidden += forbid(course, disk, LIBRARY)
        if course.work in (IMPORT, NOTES, REMOVAL):
            forbidden += read_what_a_kill_left(course, disk)
        flaws = [flaw for flaw in (*full, *forbidden) if flaw]
        print(f"| {course.work.name} | {len(full) - 1} | {len(forbidden)} | {len(flaws)} |", *flaws, flush=True)
        total += len(flaws)
    return total


def _mount(*arguments: str) -> None:
    subprocess.run(["mount", *arguments], check=True)


def main() -> int:
    """Gives 1 where a disk left a flaw."""
    if "--mounting" not in sys.argv:
        command = ["unshare", "--mount", sys.executable, __file__, "--mounting"]
        return subprocess.run(command, check=False).returncode
    with tempfile.TemporaryDirectory(prefix="disks-") as folder:
        return int(run(Path(folder)) > 0)


if __name__ == "__main__":
    sys.exit(main())
