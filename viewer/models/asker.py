"""Asking a library off the GUI thread: one worker, one thread, one connection; the latest question wins."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from traceback import clear_frames
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from viewer.library.index import begin_index
from viewer.library.library import Library, QueryInterruptedError
from viewer.models.worker_thread import ThreadDiedError, WorkerThread
from viewer.release.errors import ReleaseViewerError
from viewer.release.pinyin import spell

Answers = Callable[[Library, Any], Iterable[object]]
"""Takes a library and a question, gives the answers to it one after the other."""


class _Worker(QObject):
    """Lives in the thread and owns the connection there. Of two generations the higher one is newer."""

    answered = Signal(int, object)
    failed = Signal(int, object)

    def __init__(self, path: Path, newest: Callable[[], int], answers: Answers) -> None:
        super().__init__()
        self._path = path
        self._newest = newest
        self._answers = answers
        self._library: Library | None = None
        self.is_busy = False

    @Slot(int, object)
    def run(self, generation: int, question: object) -> None:
        def is_stale() -> bool:
            return generation != self._newest()

        if is_stale():
            return
        self.is_busy = True
        try:
            library = self._open()
            with library.interruptible(is_stale):
                for answer in self._answers(library, question):
                    self.answered.emit(generation, answer)
                    if is_stale():
                        return
        except QueryInterruptedError:
            return
        except Exception as error:  # our own bugs too: else whoever asked would wait for ever
            clear_frames(error.__traceback__)  # they hold what is of this thread
            self.failed.emit(generation, error)
            self.close()  # the next question makes a connection anew
        finally:
            self.is_busy = False

    @Slot(object)
    def warm_up(self, question: object) -> None:
        """Load now what the first answer would wait for: the tables of pinyin and of traditional characters too."""
        spell("發")
        with suppress(ReleaseViewerError):  # the first answer itself says what is wrong
            next(iter(self._answers(self._open(), question)), None)

    def _open(self) -> Library:
        if self._library is None:
            self._library = Library(self._path)
            if not self._library.read_only:
                begin_index(self._library)  # what is searched while the index is made is what is in it
        return self._library

    @Slot()
    def close(self) -> None:
        library, self._library = self._library, None
        if library is not None:
            library.close()

    def forget(self) -> None:
        """Let go of the connection of a thread that has died, without closing it: the thread may have held it."""
        self._library, self.is_busy = None, False


class Asker(QObject):
    """Asks a library in a thread of its own, which starts with the first question.

    Questions of one turn of the event loop are merged into the last; an answer to one that is no longer the
    newest is dropped.

    Signals:
        answered(answer): each answer to the newest question, in their order.
        failed(Exception): the newest question cannot be answered; for our own bugs too, or where the thread has died.
    """

    answered = Signal(object)
    failed = Signal(object)
    _warming_up = Signal(object)
    _asked = Signal(int, object)
    _closing = Signal()

    def __init__(self, path: Path, answers: Answers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._generation = 0
        self._question: object = None
        self._worker = _Worker(path, self._newest, answers)
        self._thread = WorkerThread("search", self._worker, self)
        self._warming_up.connect(self._worker.warm_up)
        self._asked.connect(self._worker.run)
        self._closing.connect(self._worker.close)
        self._worker.answered.connect(self._receive)
        self._worker.failed.connect(self._receive_error)
        self._thread.died.connect(self._give_up)
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._send)

    def warm_up(self, question: object) -> None:
        """Get ready for the first question, which is likely to come soon and to be like this one."""
        if not self._thread.isRunning():
            self._thread.wake()
            self._warming_up.emit(question)

    def ask(self, question: object) -> None:
        """Ask; earlier questions are given up."""
        self._question = question
        self._generation += 1
        self._turn.start()

    def ask_further(self, question: object) -> None:
        """Ask something more, which is given up together with the newest question."""
        self._asked.emit(self._generation, question)

    def cancel(self) -> None:
        """Give up every question."""
        self._generation += 1
        self._turn.stop()

    def close(self) -> None:
        """Stop the thread; returns when it has ended, or does not end soon."""
        self.cancel()
        if self._thread.isRunning():
            self._closing.emit()
            self._thread.close()

    def deliver(self, answer: object) -> None:
        """Hand over an answer to the newest question."""
        self.answered.emit(answer)

    def _newest(self) -> int:
        return self._generation

    @Slot()
    def _send(self) -> None:
        self._thread.wake()
        self._asked.emit(self._generation, self._question)

    @Slot()
    def _give_up(self) -> None:
        if self._worker.is_busy:
            self._worker.forget()
            self.failed.emit(ThreadDiedError())

    @Slot(int, object)
    def _receive(self, generation: int, answer: object) -> None:
        if generation == self._generation:
            self.deliver(answer)

    @Slot(int, object)
    def _receive_error(self, generation: int, error: Exception) -> None:
        if generation == self._generation:
            self.failed.emit(error)
        elif not isinstance(error, ReleaseViewerError):
            raise error  # a bug is told, whoever waits for the answer
