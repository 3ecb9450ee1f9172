"""Several at once: two windows, imports, removals and searches on one library, for minutes; is anything lost?

    python tests/reliability/several.py 5

Everything that a window or a command has acknowledged is kept in a ledger, and looked for in the library at the end.
"""

from __future__ import annotations

import dataclasses
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import Any

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS), str(TESTS.parent)]

from samples import sample_release  # noqa: E402  the tests are found from here on

from viewer.library.annotations import marked_annotations, read_annotations  # noqa: E402
from viewer.library.browse import count_items  # noqa: E402
from viewer.library.index import check_index  # noqa: E402
from viewer.library.library import Library  # noqa: E402
from viewer.library.pages import read_release  # noqa: E402
from viewer.library.releases import put_release, release_ids  # noqa: E402
from viewer.opening import open_library  # noqa: E402
from viewer.release.annotation import AnnotationKind  # noqa: E402
from viewer.release.release_json import write_release  # noqa: E402

BOARD = "xuzhou-2024/fengcheng-outpost"
NAMES = ("A", "B")
_DOCUMENTS = 12
_ALLOWED_SECONDS = 5.0  # for a change to be seen in the other window, on a machine that does much else


@dataclass
class Outcome:
    """What several at once have come to.

    Attributes:
        wrong: what should not be, a line each.
        rounds: of both windows.
        commands: that were run beside them.
        changes: that were acknowledged, and looked for.
        delays: the seconds until a note of one window was seen in the other.
        log_bytes: the largest size of the log beside the library.
    """

    wrong: list[str] = field(default_factory=list)
    rounds: int = 0
    commands: int = 0
    changes: int = 0
    delays: list[float] = field(default_factory=list)
    log_bytes: int = 0


class Window:
    """A window in a process of its own, with all that it tells."""

    def __init__(self, name: str, library: Path, settings: Path, rounds: int, seconds: float) -> None:
        self.name = name
        self.told: list[dict[str, Any]] = []
        self._log = library.with_name(f"{name}.log")
        script = Path(__file__).with_name("several_window.py")
        command = [sys.executable, str(script), name, str(library), str(settings), str(rounds), str(seconds)]
        pipe = subprocess.PIPE
        with self._log.open("w") as log:
            self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=log, text=True, env=environment())
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self.told.append(json.loads(line))

    def those(self, what: str) -> list[dict[str, Any]]:
        """All lines of one kind."""
        return [line for line in self.told if line["what"] == what]

    def wait_for(self, what: str) -> bool:
        """Wait until the window tells this; False where it has ended before."""
        while not self.those(what):
            if self.has_ended:
                return False
            time.sleep(0.02)
        return True

    def go_on(self, expected: Mapping[str, object]) -> None:
        """Let the window go on from where it waits, and tell it what it is to see at last."""
        assert self._process.stdin is not None
        if self._process.poll() is None:
            self._process.stdin.write(json.dumps(expected) + "\n")
            self._process.stdin.flush()

    @property
    def has_ended(self) -> bool:
        """Whether the process is gone."""
        return self._process.poll() is not None

    def end(self) -> str:
        """Wait for its end; gives what it has said on standard error."""
        with self._process:
            code = self._process.wait()
            self._reader.join()
        lines = self._log.read_text().splitlines()
        said = "\n".join(line for line in lines if not line.startswith("This plugin does not support"))
        return said + (f"\nexit code {code}" if code else "")


def environment() -> Mapping[str, str]:
    """Windows that are drawn into memory, in Chinese, with our own code."""
    paths = os.pathsep.join((str(TESTS.parent), str(TESTS)))
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "LANG": "zh_CN.UTF-8", "PYTHONPATH": paths}


class Commands:
    """Imports, removals, searches and rebuildings of the index by the command line, one after the other.

    Attributes:
        versions: which version of each document was taken in last; None where it was removed.
        wrong: commands that have failed.
    """

    def __init__(self, library: Path, folder: Path) -> None:
        self._library = library
        self._folder = folder
        self.versions: dict[str, int | None] = {}
        self.count = 0
        self.wrong: list[str] = []
        folder.mkdir()

    def work(self, number: int) -> None:
        """One round."""
        for place in range(_DOCUMENTS):
            release = dataclasses.replace(sample_release(f"imported-{place}"), title=f"第{place}份通报，第{number}稿")
            (self._folder / f"{place}.json").write_bytes(write_release(release))
        self._import()
        self._run("search", "末班船", "--json")
        if number % 2:
            gone = f"imported-{number % _DOCUMENTS}"
            if self._run("remove", gone) is not None:
                self.versions[gone] = None
        if number % 3 == 2:
            self._run("index", "--rebuild")

    def _import(self) -> None:
        said = self._run("import", str(self._folder), "--json")
        for document in _json_objects(said or ""):
            version = read_version(Path(document["path"]))
            self.versions[document["id"]] = version

    def _run(self, *arguments: str) -> str | None:
        command = [sys.executable, "-m", "viewer", "--library", str(self._library), *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment())
        self.count += 1
        if done.returncode:
            self.wrong.append(f"{' '.join(arguments)}: {done.stderr.strip() or done.stdout.strip()}")
            return None
        return done.stdout


def _json_objects(text: str) -> Iterator[dict[str, Any]]:
    decoder, place = json.JSONDecoder(), 0
    while (place := text.find("{", place)) >= 0:
        found, place = decoder.raw_decode(text, place)
        yield found


def read_version(path: Path) -> int:
    """Which version of a document a file has."""
    return version_of(json.loads(path.read_bytes())["title"])


