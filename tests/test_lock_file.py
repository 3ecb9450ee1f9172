"""The lock file: the versions that the packaged program is made of."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from viewer.components import components

ROOT = Path(__file__).resolve().parents[1]
LOCKED = (ROOT / "resources" / "packages" / "requirements.txt").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
WANTED = [Requirement(text) for text in (*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["package"])]


def locked() -> dict[str, Requirement]:
    lines = re.findall(r"(?m)^([a-z].*?)\s*\\$", LOCKED)
    return {canonicalize_name(requirement.name): requirement for requirement in map(Requirement, lines)}


@pytest.mark.parametrize("wanted", WANTED, ids=str)
def test_every_package_that_the_project_asks_for_is_locked_in_a_version_that_it_takes(wanted: Requirement) -> None:
    (pinned,) = locked()[canonicalize_name(wanted.name)].specifier
    assert pinned.operator == "=="
    assert wanted.specifier.contains(pinned.version)


def test_what_those_packages_need_is_locked_too() -> None:
    needed = {canonicalize_name(component.name) for component in components("6")}
    assert needed - set(locked()) == {"python", "qt", "sqlite"}


def test_what_single_systems_need_is_locked_for_all_of_them() -> None:
    markers = {str(requirement.marker) for requirement in locked().values() if requirement.marker}
    assert {'sys_platform == "darwin"', 'sys_platform == "win32"'} <= markers


def test_every_package_is_locked_by_what_is_in_it() -> None:
    parts = re.split(r"(?m)^(?=[a-z])", LOCKED)[1:]
    assert len(parts) == len(locked())
    assert all("--hash=sha256:" in part for part in parts)
    assert "://" not in LOCKED, "where they come from is for each machine to say"
