"""Who works at once in `several`: windows in processes of their own, and the command line."""

from __future__ import annotations

import dataclasses
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from threading import Thread
from typing import Any

from samples import sample_release

from viewer.release.release_json import write_release

_TESTS = Path(__file__).resolve().parents[1]
_DOCUMENTS = 12


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
    paths = os.pathsep.join((str(_TESTS.parent), str(_TESTS)))
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "LANG": "zh_CN.UTF-8", "PYTHONPATH": paths}


class Commands:
    """Imports, removals, searches and rebuildings of the index by the command line, one after the other.

    Attributes:
        versions: which version of each document was taken in last; None where it was removed.
        seconds: that each command took.
        wrong: commands that have failed.
    """

    def __init__(self, library: Path, folder: Path) -> None:
        self._library = library
        self._folder = folder
        self.versions: dict[str, int | None] = {}
        self.seconds: list[float] = []
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
        begun = time.monotonic()
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment())
        self.seconds.append(time.monotonic() - begun)
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
