"""The menus of the window, made of the table of its actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from viewer.widgets.action import Choice, Menu, Submenu, translated
from viewer.widgets.actions import ACTIONS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QAction


def fill_menus(menus: Mapping[Menu, QMenu], actions: Mapping[str, QAction]) -> dict[Menu | Choice | Submenu, QMenu]:
    """Put the actions into the menus, and into submenus, which are given too; these have no texts yet."""
    filled: dict[Menu | Choice | Submenu, QMenu] = dict(menus.items())
    for row in ACTIONS:
        menu = filled[row.menu]
        if row.separated:
            menu.addSeparator()
        if row.submenu is not None:
            if row.submenu not in filled:
                filled[row.submenu] = menu.addMenu("")
            menu = filled[row.submenu]
        menu.addAction(actions[row.id])
    return filled


def context_actions(actions: dict[str, QAction], menus: dict[Menu | Choice | Submenu, QMenu]) -> list[QAction]:
    """What a context menu has: actions, and submenus with theirs."""
    found = [menus[row.submenu].menuAction() if row.submenu else actions[row.id] for row in ACTIONS if row.context]
    return list(dict.fromkeys(found))


def retranslate(actions: dict[str, QAction], menus: dict[Menu | Choice | Submenu, QMenu]) -> None:
    """Give actions and menus their texts in the language of the window."""
    for row in ACTIONS:
        actions[row.id].setText(translated(row.text))
    for name, menu in menus.items():
        menu.setTitle(translated(name))
