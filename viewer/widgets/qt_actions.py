"""The actions of the window as Qt has them, made of the table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow

from viewer.widgets.action import Choice, Submenu
from viewer.widgets.actions import ACTIONS


def make_actions(window: QMainWindow, receivers: Iterable[QObject], made: Mapping[str, QAction]) -> dict[str, QAction]:
    """A QAction for each row of the table, joined to the slots of the receivers; by id. Some are `made` already."""
    receivers = tuple(receivers)
    groups = {submenu: QActionGroup(window) for submenu in (*Choice, *Submenu)}
    slots: dict[Choice | Submenu, Callable[..., object]] = {}
    actions: dict[str, QAction] = {}
    for row in ACTIONS:
        action = made.get(row.id) or QAction(window)
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
