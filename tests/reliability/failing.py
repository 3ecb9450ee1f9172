"""Lets everything fail once that Qt, a thread or SQLite calls, and looks at what becomes of the window.

    python tests/reliability/failing.py [NUMBER]

Prints how many of the slots, overrides and callbacks were reached by the start and by a walk through the window, and of
how many, each failing once in a window of its own, one bar and one entry in the log came, without the text that the
error held, after which the window searched as before. About NUMBER of each, evenly chosen; all without it.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from time import monotonic
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LANG"] = "zh_CN.UTF-8"
os.environ["QT_LOGGING_RULES"] = "*.warning=false"  # Qt warns of painters that a fault has left

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[2]))

from people import CONTROL, press, rows, trigger, type_text, view_of
from planted_faults import SECRET, FaultError, Faults
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QDialog, QTableView, QWidget
from waiting import comes_true

from viewer.app import Program
from viewer.failures import Failures
from viewer.folders import log_folder
from viewer.opening import open_library
from viewer.running import make_application
from viewer.widgets.actions import ACTIONS
from viewer.widgets.message_bar import MessageBar
from viewer.widgets.preview_dialog import PreviewDialog
from viewer.widgets.settings import Settings

DOCUMENT = "样例市公布全年数据\n2025年1月9日，样例市召开发布会，全年办理 120 件实事。\n"
# these ask the system for files, or end the program
_LEFT_OUT = ("quit", "open", "open-folder", "print", "full-screen", "open-shipped", "paste-document")
_TAKEN_IN_ORDER = ("star", "undo", "redo", "remove-release")

Step = Callable[[], object]


class Outcome(NamedTuple):
    """What became of the window after one thing had failed; `wrong` says what was not as it should be."""

    name: str
    wrong: str


def turn() -> None:
    """Let the program do what is to be done now."""
    for _turn in range(3):
        QCoreApplication.processEvents()


class Walk:
    """A walk through the window of a program, which goes on whatever a step meets."""

    def __init__(self, program: Program, folder: Path) -> None:
        self._program = program
        self._window = program.window
        self._document = folder / "town.txt"
        self._document.write_text(DOCUMENT, encoding="utf-8")

    def steps(self) -> Iterator[Step]:
        """The steps, one after the other."""
        yield self._search
        yield self._go_to
        yield self._find
        for action in ("star", "undo", "redo", "remove-release", "undo", "undo"):  # once more, if one of them fails
            yield partial(trigger, self._window, action)
        yield self._open_document
        for row in ACTIONS:
            if row.id not in (*_LEFT_OUT, *_TAKEN_IN_ORDER) and not row.id.startswith("export"):
                yield partial(self._take, row.id)
        yield self._resize

    def _search(self) -> None:
        press(Qt.Key.Key_K, CONTROL)
        type_text("县")
        comes_true(lambda: len(rows(view_of(self._window))) == 3 or has_bar(self._window))
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Escape):
            press(key)

    def _go_to(self) -> None:
        press(Qt.Key.Key_P, CONTROL)
        type_text("liu")
        turn()
        press(Qt.Key.Key_Down)
        press(Qt.Key.Key_Return)

    def _find(self) -> None:
        press(Qt.Key.Key_F, CONTROL)
        type_text("人")
        turn()
        press(Qt.Key.Key_Return)
        press(Qt.Key.Key_Escape)

    def _open_document(self) -> None:
        self._program.open_documents([str(self._document)])
        comes_true(lambda: self._window.findChild(PreviewDialog) is not None or has_bar(self._window))
        for dialog in self._window.findChildren(PreviewDialog):
            dialog.accept()

    def _take(self, action: str) -> None:
        trigger(self._window, action)
        turn()
        for window in QApplication.topLevelWidgets():
            for table in window.findChildren(QTableView):
                comes_true(partial(self._is_filled, table))
        self.close_others()

    def _is_filled(self, table: QTableView) -> bool:
        return not table.isVisible() or table.model().rowCount() > 0 or has_bar(self._window)

    def _resize(self) -> None:
        self._window.resize(900, 640)
        turn()
        self._window.resize(1100, 720)

    def close_others(self) -> None:
        """Close every window but the main one."""
        for widget in QApplication.topLevelWidgets():
            if widget is not self._window and widget.isVisible():
                widget.reject() if isinstance(widget, QDialog) else widget.close()
        turn()
        self._window.activateWindow()


def has_bar(window: QWidget) -> bool:
    """Whether the bar says something."""
    return any(bar.isVisible() for bar in window.findChildren(MessageBar))


def entries() -> list[str]:
    """The entries of the log."""
    text = "".join(file.read_text(encoding="utf-8") for file in log_folder().glob("errors-*"))
    return text.split("Release Viewer ")[1:]


@contextmanager
def running(folder: Path) -> Iterator[Program]:
    """A program with its window, as `viewer.running.run` makes it."""
    failures = Failures()
    failures.watch()
    open_library(folder / "library.sqlite").close()
    settings = Settings(folder / "settings")
    settings.session.welcomed = True
    program = Program(folder / "library.sqlite", settings, failures)
    failures.attempt(program.window.show)
    failures.attempt(program.window.complete)
    program.window.activateWindow()
    turn()
    try:
        yield program
    finally:
        with suppress(FaultError):
            program.window.close()
        program.close()
        QApplication.clipboard().clear()  # the offscreen platform falls at exit over what is left on it
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        sys.excepthook = sys.__excepthook__


def walk(program: Program, folder: Path) -> list[str]:
    """Take every step, and give what the bar said after each.

    What a fault does to a step is what it does to an event handler, and goes where that goes.
    """
    walking = Walk(program, folder)
    said: list[str] = []
    for step in walking.steps():
        try:
            step()
            turn()
        except FaultError as error:
            program.failures.take(error)
        except Exception:  # the person finds something else than without the fault
            walking.close_others()
        turn()
        said.append(program.window.message)
    return said


def searches(program: Program) -> bool:
    """Whether a search finds what it has to find."""
    program.window.commands.search.search_for("走失")
    return comes_true(lambda: rows(view_of(program.window)) == ["走失人员查找中心升级"])


def fail_once(faults: Faults, name: str, *, at_start: bool = False) -> Outcome | None:
    """Let one thing fail once in a window of its own, in a walk or at the start; None where it was not come to."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        os.environ["XDG_STATE_HOME"] = str(folder / "state")
        faults.prepare(name if at_start else "")
        try:
            with running(folder) as program:
                said: list[str] = []
                if not at_start:
                    faults.prepare(name)
                    said = walk(program, folder)
                has_failed = faults.failed
                faults.prepare("")
                wrong = wrong_with(program, said) if has_failed else ""
        except FaultError:
            return Outcome(name, "there is no window")
        return Outcome(name, wrong) if has_failed else None


