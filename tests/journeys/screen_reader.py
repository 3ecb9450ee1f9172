"""A small screen reader: finds, does, reads and hears through AT-SPI alone, as Orca does.

It is run by the Python of the system, which has pyatspi; see `screen_reader_jobs.py`.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import pyatspi
from gi.repository import Atspi, Gio, GLib

Accessible = Any
"""An `Atspi.Accessible`, which has no types."""

_PATIENCE = 60  # seconds, on a machine that does much else
_MILLISECONDS_BETWEEN_LOOKS = 20
_KEY_SYMBOLS = {
    "Delete": 0xFFFF,
    "space": 0x20,
    "Return": 0xFF0D,
    "Escape": 0xFF1B,
    "Tab": 0xFF09,
    "Left": 0xFF51,
    "Up": 0xFF52,
    "Right": 0xFF53,
    "Down": 0xFF54,
}
_FUNCTION_KEY = 0xFFBD
_MODIFIERS = {"Ctrl": 37, "Shift": 50, "Alt": 64}  # the codes of the keys on every X server of Linux
_HEARD = (
    "object:announcement",
    "object:active-descendant-changed",
    "object:state-changed:focused",
    "object:text-caret-moved",
)
MENU_ROLES = ("menu", "menu item", "check menu item", "radio menu item")


class UnheardError(Exception):
    """Something that should be found or heard is not; says what has been heard instead."""


class ScreenReader:
    """Listens to one application.

    Attributes:
        application: what it listens to, once `attend` has found it.
        heard: what has been said since the last keys or text.
    """

    def __init__(self) -> None:
        self.application: Accessible = None
        self.heard: list[str] = []
        self._loop = GLib.MainLoop()
        pyatspi.setTimeout(1000 * _PATIENCE, 1000 * _PATIENCE)  # else who does not answer within 0.8 s is given up
        _say_that_somebody_listens()
        pyatspi.Registry.registerEventListener(self._hear, *_HEARD)

    def attend(self) -> None:
        """Wait for an application to come, and listen to it."""
        desktop = pyatspi.Registry.getDesktop(0)

        def look() -> Accessible:
            return next((part for part in desktop if part and part.childCount), None)

        self.application = self.until(look, "an application")
        self.application.set_cache_mask(Atspi.Cache.NONE)  # Qt does not say all that changes

    def until(self, look: Callable[[], Any], what: str) -> Any:
        """Look, and listen meanwhile, until there is something; gives it. Raises UnheardError if nothing comes."""
        found: list[Any] = []
        end = time.monotonic() + _PATIENCE

        def tick() -> bool:
            try:
                found[:] = [look()]
            except GLib.Error:  # what is looked at has gone meanwhile
                found[:] = [None]
            if found[0] or time.monotonic() > end:
                self._loop.quit()
                return False
            return True

        GLib.timeout_add(_MILLISECONDS_BETWEEN_LOOKS, tick)
        self._loop.run()
        if not found[0]:
            raise UnheardError(f"{what} has not come; heard: {self.heard}")
        return found[0]

    def find(self, role: str, name: str, within: Accessible = None) -> Accessible:
        """What has a role and a name that begins so, once it is there."""
        return self.until(lambda: self._look_for(role, name, within), f"{role} “{name}”")

    def lose(self, role: str, name: str) -> None:
        """Wait until nothing has a role and a name that begins so."""
        self.until(lambda: self._look_for(role, name, None) is None, f"the end of {role} “{name}”")

    def walk(self, top: Accessible) -> Iterator[Accessible]:
        """An accessible and all below it, from the top."""
        yield top
        for number in range(top.childCount):
            part = top.getChildAtIndex(number)
            if part is not None:
                yield from self.walk(part)

    def do(self, part: Accessible) -> None:
        """Do what an accessible is there for: its first action."""
        part.queryAction().doAction(0)

    def focus(self, part: Accessible) -> None:
        """Give an accessible the focus, and wait until it has it."""
        part.queryComponent().grabFocus()
        self.until(lambda: has_state(part, pyatspi.STATE_FOCUSED), f"the focus on “{part.name}”")

    def write(self, part: Accessible, text: str) -> None:
        """Put `text` in place of what a line has."""
        self.heard.clear()
        part.queryEditableText().setTextContents(text)

    def press(self, keys: str) -> None:
        """Press keys, such as Ctrl+Shift+F; what has been heard before is forgotten."""
        self.heard.clear()
        *modifiers, key = keys.split("+")
        for modifier in modifiers:
            pyatspi.Registry.generateKeyboardEvent(_MODIFIERS[modifier], None, pyatspi.KEY_PRESS)
        pyatspi.Registry.generateKeyboardEvent(_symbol(key), None, pyatspi.KEY_SYM)
        for modifier in reversed(modifiers):
            pyatspi.Registry.generateKeyboardEvent(_MODIFIERS[modifier], None, pyatspi.KEY_RELEASE)

    def click(self, part: Accessible) -> None:
        """Click the middle of an accessible."""
        place = part.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        x, y = place.x + place.width // 2, place.y + place.height // 2
        pyatspi.Registry.generateMouseEvent(x, y, pyatspi.MOUSE_B1C)

    def hear(self, *parts: str) -> str:
        """What is said that has all these parts, once it is said; it is written into the transcript."""

        def look() -> str:
            return next((said for said in self.heard if all(part in said for part in parts)), "")

        said = str(self.until(look, f"“{' … '.join(parts)}”"))
        print("   ", said)
        return said

    def _look_for(self, role: str, name: str, within: Accessible) -> Accessible:
        parts = self.walk(within or self.application)
        return next((part for part in parts if role_of(part) == role and part.name.startswith(name)), None)

    def _hear(self, event: Any) -> None:
        with suppress(GLib.Error):  # what it is about has gone meanwhile
            if event.host_application == self.application and (said := _said(event)):
                self.heard.append(said)


def text_of(part: Accessible) -> str:
    """All that an accessible has to read."""
    return str(part.queryText().getText(0, -1))


def chosen_in(part: Accessible) -> str:
    """The name of the first row that is selected in a tree or a table."""
    return str(part.querySelection().getSelectedChild(0).name)


def role_of(part: Accessible) -> str:
    """What an accessible is; a button is no “push button” from AT-SPI 2.54 on."""
    return str(part.getRoleName()).removeprefix("push ")


def has_state(part: Accessible, state: Any) -> bool:
    """Whether an accessible is in a state."""
    return bool(part.getState().contains(state))


def describe(part: Accessible) -> str:
    """An accessible in a line: role, name, description."""
    return f"{role_of(part)} “{part.name}” {part.description}".rstrip()


def _said(event: Any) -> str:
    """What a screen reader would say of an event; "" for nothing."""
    if event.type.startswith("object:announcement"):
        return str(event.any_data)
    if event.type.startswith("object:active-descendant"):
        return str(event.any_data.name)
    if event.type.startswith("object:state-changed") and event.detail1:
        return describe(event.source)
    if event.type.startswith("object:text-caret"):
        return f"caret at {event.detail1} in “{event.source.name}”"
    return ""


def _symbol(key: str) -> int:
    """The X key symbol of a key: its name, a function key, or a letter."""
    if key in _KEY_SYMBOLS:
        return _KEY_SYMBOLS[key]
    return _FUNCTION_KEY + int(key[1:]) if key[0] == "F" and key[1:].isdigit() else ord(key.lower())


def _say_that_somebody_listens() -> None:
    """Tell the session that a screen reader runs, which is what programs look for."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    for name in ("IsEnabled", "ScreenReaderEnabled"):
        value = GLib.Variant("(ssv)", ("org.a11y.Status", name, GLib.Variant("b", True)))
        properties = ("org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set")
        bus.call_sync(*properties, value, None, Gio.DBusCallFlags.NONE, -1, None)
