from __future__ import annotations

import sys
from pathlib import Path

import apsw
import pytest

from viewer.doctor import Check, examine
from viewer.folders import log_folder
from viewer.opening import open_library


def in_english(_context: str, text: str) -> str:
    return text


def finding(name: str, library_path: Path) -> Check:
    return next(check for check in examine(library_path, in_english) if check.name == name)


def test_a_sound_library_is_left_as_it_is(library_path: Path) -> None:
    open_library(library_path).close()
    before = library_path.read_bytes()
    found = finding("library", library_path)
    assert (found.ok, found.detail) == (True, f"{library_path}, sound")
    assert library_path.read_bytes() == before
    assert sorted(path.name for path in library_path.parent.glob("library*")) == ["library.sqlite"]


def test_an_empty_file_is_a_library_not_made_yet_and_stays_empty(library_path: Path) -> None:
    library_path.touch()
    found = finding("library", library_path)
    assert (found.ok, found.detail) == (True, f"{library_path}, not made yet")
    assert library_path.read_bytes() == b""


def test_a_path_that_cannot_be_looked_at_is_trouble(library_path: Path) -> None:
    path = library_path.with_name("x" * 300)
    found = finding("library", path)
    assert not found.ok
    assert found.detail.startswith(f"{path}: ")


def test_no_folder_can_be_made_inside_a_file(library_path: Path) -> None:
    library_path.touch()
    assert finding("folder of the library", library_path.parent / "folder" / "library.sqlite").ok
    assert not finding("folder of the library", library_path / "folder" / "library.sqlite").ok


def test_the_folder_of_the_error_log_is_named(library_path: Path) -> None:
    assert finding("folder of the error log", library_path).detail == str(log_folder())


def test_an_entry_that_the_search_index_has_lost_is_found(library_path: Path) -> None:
    open_library(library_path).close()
    connection = apsw.Connection(str(library_path))
    connection.execute("DELETE FROM entry_text WHERE rowid = (SELECT min(entry) FROM entry)")
    connection.close()
    found = finding("library", library_path)
    assert not found.ok
    assert "1 of table entry not in the index" in found.detail


@pytest.mark.skipif(sys.platform != "linux", reason="the other systems always have a display")
def test_no_display_is_said_with_its_reason(library_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    found = finding("display", library_path)
    assert not found.ok
    assert "DISPLAY and WAYLAND_DISPLAY are not set" in found.detail


@pytest.mark.skipif(sys.platform != "linux", reason="the other systems come with Chinese fonts")
def test_without_fontconfig_it_says_what_to_install(
    library_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    found = finding("Chinese font", library_path)
    assert not found.ok
    assert "apt install fontconfig" in found.detail


@pytest.mark.skipif(sys.platform != "linux", reason="the other systems come with Chinese fonts")
@pytest.mark.parametrize(
    ("families", "ok", "said"),
    [("", False, "apt install fonts-noto-cjk"), ("Song,宋体\nHei\n", True, "Hei")],
)
def test_the_first_chinese_font_is_named(
    library_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, families: str, ok: bool, said: str
) -> None:
    program = tmp_path / "fc-list"
    program.write_text(f"#!/bin/sh\nprintf '{families}'\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    found = finding("Chinese font", library_path)
    assert found.ok is ok
    assert said in found.detail
