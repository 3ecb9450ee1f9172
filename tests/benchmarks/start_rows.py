"""Starts of ours, of a bare window of the same Qt, and of other programs with windows."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from homes import Homes
from painted_starts import Cost, NoWindowError, live_in, middle, start
from peers import absence_of, place_of
from screen import SERVER, Screen, own_screen
from starts import EMPTY_WINDOW
from table import Row

ROUNDS = 5
SMALL, LARGE, NEW = "small", "large", "new"
"""Homes: with the shipped release, with the documents, and with nothing."""

_KINDS = "time / CPU / peak RSS / PSS"


class Start(NamedTuple):
    """A program that is started in a home."""

    name: str
    command: tuple[str, ...]
    home: str


_VIEWER = (sys.executable, "-m", "viewer")
_BARE_WINDOW = (sys.executable, "-c", f"{EMPTY_WINDOW}application.exec()")
BARE = Start(f"bare `QMainWindow` of PySide6 {version('PySide6_Essentials')}", _BARE_WINDOW, SMALL)
OURS = (
    Start("14 items", _VIEWER, SMALL),
    Start("10,000 items", _VIEWER, LARGE),
    Start("first start of all", _VIEWER, NEW),
)
PEERS = (
    Start("Recoll, the same documents", ("recoll",), LARGE),
    Start("Zeal, empty", ("zeal",), SMALL),
    Start("GoldenDict, empty", ("goldendict",), SMALL),
    Start("Kiwix, empty", ("kiwix-desktop",), SMALL),
    Start("Qt Assistant, empty", ("assistant",), SMALL),
)


def start_rows(homes: Homes, folder: Path, say: Callable[[str], object]) -> Iterator[Row]:
    """Ours in each home against the bare window, and against the peers in the same home.

    The large home has to be there. `folder` is for the screen; `say` is told how far it is.
    """
    programs = (BARE, *OURS, *PEERS)
    found: dict[Start, Cost | str] = {one: absence_of(SERVER, one.command[0]) for one in programs}
    if present := [one for one in programs if not found[one]]:
        with own_screen(folder) as screen:
            found |= _measured(present, homes, screen, say)
    pairs = [(one, BARE) for one in OURS]
    pairs += [(next(one for one in OURS if one.home == peer.home), peer) for peer in PEERS]
    for one, other in pairs:
        ours, theirs = found[one], found[other]
        yield Row(
            f"start, {one.name}: {_KINDS}",
            () if isinstance(ours, str) else ours.quantities(),
            other.name,
            theirs if isinstance(theirs, str) else theirs.quantities(),
        )


def _measured(
    programs: list[Start], homes: Homes, screen: Screen, say: Callable[[str], object]
) -> dict[Start, Cost | str]:
    """The median cost of each, or why there is none. They are started in turn, so that all have the same weather."""
    reasons: dict[Start, str] = {}
    for one in programs:
        if one.home == NEW:
            continue
        say(f"{one.name}: a first start, so that later ones find what it leaves")
        with homes.kept(one.home) as home:
            try:
                live_in(_command(one), home, screen)
            except NoWindowError as error:
                reasons[one] = f"no window: {error}"
    costs: dict[Start, list[Cost]] = {one: [] for one in programs if one not in reasons}
    for number in range(ROUNDS):
        say(f"starts, round {number + 1} of {ROUNDS}")
        for one in costs:
            with homes.copied(one.home) as home:
                costs[one].append(start(_command(one), home, screen))
    return reasons | {one: middle(found) for one, found in costs.items()}


def _command(one: Start) -> list[str]:
    program, *arguments = one.command
    return [place_of(program) or program, *arguments]
