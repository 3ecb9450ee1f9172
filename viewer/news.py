"""What has changed from version to version, as a changelog tells it: headings, and lists below them."""

from __future__ import annotations

from typing import NamedTuple

_VERSION, _KIND, _CHANGE, _GOES_ON = "## ", "### ", "- ", "  "


class Version(NamedTuple):
    """What has changed in a version.

    Attributes:
        name: its number, and when it came.
        changes: a sentence or two each, by what kind they are of.
    """

    name: str
    changes: dict[str, list[str]]


def read_news(changelog: str) -> list[Version]:
    """The versions in the text of a changelog, the newest first."""
    versions: list[Version] = []
    changes: list[str] = []
    for line in changelog.replace("`", "").splitlines():
        if line.startswith(_VERSION):
            versions.append(Version(line.removeprefix(_VERSION), {}))
        elif line.startswith(_KIND):
            changes = versions[-1].changes.setdefault(line.removeprefix(_KIND), [])
        elif line.startswith(_CHANGE):
            changes.append(line.removeprefix(_CHANGE))
        elif line.startswith(_GOES_ON):
            changes[-1] += f" {line.strip()}"
    return versions
