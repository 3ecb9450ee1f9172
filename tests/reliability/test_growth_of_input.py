"""What is made to take long takes no more than in proportion to its size, or is refused."""

from __future__ import annotations

from time import process_time

import pytest
from fuzzing.growing import GROWING, SENTENCE
from fuzzing.patience import patience
from fuzzing.targets import TARGETS

MOST_GROWTH = 9  # of the time for four times as much; what grows with the square would be at 16
PATIENCE = 1000  # times the reference, or else it has no end


@pytest.fixture(scope="module")
def reference() -> float:
    """What it takes to read an ordinary text of some pages."""
    text = "\n".join([SENTENCE * 20] * 20).encode()
    return min(seconds("text", text, 100.0) for _round in range(3))


def seconds(target: str, data: bytes, most: float) -> float:
    started = process_time()
    with patience(most):
        TARGETS[target].run(data)
    return process_time() - started


@pytest.mark.parametrize("name", GROWING)
def test_time_grows_with_the_size_of_an_input_and_not_with_its_square(name: str, reference: float) -> None:
    growing = GROWING[name]
    most = PATIENCE * reference
    seconds(growing.target, growing.make(1), most)  # loads what is loaded once
    small = seconds(growing.target, growing.make(growing.number), most)
    large = seconds(growing.target, growing.make(growing.number * 4), most)
    assert large <= MOST_GROWTH * max(small, reference)
