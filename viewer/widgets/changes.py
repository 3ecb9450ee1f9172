"""What a person has done to the library, in order, so that it can be undone."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from viewer.library.library import Library

if TYPE_CHECKING:
    from viewer.widgets.job_session import JobSession

_Act = Callable[[Library], None]

MOST_CHANGES = 200
"""Of more of them than that the oldest cannot be undone any more."""

_MOST_KEPT = 200_000  # entries and paragraphs of removed releases, about 2 KiB each


class Change(ABC):
    """Something that is done to a library, that can be undone, and done again.

    Attributes:
        name: what it is called, to people.
        is_long: whether the window would stand still meanwhile; it is then done from the thread for jobs.
        size: how many entries and paragraphs it keeps in memory, once it has been done.
    """

    def __init__(self, name: str, *, is_long: bool = False) -> None:
        self.name = name
        self.is_long = is_long
        self.size = 0

    @abstractmethod
    def do(self, library: Library) -> None:
        """Do it: all of it, or raise ReleaseViewerError and do nothing."""

    @abstractmethod
    def undo(self, library: Library) -> None:
        """Let all be as before; or raise ReleaseViewerError and do nothing."""


class Changes(QObject):
    """The changes of one window. They are done, undone and done again one at a time, each after what was asked before.

    QUndoStack would take a change for done that has failed, and would not wait for one that takes long.

    Signals:
        done(Change): for the first time, or again.
        undone(Change)
        failed(Exception): nothing has been done or undone; what can be undone is the same as before.
        moved(): what can be undone, or done again, is another.
    """

    done = Signal(object)
    undone = Signal(object)
    failed = Signal(object)
    moved = Signal()

    def __init__(self, library: Library, jobs: Callable[[], JobSession], parent: QObject) -> None:
        super().__init__(parent)
        self._library = library
        self._jobs = jobs
        self._done: list[Change] = []
        self._undone: list[Change] = []
        self._turns: deque[Callable[[], None]] = deque()

    @property
    def undo_text(self) -> str:
        """What would be undone, for people; "" where nothing can be."""
        return self.tr("Undo: {change}").format(change=self._done[-1].name) if self._done else ""

    @property
    def redo_text(self) -> str:
        """What would be done again, for people; "" where nothing can be."""
        return self.tr("Redo: {change}").format(change=self._undone[-1].name) if self._undone else ""

    def make(self, change: Change) -> None:
        """Do a change; those that were undone before it cannot be done again any more."""
        self._take_turn(partial(self._make, change))

    @Slot()
    def undo(self) -> None:
        """Take back the last change."""
        self._take_turn(self._undo)

    @Slot()
    def redo(self) -> None:
        """Make the change again that was taken back last."""
        self._take_turn(self._redo)

    def _take_turn(self, turn: Callable[[], None]) -> None:
        self._turns.append(turn)
        if len(self._turns) == 1:
            turn()

    def _end_turn(self) -> None:
        self._turns.popleft()
        if self._turns:
            self._turns[0]()

    def _make(self, change: Change) -> None:
        self._run(change, change.name, change.do, partial(self._finish_making, change))

    def _undo(self) -> None:
        if self._done:
            change = self._done[-1]
            self._run(change, self.undo_text, change.undo, self._finish_undoing)
        else:
            self._end_turn()

    def _redo(self) -> None:
        if self._undone:
            change = self._undone[-1]
            self._run(change, self.redo_text, change.do, self._finish_redoing)
        else:
            self._end_turn()

    def _run(self, change: Change, text: str, act: _Act, finish: Callable[[], None]) -> None:
        """Act here, or from the thread for jobs where `text` says what goes on, and finish if that has not failed."""
        end = partial(self._end, finish)
        if change.is_long:
            elsewhere = partial(_act_elsewhere, act, self._library.path)
            self._jobs().run(text, lambda _report: _try(elsewhere), end)
        else:
            end(_try(partial(act, self._library)))

    def _end(self, finish: Callable[[], None], result: Exception | bool) -> None:
        if isinstance(result, Exception):
            self.failed.emit(result)
        else:
            finish()
        self._end_turn()

    def _finish_making(self, change: Change) -> None:
        self._done.append(change)
        self._undone.clear()
        self._forget_oldest()
        self.moved.emit()
        self.done.emit(change)

    def _forget_oldest(self) -> None:
        """Let go of what is too long ago, or too much to be kept in memory; never of the last change."""
        while len(self._done) > 1 and (
            len(self._done) > MOST_CHANGES or sum(one.size for one in self._done) > _MOST_KEPT
        ):
            del self._done[0]

    def _finish_undoing(self) -> None:
        self._undone.append(self._done.pop())
        self.moved.emit()
        self.undone.emit(self._undone[-1])

    def _finish_redoing(self) -> None:
        self._done.append(self._undone.pop())
        self.moved.emit()
        self.done.emit(self._done[-1])


def _act_elsewhere(act: _Act, path: Path) -> None:
    library = Library(path)  # one is for the thread that made it
    try:
        act(library)
    finally:
        library.close()


def _try(act: Callable[[], None]) -> Exception | bool:
    """Act; gives what was raised, our own bugs too: else nothing could be done after them."""
    try:
        act()
    except Exception as error:
        return error
    return True
