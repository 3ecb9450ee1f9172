"""The main job done as a person does it who hears the window: by a real AT-SPI client, beside the real program.

What that client does is in `screen_reader_jobs.py`. All runs on an X server and a session bus of its own.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest

SYSTEM_PYTHON = "/usr/bin/python3"
JOBS = Path(__file__).with_name("screen_reader_jobs.py")
ROOT = Path(__file__).parents[2]
BUS_SERVICE = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")
_DISPLAY = ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
_BUS = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]


def what_is_missing() -> str:
    """What this machine lacks to hear a window; "" for nothing."""
    for program in ("Xvfb", "dbus-daemon", SYSTEM_PYTHON):
        if shutil.which(program) is None:
            return program
    if not BUS_SERVICE.exists():
        return "at-spi2-core"
    has_client = subprocess.run([SYSTEM_PYTHON, "-c", "import pyatspi"], capture_output=True, check=False)
    return "python3-pyatspi" if has_client.returncode else ""


@contextmanager
def running(command: list[str], environment: dict[str, str]) -> Iterator[IO[str]]:
    """A program that ends with the block; gives what it writes."""
    process = subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=ROOT
    )
    assert process.stdout is not None
    try:
        yield process.stdout
    finally:
        process.terminate()
        process.wait()
        process.stdout.close()


@pytest.fixture
def session(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of a session of its own: folders, display and bus; in English, so that no translation matters."""
    if missing := what_is_missing():
        pytest.skip(f"{missing} is not installed")
    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    environment = {
        **os.environ,
        "LANG": "en_US.UTF-8",
        "QT_QPA_PLATFORM": "xcb",
        "XDG_RUNTIME_DIR": str(runtime),
    }
    for name in ("AT_SPI_BUS_ADDRESS", "QT_ACCESSIBILITY", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "WAYLAND_DISPLAY"):
        environment.pop(name, None)
    with running(_DISPLAY, environment) as display:
        environment["DISPLAY"] = f":{display.readline().strip()}"
        with running(_BUS, environment) as bus:
            environment["DBUS_SESSION_BUS_ADDRESS"] = bus.readline().strip()
            yield environment


@pytest.mark.once
@pytest.mark.skipif(sys.platform != "linux", reason="AT-SPI is how screen readers work on Linux")
def test_the_window_can_be_used_by_those_who_hear_it(session: dict[str, str]) -> None:
    command = [SYSTEM_PYTHON, str(JOBS)]
    with subprocess.Popen(
        command, env=session, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8"
    ) as reader:
        assert reader.stdout is not None
        said = reader.stdout.readline()  # it listens before the program starts, which looks for that at its start
        with running([sys.executable, "-m", "viewer"], session):
            said += reader.stdout.read()
    assert reader.returncode == 0, said
