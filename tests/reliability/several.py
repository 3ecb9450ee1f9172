"""Several at once: two windows, imports, removals and searches on one library, for minutes; is anything lost?

    python tests/reliability/several.py 5

Everything that a window or a command has acknowledged is kept in a ledger, and looked for in the library at the end.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

if __name__ == "__main__":
    sys.path[:0] = [str(folder) for folder in (Path(__file__).parents[2], Path(__file__).parents[1])]

from samples import OUTPOST, sample_release
from several_processes import Commands, Window, version_of

from viewer.library.annotations import marked_annotations, read_annotations
from viewer.library.browse import count_items
from viewer.library.index import check_index
from viewer.library.library import Library
from viewer.library.pages import read_release
from viewer.library.releases import put_release, release_ids
from viewer.opening import open_library
from viewer.release.annotation import AnnotationKind

NAMES = ("A", "B")
_MOST_COMMANDS = 10  # whose usual time may pass until a change is seen in the other window


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
    outcome.commands = len(commands.seconds)
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
        _judge_windows(windows, _MOST_COMMANDS * statistics.median(commands.seconds), outcome)
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
    text = " ".join(part.note for part in read_annotations(library, [OUTPOST])[OUTPOST])
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


def _judge_windows(windows: Sequence[Window], most_seconds: float, outcome: Outcome) -> None:
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
            f"window {window.name} showed a change after {delay:.1f} s" for delay in delays if delay > most_seconds
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
