"""Fuzzing for as long as one likes: `python tests/reliability/fuzz.py --minutes 60` runs all targets in turn.

Each target has a process of its own with bounded memory, for what ends a process is a finding too. Inputs with findings
are left in a folder.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE.parent), str(HERE)]

_MOST_MEMORY = 2 << 30  # bytes of address space that a target may take
_GRACE = 120  # seconds to start, and to come to the end of an input


def fuzz(name: str, seconds: float, seed: int, folder: Path) -> dict[str, Any]:
    """Run one target in this process; gives its row of the table."""
    _bound_memory()
    from fuzzing.mutation import inputs
    from fuzzing.seeds import seeds_of
    from fuzzing.targets import TARGETS
    from fuzzing.watch import Watch

    target, seeds = TARGETS[name], seeds_of(name)
    watch = Watch(target, seeds, folder)
    end = time.monotonic() + seconds
    for data in inputs(seeds, target.words, target.mutate, random.Random(seed)):
        if time.monotonic() > end:
            break
        (folder / "current").write_bytes(data)
        watch.run(data)
    return watch.row()


def _bound_memory() -> None:
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))


def run_apart(name: str, seconds: float, seed: int, folder: Path) -> dict[str, Any]:
    """Run one target in a process of its own; an input that ends the process is a finding."""
    folder.mkdir(parents=True, exist_ok=True)
    current = folder / "current"
    command = [sys.executable, __file__, "--only", name, "--seconds", str(seconds), "--seed", str(seed)]
    with tempfile.TemporaryDirectory(prefix="release-viewer-fuzz-") as temporary:
        process = subprocess.Popen(
            [*command, "--findings", str(folder)],
            env={**os.environ, "TMPDIR": temporary, "TEMP": temporary},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            output, errors = process.communicate(timeout=seconds + _GRACE)
        except subprocess.TimeoutExpired:
            process.kill()
            output, errors = process.communicate()
    lines, why = output.splitlines(), f"ended with {process.returncode}: {errors[-500:]}"
    if lines and lines[-1].startswith("{"):
        row: dict[str, Any] = json.loads(lines[-1])
        return row
    if current.exists():
        current.rename(folder / f"ended-{seed}")
    return {"inputs": 0, "bytes": 0, "findings": [why], "slowest": 0.0}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=60.0, help="for all targets together")
    parser.add_argument("--findings", type=Path, default=Path(tempfile.gettempdir(), "release-viewer-findings"))
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--target", nargs="*", default=[], help="not all targets but these")
    parser.add_argument("--only", help=argparse.SUPPRESS)
    parser.add_argument("--seconds", type=float, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.only:
        print(json.dumps(fuzz(chosen.only, chosen.seconds, chosen.seed, chosen.findings)))
        return
    from fuzzing.targets import TARGETS

    names = chosen.target or list(TARGETS)
    print(f"seed {chosen.seed}; inputs with findings are in {chosen.findings}")
    print("| target | inputs | MB | findings | slowest, against the slowest seed |\n| --- | --- | --- | --- | --- |")
    rows = []
    for name in names:
        row = run_apart(name, chosen.minutes * 60 / len(names), chosen.seed, chosen.findings / name)
        rows.append(row)
        print(_line(name, row), flush=True)
        for finding in row["findings"]:
            print(f"    {finding}", file=sys.stderr)
    total = {key: sum(row[key] for row in rows) for key in ("inputs", "bytes")}
    findings = [finding for row in rows for finding in row["findings"]]
    slowest = max(row["slowest"] for row in rows)
    print(_line("all", {**total, "findings": findings, "slowest": slowest}))
    sys.exit(1 if findings else 0)


def _line(name: str, row: dict[str, Any]) -> str:
    found = len(row["findings"])
    return f"| {name} | {row['inputs']:,} | {row['bytes'] / 1e6:,.1f} | {found} | {row['slowest']:.1f} × |"


if __name__ == "__main__":
    main()
