"""The manifest by which Flatpak packs the self-contained program."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from machine import needs
from test_desktop_metadata import ENTRY_FILE, METAINFO_FILE, PROJECT

from viewer.folders import NAME

MANIFEST = Path(__file__).resolve().parents[1] / "resources" / "packages" / "flatpak.json"
WANTED = json.loads(MANIFEST.read_text(encoding="utf-8"))
(MODULE,) = WANTED["modules"]


@needs("flatpak-builder")
def test_flatpak_builder_knows_all_that_the_manifest_says(tmp_path: Path) -> None:
    command = ["flatpak-builder", "--show-manifest", str(MANIFEST)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path)
    assert done.stderr == ""
    assert json.loads(done.stdout)["id"] == WANTED["id"]


def test_the_files_of_the_desktop_get_the_name_that_flatpak_asks_for() -> None:
    assert WANTED["rename-desktop-file"] == ENTRY_FILE.name
    assert WANTED["rename-appdata-file"] == METAINFO_FILE.name
    assert WANTED["rename-icon"] == NAME
    shared = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["shared-data"].values()
    assert f"share/mime/packages/{NAME}.xml" in shared
    assert any(f"{NAME}.xml {WANTED['id']}.xml" in command for command in MODULE["build-commands"])


def test_the_program_in_it_has_no_network() -> None:
    assert "--share=network" not in WANTED["finish-args"]
