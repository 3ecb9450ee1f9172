"""Qt's own item roles, as numbers.

`Qt.ItemDataRole` would be the name for them, but the first use of anything in the namespace `Qt` makes PySide
build all of its hundred enumerations, which costs about a fifth of what an empty window costs to open.
So nothing of `Qt` is used before the first paint, and elsewhere it is written `QtCore.Qt`: to import the name
is already a use of it.
"""

from __future__ import annotations

from enum import IntEnum

ALIGN_RIGHT = 0x0082
"""Qt.AlignmentFlag.AlignRight | AlignVCenter."""


class Role(IntEnum):
    """See https://doc.qt.io/qt-6/qt.html#ItemDataRole-enum."""

    DISPLAY = 0
    TOOL_TIP = 3
    FONT = 6
    TEXT_ALIGNMENT = 7
    ACCESSIBLE_TEXT = 11
    USER = 256
