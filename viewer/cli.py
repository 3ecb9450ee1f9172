"""The program as it is started from a terminal or a desktop. The window needs no more of it than this file."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

from viewer import exit_codes
from viewer.address import SCHEME
from viewer.folders import default_library, log_folder
from viewer.language import Translator, system_language
from viewer.release.errors import Problem, ReleaseViewerError
from viewer.with_qt import start_window


def main(arguments: list[str] | None = None) -> int:
    """Run the program; gives 0, 1 where `doctor` found trouble, 2 for what the user can mend, 70 for our own bug."""
    try:
        return _run(sys.argv[1:] if arguments is None else arguments)
    except ReleaseViewerError as error:
        print(error.sentence(Translator(system_language()).translate), file=sys.stderr)
        return exit_codes.MISTAKE
    except BrokenPipeError:
        _drop_output()  # the reader of a pipe has gone, as with `| head`; nothing more can be said to it
        return 0
    except KeyboardInterrupt:
        return exit_codes.INTERRUPTED
    except Exception as error:
        print(_report(error), file=sys.stderr)
        return exit_codes.BUG


def _run(arguments: list[str]) -> int:
    """Open the window, with documents and links if there are only such, or carry out a command."""
    wanted = [_path_of(argument) for argument in arguments]
    if all(one.startswith(SCHEME) or Path(one).exists() for one in wanted):
        return start_window(default_library(), wanted)
    if isinstance(sys.stdout, io.TextIOWrapper):  # what a terminal or pipe cannot take is escaped, as in errors
        sys.stdout.reconfigure(errors="backslashreplace")
    from viewer.argument_parser import make_parser

    translate = Translator(system_language()).translate
    parsed = make_parser(translate).parse_args(arguments)
    library_path = parsed.library or default_library()
    if parsed.run is None:
        return start_window(library_path, [], new=parsed.new_window)
    try:
        code = int(parsed.run(library_path, parsed, translate))
        print(end="", flush=True)  # Python itself would do so too late for a sentence
    except OSError as error:
        if isinstance(error, BrokenPipeError) or not _output_is_lost():
            raise
        reason = error.strerror or str(error)
        raise ReleaseViewerError(Problem.FILE_NOT_WRITTEN, sys.stdout.name, reason=reason) from error
    return code


def _output_is_lost() -> bool:
    """Whether what is printed cannot be written, as into a file on a full disk; nothing more of it is tried then."""
    try:
        print(end="", flush=True)
    except OSError:
        _drop_output()
        return True
    return False


def _drop_output() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _report(error: Exception) -> str:
    """Write an error that nobody expected to the log; gives what to say of it."""
    from viewer.error_log import write_to_log
    from viewer.error_report import report_of, versions  # seldom needed

    write_to_log(f"{versions()}\n{report_of(error)}")
    translate = Translator(system_language()).translate
    text = translate("cli", "Something went wrong inside the program ({error}). Where it did is written in {folder}.")
    return text.format(error=type(error).__name__, folder=log_folder())


def _path_of(argument: str) -> str:
    """The path of a file of this machine whose address a file manager has passed; any other argument as it is."""
    place = argument.removeprefix("file://").removeprefix("localhost")
    if not argument.startswith("file://") or not place.startswith("/") or place.startswith("//"):
        return argument
    from urllib.parse import urlsplit
    from urllib.request import url2pathname  # seldom needed

    return url2pathname(urlsplit(f"file://{place}").path)
