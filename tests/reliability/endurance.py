"""Lets a person use the program for a long time, and says what it holds after each round, and whether that grows.

    python tests/reliability/endurance.py [MINUTES]

The program runs as it does for people, driven by keys, drops and menus. Each round does everything once, with documents
that were never seen before, and leaves window and library as they were, see `round_of_use`. The first tenth of the
rounds fills what is kept on purpose (modules, fonts, caches, histories); those after it are compared, see `held`.
Exits with 1 where something grows, or an error came that nobody expected. Without a display windows are drawn into
memory; on one, nobody may touch the keyboard meanwhile.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from types import TracebackType

sys.path.extend(str(Path(__file__).parents[1] / folder) for folder in (".", "benchmarks"))

from generated import Generator
from held import Held, Trend, held, trends
from person import is_in_front
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QApplication
from round_of_use import RoundOfUse
from waiting import wait_until

from viewer.app import Program
from viewer.garbage import collect_garbage
from viewer.library.releases import put_release
from viewer.opening import open_library
from viewer.running import make_application, set_icon
from viewer.widgets import changes, tabs
from viewer.widgets.settings import Settings

WARM_UP = 3  # rounds, at the least
FEW = 3  # changes and closed tabs that are kept, so that they are as many after the warm-up as at the end
_PICTURES = 1024  # KiB of pictures that Qt keeps, for the same reason: parts of buttons, anew for each
_ITEMS = 120


@contextmanager
def running(folder: Path) -> Iterator[Program]:
    """The program with a window over a small library of its own, as `viewer.running.run` starts it."""
    library = open_library(folder / "library.sqlite")
    for release in Generator().releases(_ITEMS):
        put_release(library, release)
    library.close()
    settings = Settings(folder / "settings")
    settings.session.welcomed = True
    program = Program(folder / "library.sqlite", settings)
    program.window.show()
    program.window.complete()
    for step in (
        set_icon,
        program.window.show_focus,
        program.after_paint.follow_contrast,
        program.after_paint.open_inbox,
        program.after_paint.keep_session,
        program.after_paint.bring_index_up_to_date,
        collect_garbage,
    ):
        step()
    wait_until(lambda: is_in_front(program.window))
    usual = QPixmapCache.cacheLimit()
    QPixmapCache.setCacheLimit(_PICTURES)
    try:
        yield program
    finally:
        QPixmapCache.setCacheLimit(usual)
        program.window.close()
        program.close()


def endure(folder: Path, goes_on: Iterable[object]) -> tuple[list[Held], int]:
    """Spend a round for each step of that; gives what is held after each, and how many things have been done."""
    rounds: list[Held] = []
    with running(folder) as program:
        person = RoundOfUse(program.window, folder)
        for _step in goes_on:
            person.spend_a_round()
            program.window.keeping().save()
            program.settings.finish()
            rounds.append(held(folder / "library.sqlite", folder / "settings"))
    return rounds, person.actions


def _for(minutes: float) -> Iterator[None]:
    """Steps for that long, and for as many rounds as can be compared at least."""
    end = monotonic() + 60 * minutes
    done = 0
    while monotonic() < end or done < WARM_UP + 2:
        yield
        done += 1


def _print(found: list[Trend]) -> None:
    print("| what is held | at the start | at the end | grows in a round | |")
    print("| --- | --- | --- | --- | --- |")
    for trend in found:
        flat = "flat" if trend.is_flat else "**grows**"
        print(f"| {trend.name} | {trend.values[0]:,} | {trend.values[-1]:,} | {trend.slope:+.3f} | {flat} |")


def main() -> int:
    """Print what is held at the start and at the end."""
    parser = argparse.ArgumentParser()
    parser.add_argument("minutes", type=float, nargs="?", default=5)
    parser.add_argument("--rounds", type=int, help="so many after the warm-up, however long that takes")
    arguments = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["LANG"] = "zh_CN.UTF-8"
    changes.MOST_CHANGES = tabs.MOST_CLOSED = FEW
    errors: list[BaseException] = []

    def note(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        errors.append(error)
        sys.__excepthook__(kind, error, trace)

    sys.excepthook = note
    application = make_application(["endurance"])
    application.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    with tempfile.TemporaryDirectory(prefix="release-viewer-endurance-") as folder:
        goes_on = range(WARM_UP + arguments.rounds) if arguments.rounds else _for(arguments.minutes)
        rounds, actions = endure(Path(folder), goes_on)
    QApplication.clipboard().clear()
    compared = rounds[max(WARM_UP, len(rounds) // 10) :]
    print(f"{len(compared)} rounds after {len(rounds) - len(compared)} to warm up, {actions:,} actions")
    found = trends(compared)
    _print(found)
    print(f"{len(errors)} errors that nobody expected")
    return 0 if not errors and all(trend.is_flat for trend in found) else 1


if __name__ == "__main__":
    sys.exit(main())
