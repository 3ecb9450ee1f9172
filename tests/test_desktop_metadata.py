"""What desktops are told of the program: its entry in menus, its icon, its kind of file, its name for a taskbar."""

from __future__ import annotations

import configparser
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from machine import needs, needs_x_server
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from starts import FIRST_PAINT

from viewer import __version__
from viewer.folders import NAME
from viewer.language import Language, Translator
from viewer.running import set_icon

ROOT = Path(__file__).resolve().parents[1]
RESOURCES = ROOT / "resources"
ICONS = RESOURCES / "icons"
ENTRY_FILE = RESOURCES / f"{NAME}.desktop"
METAINFO_FILE = RESOURCES / f"{NAME}.metainfo.xml"
MIME_FILE = RESOURCES / f"{NAME}-mime.xml"
SIZES = [16, 24, 32, 48, 64, 128, 256, 512]
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

TELL_WINDOW = """
import subprocess
print(application.desktopFileName(), application.applicationDisplayName())
properties = ["WM_CLASS", "_NET_WM_NAME"]
subprocess.run(["xprop", "-id", str(int(program.window.winId())), *properties], check=True)
program.window.close()
program.close()
"""
TELL_KIND = """
import sys
from PySide6.QtCore import QMimeDatabase
print(QMimeDatabase().mimeTypeForFile(sys.argv[1]).name())
"""


def entry() -> configparser.RawConfigParser:
    parser = configparser.RawConfigParser(delimiters="=")
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # the keys have upper and lower case
    parser.read(ENTRY_FILE, encoding="utf-8")
    return parser


def metainfo() -> ElementTree.Element:
    return ElementTree.parse(METAINFO_FILE).getroot()


def own_kind() -> str:
    """The MIME type of our own format."""
    kind = ElementTree.parse(MIME_FILE).find(f"{MIME}mime-type")
    assert kind is not None
    return kind.attrib["type"]


def run(*command: str | Path, **environment: str) -> str:
    """What a program prints, which must not fail."""
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=ROOT, env={**os.environ, **environment}
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@needs("desktop-file-validate")
def test_the_desktop_entry_is_valid() -> None:
    assert run("desktop-file-validate", ENTRY_FILE) == ""


@needs("appstreamcli")
def test_the_appstream_metadata_are_valid() -> None:
    # an id that begins with a domain would name one that the project does not have
    run("appstreamcli", "validate", "--no-net", "--override=cid-desktopapp-is-not-rdns=info", METAINFO_FILE)


def test_every_file_names_the_program_alike() -> None:
    main = entry()["Desktop Entry"]
    assert main["Exec"].split()[0] == main["Icon"] == main["StartupWMClass"] == NAME
    assert list(PROJECT["project"]["scripts"]) == [NAME]
    assert metainfo().findtext("id") == metainfo().findtext("launchable") == ENTRY_FILE.name
    assert metainfo().findtext("provides/binary") == NAME
    assert metainfo().findtext("provides/mediatype") == own_kind()
    assert {own_kind(), f"x-scheme-handler/{NAME}"} <= set(main["MimeType"].split(";"))


def test_every_file_has_the_same_texts_in_both_languages() -> None:
    main = entry()["Desktop Entry"]
    names = {part.get(LANGUAGE): part.text for part in metainfo().findall("name")}
    summaries = {part.get(LANGUAGE): part.text for part in metainfo().findall("summary")}
    chinese = Translator(Language.CHINESE).translate("Program", "Release Viewer")
    assert names == {None: main["Name"], "zh": main["Name[zh]"]} == {None: "Release Viewer", "zh": chinese}
    assert summaries == {None: main["Comment"], "zh": main["Comment[zh]"]}


