"""Texts of pages, and the links in them, as HTML.

Every text that comes from a release is escaped. Links are ids of entries and groups, or start with
`notice:` followed by the id of a release, with `number:` and the number of a large figure on the page from 0 on, with
`edit:` or `remove:` and the key of an annotation, with `query:` and what is to be typed, with `command:` and the id of
an action, or with `web:` and an address. No id of an entry has a colon, and that of a group begins with another word.
"""

from __future__ import annotations

from urllib.parse import quote

from viewer.release.unseen import DIRECTION_MARKS, reveal

NOTICE = "notice:"
"""Shows a notice."""
FIGURE = "number:"
"""Copies a figure."""
EDIT_NOTE = "edit:"
"""Lets a note be changed."""
REMOVE_MARK = "remove:"
"""Takes a star, a highlight or a note away."""
QUERY = "query:"
"""Types a query."""
COMMAND = "command:"
"""Does what an action does."""
WEB = "web:"
"""Opens an address in another program."""
ACTING = (NOTICE, FIGURE, EDIT_NOTE, REMOVE_MARK, QUERY, COMMAND, WEB)
"""How links begin that lead to no page."""

# without what would turn the direction of writing: no text may be read in another order than it is written in
_ESCAPES = str.maketrans(
    {
        **dict.fromkeys(DIRECTION_MARKS, ""),
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        '"': "&quot;",
        "'": "&#39;",
        "\n": "<br/>",
    }
)


def link(id_: str, text: str) -> str:
    """A link to a page, or to what else the window opens."""
    return f"<a href='{quote(id_)}'>{escape(reveal(text))}</a>"


def escape(text: str) -> str:
    """`text` as HTML that shows just that, in the order in which it is written."""
    return text.translate(_ESCAPES)
