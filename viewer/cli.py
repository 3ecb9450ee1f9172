"""The command line. Qt is imported only where a window is asked for."""

from __future__ import annotations

import argparse
import io
import os
import sys
from pathlib import Path

from viewer import __version__, commands, rescue
from viewer.address import SCHEME
from viewer.folders import default_library, log_folder
from viewer.language import Translator, system_language
from viewer.release.errors import ReleaseViewerError, Translate

EXIT_MISTAKE = 2
EXIT_BUG = 70  # EX_SOFTWARE of sysexits.h
EXIT_INTERRUPTED = 130  # as shells say it of Ctrl+C

_LARGEST_SIDE = 10_000  # pixels
_MOST_HITS = 10**9  # more than there are, and fewer than SQLite can count


def main(arguments: list[str] | None = None) -> int:
    """Run the program; gives 0, 1 where `doctor` found trouble, 2 for what the user can mend, 70 for our own bug."""
    arguments = sys.argv[1:] if arguments is None else arguments
    try:
        wanted = [_path_of(argument) for argument in arguments]
        if all(one.startswith(SCHEME) or Path(one).exists() for one in wanted):
            return commands.open_window(default_library(), wanted)
        if isinstance(sys.stdout, io.TextIOWrapper):  # what a terminal or pipe cannot take is escaped, as in errors
            sys.stdout.reconfigure(errors="backslashreplace")
        translator = Translator(system_language())
        parsed = make_parser(translator.translate).parse_args(arguments)
        library_path = parsed.library or default_library()
        if parsed.run is None:
            return commands.open_window(library_path, [], new=parsed.new_window)
        return int(parsed.run(library_path, parsed, translator.translate))
    except ReleaseViewerError as error:
        print(error.sentence(Translator(system_language()).translate), file=sys.stderr)
        return EXIT_MISTAKE
    except BrokenPipeError:
        # the reader of a pipe has gone, as with `| head`; nothing more can be said to it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except Exception as error:
        print(_report(error), file=sys.stderr)
        return EXIT_BUG


def _report(error: Exception) -> str:
    """Write an error that nobody expected to the log; gives what to say of it."""
    from viewer.error_log import write_to_log
    from viewer.error_report import report_of, versions  # seldom needed

    write_to_log(f"{versions()}\n{report_of(error)}")
    translate = Translator(system_language()).translate
    text = translate("cli", "Something went wrong inside the program ({error}). Where it did is written in {folder}.")
    return text.format(error=type(error).__name__, folder=log_folder())


