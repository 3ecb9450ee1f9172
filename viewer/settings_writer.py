"""Writing settings files beside the GUI thread: until a file is safe on the disk takes longer than a frame."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock, Thread

from viewer.settings_file import SettingsFile

Values = dict[str, object]
Failed = Callable[[Exception], None]


class SettingsWriter:
    """Writes what it is given in that order, in a thread that lives for as long as there is something to write."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._waiting: dict[SettingsFile, tuple[Values, Failed]] = {}
        self._written: SettingsFile | None = None
        self._thread: Thread | None = None
        self._is_running = False

    def write(self, file: SettingsFile, values: Values, failed: Failed) -> None:
        """Let a file hold these values soon, in place of others that still wait.

        `failed` is called from the thread where the file cannot be written.
        """
        with self._lock:
            self._waiting[file] = values, failed
            if not self._is_running:
                self._is_running = True
                self._thread = Thread(target=self._run, name="settings")
                self._thread.start()

    def is_writing(self, file: SettingsFile) -> bool:
        """Whether a file does not hold yet what it is to hold."""
        with self._lock:
            return file in self._waiting or file is self._written

    def finish(self) -> None:
        """Come back when all is written."""
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        while (task := self._next()) is not None:
            file, values, failed = task
            try:
                file.write(values)
            except Exception as error:  # our own bugs too: else nothing could be written after them
                failed(error)

    def _next(self) -> tuple[SettingsFile, Values, Failed] | None:
        with self._lock:
            self._written = next(iter(self._waiting), None)
            if self._written is None:
                self._is_running = False
                return None
            return self._written, *self._waiting.pop(self._written)
