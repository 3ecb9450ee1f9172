"""The wheel and the source package carry everything: the program in a wheel needs nothing beside it."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
from pathlib import Path

import pytest
from machine import can_mount, needs_mounting
from main_job import READ_ONLY, do_main_job
from starts import FIRST_PAINT

from viewer import __version__

ROOT = Path(__file__).resolve().parents[1]
TELL_WINDOW = """
print(program.window.isVisible(), viewer.cli.__file__)
program.window.close()
program.close()
"""

pytest.importorskip("hatchling")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there a home is no variable, and would be written to")


def build(kind: str, source: Path, folder: Path) -> Path:
    """A package of what is in a folder of sources."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(folder)]
    subprocess.run(command, cwd=source, check=True, capture_output=True)
    (package,) = folder.iterdir()
    return package


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new environment with the wheel, far from the checkout; it takes the packages that the wheel needs from ours."""
    folder = tmp_path_factory.mktemp("有 空格 的文件夹") / "环境"
    venv.create(folder, symlinks=True)
    pip = [sys.executable, "-m", "pip", "--python", str(folder), "--disable-pip-version-check"]
    subprocess.run([*pip, "install", "--quiet", "--no-index", "--no-deps", str(wheel)], check=True)
    own = sysconfig.get_path("purelib", vars={"base": str(folder), "platbase": str(folder)})
    Path(own, "needed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return folder


@pytest.mark.skipif(can_mount(), reason="the next test takes more away")
def test_the_program_in_a_wheel_does_the_main_job(environment: Path, tmp_path: Path) -> None:
    do_main_job([environment / "bin" / "release-viewer"], tmp_path)


@needs_mounting()
def test_the_program_in_a_wheel_does_the_main_job_and_needs_to_write_nothing_where_it_is_installed(
    environment: Path, tmp_path: Path
) -> None:
    program = environment / "bin" / "release-viewer"
    do_main_job([*READ_ONLY, environment, program], tmp_path, PATH=os.environ["PATH"])


def test_the_program_in_a_wheel_opens_its_window(environment: Path, tmp_path: Path) -> None:
    command = [str(environment / "bin" / "python"), "-c", FIRST_PAINT + TELL_WINDOW]
    done = subprocess.run(
        [*command, str(tmp_path / "library.sqlite"), str(tmp_path / "settings")],
        capture_output=True,
        encoding="utf-8",
        check=True,
        cwd=tmp_path,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONIOENCODING": "utf-8"},
    )
    shown, place = done.stdout.strip().split(" ", 1)
    assert shown == "True"
    assert Path(place).is_relative_to(environment)


def test_the_source_package_makes_the_same_wheel_to_the_byte_and_brings_the_tests(wheel: Path, tmp_path: Path) -> None:
    with tarfile.open(build("sdist", ROOT, tmp_path / "sdist")) as package:
        package.extractall(tmp_path)
    sources = tmp_path / f"release_viewer-{__version__}"
    assert build("wheel", sources, tmp_path / "wheel").read_bytes() == wheel.read_bytes()
    for name in ("tests/test_wheel.py", ".github/workflows/packages.yml", "resources/packages/requirements.txt"):
        assert (sources / name).is_file()
