"""Links on pages that do what actions do.

Only templates of ours make such links. An id of an entry has no colon, that of a group begins with its way to browse,
and the text of a release is escaped, so that nothing in a release can make one.
"""

from __future__ import annotations

from collections.abc import Iterable

from viewer.widgets.action_names import keys_of, name_of, native_key
from viewer.widgets.actions import ACTIONS
from viewer.widgets.page_parts import table
from viewer.widgets.text_html import COMMAND, escape, link

_ROWS = {row.id: row for row in ACTIONS}


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
