"""Noticing what others do to a library while a window shows it."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

from viewer.library.library import Library
from viewer.release.errors import ReleaseViewerError

_DELAYS = (100, 1000, 4000)  # milliseconds: what is being written is seen on the disk before it is a change
_REST = 1.0  # seconds between two changes that are told, so that one who writes on and on takes no time from the window
_REST_FACTOR = 10  # and so many times as long as it took to show the last
_POLL = 2000  # milliseconds, where the system cannot watch the file


class LibraryWatcher(QObject):
    """Tells when another connection, of another program or of a thread of this one, has changed a library.

    The system says when something is written beside the library; nothing is looked at as long as nothing is.

    Signals:
        changed(): the library is another than it was; several changes soon after each other are one.
        replaced(ReleaseViewerError): another has taken its place, or it is gone; told once.
    """

    changed = Signal()
    replaced = Signal(object)

    def __init__(self, library: Library, parent: QObject) -> None:
        super().__init__(parent)
        self._library = library
        self._log = f"{library.path}-wal"
        self._seen = library.data_version
        self._rests_until = 0.0
        self._delays: Iterator[int] = iter(())
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look)
        self._poll = QTimer(self, interval=_POLL)
        self._poll.timeout.connect(self._look)
        self._files = QFileSystemWatcher([str(library.path.parent)], self)
        self._files.fileChanged.connect(self.look_soon)
        self._files.directoryChanged.connect(self.look_soon)  # the log, or the library, may have been put there
        self._watch()

    def close(self) -> None:
        """Look no more."""
        self._files.blockSignals(True)
        self._timer.stop()
        self._poll.stop()

    @Slot()
    def take_as_seen(self) -> None:
        """What the library holds now is about to be shown, and is not to be told."""
        self._seen = self._library.data_version

    @Slot()
    def look_soon(self) -> None:
        """Look in a moment, and some more times later."""
        self._delays = iter(_DELAYS)
        self._wait()

    def _wait(self) -> None:
        delay = next(self._delays, None)
        if delay is None:
            return
        delay = max(delay, round((self._rests_until - time.monotonic()) * 1000))
        if not self._timer.isActive() or self._timer.remainingTime() > delay:
            self._timer.start(delay)

    def _watch(self) -> None:
        """Watch the log, which comes and goes; where that cannot be, look from time to time."""
        if self._log in self._files.files() or self._files.addPath(self._log):
            self._poll.stop()
        elif not self._poll.isActive():
            self._poll.start()

    @Slot()
    def _look(self) -> None:
        self._watch()
        try:
            self._library.check_place()
        except ReleaseViewerError as error:
            self.close()
            self.replaced.emit(error)
            return
        if self._library.data_version != self._seen:
            self.take_as_seen()
            began = time.monotonic()
            self.changed.emit()
            ended = time.monotonic()
            self._rests_until = ended + max(_REST, _REST_FACTOR * (ended - began))
            self._delays = iter(_DELAYS)
        self._wait()
