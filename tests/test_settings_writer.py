from __future__ import annotations

import threading
from pathlib import Path
from threading import Event

from viewer.settings_file import SettingsFile, count
from viewer.settings_writer import SettingsWriter, Values


class HeldFile(SettingsFile):
    """A file on a disk that takes its time: each writing waits at a gate."""

    def __init__(self, path: Path, gate: Event) -> None:
        super().__init__(path)
        self.gate = gate
        self.begun = Event()
        self.writings: list[Values] = []

    def write(self, written: Values) -> None:
        self.begun.set()
        self.gate.wait()
        self.writings.append(written)
        super().write(written)


def fail(error: Exception) -> None:
    raise error


def test_who_asks_does_not_wait_and_of_what_waits_only_the_last_is_written(tmp_path: Path) -> None:
    gate = Event()
    file = HeldFile(tmp_path / "session.json", gate)
    writer = SettingsWriter()
    writer.write(file, {"size": 0}, fail)
    file.begun.wait()
    for size in range(1, 100):
        writer.write(file, {"size": size}, fail)
    gate.set()
    writer.finish()
    assert file.writings == [{"size": 0}, {"size": 99}]
    assert SettingsFile(file.path).value("size", -1, count) == 99


def test_files_are_written_in_the_order_in_which_they_were_asked_for(tmp_path: Path) -> None:
    gate = Event()
    files = [HeldFile(tmp_path / f"{number}.json", gate) for number in range(3)]
    writer = SettingsWriter()
    for file in files:
        writer.write(file, {"size": 1}, fail)
    gate.set()
    writer.finish()
    times = [file.path.stat().st_mtime_ns for file in files]
    assert times == sorted(times)


def test_after_something_went_wrong_the_next_is_written(tmp_path: Path) -> None:
    errors: list[Exception] = []
    writer = SettingsWriter()
    odd, sound = SettingsFile(tmp_path / "odd.json"), SettingsFile(tmp_path / "sound.json")
    writer.write(odd, {"size": object()}, errors.append)
    writer.finish()
    writer.write(sound, {"size": 1}, fail)
    writer.finish()
    assert [type(error) for error in errors] == [TypeError]
    assert sound.path.exists()
    assert [path.name for path in tmp_path.iterdir()] == ["sound.json"]


def test_a_thread_lives_only_while_there_is_something_to_write(tmp_path: Path) -> None:
    writer = SettingsWriter()
    writer.write(SettingsFile(tmp_path / "a.json"), {}, fail)
    writer.finish()
    assert "settings" not in [thread.name for thread in threading.enumerate()]
