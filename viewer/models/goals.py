"""What one can go to: pages by their names, and commands by theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from viewer.library.destinations import Destination, find_destinations, recall_destinations
from viewer.library.library import Library
from viewer.library.matches import mark_title, nearness
from viewer.library.query import Words
from viewer.library.query_parser import parse_words
from viewer.release.folding import Span

LIMIT = 50
"""The most that are offered at once."""

_COMMANDS_ALONE = (">", "＞", "》")  # the last is what the key gives while Chinese punctuation is on


@dataclass(frozen=True)
class Command:
    """Something that the window can do now.

    Attributes:
        id: of the action.
        title: in the language of the window.
        other: the title in the other language, by which it is found too.
        menu: that it is in.
        shortcut: as this system writes it; "" for none.
        spans: where the title is as what was typed.
    """

    id: str
    title: str
    other: str
    menu: str
    shortcut: str = ""
    spans: tuple[Span, ...] = ()


Goal = Destination | Command
"""Where one can go, or what one can do instead."""


@dataclass(frozen=True)
class GoalQuestion:
    """Where somebody wants to go.

    Attributes:
        typed: a part of a name; after `>` of that of a command.
        visited: the ids of the pages that are offered before anything is typed, in their order.
        commands: those that can be taken now, in the order in which they are offered then.
    """

    typed: str
    visited: tuple[str, ...]
    commands: tuple[Command, ...]


def find_goals(library: Library, question: GoalQuestion) -> Iterator[tuple[Goal, ...]]:
    """What is so called, the nearest first; pages that were visited and all commands where nothing is typed."""
    typed = question.typed.strip()
    commands_alone = typed.startswith(_COMMANDS_ALONE)
    typed = typed[commands_alone:]
    if words := parse_words(typed):
        pages = () if commands_alone else find_destinations(library, typed, LIMIT)
        found: list[Goal] = [*pages, *_find_commands(question.commands, words)]
        yield tuple(sorted(found, key=lambda goal: nearness(goal.title, goal.spans))[:LIMIT])
        return
    pages = () if commands_alone else recall_destinations(library, question.visited)
    yield (*pages, *question.commands)
    find_destinations(library, "fa", 1)  # loads what the first letters would wait for, after what can be shown now


def _find_commands(commands: Iterable[Command], words: tuple[Words, ...]) -> Iterator[Command]:
    for command in commands:
        for title in (command.title, f"{command.title} ({command.other})"):
            if all(mark_title(title, [word]) for word in words):
                yield replace(command, title=title, spans=mark_title(title, words))
                break
