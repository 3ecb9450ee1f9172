"""Documents taken in until they can be searched, and the search index alone, against other engines."""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from homes import ROOT, Homes, environment, library_in
from imports import bare_seconds as trigram_seconds
from imports import texts, write_documents
from peers import absence_of
from start_rows import LARGE
from table import Quantity, Row
from timing import seconds
from token_index import bare_seconds, index_seconds

from viewer.library.library import Library

DOCUMENTS = 834  # of a dozen items each, ten thousand in all
ROUNDS = 3

_TAKING_IN = f"{DOCUMENTS} documents with 10,000 items, from files until all is searchable"


def index_rows(homes: Homes, folder: Path, say: Callable[[str], object]) -> Iterator[Row]:
    """Documents taken in, against Recoll and a bare table; then the index alone, against a bare table.

    Leaves the large home, with a library and an index of Recoll. `folder` is for documents and tables; `say` is told
    how far it is.
    """
    documents = folder / "documents"
    documents.mkdir()
    write_documents(documents, texts(DOCUMENTS))
    absence = absence_of("recollindex")
    ours, theirs, trigrams = [], [], []
    for number in range(ROUNDS):
        say(f"taking documents in, round {number + 1} of {ROUNDS}")
        homes.forget(LARGE)
        with homes.kept(LARGE) as home:
            ours.append(_cost([sys.executable, "-m", "viewer", "import", str(documents)], home))
            if not absence:
                theirs.append(_cost(_recollindex(home, documents), home))
        trigrams.append(trigram_seconds(folder / f"trigrams-{number}.sqlite", list(texts(DOCUMENTS))))
    yield Row(f"{_TAKING_IN}: time / CPU", _middle(ours), "recollindex", absence or _middle(theirs))
    bare = "the same lines in bare FTS5 trigrams"
    yield Row(f"{_TAKING_IN}: time", _middle(ours)[:1], bare, (Quantity(median(trigrams), "s"),))
    yield _index_alone(homes, folder, say)


def _index_alone(homes: Homes, folder: Path, say: Callable[[str], object]) -> Row:
    ours, bare = [], []
    with homes.copied(LARGE) as home:
        library = Library(library_in(home))
        for number in range(ROUNDS):
            say(f"the search index alone, round {number + 1} of {ROUNDS}")
            ours.append(index_seconds(library))
            bare.append(bare_seconds(library, folder / "tokens.sqlite"))
        library.close()
    measured = (Quantity(median(ours), "s"),), (Quantity(median(bare), "s"),)
    return Row("the search index of these alone, made anew", measured[0], "the same tokens in bare FTS5", measured[1])


def _recollindex(home: Path, documents: Path) -> list[str]:
    """Recoll's command, after its settings have been written."""
    settings = home / ".recoll"
    settings.mkdir()
    (settings / "recoll.conf").write_text(f"topdirs = {documents}\nloglevel = 1\n", encoding="utf-8")
    return ["recollindex"]


def _cost(command: list[str], home: Path) -> tuple[float, float]:
    """The time that a command takes, and its CPU time."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    passed = seconds(lambda: subprocess.run(command, env=environment(home), cwd=ROOT, capture_output=True, check=True))
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return passed, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _middle(costs: list[tuple[float, float]]) -> tuple[Quantity, ...]:
    return tuple(Quantity(median(part), "s") for part in zip(*costs, strict=True))
