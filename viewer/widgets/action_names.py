"""What actions and their keys are called where there is no menu around them."""

from __future__ import annotations

import re

from PySide6.QtGui import QKeySequence

from viewer.widgets.action import Action, translated

_MNEMONIC = re.compile(r"\(&.\)|&")


def without_mnemonic(text: str) -> str:
    """The text of an action or a menu without its mnemonic."""
    return _MNEMONIC.sub("", text)


def name_of(action: Action) -> str:
    """What an action is called in the language of the window, behind the submenu that it is in."""
    return " › ".join(without_mnemonic(translated(text)) for text in (action.submenu, action.text) if text)


def native_key(shortcut: str) -> str:
    """A shortcut as this system writes it, from Qt's portable form."""
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)


def keys_of(action: Action) -> str:
    """All shortcuts of an action; "" for none."""
    return " · ".join(map(native_key, action.shortcuts))
