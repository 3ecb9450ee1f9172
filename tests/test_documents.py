"""The documents against the program: what the program has, they name."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

from viewer import __version__
from viewer.argument_parser import make_parser
from viewer.language import Language, Translator
from viewer.widgets.actions import ACTIONS

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


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
