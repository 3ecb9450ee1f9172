from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from viewer.error_log import write_to_log
from viewer.folders import log_folder

WRITE = """
import sys
from viewer.error_log import write_to_log
for number in range(int(sys.argv[1])):
    write_to_log(f"begin {number} " + "x" * 1000 + " end")
"""


def logged(folder: Path) -> str:
    return "".join(file.read_text(encoding="utf-8") for file in sorted(folder.glob("*")))


def test_an_entry_has_the_time_and_the_report() -> None:
    write_to_log("first\nsecond 100 %")
    (file,) = log_folder().iterdir()
    assert file.read_text(encoding="utf-8").startswith("20")
    assert file.read_text(encoding="utf-8").endswith(" first\nsecond 100 %\n")


def test_the_log_does_not_grow_without_end() -> None:
    for _time in range(40):
        write_to_log("x" * 50_000)
    files = list(log_folder().iterdir())
    assert len(files) == 2
    assert sum(file.stat().st_size for file in files) < 600_000


def test_only_the_files_of_the_last_processes_are_kept() -> None:
    log_folder().mkdir(parents=True)
    for number in range(12):
        file = log_folder() / f"errors-{number}.log"
        file.touch()
        os.utime(file, (number, number))
    write_to_log("the latest")
    assert {file.name for file in log_folder().iterdir()} == {
        *(f"errors-{number}.log" for number in range(5, 12)),
        f"errors-{os.getpid()}.log",
    }


def test_processes_that_write_at_once_tear_nothing() -> None:
    command = [sys.executable, "-c", WRITE, "200"]
    processes = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _number in range(3)]
    for process in processes:
        _out, err = process.communicate()
        assert (process.returncode, err) == (0, "")
    lines = logged(log_folder()).splitlines()
    assert len(lines) == 600
    assert all("begin" in line and line.endswith(" end") for line in lines)


def test_a_log_that_cannot_be_written_disturbs_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "taken").write_text("a file")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "taken"))
    write_to_log("nowhere")
    assert capsys.readouterr() == ("", "")


@pytest.mark.skipif(sys.platform != "linux", reason="a disk that is always full")
def test_a_full_disk_disturbs_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    log_folder().mkdir(parents=True)
    (log_folder() / f"errors-{os.getpid()}.log").symlink_to("/dev/full")
    write_to_log("nowhere")
    assert capsys.readouterr() == ("", "")
