"""The grammar of the command line, made from the tables of commands."""

from __future__ import annotations

import argparse
from pathlib import Path

from viewer import __version__
from viewer.command import Argument, Command, OneOf
from viewer.document_commands import DOCUMENT_COMMANDS
from viewer.reading_commands import READING_COMMANDS
from viewer.release.errors import Translate
from viewer.upkeep_commands import UPKEEP_COMMANDS
from viewer.writing_commands import WRITING_COMMANDS

COMMANDS = (*READING_COMMANDS, *DOCUMENT_COMMANDS, *WRITING_COMMANDS, *UPKEEP_COMMANDS)
"""All of them, in the order in which help names them."""


def make_parser(translate: Translate) -> argparse.ArgumentParser:
    """What understands the command line, its help in the language of `translate`.

    It gives `run`, which carries out the command, or None without one; `library`, `new_window` and the command's own.
    """
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
    commands = parser.add_subparsers(title=translate("cli", "commands"), metavar="COMMAND")
    for command in COMMANDS:
        text = translate("cli", command.text)
        _fill(commands.add_parser(command.name, help=text, description=text, add_help=False), command, translate)
    return parser


def _fill(parser: argparse.ArgumentParser, command: Command, translate: Translate) -> None:
    """Let a parser understand what may follow a command."""
    parser.set_defaults(run=command.run)
    _add_help(parser, translate)
    # here too, for who writes it last; where it is not written, what stands before the command counts
    _add_library(parser, translate, default=argparse.SUPPRESS)
    for part in command.arguments:
        if isinstance(part, OneOf):
            choice = parser.add_mutually_exclusive_group()
            for argument in part.arguments:
                _add(choice, argument, translate)
        else:
            _add(parser, part, translate)


def _add(parser: argparse._ActionsContainer, argument: Argument, translate: Translate) -> None:
    parser.add_argument(argument.name, help=translate("cli", argument.text), **argument.options)


def _add_help(parser: argparse._ActionsContainer, translate: Translate) -> None:
    parser.add_argument("-h", "--help", action="help", help=translate("cli", "show this help"))


def _add_library(parser: argparse._ActionsContainer, translate: Translate, default: str | None) -> None:
    text = translate("cli", "the library to use, in place of $RELEASE_VIEWER_LIBRARY or the user's own")
    parser.add_argument("--library", type=Path, metavar="PATH", default=default, help=text)
