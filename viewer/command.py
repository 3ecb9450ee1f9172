"""What a command of the command line is: a row in a table, with its arguments and the function that carries it out."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

from viewer.library.library import Library
from viewer.library.soundness import explaining
from viewer.opening import open_library
from viewer.release.errors import QT_TRANSLATE_NOOP, Translate

_LARGEST_SIDE = 10_000  # pixels
_MOST_HITS = 10**9  # more than there are, and fewer than SQLite can count

Run = Callable[[Path, Namespace, Translate], int]
"""Takes the library's path, the parsed arguments and the reader's language; gives the exit code."""


class Argument:
    """An argument or an option.

    Attributes:
        name: as argparse takes it.
        text: what help says of it, in English, to be translated in the context `cli`.
        options: what else argparse is to know.
    """

    def __init__(self, name: str, text: str, **options: Any) -> None:
        self.name, self.text, self.options = name, text, options


class OneOf:
    """Options of which only one may be given.

    Attributes:
        arguments: these options.
    """

    def __init__(self, *arguments: Argument) -> None:
        self.arguments = arguments


class Command:
    """A command.

    Attributes:
        name: as it is typed.
        text: what help says of it, in English, to be translated in the context `cli`.
        run: carries it out.
        arguments: that it takes, beside those that all take.
    """

    def __init__(self, name: str, text: str, run: Run, *arguments: Argument | OneOf) -> None:
        self.name, self.text, self.run, self.arguments = name, text, run, arguments


JSON = Argument("--json", QT_TRANSLATE_NOOP("cli", "print JSON"), action="store_true")


def on_library(command: Callable[[Library, Namespace, Translate], int | None]) -> Run:
    """The command on an open library, which is closed afterwards."""

    def run(library_path: Path, arguments: Namespace, translate: Translate) -> int:
        with explaining(library_path):
            library = open_library(library_path)
            try:
                return command(library, arguments, translate) or 0
            finally:
                library.close()

    return run


def count(text: str) -> int:
    """A whole number from 1 on; argparse says the name of this function where it is none."""
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return min(number, _MOST_HITS)


def text(argument: str) -> str:
    """An argument as text that a library can hold: bytes that are no text are escaped, those of UTF-8 are text.

    The locale may not know them, as C where Python is kept from taking UTF-8 instead.
    """
    unknown = "surrogateescape" if os.name == "posix" else "surrogatepass"  # how Python carries them
    return argument.encode(errors=unknown).decode(errors="backslashreplace")


def size(text: str) -> tuple[int, int]:
    """Width and height, as in 1100x720."""
    width, height = (int(part) for part in text.lower().split("x"))
    if not (1 <= width <= _LARGEST_SIDE and 1 <= height <= _LARGEST_SIDE):
        raise ValueError(text)
    return width, height
