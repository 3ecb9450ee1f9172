"""What the program is made of, with versions and licences, as the packages themselves tell it."""

from __future__ import annotations

import platform
import re
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from typing import NamedTuple

from viewer.folders import NAME
from viewer.library.library import sqlite_version

_NAME = re.compile(r"[\w.-]+")
_LONGEST = 100  # characters; an older package may have the whole text of its licence where its name belongs


class Component(NamedTuple):
    """A part that others have made; the licence is an SPDX expression where the package gives one, or "" for none."""

    name: str
    version: str
    licence: str


def components(qt_version: str) -> list[Component]:
    """Python, Qt, SQLite, and then by their names the packages that the program needs, and those that they need."""
    packages = [
        Component(package.metadata["Name"], package.version, _licence(package))
        for package in _needed_by(NAME, set())
        if package.metadata["Name"] != NAME
    ]
    return [
        Component("Python", platform.python_version(), "PSF-2.0"),
        Component("Qt", qt_version, "LGPL-3.0-only"),
        Component("SQLite", sqlite_version(), "blessing"),
        *sorted(packages, key=lambda component: component.name.lower()),
    ]


def _needed_by(name: str, known: set[str]) -> Iterator[Distribution]:
    """A package and all that it needs, each once; what is not installed is needed on other systems, or for an extra."""
    try:
        package = distribution(name)
    except PackageNotFoundError:
        return
    if package.metadata["Name"] in known:
        return
    known.add(package.metadata["Name"])
    yield package
    for requirement in package.requires or ():
        wanted = _NAME.match(requirement)
        if wanted and "extra ==" not in requirement:
            yield from _needed_by(wanted[0], known)


def _licence(package: Distribution) -> str:
    metadata = package.metadata
    named = [text for field in ("License-Expression", "License") for text in metadata.get_all(field, [])]
    kinds = [text.split(" :: ") for text in metadata.get_all("Classifier", [])]
    classified = ", ".join(kind[-1] for kind in kinds if kind[0] == "License")
    return next((text for text in named if 0 < len(text) <= _LONGEST), classified)
