"""Faults for the program: every slot, every override of Qt's, and what runs in threads and in SQLite can fail once."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from functools import update_wrapper
from importlib import import_module
from inspect import CO_VARARGS
from pathlib import Path
from types import FunctionType
from typing import Any

import viewer

SECRET = "县局内部"
"""Stands in the message of every fault, and must stand in no log."""

_PACKAGES = ("models", "widgets")
_MODULES = ("viewer.app", "viewer.after_paint", "viewer.handover", "viewer.repairs")
# what takes errors itself, and what draws without a window
_OWN = ("viewer.widgets.message_bar", "viewer.widgets.paper", "viewer.widgets.chart_file")
# in a worker's thread, or inside SQLite in one
_CALLBACKS = (
    "viewer.models.searcher:search",
    "viewer.models.searcher:summarise",
    "viewer.models.searcher:parse_query",
    "viewer.models.goals:find_destinations",
    "viewer.models.goals:recall_destinations",
    "viewer.models.asker:begin_index",
    "viewer.models.asker:spell",
    "viewer.models.asker:Asker._newest",
    "viewer.library.search:express",
    "viewer.library.search:snippet",
    "viewer.library.expression:_no_place",
    "viewer.library.tokens:tokenizer",
    "viewer.library.library:Library.rows",
    "viewer.library.arrivals:take_in",
    "viewer.widgets.figures_window:read_figure_page",
    "viewer.widgets.compare_window:compare",
    "viewer.opening:open_library",
    "viewer.opening:keep",
    "viewer.readers.reader:read_file",
)


class FaultError(Exception):
    """What fails."""


class Faults:
    """Knows what has been reached, and lets one thing fail the next time.

    Attributes:
        reached: the names of all that was called since it was cleared.
        failed: whether what is to fail has failed.
    """

    def __init__(self) -> None:
        self.reached: set[str] = set()
        self.failed = False
        self._next = ""

    def prepare(self, name: str) -> None:
        """Let this fail once; "" for nothing."""
        self._next, self.failed = name, False

    def plant(self) -> list[str]:
        """Put a fault into everything, to lie still until it is wanted; gives the names."""
        names: list[str] = []
        for name, owner, attribute in (*_methods(), *_callbacks()):
            function = vars(owner)[attribute]
            if not isinstance(function, FunctionType):
                continue
            if (inside := getattr(function, "__wrapped__", None)) is not None:  # an override: inside its guard
                cell = (function.__closure__ or ())[function.__code__.co_freevars.index("method")]
                cell.cell_contents = _faulty(inside, name, self._meet)
            else:
                setattr(owner, attribute, _faulty(function, name, self._meet))
            names.append(name)
        return names

    def _meet(self, name: str) -> None:
        self.reached.add(name)
        if name == self._next and not self.failed:
            self.failed = True
            raise FaultError(SECRET)


def _faulty(function: FunctionType, name: str, meet: Callable[[str], None]) -> Callable[..., Any]:
    """The function after `meet`; with its own parameters, for by these PySide tells what a slot takes."""
    code = function.__code__
    parameters = list(code.co_varnames[: code.co_argcount])
    if code.co_flags & CO_VARARGS:
        parameters.append(f"*{code.co_varnames[code.co_argcount + code.co_kwonlyargcount]}")
    named = code.co_varnames[code.co_argcount : code.co_argcount + code.co_kwonlyargcount]
    star = ["*"] if named and not code.co_flags & CO_VARARGS else []
    head = ", ".join((*parameters, *star, *named))
    call = ", ".join((*parameters, *(f"{one}={one}" for one in named)))
    made: dict[str, Any] = {**function.__globals__, "_meet": meet, "_function": function, "_name": name}
    exec(f"def {function.__name__}({head}):\n    _meet(_name)\n    return _function({call})", made)
    wrapper = made[function.__name__]
    wrapper.__defaults__, wrapper.__kwdefaults__ = function.__defaults__, function.__kwdefaults__
    return update_wrapper(wrapper, function)


def _methods() -> Iterator[tuple[str, Any, str]]:
    """Slots and overrides: their names, their classes, and what they are called there."""
    root = Path(viewer.__file__).parent
    modules = [f"viewer.{package}.{file.stem}" for package in _PACKAGES for file in (root / package).glob("*.py")]
    for module in sorted({*modules, *_MODULES} - set(_OWN)):
        path = root.joinpath(*module.split(".")[1:]).with_suffix(".py")
        for part in ast.parse(path.read_bytes()).body:
            for member in part.body if isinstance(part, ast.ClassDef) else ():
                if isinstance(member, ast.FunctionDef) and _decorators(member) & {"Slot", "override"}:
                    assert isinstance(part, ast.ClassDef)
                    owner = getattr(import_module(module), part.name)
                    yield f"{module}:{part.name}.{member.name}", owner, member.name


def _decorators(function: ast.FunctionDef) -> set[str]:
    calls = (part.func if isinstance(part, ast.Call) else part for part in function.decorator_list)
    return {part.id for part in calls if isinstance(part, ast.Name)}


def _callbacks() -> Iterator[tuple[str, Any, str]]:
    for name in _CALLBACKS:
        module, _colon, path = name.partition(":")
        owner: Any = import_module(module)
        *classes, attribute = path.split(".")
        for part in classes:
            owner = getattr(owner, part)
        yield name, owner, attribute
