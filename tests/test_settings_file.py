from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from viewer.settings_file import SettingsFile, count, named_values, text, texts, truth


def file_with(folder: Path, content: str | bytes) -> SettingsFile:
    path = folder / "settings.json"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return SettingsFile(path)


def test_a_file_that_is_not_there_is_sound_and_empty(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "settings.json")
    assert file.value("size", 12, count) == 12
    assert file.is_sound


def test_what_is_written_is_read_again_and_people_can_read_it(tmp_path: Path) -> None:
    SettingsFile(tmp_path / "new" / "settings.json").write({"size": 3, "names": ("丰县", "a b")})
    read = SettingsFile(tmp_path / "new" / "settings.json")
    none: tuple[str, ...] = ()
    assert (read.value("size", 0, count), read.value("names", none, texts)) == (3, ("丰县", "a b"))
    assert '"丰县"' in read.path.read_text(encoding="utf-8")
    assert read.is_sound


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", "7", '{"a": 1', b"\xff\xfe\x00", "[" * 100_000, '{"size": ' + "9" * 10_000 + "}", "x" * 5_000_000],
    ids=["empty", "cut off", "list", "number", "half", "no text", "deep", "long number", "large"],
)
def test_a_broken_file_gives_defaults_and_is_not_sound(tmp_path: Path, content: str | bytes) -> None:
    file = file_with(tmp_path, content)
    assert file.value("size", 12, count) == 12
    assert not file.is_sound


@pytest.mark.parametrize(
    ("value", "read"),
    [
        (True, count),
        (-1, count),
        (1 << 31, count),
        (1.5, count),
        ("yes", truth),
        (1, truth),
        (7, text),
        ("\ud800", text),
        ("x" * 20_000, text),
        ("abc", texts),
        ([1], texts),
        ([], named_values),
    ],
)
def test_a_value_that_makes_no_sense_is_told_from_the_others(tmp_path: Path, value: object, read: object) -> None:
    file = file_with(tmp_path, json.dumps({"odd": value, "size": 4}))
    assert callable(read)
    assert file.value("odd", "usual", read) == "usual"
    assert not file.is_sound
    assert file.value("size", 0, count) == 4


def test_what_is_set_aside_keeps_its_content_and_several_do_not_meet(tmp_path: Path) -> None:
    asides = [file_with(tmp_path, f"broken {number}").set_aside() for number in range(3)]
    assert [aside.read_text() for aside in asides if aside] == ["broken 0", "broken 1", "broken 2"]
    assert not (tmp_path / "settings.json").exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes of a name here")
def test_what_is_no_file_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "settings.json")
    file = SettingsFile(tmp_path / "settings.json")
    assert file.value("size", 12, count) == 12
    assert not file.is_sound
