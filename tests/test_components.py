from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from viewer.components import components

PROJECT = tomllib.loads(Path(__file__).parents[1].joinpath("pyproject.toml").read_text(encoding="utf-8"))["project"]


def plain(name: str) -> str:
    """A name of a package as all ways to write it have it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_package_that_the_project_names_is_told_with_version_and_licence() -> None:
    told = {plain(component.name): component for component in components("6.11.3")}
    for requirement in PROJECT["dependencies"]:
        component = told[plain(re.split(r"[<>=!~; ]", requirement)[0])]
        assert re.match(r"\d+\.", component.version)
        assert component.licence


@pytest.mark.parametrize("name", ["Python", "Qt", "SQLite", "shiboken6", "mdurl"])
def test_what_the_packages_rest_on_is_told_too(name: str) -> None:
    assert [component.name for component in components("6.11.3")].count(name) == 1


def test_what_only_tests_need_is_no_component() -> None:
    assert not {"pytest", "hypothesis", "release-viewer"} & {component.name for component in components("6.11.3")}
