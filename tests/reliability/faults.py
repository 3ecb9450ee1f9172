"""Letting each call that SQLite makes to its files fail, one after the other, in each kind of work.

`python tests/reliability/faults.py` lets all fail, once and from then on; `--short` in short kinds of work, once,
and of many calls of a kind not every one.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

if __name__ == "__main__":
    sys.path[:0] = [str(folder) for folder in (Path(__file__).parents[2], Path(__file__).parents[1])]

import apsw
from course import ENDED, Course, do, flaw_of, follow, prepare
from failing_files import FailingFiles, Failure
from kinds_of_work import IMPORT_ONE, ON_THE_LIBRARY, STAR, Work
from separate_process import begin, end

from viewer.release.errors import ReleaseViewerError

SHORT = (STAR, IMPORT_ONE)
_ALL_AT_FIRST = 16  # calls of a kind that all fail in the short form, before it passes over some

FAILURES: tuple[tuple[str, int | None], ...] = (
    ("write", apsw.SQLITE_FULL),
    ("write", apsw.SQLITE_IOERR_WRITE),
    ("write", None),
    ("sync", apsw.SQLITE_IOERR_FSYNC),
    ("truncate", apsw.SQLITE_IOERR_TRUNCATE),
    ("open", apsw.SQLITE_CANTOPEN),
    ("delete", apsw.SQLITE_IOERR_DELETE),
    ("read", apsw.SQLITE_IOERR_READ),
    ("size", apsw.SQLITE_IOERR_FSTAT),
    ("lock", apsw.SQLITE_IOERR_LOCK),
    ("access", apsw.SQLITE_IOERR_ACCESS),
)
"""The calls, and what they fail with; with None the process is killed in the middle of the call."""


class Fault(NamedTuple):
    """What came of one failure.

    Attributes:
        met: whether it happened; else the work makes fewer such calls.
        end: of the work: a sentence was "said", it was "killed", or it "went through" all the same.
        flaw: what is not as it must be; "" where all is.
    """

    met: bool
    end: str
    flaw: str


def fail(course: Course, failure: Failure, files: FailingFiles, folder: Path) -> Fault:
    """Let a call fail while some work is done in a new folder, and look at what is left there."""
    shutil.copytree(course.template, folder)
    said: list[bytes] = []
    sentence = flaw = ""
    files.failure = failure
    try:
        do(course.work, folder, said.append)
    except ReleaseViewerError as error:
        sentence = str(error)
        flaw = "" if sentence.startswith(str(folder)) and "\n" not in sentence else f"no sentence: {sentence}"
    except Exception as error:
        flaw = f"raised {error!r}"
    files.failure = Failure("")
    flaw = flaw or flaw_of(course, folder, b"".join(said))
    shutil.rmtree(folder)
    return Fault(failure.met >= failure.number, "said" if sentence else "went through", flaw)


def die(course: Course, failure: Failure, files: FailingFiles, folder: Path) -> Fault:
    """Let a process that does some work be killed in the middle of a call, and look at what is left."""
    shutil.copytree(course.template, folder)
    files.failure = failure
    process = begin(lambda say: do(course.work, folder, say))
    files.failure = Failure("")
    said = end(process)
    flaw = flaw_of(course, folder, said)
    shutil.rmtree(folder)
    return Fault(ENDED not in said, "killed", flaw)


def numbers(*, is_short: bool) -> Iterator[int]:
    """Which calls of a kind fail, from the first on: every one, or at first every one and later ever fewer."""
    number = 1
    while True:
        yield number
        number += 1 + is_short * number // _ALL_AT_FIRST


def faults_of(
    course: Course, call: str, code: int | None, files: FailingFiles, *, lasts: bool, is_short: bool
) -> Iterator[Fault]:
    """What comes of it when the first such call fails, the second, and so on, until the work makes no more of them."""
    folder = course.template.with_name("failing")
    for number in numbers(is_short=is_short):
        failure = Failure(call, number, code, lasts)
        fault = die(course, failure, files, folder) if code is None else fail(course, failure, files, folder)
        if fault.flaw:
            print(f"FLAW in {course.work.name}, {_name(call, code)}, number {number}: {fault.flaw}", flush=True)
        if not fault.met:
            return
        yield fault


def run(works: tuple[Work, ...], folder: Path, *, is_short: bool) -> int:
    """Let calls fail in some kinds of work and print what was met; gives how many flaws there were."""
    templates = [prepare(work, folder / f"before-{place}") for place, work in enumerate(works)]
    courses = [follow(work, template) for work, template in zip(works, templates, strict=True)]
    sys.unraisablehook = _pass_over
    files = FailingFiles()
    print("| call and failure | of these failed | said | killed | went through | flaws |")
    print("| --- " * 6 + "|")
    total = Counter[str]()
    for call, code in FAILURES:
        met = Counter[str]()
        for course in courses:
            for lasts in (False, True)[: 1 + (not is_short and code is not None)]:
                for fault in faults_of(course, call, code, files, lasts=lasts, is_short=is_short):
                    met.update(("failed", fault.end, *(["flaw"] if fault.flaw else [])))
        print(_row(_name(call, code), met), flush=True)
        total += met
    print(_row("all", total))
    files.unregister()
    return total["flaw"]


def _pass_over(_error: object) -> None:
    """Say nothing where SQLite can do without what has failed."""


def _name(call: str, code: int | None) -> str:
    if code is None:
        return f"{call}, killed"
    names = {**apsw.mapping_result_codes, **apsw.mapping_extended_result_codes}
    return f"{call}, {names[code]}"


def _row(name: str, met: Counter[str]) -> str:
    counts = (met[what] for what in ("failed", "said", "killed", "went through", "flaw"))
    return "| " + " | ".join(map(str, (name, *counts))) + " |"


def main() -> int:
    """Gives 1 where a failure left a flaw."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--short", action="store_true", help="in short kinds of work, and failures that pass")
    is_short = parser.parse_args().short
    memory = Path("/dev/shm")  # no disk is waited for
    with tempfile.TemporaryDirectory(prefix="faults-", dir=memory if memory.is_dir() else None) as folder:
        flaws = run(SHORT if is_short else ON_THE_LIBRARY, Path(folder), is_short=is_short)
    return int(bool(flaws))


if __name__ == "__main__":
    sys.exit(main())
