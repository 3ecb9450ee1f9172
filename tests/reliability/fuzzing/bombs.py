"""Small or large files that would take far more memory than they are long: `python bombs.py NAME` reads one of them."""

from __future__ import annotations

import resource
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[2]), str(HERE.parents[1]), str(HERE.parent)]

from fuzzing.seeds import W, word_with  # noqa: E402  the path comes first
from viewer.readers.reader import LARGEST_FILE, read_file  # noqa: E402
from viewer.release.errors import ReleaseViewerError  # noqa: E402

MOST_MEMORY = 1 << 30
"""Bytes of address space, with Python and all libraries in it."""


def _filled(unit: bytes, before: bytes = b"") -> bytes:
    return before + unit * ((LARGEST_FILE - len(before)) // len(unit))


def _entities(number: int) -> bytes:
    laughs = "".join(f"<!ENTITY l{place} '{f'&l{place - 1};' * 10}'>" for place in range(1, number))
    head = f"<!DOCTYPE d [<!ENTITY l0 '渡口'>{laughs}]>"
    body = f"<w:document {W}><w:body><w:p><w:r><w:t>&l{number - 1};</w:t></w:r></w:p></w:body></w:document>"
    return word_with("", document=head + body)


BOMBS: dict[str, Callable[[], bytes]] = {
    "lines.txt": lambda: _filled(b"a\n"),
    "lines.md": lambda: _filled(b"a\n\n"),
    "one-line.md": lambda: _filled(b"*a* "),
    "figures.txt": lambda: _filled("1个\n".encode()),
    "elements.html": lambda: _filled(b"<br>", b"<html>"),
    "attributes.html": lambda: _filled(b" a", b"<html><p"),
    "lines.html": lambda: _filled(b"a\n", b"<html><pre>"),
    "paragraphs.docx": lambda: word_with("<w:p/>" * 20_000_000),
    "entities.docx": lambda: _entities(12),
    "white-space.docx": lambda: word_with(f"<w:p><w:r><w:t>{' ' * 200_000_000}</w:t></w:r></w:p>"),
}


def main() -> None:
    """Print the problem that is said, or `read`; what takes too much memory ends with an error."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, sys.argv[1])
        path.write_bytes(BOMBS[path.name]())
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        try:
            read_file(path)
        except ReleaseViewerError as error:
            print(error.problem.name)
        else:
            print("read")


if __name__ == "__main__":
    main()
