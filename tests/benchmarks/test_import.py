"""Documents take no longer in a large library, and a long document as long as its parts."""

from __future__ import annotations

from pathlib import Path
from statistics import median
from time import perf_counter

import pytest
from imports import texts

from viewer.library.arrivals import take_in
from viewer.opening import open_library
from viewer.readers.reader import read_pasted

pytestmark = pytest.mark.benchmark

DOCUMENTS = 150
MOST_GROWTH = 3.0  # what grows with the library would be at ten and more


def test_a_document_costs_what_it_costs_in_any_library(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    library = open_library(tmp_path / "library.sqlite")
    times: list[float] = []
    for text in texts(DOCUMENTS):
        start = perf_counter()
        take_in(library, read_pasted(text))
        times.append(perf_counter() - start)
    library.close()
    first, last = median(times[1:16]), median(times[-15:])
    with capsys.disabled():
        print(f"\na document of a dozen paragraphs: {last * 1000:.1f} ms, {last / first:.2f} x the first ones")
    assert last / first <= MOST_GROWTH


SENTENCE = "2024年1月5日，湖滨镇航运站恢复夜班船，全年运送乘客1.2万人。"
MOST_PER_LINE = 5.0  # against a document of a sixteenth; what looks at all lines for each would be at sixteen


def seconds_of(text: str) -> float:
    start = perf_counter()
    read_pasted(text)
    return perf_counter() - start


@pytest.mark.parametrize(
    "line", ["（", "一、标题", "“渡口", "1、夜班船；", "——渡口；", "相关新闻", "责任编辑：", SENTENCE, "| a | b |"]
)
def test_a_long_document_takes_as_long_as_its_parts(line: str) -> None:
    some = min(seconds_of(f"{line}\n" * 500 + SENTENCE) for _round in range(3))
    many = min(seconds_of(f"{line}\n" * 8_000 + SENTENCE) for _round in range(2))
    assert many / some / 16 <= MOST_PER_LINE
