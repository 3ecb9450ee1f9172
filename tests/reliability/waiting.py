"""Waiting for what a program comes to, where no `qtbot` is: in harnesses that run on their own."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtTest import QTest

PATIENCE = 60.0
"""Seconds that anything may take on a machine that does much else."""

_STEP = 5  # milliseconds


def comes_true(condition: Callable[[], object]) -> bool:
    """Let the program go on until a condition holds; whether it came to that."""
    end = monotonic() + PATIENCE
    while not condition():
        if monotonic() > end:
            return False
        QTest.qWait(_STEP)
    return True


def wait_until(condition: Callable[[], object]) -> None:
    """Let the program go on until a condition holds. Raises TimeoutError where it does not come to that."""
    if not comes_true(condition):
        raise TimeoutError(condition)
