"""The documents against the program: what the program has, they name."""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from viewer import __version__
from viewer.cli import make_parser
from viewer.language import Language, Translator
from viewer.widgets.actions import ACTIONS

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
TRANSLATIONS = ROOT / "resources" / "translations"
LRELEASE = shutil.which("pyside6-lrelease", path=str(Path(sys.executable).parent))
LUPDATE = shutil.which("pyside6-lupdate", path=str(Path(sys.executable).parent))


def commands_and_options(parser: argparse.ArgumentParser) -> Iterator[str]:
    for action in parser._actions:  # noqa: SLF001  argparse has no other way to tell
        yield from action.option_strings
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            for name, command in action.choices.items():
                yield name
                yield from commands_and_options(command)


def test_the_readme_shows_every_command_and_option_as_it_is_typed() -> None:
    names = set(commands_and_options(make_parser(Translator(Language.ENGLISH).translate)))
    options = set(re.findall(r"(?<![\w-])--?[\w-]+", README))
    assert not [name for name in names if name.startswith("-") and name not in options]
    assert not [name for name in names if not name.startswith("-") and f"release-viewer {name}" not in README]


def test_the_readme_names_every_shortcut() -> None:
    missing = [shortcut for action in ACTIONS for shortcut in action.shortcuts if shortcut not in README]
    assert not missing


def test_the_readme_shows_pictures_that_are_there() -> None:
    for name in ("window.png", "search-dark.png"):
        assert f"resources/screenshots/{name}" in README
        assert (ROOT / "resources" / "screenshots" / name).is_file()


def test_the_changelog_knows_this_version() -> None:
    assert f"## {__version__} " in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["viewer_zh_CN.ts", "viewer_en.ts"])
def test_no_text_is_left_untranslated(name: str) -> None:
    for message in ElementTree.parse(TRANSLATIONS / name).iter("message"):
        translation = message.find("translation")
        assert translation is not None
        assert translation.get("type") is None
        assert "".join(translation.itertext()).strip()


@pytest.mark.skipif(not LUPDATE, reason="lupdate is not installed")
def test_the_chinese_texts_are_those_of_the_code(tmp_path: Path) -> None:
    copy = tmp_path / "viewer_zh_CN.ts"
    shutil.copy(TRANSLATIONS / copy.name, copy)
    sources = sorted(map(str, (ROOT / "viewer").rglob("*.py")))
    command = [str(LUPDATE), "-locations", "none", "-no-obsolete", *sources, "-ts", str(copy)]
    subprocess.run(command, check=True, capture_output=True)
    assert copy.read_text(encoding="utf-8") == (TRANSLATIONS / copy.name).read_text(encoding="utf-8")


@pytest.mark.skipif(not LRELEASE, reason="lrelease is not installed")
@pytest.mark.parametrize("name", ["viewer_zh_CN", "viewer_en"])
def test_the_compiled_texts_are_those_of_the_source(name: str, tmp_path: Path) -> None:
    made = tmp_path / f"{name}.qm"
    command = [str(LRELEASE), str(TRANSLATIONS / f"{name}.ts"), "-qm", str(made)]
    subprocess.run(command, check=True, capture_output=True)
    assert made.read_bytes() == (TRANSLATIONS / f"{name}.qm").read_bytes()


def test_every_translation_has_the_values_of_its_source() -> None:
    for message in ElementTree.parse(TRANSLATIONS / "viewer_zh_CN.ts").iter("message"):
        source = message.findtext("source", "")
        translation = message.find("translation")
        assert translation is not None
        said = "".join(translation.itertext())
        assert sorted(re.findall(r"{\w+}|%n", source)) == sorted(re.findall(r"{\w+}|%n", said)), source
