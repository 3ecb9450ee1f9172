from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from viewer.garbage import GarbageCollector


class Circle:
    """Refers to itself."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collecting(qtbot: QtBot) -> Iterator[list[int]]:
    """The threads that have collected, while only one is to do it."""
    threads: list[int] = []

    def note(phase: str, _info: dict[str, int]) -> None:
        if phase == "start":
            threads.append(threading.get_ident())

    parent = QObject()
    GarbageCollector(parent)
    gc.callbacks.append(note)
    yield threads
    gc.callbacks.remove(note)
    gc.unfreeze()
    gc.enable()


def test_garbage_of_another_thread_is_collected_by_this_one(qtbot: QtBot, collecting: list[int]) -> None:
    left: list[weakref.ref[Circle]] = []

    def litter() -> None:
        left.extend(weakref.ref(Circle()) for _number in range(5000))

    thread = threading.Thread(target=litter)
    thread.start()
    thread.join()
    assert collecting == []
    assert any(one() is not None for one in left)
    qtbot.waitUntil(lambda: all(one() is None for one in left))
    assert set(collecting) == {threading.get_ident()}
