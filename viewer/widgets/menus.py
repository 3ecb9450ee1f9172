"""The menus of the window, made of the table of its actions."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from viewer.widgets.actions import ACTIONS, Choice, Menu, Submenu, translated


def make_actions(window: QMainWindow, parts: Iterable[QObject]) -> dict[str, QAction]:
    """A QAction for each row of the table, joined to the slots of the window and its parts; by id."""
    receivers = (window, *parts)
    groups = {submenu: QActionGroup(window) for submenu in (*Choice, *Submenu)}
    slots: dict[Choice | Submenu, Callable[..., object]] = {}
    actions: dict[str, QAction] = {}
    for row in ACTIONS:
        action = QAction(window)
        action.setObjectName(row.id)
        action.setShortcuts([QKeySequence(shortcut) for shortcut in row.shortcuts])
        slot: Callable[..., object] = next(
            getattr(receiver, row.slot) for receiver in receivers if hasattr(receiver, row.slot)
        )
        if row.submenu is not None and row.value:
            action.setCheckable(isinstance(row.submenu, Choice))
            action.setData(row.value)
            groups[row.submenu].addAction(action)
            slots[row.submenu] = slot
        else:
            action.triggered.connect(slot)
        actions[row.id] = action
    for submenu, slot in slots.items():
        groups[submenu].triggered.connect(slot)
    return actions


def make_menus(window: QMainWindow, actions: dict[str, QAction]) -> dict[Menu | Choice | Submenu, QMenu]:
    """The menus and submenus of the window's menu bar, with the actions in them and no texts yet."""
    menus: dict[Menu | Choice | Submenu, QMenu] = {menu: window.menuBar().addMenu("") for menu in Menu}
    for row in ACTIONS:
        menu = menus[row.menu]
        if row.separated:
            menu.addSeparator()
        if row.submenu is not None:
            if row.submenu not in menus:
                menus[row.submenu] = menu.addMenu("")
            menu = menus[row.submenu]
        menu.addAction(actions[row.id])
    return menus


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
