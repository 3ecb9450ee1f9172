"""What a system sends a program to end it, as a Qt signal."""

from __future__ import annotations

import os
import signal
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

_ENDING = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


class EndSignals(QObject):
    """Waits for SIGTERM, SIGINT and SIGHUP, on systems that have them; a second one ends the program at once.

    Python notes a signal only when it runs, which it does not while Qt waits for events; but it writes the number of
    each into a pipe, and Qt wakes up for that.

    Signals:
        received(): the program is to end.
    """

    received = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._read_end, write_end = os.pipe()
        self._ends = (self._read_end, write_end)
        for end in self._ends:
            os.set_blocking(end, False)
        self._notifier = QSocketNotifier(self._read_end, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._take)
        signal.set_wakeup_fd(write_end)
        # what is to be ignored, as whoever starts a program with `nohup` wants it, still is
        heeded = [number for number in _ENDING if signal.getsignal(number) is not signal.SIG_IGN]
        self._before = {number: signal.signal(number, _leave_to_the_pipe) for number in heeded}

    def close(self) -> None:
        """Let the signals do again what they did before."""
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(-1)
        self._notifier.setEnabled(False)
        for end in self._ends:
            os.close(end)

    @Slot()
    def _take(self) -> None:
        os.read(self._read_end, 64)
        for number in self._before:
            signal.signal(number, signal.SIG_DFL)
        self.received.emit()


def _leave_to_the_pipe(_number: int, _frame: FrameType | None) -> None:
    """Without a handler of Python's own nothing is written into the pipe."""
