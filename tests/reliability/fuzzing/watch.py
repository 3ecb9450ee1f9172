"""Running a target again and again: what it found, and how long an input took against a reference of the same run."""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Iterable
from pathlib import Path
from time import process_time
from typing import Any

from fuzzing.patience import patience
from fuzzing.targets import Target

MOST_TIMES_REFERENCE = 60
"""An input may take so many times what the slowest seed takes, in proportion where it is longer."""

_LEAST = 0.001  # seconds, below which nobody measures
_PATIENCE = 500  # times the reference, until an input is given up
_FIRST_PATIENCE = 300  # times a loop, before there is a reference, and while modules are loaded


class Watch:
    """Runs one target.

    Attributes:
        inputs, bytes: how much has been run.
        findings: of each place where something went wrong, what it was.
        slowest: of an input, in times of the reference.
    """

    def __init__(self, target: Target, seeds: Iterable[bytes], folder: Path | None = None) -> None:
        """Run the seeds for the reference; inputs with a finding are left in `folder`, where one is given."""
        self.inputs = self.bytes = 0
        self.findings: dict[str, str] = {}
        self.slowest = 0.0
        self._target = target
        self._folder = folder
        loop = _seconds_of_a_loop()
        for _round in range(2):  # the first loads what is loaded only once
            measured = [(self._seconds(seed, _FIRST_PATIENCE * loop), len(seed)) for seed in seeds]
            self._reference, self._length = max(measured)

    def run(self, data: bytes) -> None:
        """Run one input, and note what goes wrong."""
        self.inputs += 1
        self.bytes += len(data)
        usual = max(_LEAST, self._reference) * max(1, len(data) / self._length)
        times = self._seconds(data, _PATIENCE * usual) / usual
        self.slowest = max(self.slowest, times)
        if times > MOST_TIMES_REFERENCE:
            self._note(data, "slow", f"{times:.0f} times as long as the reference")

    def row(self) -> dict[str, Any]:
        """What has been run and found, for a table."""
        findings = [f"{place}: {text.strip().splitlines()[-1]}" for place, text in self.findings.items()]
        return {"inputs": self.inputs, "bytes": self.bytes, "findings": findings, "slowest": self.slowest}

    def _seconds(self, data: bytes, most: float) -> float:
        """How long an input took; 0 for one with a finding."""
        started = process_time()
        try:
            with patience(most):
                self._target.run(data)
        except Exception as error:
            last = traceback.extract_tb(error.__traceback__)[-1]
            self._note(data, f"{type(error).__name__} {Path(last.filename).name}:{last.lineno}", traceback.format_exc())
            return 0.0
        return process_time() - started

    def _note(self, data: bytes, place: str, text: str) -> None:
        if place in self.findings:
            return
        self.findings[place] = text
        if self._folder is not None:
            name = hashlib.sha256(data).hexdigest()[:16]
            (self._folder / name).write_bytes(data)
            (self._folder / f"{name}.why").write_text(f"{place}\n{text}\n", encoding="utf-8")


def _seconds_of_a_loop() -> float:
    started = process_time()
    sum(range(1_000_000))
    return process_time() - started
