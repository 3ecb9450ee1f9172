"""Brings the translations up to date with the code: `python resources/translations/update.py [FOLDER]`.

A new text stands in the TS file as unfinished until it is translated there; then this is run again.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

TRANSLATIONS = Path(__file__).parent
CODE = TRANSLATIONS.parents[1] / "viewer"
OPTIONS: dict[str, tuple[str, ...]] = {
    "viewer_zh_CN": (),
    "viewer_en": ("-pluralonly",),  # the texts in the code are English, but for their plural
}


def update(folder: Path) -> None:
    """Take the texts of the code into the TS files of a folder, and compile these to QM files beside them."""
    code = sorted(map(str, CODE.rglob("*.py")))
    for name, options in OPTIONS.items():
        texts = folder / f"{name}.ts"
        _run("pyside6-lupdate", "-locations", "none", "-no-obsolete", *options, *code, "-ts", texts)
        _run("pyside6-lrelease", texts, "-qm", texts.with_suffix(".qm"))


def _run(program: str, *arguments: str | Path) -> None:
    subprocess.run([Path(sys.executable).with_name(program), *arguments], check=True)


if __name__ == "__main__":
    update(Path(sys.argv[1]) if len(sys.argv) > 1 else TRANSLATIONS)
