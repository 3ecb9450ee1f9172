"""Errors that nothing caught: each is written to the log, all are said in one bar, and the window goes on."""

from __future__ import annotations

import sys
import threading
from traceback import clear_frames, walk_tb
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot

from viewer.release.errors import Problem, ReleaseViewerError

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from viewer.crashes import CrashReport
    from viewer.widgets.main_window import MainWindow
    from viewer.widgets.message_bar import Remedy

    RemedyOf = Callable[[ReleaseViewerError], Remedy | None]

_MOST_REPORTS = 10  # that can be copied
# what Qt calls by itself again and again, while it lays out and paints
_OF_VIEWS = ("paint", "paintEvent", "sizeHint", "initStyleOption", "doItemsLayout", "event", "eventFilter", "translate")
_OF_MODELS = ("data", "headerData", "index", "parent", "rowCount", "columnCount", "hasChildren", "canFetchMore")


class _Failure(NamedTuple):
    """The name of an error, and what can be told of it."""

    name: str
    report: str


class Failures(QObject):
    """Takes what nothing else catches, from any thread.

    The window says it at the next turn of its event loop: it may be in the midst of painting when it happens.

    Signals:
        happened(error): something has gone wrong; may be emitted from any thread.
        bug_said(): the window has said that something went wrong which is our own bug, or looks like one.
    """

    happened = Signal(object)
    bug_said = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._window: MainWindow | None = None
        self._remedy_of: RemedyOf = lambda _error: None
        self._known: set[str] = set()
        self._waiting: list[_Failure] = []
        self._said: list[_Failure] = []
        self._message = ""
        self._crash_report: CrashReport | None = None
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._say)
        self.happened.connect(self.take)

    def watch(self) -> None:
        """Take from now on whatever nothing else catches."""
        sys.excepthook = self._take_uncaught
        sys.unraisablehook = self._take_from_hook
        threading.excepthook = self._take_from_hook

    @Slot()
    def watch_for_crashes(self) -> None:
        """Say where the last one happened, if there was one, and have the next one written down."""
        from viewer.crashes import CrashReport, new_crash  # can wait until the first page is painted

        if (report := new_crash()) is not None:
            text = QCoreApplication.translate(
                "Program", "Last time the program ended unexpectedly. Where it did is written in {path}. You can go on."
            )
            self.say_also(text.format(path=report))
        if self._crash_report is None:
            self._crash_report = CrashReport()
            self._crash_report.begin()

    def close(self) -> None:
        """The program has ended, and without a crash."""
        if self._crash_report is not None:
            self._crash_report.end()

    def show_in(self, window: MainWindow | None, remedy_of: RemedyOf = lambda _error: None) -> None:
        """Let a window say what goes wrong, and has gone wrong already, with what can be done about it.

        Without one it is only written down.
        """
        self._window, self._remedy_of = window, remedy_of
        self._turn.start()

    def say_also(self, text: str) -> None:
        """Let the window say something below what it says already."""
        if self._window is not None:
            self._window.show_error("\n".join(filter(None, (self._window.message, text))))

    def attempt(self, step: Callable[[], object]) -> None:
        """Do something; if it goes wrong, take it, and go on."""
        try:
            step()
        except Exception as error:
            self.take(error)

    @Slot(object)
    def take(self, error: BaseException) -> None:
        """Say what the user can mend; write down what is our own bug, and say that too."""
        if isinstance(error, ReleaseViewerError):
            if error.problem is Problem.NO_SUCH_ENTRY:  # whose advice is for the command line
                error = ReleaseViewerError(Problem.NO_SUCH_PAGE, **error.values)
            if self._window is not None:
                self._window.show_error(error.sentence(QCoreApplication.translate), remedy=self._remedy_of(error))
            return
        from viewer.error_log import write_to_log
        from viewer.error_report import report_of, versions  # seldom needed

        report = report_of(error)
        place = report.rpartition("\n")[2]  # Qt hands on what goes wrong in painting to whatever calls it next
        if _is_from_painting(error):
            if place in self._known:
                return
            self._known.add(place)
        write_to_log(f"{versions()}\n{report}")
        self._waiting.append(_Failure(type(error).__name__, report))
        if self._window is not None:
            self._turn.start()

    @Slot()
    def _say(self) -> None:
        """Say what has gone wrong since the bar was put away, or since it said something else."""
        if self._window is None or not self._waiting:
            return
        from viewer.error_report import versions

        if self._window.message != self._message:
            self._said.clear()
        is_first = not self._said
        self._said += self._waiting
        self._waiting.clear()
        self._message = _sentence(self._said)
        reports = "\n\n".join(failure.report for failure in self._said[-_MOST_REPORTS:])
        window, self._window = self._window, None  # a bar that cannot be shown is not tried again
        window.show_error(self._message, f"{versions()}\n{reports}")
        self._window = window
        if is_first:
            self.bug_said.emit()

    def _take_uncaught(self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        clear_frames(error.__traceback__)  # Python keeps it, and with it what is to end with them, such as a blocker
        if isinstance(error, KeyboardInterrupt):
            QCoreApplication.quit()
        else:
            self.happened.emit(error)

    def _take_from_hook(self, told: threading.ExceptHookArgs | sys.UnraisableHookArgs) -> None:
        if told.exc_value is not None:
            self.happened.emit(told.exc_value)


def _sentence(failures: list[_Failure]) -> str:
    translate = QCoreApplication.translate
    one = translate("Program", "Something went wrong inside the program ({error}). You can go on.")
    many = translate(
        "Program", "{count} times something went wrong inside the program, at last {error}. You can go on."
    )
    return (one if len(failures) == 1 else many).format(count=len(failures), error=failures[-1].name)


def _is_from_painting(error: BaseException) -> bool:
    return any(
        frame.f_code.co_name in (*_OF_VIEWS, *_OF_MODELS)
        for frame, _line in walk_tb(error.__traceback__)
        if frame.f_globals.get("__name__", "").startswith("viewer.")
    )