def test_every_text_is_in_both_languages() -> None:
    for section in entry().values():
        for key in ("Name", "GenericName", "Comment", "Keywords"):
            assert (key in section) == (f"{key}[zh]" in section)
    description = metainfo().find("description")
    assert description is not None
    for kind in ("p", "li"):
        languages = [part.get(LANGUAGE) for part in description.iter(kind)]
        assert languages == [None, "zh"] * (len(languages) // 2)


def test_every_action_of_the_entry_is_described() -> None:
    parsed = entry()
    actions = parsed["Desktop Entry"]["Actions"].strip(";").split(";")
    assert [f"Desktop Action {action}" for action in actions] == parsed.sections()[1:]
    assert all(parsed[section]["Exec"].startswith(f"{NAME} ") for section in parsed.sections())


def test_the_metadata_know_the_versions_of_the_changelog() -> None:
    headings = re.findall(r"(?m)^## (\S+) — (\S+)$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    releases = metainfo().findall("releases/release")
    assert [release.attrib["version"] for release in releases] == [version for version, _day in headings]
    assert releases[0].attrib["version"] == __version__
    for release, (_version, day) in zip(releases, headings, strict=True):
        released = release.get("type", "stable") == "stable"
        assert day == (release.attrib["date"] if released else "unreleased")


@needs("xprop")
@needs_x_server
def test_a_taskbar_finds_the_entry_of_the_window_even_where_python_starts_it(tmp_path: Path) -> None:
    files = (str(tmp_path / "library.sqlite"), str(tmp_path / "settings"))
    start = FIRST_PAINT.replace(NAME, "__main__.py")  # as `python -m viewer` does
    told = run(sys.executable, "-c", start + TELL_WINDOW, *files, QT_QPA_PLATFORM="xcb")
    assert f"{ENTRY_FILE.stem} {entry()['Desktop Entry']['Name[zh]']}" in told
    assert f'WM_CLASS(STRING) = "__main__.py", "{entry()["Desktop Entry"]["StartupWMClass"]}"' in told
    assert told.count(entry()["Desktop Entry"]["Name[zh]"]) == 2


def test_the_icon_is_there_in_every_size() -> None:
    assert sorted(int(path.stem.rpartition("-")[2]) for path in ICONS.glob("*.png")) == SIZES
    for size in SIZES:
        assert QImage(str(ICONS / f"{NAME}-{size}.png")).size() == QSize(size, size)


def test_the_icons_are_as_the_drawings_make_them(tmp_path: Path) -> None:
    run(sys.executable, ICONS / "draw.py", tmp_path)
    for size in SIZES:
        made, kept = QImage(str(tmp_path / f"{NAME}-{size}.png")), QImage(str(ICONS / f"{NAME}-{size}.png"))
        pairs = zip(bytes(made.constBits()), bytes(kept.constBits()), strict=True)
        assert sum(abs(one - other) for one, other in pairs) / kept.sizeInBytes() < 1, size


def test_windows_have_the_icon_in_every_size(qapp: QApplication) -> None:
    set_icon()
    icon = QApplication.windowIcon()
    assert sorted(size.width() for size in icon.availableSizes()) == SIZES[:-1], "the largest is for desktops"
    assert all(icon.pixmap(QSize(size, size), 1.0).size() == QSize(size, size) for size in SIZES[:-1])


@needs("update-mime-database")
@pytest.mark.parametrize(
    ("name", "kind"), [("town.release.json", "own"), ("town", "own"), ("town.json", "application/json")]
)
def test_a_release_of_our_format_is_known_by_its_ending_or_its_beginning(tmp_path: Path, name: str, kind: str) -> None:
    packages = tmp_path / "mime" / "packages"
    packages.mkdir(parents=True)
    shutil.copy(MIME_FILE, packages)
    run("update-mime-database", tmp_path / "mime")
    release = shutil.copy(ROOT / "data" / "xuzhou-2024.json", tmp_path / name)
    told = run(sys.executable, "-c", TELL_KIND, release, XDG_DATA_HOME=str(tmp_path))
    assert told.strip() == (own_kind() if kind == "own" else kind)


@pytest.mark.skipif(importlib.util.find_spec("hatchling") is None, reason="hatchling is not installed")
def test_the_wheel_puts_everything_where_desktops_and_the_program_look(tmp_path: Path) -> None:
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path)
    (wheel,) = tmp_path.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    share = f"release_viewer-{__version__}.data/data/share"
    assert {f"viewer/resources/icons/{NAME}-{size}.png" for size in SIZES} <= names
    assert {f"{share}/icons/hicolor/{size}x{size}/apps/{NAME}.png" for size in SIZES} <= names
    assert {
        f"{share}/icons/hicolor/scalable/apps/{NAME}.svg",
        f"{share}/applications/{ENTRY_FILE.name}",
        f"{share}/metainfo/{METAINFO_FILE.name}",
        f"{share}/mime/packages/{NAME}.xml",
    } <= names
