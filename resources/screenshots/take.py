"""Takes the pictures of the README by `release-viewer screenshot`: `python resources/screenshots/take.py [FOLDER]`.

The documents of one's own in them are the texts beside this file, of a town that there is not.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

DOCUMENTS = Path(__file__).parent
_SIZE = ("--size", "1000x620")
_SHIPPED_ALONE = {
    "window": (*_SIZE, "--item", "xuzhou-2024/fengcheng-outpost"),
    "search": (*_SIZE, "--query", "群众"),
    "search-pinyin": (*_SIZE, "--query", "fengxgaj OR 三亿六千万"),
    "search-dark": (*_SIZE, "--query", "地区:丰县", "--theme", "dark"),
    "help": (*_SIZE, "--item", "help:search"),
    "about": ("--size", "720x480", "--window", "about"),
}
_WITH_DOCUMENTS = {
    "document": (*_SIZE, "--item", "{latest}/p12"),
    "figures": ("--size", "1060x510", "--item", "{latest}", "--window", "figures"),
    "compare": ("--size", "1120x640", "--item", "{latest}", "--window", "compare"),
}
PICTURES = (*_SHIPPED_ALONE, *_WITH_DOCUMENTS)


def take(folder: Path) -> None:
    """Write `NAME.png` of every picture into a folder."""
    with tempfile.TemporaryDirectory() as scratch:
        library = Path(scratch, "library.sqlite")
        for name, options in _SHIPPED_ALONE.items():
            _take(library, folder / f"{name}.png", options)
        _run(library, "remove", "xuzhou-2024")
        _run(library, "import", *map(str, DOCUMENTS.glob("*.txt")))
        latest = json.loads(_run(library, "list", "--json"))[0]["id"]
        for name, options in _WITH_DOCUMENTS.items():
            _take(library, folder / f"{name}.png", [option.format(latest=latest) for option in options])


def _take(library: Path, out: Path, options: tuple[str, ...] | list[str]) -> None:
    _run(library, "screenshot", str(out), *options)
    with Image.open(out) as image:
        few_colours = image.convert("RGB").quantize(256, dither=Image.Dither.NONE)
    few_colours.save(out, optimize=True)  # a third of the size, and no difference to see


def _run(library: Path, *arguments: str) -> str:
    command = [sys.executable, "-m", "viewer", "--library", str(library), *arguments]
    environment = {**os.environ, "LANGUAGE": "zh_CN"}
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8", env=environment).stdout


if __name__ == "__main__":
    take(Path(sys.argv[1]) if len(sys.argv) > 1 else DOCUMENTS)