def wrong_with(program: Program, said: list[str]) -> str:
    """What is not as it should be in a window in which one thing has failed, and whose bar has said so much."""
    window = program.window
    comes_true(lambda: has_bar(window))
    bars = [bar for bar in window.findChildren(MessageBar) if bar.isVisible()]
    found = entries()
    said = [*said, window.message]
    checks = (
        (len(bars) == 1, f"{len(bars)} bars"),
        (any("FaultError" in message for message in said), "the bar does not say it"),
        (len(found) == 1, f"{len(found)} entries in the log"),
        (not any(SECRET in text for text in (*found, *said)), "the text of the error is told"),
        (searches(program), "nothing is found any more"),
    )
    return ", ".join(text for is_so, text in checks if not is_so)


def look_around(faults: Faults) -> tuple[list[str], list[str]]:
    """The names of what the start comes to, and of what the walk comes to."""
    with tempfile.TemporaryDirectory() as made:
        os.environ["XDG_STATE_HOME"] = made
        with running(Path(made)) as program:
            at_start = sorted(faults.reached)
            faults.reached.clear()
            walk(program, Path(made))
            on_walk = sorted(faults.reached)
        assert entries() == [], "something fails of itself"
    return at_start, on_walk


def main(number: int) -> int:
    """Print the figures; 1 where something was wrong."""
    application = make_application(["failing"])
    faults = Faults()
    names = faults.plant()
    at_start, on_walk = look_around(faults)
    begun = monotonic()
    outcomes = [
        outcome
        for reached, is_start in ((at_start, True), (on_walk, False))
        for name in reached[:: max(1, len(reached) // number) if number else 1]
        if (outcome := fail_once(faults, name, at_start=is_start)) is not None
    ]
    wrong = [outcome for outcome in outcomes if outcome.wrong]
    for outcome in wrong:
        print(f"✗ {outcome.name}: {outcome.wrong}")
    print(f"slots, overrides and callbacks          {len(names)}")
    print(f"reached by the start, by the walk       {len(at_start)}, {len(on_walk)}")
    print(f"failed once, each in a window           {len(outcomes)}")
    print(f"one bar, one entry, and it searches     {len(outcomes) - len(wrong)}")
    print(f"seconds                                 {monotonic() - begun:.0f}")
    del application
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 0))