def version_of(title: str) -> int:
    """Which version a release has, by its title."""
    return int(title.rpartition("第")[2].removesuffix("稿"))


def run(folder: Path, rounds: int, seconds: float = 0.0) -> Outcome:
    """Let two windows work for so many rounds, and for so long at least, beside the command line."""
    path, settings = folder / "library.sqlite", folder / "settings"
    library = open_library(path)
    for name in NAMES:
        put_release(library, sample_release(f"own-{name.lower()}"))
    library.close()
    outcome = Outcome()
    commands = Commands(path, folder / "documents")
    windows = [Window(name, path, settings, rounds, seconds) for name in NAMES]
    if all(window.wait_for("ready") for window in windows):
        for window in windows:
            window.go_on({})
        number = 0
        while not all(window.those("rounds") or window.has_ended for window in windows):
            commands.work(number)
            number += 1
            outcome.log_bytes = max(outcome.log_bytes, Path(f"{path}-wal").stat().st_size)
        for window in windows:
            window.go_on(_to_be_seen(path, windows))
    said = [window.end() for window in windows]
    outcome.wrong += [f"window {window.name} says: {text}" for window, text in zip(windows, said, strict=True) if text]
    outcome.wrong += commands.wrong
    outcome.commands = commands.count
    judge(path, settings, windows, commands, outcome)
    return outcome


def _to_be_seen(path: Path, windows: Sequence[Window]) -> dict[str, object]:
    library = Library(path)
    items = count_items(library)
    library.close()
    return {"items": items, "notes": [note["note"] for window in windows for note in window.those("note")]}


def judge(path: Path, settings: Path, windows: Sequence[Window], commands: Commands, outcome: Outcome) -> None:
    """Compare what is there with all that was acknowledged."""
    library = Library(path)
    try:
        outcome.wrong += library.check_integrity() + check_index(library)
        outcome.wrong += [f"foreign key: {row}" for row in library.rows("PRAGMA foreign_key_check")]
        _judge_releases(library, commands, outcome)
        _judge_marks(library, windows, outcome)
        _judge_windows(windows, outcome)
    finally:
        library.close()
    kept = json.loads((settings / "preferences.json").read_text()) if any(w.those("chosen") for w in windows) else {}
    for window in windows:
        for chosen in window.those("chosen")[-1:]:
            outcome.changes += 1
            if kept[chosen["field"]] != chosen["value"]:
                outcome.wrong.append(f"window {window.name} chose {chosen}, and {kept} is kept")


def _judge_releases(library: Library, commands: Commands, outcome: Outcome) -> None:
    there = set(release_ids(library))
    for id_, version in commands.versions.items():
        outcome.changes += 1
        found = version_of(read_release(library, id_).title) if id_ in there else None
        if found != version:
            outcome.wrong.append(f"{id_} should be version {version}, and is {found}")
    outcome.wrong += [f"own-{name.lower()} is gone" for name in NAMES if f"own-{name.lower()}" not in there]


def _judge_marks(library: Library, windows: Sequence[Window], outcome: Outcome) -> None:
    text = " ".join(part.note for part in read_annotations(library, [BOARD])[BOARD])
    starred = sorted(part.entry_id for part in marked_annotations(library, AnnotationKind.STAR))
    expected = []
    for window in windows:
        for note in window.those("note"):
            outcome.changes += 1
            if note["note"] not in text.split():
                outcome.wrong.append(f"{note['note']} is lost")
        for stars in window.those("stars")[-1:]:
            expected += stars["ids"]
        outcome.changes += len(window.those("stars"))
    if starred != sorted(expected):
        outcome.wrong.append(f"starred should be {sorted(expected)}, and are {starred}")


def _judge_windows(windows: Sequence[Window], outcome: Outcome) -> None:
    notes = {note["note"]: note["at"] for window in windows for note in window.those("note")}
    for window in windows:
        outcome.wrong += [f"window {window.name}: {error['message']}" for error in window.those("error")]
        outcome.rounds += sum(line["count"] for line in window.those("rounds"))
        seen = {line["note"]: line for line in window.those("seen")}
        outcome.wrong += [f"window {window.name} has never shown {note}" for note in sorted(notes.keys() - seen.keys())]
        # of one that was written while the person was at another page nothing can be told
        delays = [
            line["at"] - notes[note]
            for note, line in seen.items()
            if note in notes and not note.startswith(window.name) and line["since"] < notes[note]
        ]
        outcome.delays += delays
        outcome.wrong += [
            f"window {window.name} showed a change after {delay:.1f} s" for delay in delays if delay > _ALLOWED_SECONDS
        ]


def main(minutes: float) -> int:
    """Run for so long, and print what came of it."""
    with tempfile.TemporaryDirectory() as folder:
        outcome = run(Path(folder), 6, minutes * 60)
    print(f"rounds of two windows      {outcome.rounds}")
    print(f"commands beside them       {outcome.commands}")
    print(f"changes acknowledged       {outcome.changes}")
    if outcome.delays:
        print(f"seen in the other window   {len(outcome.delays)} times")
        print(f"  median, worst            {statistics.median(outcome.delays):.2f} s, {max(outcome.delays):.2f} s")
    print(f"largest log                {outcome.log_bytes / 1e6:.1f} MB")
    print(f"lost or wrong              {len(outcome.wrong)}")
    for line in outcome.wrong[:20]:
        print(f"  {line}")
    return 1 if outcome.wrong else 0


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1])))
