"""No bytes bring a reader, a query, a settings file or a link to anything but a result or a sentence."""

from __future__ import annotations

import random
from itertools import islice
from pathlib import Path

import pytest
from fuzzing.mutation import inputs
from fuzzing.seeds import seeds_of
from fuzzing.targets import TARGETS
from fuzzing.watch import Watch

INPUTS = {"text": 40, "markdown": 40, "html": 40, "mhtml": 40, "word": 25, "pdf": 20, "file": 40, "pasted": 40}
INPUTS_OF_OTHERS = 250


@pytest.mark.parametrize("name", TARGETS)
def test_nothing_is_found_in_inputs_that_were_changed_at_random(name: str, tmp_path: Path) -> None:
    target, seeds = TARGETS[name], seeds_of(name)
    assert seeds
    watch = Watch(target, seeds, tmp_path)
    for data in islice(
        inputs(seeds, target.words, target.mutate, random.Random(name)), INPUTS.get(name, INPUTS_OF_OTHERS)
    ):
        if watch.findings:
            break
        watch.run(data)
    assert not watch.findings
