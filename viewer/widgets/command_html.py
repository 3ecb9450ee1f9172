"""What the window can do, on pages: names of actions, their keys, and links that start them.

Only templates of ours make such links. An id of an entry has no colon, that of a group begins with its way to browse,
and the text of a release is escaped, so that nothing in a release can make one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from PySide6.QtGui import QKeySequence

from viewer.widgets.actions import ACTIONS, Action, translated
from viewer.widgets.page_html import COMMAND, escape, link
from viewer.widgets.page_parts import table

_MNEMONIC = re.compile(r"\(&.\)|&")
_ROWS = {row.id: row for row in ACTIONS}


def native_key(shortcut: str) -> str:
    """A shortcut as this system writes it, from Qt's portable form."""
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)


def keys_of(action: Action) -> str:
    """All shortcuts of an action; "" for none."""
    return " · ".join(map(native_key, action.shortcuts))


def without_mnemonic(text: str) -> str:
    """The text of an action or a menu in the language of the window, without its mnemonic."""
    return _MNEMONIC.sub("", translated(text))


def name_of(action: Action) -> str:
    """What an action is called, behind the submenu that it is in."""
    return " › ".join(without_mnemonic(text) for text in (action.submenu, action.text) if text)


def command_link(id_: str, text: str = "") -> str:
    """A link that does what an action does, called as the action is, or by a text."""
    return link(COMMAND + id_, text or name_of(_ROWS[id_]))


def main_key(id_: str) -> str:
    """The first shortcut of the action with an id."""
    return native_key(_ROWS[id_].shortcuts[0])


def command_table(rows: Iterable[tuple[str, str]]) -> str:
    """Links to actions by their ids, with a text of what each is for and their keys."""
    return table(
        (command_link(id_), f"{escape(meaning)} &nbsp; <span class='muted'>{escape(keys_of(_ROWS[id_]))}</span>")
        for id_, meaning in rows
    )
