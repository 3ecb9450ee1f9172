"""The actions of the window as commands that can be found by their names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from PySide6.QtGui import QAction, QKeySequence

from viewer.language import Language, Translator
from viewer.models.goals import Command
from viewer.widgets.action import Action, Menu, translated
from viewer.widgets.action_names import name_of, without_mnemonic
from viewer.widgets.actions import ACTIONS


def offered_commands(actions: Mapping[str, QAction], uses: Mapping[str, int]) -> tuple[Command, ...]:
    """The commands that can be taken now: the most used first, then those with a shortcut, as they are in the menus."""
    commands = [_command(row, actions[row.id]) for row in ACTIONS if actions[row.id].isEnabled()]
    return tuple(sorted(commands, key=lambda command: (-uses.get(command.id, 0), not command.shortcut)))


def _command(row: Action, action: QAction) -> Command:
    texts = [text for text in (row.submenu, row.text) if text is not None]
    in_other = " › ".join(without_mnemonic(_in_other_language(text)) for text in texts)
    shortcut = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return Command(row.id, name_of(row), in_other, without_mnemonic(translated(row.menu)), shortcut)


def _in_other_language(text: str) -> str:
    """The text in English, or in Chinese where the window is in English."""
    is_english = translated(Menu.FILE) == Menu.FILE
    return _chinese().translate("Actions", text) if is_english else text


@cache
def _chinese() -> Translator:
    return Translator(Language.CHINESE)