def make_parser(translate: Translate) -> argparse.ArgumentParser:
    """The grammar of the command line, its help in the language of `translate`."""
    parser = argparse.ArgumentParser(
        prog="release-viewer",
        description=translate("cli", "A reader for official press releases. Without a command it opens its window."),
        add_help=False,
    )
    parser.set_defaults(run=None)
    options = parser.add_argument_group(translate("cli", "options"))
    _add_help(options, translate)
    options.add_argument(
        "--version",
        action="version",
        version=f"release-viewer {__version__}",
        help=translate("cli", "print the version"),
    )
    options.add_argument(
        "--new-window", action="store_true", help=translate("cli", "open another window where one is open already")
    )
    _add_library(options, translate, default=None)
    subparsers = parser.add_subparsers(title=translate("cli", "commands"), metavar="COMMAND")

    def add(name: str, run: commands.Command, text: str, **options: str) -> argparse.ArgumentParser:
        command = subparsers.add_parser(name, help=text, description=text, add_help=False)
        command.set_defaults(run=run)
        _add_help(command, translate)
        # here too, for who writes it last; where it is not written, what stands before the command counts
        _add_library(command, translate, default=argparse.SUPPRESS)
        if "json" in options:
            command.add_argument("--json", action="store_true", help=options["json"])
        return command

    json_help = translate("cli", "print JSON")
    add(
        "list",
        commands.print_list,
        translate("cli", "print releases, sections and items with their ids"),
        json=json_help,
    )
    search = add("search", commands.print_search, translate("cli", "print what a query finds"), json=json_help)
    search.add_argument(
        "query",
        type=text,
        metavar="QUERY",
        nargs="+",
        help=translate("cli", "words, fields, numbers or pinyin, as in the search bar"),
    )
    search.add_argument(
        "--limit", type=count, default=20, metavar="N", help=translate("cli", "how many hits at most (20)")
    )
    show = add("show", commands.show_entry, translate("cli", "print one release, section or item"))
    show.add_argument("id", type=text, metavar="ID", help=translate("cli", "an id, as `list` prints it"))
    show.add_argument(
        "--format", choices=("text", "markdown", "json"), default="text", help=translate("cli", "how to print it")
    )
    add("figures", commands.print_figures, translate("cli", "print every figure"), json=json_help)
    compare = add(
        "compare",
        commands.compare_releases,
        translate("cli", "print what became of the figures of one release in another"),
        json=json_help,
    )
    compare.add_argument("before", type=text, metavar="BEFORE", help=translate("cli", "the id of a release"))
    compare.add_argument(
        "after", type=text, metavar="AFTER", nargs="+", help=translate("cli", "the id of a later one; may be several")
    )
    compare.add_argument(
        "--chart",
        type=Path,
        metavar="OUT",
        help=translate("cli", "also draw what is in two or more of them into a .png or .svg file"),
    )
    export = add("export", commands.export, translate("cli", "write entries into a file, or their figures"))
    export.add_argument(
        "out", type=Path, metavar="OUT", help=translate("cli", "a file that ends in .md, .html, .csv, .json or .pdf")
    )
    part = export.add_mutually_exclusive_group()
    part.add_argument(
        "--id",
        type=text,
        metavar="ID",
        action="append",
        default=[],
        help=translate("cli", "only this release, section or item; may be given again"),
    )
    part.add_argument("--query", type=text, metavar="Q", default="", help=translate("cli", "only what this finds"))
    export.add_argument(
        "--figures", action="store_true", help=translate("cli", "a table of the figures instead (.csv)")
    )
    add("notice", commands.print_notice, translate("cli", "print the copyright notice of every release"))
    import_ = add(
        "import",
        commands.import_documents,
        translate("cli", "read documents and take them into the library"),
        json=translate("cli", "print JSON: what became of each document, or with --dry-run each release on a line"),
    )
    import_.add_argument(
        "path",
        type=Path,
        metavar="PATH",
        nargs="+",
        help=translate("cli", "a document (txt, md, html, mhtml, docx, pdf, json) or a folder of them"),
    )
    import_.add_argument(
        "--dry-run",
        action="store_const",
        dest="run",
        const=commands.print_documents,
        help=translate("cli", "print what is understood, and take nothing in"),
    )
    check = add(
        "check",
        commands.check_source,
        translate("cli", "look in a document for every figure and name of a release"),
        json=json_help,
    )
    check.add_argument("id", type=text, metavar="RELEASE", help=translate("cli", "the id of a release"))
    check.add_argument(
        "path", type=Path, metavar="SOURCE", help=translate("cli", "the document that it was taken from")
    )
    remove = add("remove", commands.remove, translate("cli", "remove a release"))
    remove.add_argument("id", type=text, metavar="ID", help=translate("cli", "the id of a release"))
    index = add("index", commands.look_after_index, translate("cli", "check the search index, or make it anew"))
    which = index.add_mutually_exclusive_group()
    which.add_argument("--check", action="store_true", help=translate("cli", "say what is wrong with it"))
    which.add_argument("--rebuild", action="store_true", help=translate("cli", "make it anew, then check it"))
    doctor = add(
        "doctor", commands.print_checks, translate("cli", "look at display, fonts, SQLite, library and folders")
    )
    doctor.add_argument(
        "--repair",
        action="store_const",
        dest="run",
        const=rescue.repair,
        help=translate("cli", "save what can be read of a damaged library into a sound one; the damaged file is kept"),
    )
    backup = add("backup", rescue.back_up, translate("cli", "copy the library as it is now, while it is used or not"))
    backup.add_argument(
        "file",
        type=Path,
        metavar="FILE",
        nargs="?",
        help=translate("cli", "the file to write (one in “backups” beside the library, named by the date)"),
    )
    restore = add("restore", rescue.restore, translate("cli", "put a copy in the place of the library, which is kept"))
    restore.add_argument("file", type=Path, metavar="FILE", help=translate("cli", "a copy that `backup` made"))
    shot = add(
        "screenshot", commands.draw_screenshot, translate("cli", "draw the window into a PNG file; needs no display")
    )
    shot.add_argument("out", type=Path, metavar="OUT.png", help=translate("cli", "the file to write"))
    what = shot.add_mutually_exclusive_group()
    what.add_argument(
        "--query", type=text, metavar="Q", default="", help=translate("cli", "what is typed into the search bar")
    )
    what.add_argument("--item", type=text, metavar="ID", default="", help=translate("cli", "the page that is shown"))
    shot.add_argument(
        "--window",
        choices=("figures", "compare", "about"),
        default="",
        help=translate("cli", "draw this window, as the main one opens it"),
    )
    shot.add_argument(
        "--size", type=size, default=(1100, 720), metavar="WxH", help=translate("cli", "in pixels (1100x720)")
    )
    shot.add_argument("--theme", choices=("light", "dark"), default="light", help=translate("cli", "the colours"))
    return parser


def _path_of(argument: str) -> str:
    """The path of a file of this machine whose address a file manager has passed; any other argument as it is."""
    place = argument.removeprefix("file://").removeprefix("localhost")
    if not argument.startswith("file://") or not place.startswith("/") or place.startswith("//"):
        return argument
    from urllib.parse import urlsplit
    from urllib.request import url2pathname  # seldom needed

    return url2pathname(urlsplit(f"file://{place}").path)


def _add_help(parser: argparse._ActionsContainer, translate: Translate) -> None:
    parser.add_argument("-h", "--help", action="help", help=translate("cli", "show this help"))


def _add_library(parser: argparse._ActionsContainer, translate: Translate, default: str | None) -> None:
    text = translate("cli", "the library to use, in place of $RELEASE_VIEWER_LIBRARY or the user's own")
    parser.add_argument("--library", type=Path, metavar="PATH", default=default, help=text)


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
