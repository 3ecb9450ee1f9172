"""Measures how documents are read and taken into a library, and prints a table.

    python tests/benchmarks/imports.py [NUMBER OF DOCUMENTS]

Beside it, in the same run, the same lines put into a bare FTS5 table of trigrams, which understands nothing of them.
Memory is that of a process of its own, after the first tenth of the documents and after all.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from time import perf_counter

import apsw
from generated import Generator
from timing import seconds

from viewer.library.arrivals import take_in
from viewer.opening import import_all, open_library
from viewer.readers.reader import read_pasted
from viewer.release.release import Release

DOCUMENTS = 10_000
SAMPLE = 200  # documents that are read once more to tell reading from taking in


def text_of(release: Release) -> str:
    """A document of about a dozen paragraphs, as a bureau would publish it."""
    day = f"{release.date.year}年{release.date.month}月{release.date.day}日"
    lines = [release.title, f"来源：{release.publisher or '湖滨晚报'}　{day}"]
    for section in release.sections:
        lines += [f"{section.title}，服务群众", *(item.summary for item in section.items)]
    return "\n".join(lines)


def texts(number: int) -> Iterator[str]:
    """The texts of `number` documents, always the same."""
    releases = Generator().releases(number * 12)
    for place, release in zip(range(number), releases, strict=False):
        yield f"{place}号{text_of(release)}"


def write_documents(folder: Path, texts: Iterable[str]) -> None:
    """Write each text into a file of that folder."""
    for place, text in enumerate(texts):
        Path(folder, f"{place:05}.txt").write_text(text, encoding="utf-8")


def main() -> None:
    """Print the table for the number of documents that is given."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else DOCUMENTS
    with tempfile.TemporaryDirectory(prefix="release-viewer-benchmark-") as folder:
        documents = Path(folder, "documents")
        documents.mkdir()
        write_documents(documents, texts(number))
        sample = list(texts(min(SAMPLE, number)))
        size_of_sample = sum(len(text.encode()) for text in sample) / 1e6
        reading = seconds(lambda: [read_pasted(text) for text in sample])
        taking = taking_seconds(Path(folder, "sample.sqlite"), sample)
        bare = bare_seconds(Path(folder, "bare.sqlite"), sample)
        print(f"{len(sample)} documents, {size_of_sample:.2f} MB")
        print(f"read and understood      {size_of_sample / reading:6.2f} MB/s  {reading / bare:6.1f} x bare trigrams")
        print(f"taken into a library     {size_of_sample / taking:6.2f} MB/s  {taking / bare:6.1f} x bare trigrams")
        print(f"both                     {size_of_sample / (reading + taking):6.2f} MB/s")
        command = [sys.executable, __file__, "import", str(documents), str(Path(folder, "library.sqlite"))]
        done = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
        print(f"{number} documents in one import: {done['seconds']:.0f} s, {done['early']:.0f} MiB of memory after")
        print(f"the first tenth, {done['late']:.0f} MiB at the end")


def taking_seconds(path: Path, sample: list[str]) -> float:
    library = open_library(path)
    releases = [read_pasted(text) for text in sample]
    take_in(library, releases[0])  # loads what is loaded by the first
    taken = seconds(lambda: [take_in(library, release) for release in releases[1:]])
    library.close()
    return taken


def bare_seconds(path: Path, sample: list[str]) -> float:
    """The time that a bare FTS5 table of trigrams takes for the lines of texts, a transaction for each text."""
    connection = apsw.Connection(str(path))
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE VIRTUAL TABLE bare USING fts5 (text, tokenize='trigram')")

    def insert() -> None:
        for text in sample:
            with connection:
                connection.executemany("INSERT INTO bare VALUES (?)", [(line,) for line in text.splitlines()])

    taken = seconds(insert)
    connection.close()
    return taken


def measure_import(documents: Path, library: Path) -> dict[str, float]:
    """The time of an import of a folder, and the most memory in MiB after its first tenth and at its end."""
    start = perf_counter()
    early = 0.0
    for step in import_all(library, [documents]):
        assert step.imported.arrival is not None, step.imported.error
        if step.done == step.total // 10:
            early = peak()
    return {"seconds": perf_counter() - start, "early": early, "late": peak()}


def peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**10


if __name__ == "__main__":
    if sys.argv[1:2] == ["import"]:
        print(json.dumps(measure_import(Path(sys.argv[2]), Path(sys.argv[3]))))
    else:
        main()
