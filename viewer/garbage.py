"""Garbage that refers to itself, collected by the GUI thread alone.

Python collects it in whatever thread makes the next object, and a QObject among it that another thread deletes while
the window is at work can end the process.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot

_INTERVAL = 1000  # milliseconds


class GarbageCollector(QObject):
    """Looks for garbage now and then, but not in what the start has made: the window would wait for it each time."""

    def __init__(self, parent: QObject | None) -> None:
        super().__init__(parent)
        gc.freeze()
        gc.disable()
        self._timer = QTimer(self, interval=_INTERVAL)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    @Slot()
    def _collect(self) -> None:
        collect_what_is_due()


def collect_garbage() -> None:
    """Look for garbage from now on, which nothing has done since `with_qt.start_window`."""
    application = QCoreApplication.instance()
    if application is not None and application.findChild(GarbageCollector) is None:  # or of a window before this one
        GarbageCollector(application)


def collect_what_is_due() -> None:
    """Collect the oldest generation that Python would have collected by now, and with it the younger ones."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if counts[generation] > thresholds[generation]:
            gc.collect(generation)
            return
