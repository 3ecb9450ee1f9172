"""The packaged program with its own Python, built as it is for people, and run where there is no other."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from importlib.metadata import files
from pathlib import Path

import pytest
from machine import can_mount, needs, needs_mounting, needs_x_server
from main_job import READ_ONLY, do_main_job
from pytestqt.qtbot import QtBot
from samples import OUTPOST

from viewer.components import components
from viewer.folders import NAME

ROOT = Path(__file__).resolve().parents[1]
SPEC = ROOT / "resources" / "packages" / f"{NAME}.spec"
HIDING = (
    'mount -t tmpfs none "$0" && mount -t tmpfs none "$1" && mount -t tmpfs none "$2" && shift 2 && PATH= exec "$@"'
)
LARGEST = 150  # MB
OF_QT = ("Qt.txt", "LGPL-3.0.txt", "GPL-3.0.txt")
LICENCES = {
    "Python": ("python/LICENSE.txt",),
    "Qt": OF_QT,
    "PySide6_Essentials": OF_QT,
    "shiboken6": OF_QT,
    "SQLite": (),  # it belongs to everybody
}

pytest.importorskip("PyInstaller")
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the workflow `packages` builds and tries it elsewhere")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that is handed to people."""
    made = tmp_path_factory.mktemp("packages")
    command = [sys.executable, "-m", "PyInstaller", "--distpath", str(made / "dist"), "--workpath", str(made / "build")]
    environment = {**os.environ, "PYINSTALLER_CONFIG_DIR": str(made)}
    subprocess.run([*command, str(SPEC)], check=True, capture_output=True, cwd=made, env=environment)
    return Path(shutil.move(made / "dist" / NAME, made / "解压 到这里"))


@pytest.fixture
def program(folder: Path) -> Path:
    return folder / NAME


def run(*command: str | Path, **environment: str) -> str:
    """What a program prints that finds nothing in its environment but this."""
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, env=environment).stdout


@pytest.mark.skipif(can_mount(), reason="the next test takes more away")
def test_it_does_the_main_job_with_nothing_in_its_environment(program: Path, tmp_path: Path) -> None:
    do_main_job([program], tmp_path)


@needs_mounting()
def test_it_does_the_main_job_where_there_is_no_python_and_needs_to_write_nothing_where_it_is(
    folder: Path, program: Path, tmp_path: Path
) -> None:
    hidden = (sysconfig.get_path("purelib"), sysconfig.get_path("stdlib"), ROOT / "viewer")
    hiding: list[str | Path] = [*READ_ONLY, folder, "unshare", "--mount", "sh", "-c", HIDING, *map(str, hidden)]
    path = os.environ["PATH"]
    assert run(*hiding, sys.executable, "-c", "print()", PATH=path) == "", "there is no Python"
    assert run(*hiding, "/bin/sh", "-c", 'echo > "$0/x" || echo read-only', folder, PATH=path) == "read-only\n"
    do_main_job([*hiding, program], tmp_path, PATH=path)


@needs("xwininfo")
@needs_x_server
def test_it_opens_its_window(qtbot: QtBot, program: Path, tmp_path: Path) -> None:
    environment = {"HOME": str(tmp_path), "DISPLAY": os.environ["DISPLAY"], "LANG": "zh_CN.UTF-8"}
    windows = ("xwininfo", "-root", "-tree")
    title = f'("{NAME}" "{NAME}")'
    with subprocess.Popen([program, "--new-window"], env=environment, stderr=subprocess.DEVNULL) as process:
        try:
            qtbot.waitUntil(lambda: title in run(*windows, **os.environ))
        finally:
            process.kill()


@pytest.mark.parametrize("locale", [{}, {"LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii"}])
def test_it_searches_in_every_locale(program: Path, tmp_path: Path, locale: dict[str, str]) -> None:
    assert OUTPOST in run(program, "search", "反诈", HOME=str(tmp_path), **locale)


def test_it_brings_its_own_data(folder: Path, program: Path, tmp_path: Path) -> None:
    assert f"{folder}/_internal/viewer/data" in run(program, "doctor", HOME=str(tmp_path))


def test_what_it_starts_loads_no_library_of_it(program: Path, tmp_path: Path) -> None:
    lister = tmp_path / "fc-list"
    lister.write_text('#!/bin/sh\necho "libraries:$LD_LIBRARY_PATH plugins:$QT_PLUGIN_PATH"\n')
    lister.chmod(0o755)
    assert "libraries: plugins:\n" in run(program, "doctor", HOME=str(tmp_path), PATH=str(tmp_path))
    given = {"LD_LIBRARY_PATH": "/one", "QT_PLUGIN_PATH": "/other"}
    assert "libraries:/one plugins:/other\n" in run(program, "doctor", HOME=str(tmp_path), PATH=str(tmp_path), **given)


def test_it_knows_all_its_components(folder: Path) -> None:
    told = {path.parent.name.partition("-")[0].lower() for path in folder.glob("_internal/*.dist-info/METADATA")}
    names = {component.name.lower().replace("-", "_") for component in components("6")}
    assert names - told == {"python", "qt", "sqlite"}


def test_every_component_in_about_brings_its_licence(folder: Path) -> None:
    for component in components("6"):
        for text in licence_texts(component.name):
            assert (folder / "_internal" / text).read_bytes(), text


def licence_texts(component: str) -> list[str]:
    """The files that a component has to bring: those of its own metadata, or where it has none, those that we add."""
    if component in LICENCES:
        return [f"licences/{name}" for name in LICENCES[component]]
    texts = [
        str(file) for file in files(component) or () if re.search(r"\.dist-info/.*licen", str(file), re.IGNORECASE)
    ]
    assert texts, component
    return texts


@needs("dpkg-query")
def test_libraries_of_the_system_bring_their_licences(folder: Path) -> None:
    for library in folder.glob("_internal/libxcb-*"):
        name = library.name.partition(".")[0]
        assert list(folder.glob(f"_internal/licences/{name}*/copyright")), library


def test_a_library_of_qt_can_be_replaced(folder: Path, tmp_path: Path) -> None:
    changed = Path(shutil.copytree(folder, tmp_path / "changed", symlinks=True, copy_function=os.link))
    library = changed / "_internal" / "PySide6" / "Qt" / "lib" / "libQt6Core.so.6"
    own = library.read_bytes() + b"changed"
    library.unlink()
    library.write_bytes(own)
    run(changed / NAME, "screenshot", str(tmp_path / "shot.png"), HOME=str(tmp_path))
    assert (tmp_path / "shot.png").exists()


def test_it_is_no_larger_than_it_must_be(folder: Path) -> None:
    assert sum(path.stat().st_size for path in folder.rglob("*") if not path.is_symlink()) < LARGEST * 1_000_000
