"""Commands that write files: parts of the library, and pictures of the window."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path

from viewer.command import Argument, Command, OneOf, on_library, size, text
from viewer.library.library import Library
from viewer.library.scope import Scope
from viewer.release.errors import QT_TRANSLATE_NOOP, Translate
from viewer.release.extract import Extract
from viewer.terminal import say_progress
from viewer.with_qt import import_drawing


@on_library
def _export(library: Library, arguments: Namespace, translate: Translate) -> None:
    """Write a part of the library into a file."""
    from viewer.exporting import export  # the other commands do without
    from viewer.library.figure_table import FigureQuery

    scope = Scope(tuple(arguments.id), arguments.query)
    what = FigureQuery(scope) if arguments.figures else scope
    for written in export(library, what, arguments.out, _write_pdf):
        said = translate("cli", "{done} of {total} written")
        say_progress(said.format(done=written.done, total=written.total))


def _write_pdf(path: Path, extracts: Iterable[Extract], title: str) -> Iterator[None]:
    """Qt lays out the pages; it is loaded for a PDF alone."""
    steps: Iterator[None] = import_drawing().write_pdf(path, extracts, title)
    return steps


def _screenshot(library_path: Path, arguments: Namespace, _translate: Translate) -> int:
    """Draw the window into a PNG file, on no display."""
    drawing = import_drawing()
    shot = drawing.Shot(arguments.query, arguments.item, arguments.window, arguments.size, arguments.theme)
    drawing.write_screenshot(library_path, arguments.out, shot)
    return 0


WRITING_COMMANDS = (
    Command(
        "export",
        QT_TRANSLATE_NOOP("cli", "write entries into a file, or their figures"),
        _export,
        Argument(
            "out",
            QT_TRANSLATE_NOOP("cli", "a file that ends in .md, .html, .csv, .json or .pdf"),
            type=Path,
            metavar="OUT",
        ),
        OneOf(
            Argument(
                "--id",
                QT_TRANSLATE_NOOP("cli", "only this release, section or item; may be given again"),
                type=text,
                metavar="ID",
                action="append",
                default=[],
            ),
            Argument("--query", QT_TRANSLATE_NOOP("cli", "only what this finds"), type=text, metavar="Q", default=""),
        ),
        Argument("--figures", QT_TRANSLATE_NOOP("cli", "a table of the figures instead (.csv)"), action="store_true"),
    ),
    Command(
        "screenshot",
        QT_TRANSLATE_NOOP("cli", "draw the window into a PNG file; needs no display"),
        _screenshot,
        Argument("out", QT_TRANSLATE_NOOP("cli", "the file to write"), type=Path, metavar="OUT.png"),
        OneOf(
            Argument(
                "--query",
                QT_TRANSLATE_NOOP("cli", "what is typed into the search bar"),
                type=text,
                metavar="Q",
                default="",
            ),
            Argument("--item", QT_TRANSLATE_NOOP("cli", "the page that is shown"), type=text, metavar="ID", default=""),
        ),
        Argument(
            "--window",
            QT_TRANSLATE_NOOP("cli", "draw this window, as the main one opens it"),
            choices=("figures", "compare", "about"),
            default="",
        ),
        Argument(
            "--size", QT_TRANSLATE_NOOP("cli", "in pixels (1100x720)"), type=size, default=(1100, 720), metavar="WxH"
        ),
        Argument("--theme", QT_TRANSLATE_NOOP("cli", "the colours"), choices=("light", "dark"), default="light"),
    ),
)
