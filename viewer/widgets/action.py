"""What an action of the window is, and the menus that actions are in."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from viewer.release.errors import QT_TRANSLATE_NOOP


class Menu(StrEnum):
    """The menus, in order; the values are their English texts."""

    FILE = QT_TRANSLATE_NOOP("Actions", "&File")
    EDIT = QT_TRANSLATE_NOOP("Actions", "&Edit")
    VIEW = QT_TRANSLATE_NOOP("Actions", "&View")
    GO = QT_TRANSLATE_NOOP("Actions", "&Go")
    HELP = QT_TRANSLATE_NOOP("Actions", "&Help")


class Choice(StrEnum):
    """Submenus of which one action is always ticked; the values are their English texts."""

    WAY = QT_TRANSLATE_NOOP("Actions", "&Browse by")
    THEME = QT_TRANSLATE_NOOP("Actions", "&Theme")
    LANGUAGE = QT_TRANSLATE_NOOP("Actions", "Langu&age")
    COPY_FORM = QT_TRANSLATE_NOOP("Actions", "Usuall&y copy as")


class Submenu(StrEnum):
    """Submenus of which an action does something with its value; the values are their English texts."""

    COPY_AS = QT_TRANSLATE_NOOP("Actions", "Copy &as")
    CITE = QT_TRANSLATE_NOOP("Actions", "Cit&e")
    EXPORT = QT_TRANSLATE_NOOP("Actions", "&Export")
    TAB = QT_TRANSLATE_NOOP("Actions", "&Tab")


class Action(NamedTuple):
    """One thing that the window can do.

    Attributes:
        id: unique; also the object name of the QAction.
        text: in English, with its mnemonic.
        slot: the method or signal of the window, or of a part of it, that does it; where there is a `value`, it gets
            the QAction.
        shortcuts: key sequences, in Qt's portable form.
        separated: whether a line stands before it.
        submenu: that it belongs to.
        value: what is chosen, or what is to be done.
        context: whether the context menus have it, or its submenu.
    """

    id: str
    text: str
    menu: Menu
    slot: str
    shortcuts: tuple[str, ...] = ()
    separated: bool = False
    submenu: Choice | Submenu | None = None
    value: str = ""
    context: bool = False


def translated(text: str) -> str:
    """The text of an action or menu in the language of the window."""
    return QCoreApplication.translate("Actions", text)
