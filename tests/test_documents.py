"""The documents against the program: what the program has, they name."""

from __future__ import annotations

import argparse
import json
import re
import runpy
from collections.abc import Iterator
from pathlib import Path

import jsonschema

from viewer import __version__
from viewer.argument_parser import make_parser
from viewer.language import Language, Translator
from viewer.library.query import All, Annotated
from viewer.library.query_parser import parse_query
from viewer.library.search import count
from viewer.opening import open_library
from viewer.readers.reader import read_file
from viewer.widgets.actions import ACTIONS

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
OTHER_NAMES = {"pyproject.toml", "viewer_XX.ts"}


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


def test_the_example_of_the_release_format_is_one(tmp_path: Path) -> None:
    (example,) = re.findall(r"```json\n(.*?)```", README, re.DOTALL)
    path = tmp_path / "example.json"
    path.write_text(example, encoding="utf-8")
    jsonschema.validate(json.loads(example), json.loads((ROOT / "data" / "release.schema.json").read_bytes()))
    assert [item.figures[0].value for section in read_file(path).sections for item in section.items] == [46]


def test_the_table_of_the_release_format_names_every_field() -> None:
    schema = json.loads((ROOT / "data" / "release.schema.json").read_bytes())
    fields = {name for part in (schema, *schema["$defs"].values()) for name in part.get("properties", ())}
    table = README.partition("| part | fields |")[2].partition("\n\n")[0]
    assert not fields - set(re.findall(r"\w+", table))


def test_everything_that_the_readme_types_into_the_search_is_understood_and_finds_something(tmp_path: Path) -> None:
    table = README.partition("| typed | finds |")[2].partition("\n\n")[0]
    examples = [typed for row in table.splitlines() for typed in re.findall(r"`([^`]+)`", row.split(" | ")[0])]
    assert len(examples) > 40
    library = open_library(tmp_path / "library.sqlite")
    for query in map(parse_query, examples):
        assert query.part is not None
        assert not query.notes
        assert isinstance(query.part, Annotated | All) or count(library, query).total
    library.close()


def test_every_file_that_the_documents_name_is_there() -> None:
    named = re.findall(r"(?<![\w/.~-])((?:viewer|tests|resources|data|\.ci)/[\w./-]*\w)", README + CONTRIBUTING)
    missing = {name for name in named if not (ROOT / name).exists()}
    rooms = re.findall(r"`((?:release|readers|writers|library|models|widgets)/[\w./-]*)`", CONTRIBUTING)
    missing |= {name for name in rooms if not (ROOT / "viewer" / name).exists()}
    missing |= {
        path.name
        for path in (ROOT / "viewer").glob("*.py")
        if path.name != "__init__.py" and path.name not in CONTRIBUTING
    }
    assert len(named) > 50
    assert len(rooms) > 20
    assert not missing


def test_every_name_in_contributing_is_one_of_the_code() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "viewer").rglob("*.py"))
    words = set(re.findall(r"\w+", code)) | {path.stem for path in (ROOT / "viewer").rglob("*.py")}
    named = {name for name in re.findall(r"`([A-Za-z_][\w.]*)`", CONTRIBUTING) if re.search(r"[a-z][A-Z_.]|_", name)}
    modules = {name for name in named if re.match(r"(release|readers|writers|library|models|widgets)\.", name)}
    assert len(modules) > 40
    assert all((ROOT / "viewer" / Path(*name.split(".")[:2])).with_suffix(".py").is_file() for name in modules)
    for name, path in re.findall(r"`([A-Za-z_]\w+)`\s+\(`([\w/]+\.py)`\)", CONTRIBUTING):
        file = (ROOT if (ROOT / path).is_file() else ROOT / "viewer") / path
        assert name in file.read_text(encoding="utf-8"), f"{name} is not in {path}"
    assert not {
        part for name in named - OTHER_NAMES for part in name.removesuffix(".py").split(".") if part not in words
    }


def test_the_pictures_are_those_that_are_taken_and_all_are_shown_and_small() -> None:
    folder = ROOT / "resources" / "screenshots"
    taken = set(runpy.run_path(str(folder / "take.py"))["PICTURES"])
    assert {path.stem for path in folder.glob("*.png")} == taken
    assert set(re.findall(r"resources/screenshots/(\S+)\.png", README)) == taken
    assert all(path.stat().st_size < 150_000 for path in folder.glob("*.png"))


def test_the_changelog_knows_this_version() -> None:
    assert f"## {__version__} " in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
