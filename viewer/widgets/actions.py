"""Every action of the window, as data, and what makes menus of it."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from viewer.language import Language
from viewer.library.browse import BrowseWay
from viewer.release.errors import QT_TRANSLATE_NOOP
from viewer.widgets.theme import Theme


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
    LANGUAGE = QT_TRANSLATE_NOOP("Actions", "&Language")


class Action(NamedTuple):
    """One thing that the window can do.

    Attributes:
        id: unique; also the object name of the QAction.
        text: in English, with its mnemonic.
        slot: the method of the window that does it; `value` is passed to it if there is one.
        shortcuts: key sequences, in Qt's portable form.
        separated: whether a line stands before it.
        choice: the submenu that it belongs to.
        value: what is chosen.
        context: whether the context menu of the detail pane has it.
    """

    id: str
    text: str
    menu: Menu
    slot: str
    shortcuts: tuple[str, ...] = ()
    separated: bool = False
    choice: Choice | None = None
    value: str = ""
    context: bool = False


WAY_TEXTS = {
    BrowseWay.CATEGORY: QT_TRANSLATE_NOOP("Actions", "By category"),
    BrowseWay.UNIT: QT_TRANSLATE_NOOP("Actions", "By unit"),
    BrowseWay.PLACE: QT_TRANSLATE_NOOP("Actions", "By place"),
    BrowseWay.SYSTEM: QT_TRANSLATE_NOOP("Actions", "By system"),
    BrowseWay.PERSON: QT_TRANSLATE_NOOP("Actions", "By person"),
    BrowseWay.FIGURE: QT_TRANSLATE_NOOP("Actions", "By figure"),
}

_THEME_TEXTS = {
    Theme.SYSTEM: QT_TRANSLATE_NOOP("Actions", "Like the system"),
    Theme.LIGHT: QT_TRANSLATE_NOOP("Actions", "Light"),
    Theme.DARK: QT_TRANSLATE_NOOP("Actions", "Dark"),
}

# each language is written in itself, so that whoever is lost in the other finds it
_LANGUAGE_TEXTS = {Language.CHINESE: "简体中文", Language.ENGLISH: "English"}

ACTIONS = (
    Action("open", QT_TRANSLATE_NOOP("Actions", "&Open documents…"), Menu.FILE, "open_file", ("Ctrl+O",)),
    Action("open-folder", QT_TRANSLATE_NOOP("Actions", "Open &folder…"), Menu.FILE, "open_folder", ("Ctrl+Shift+O",)),
    Action(
        "paste-document",
        QT_TRANSLATE_NOOP("Actions", "&Paste text as document"),
        Menu.FILE,
        "paste_document",
        ("Ctrl+Shift+V",),
    ),
    Action("quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), Menu.FILE, "close", ("Ctrl+Q",), separated=True),
    Action(
        "copy",
        QT_TRANSLATE_NOOP("Actions", "&Copy selection, or item with source"),
        Menu.EDIT,
        "copy",
        ("Ctrl+C",),
        context=True,
    ),
    Action(
        "copy-without-source",
        QT_TRANSLATE_NOOP("Actions", "Copy item &without source"),
        Menu.EDIT,
        "copy_without_source",
        ("Ctrl+Shift+C",),
        context=True,
    ),
    Action(
        "copy-source",
        QT_TRANSLATE_NOOP("Actions", "Copy &source line"),
        Menu.EDIT,
        "copy_source_line",
        context=True,
    ),
    Action(
        "search",
        QT_TRANSLATE_NOOP("Actions", "&Search"),
        Menu.EDIT,
        "focus_search",
        ("Ctrl+K", "Ctrl+F"),
        separated=True,
    ),
    Action("recent", QT_TRANSLATE_NOOP("Actions", "&Recent searches"), Menu.EDIT, "show_recent", ("Ctrl+R",)),
    *(
        Action(f"way-{way}", text, Menu.VIEW, "set_way", (f"Ctrl+{number}",), choice=Choice.WAY, value=way)
        for number, (way, text) in enumerate(WAY_TEXTS.items(), 1)
    ),
    *(
        Action(f"theme-{theme}", text, Menu.VIEW, "set_theme", choice=Choice.THEME, value=theme)
        for theme, text in _THEME_TEXTS.items()
    ),
    *(
        Action(f"language-{language}", text, Menu.VIEW, "set_language", choice=Choice.LANGUAGE, value=language)
        for language, text in _LANGUAGE_TEXTS.items()
    ),
    Action("back", QT_TRANSLATE_NOOP("Actions", "&Back"), Menu.GO, "go_back", ("Alt+Left",)),
    Action("forward", QT_TRANSLATE_NOOP("Actions", "&Forward"), Menu.GO, "go_forward", ("Alt+Right",)),
    Action(
        "sidebar",
        QT_TRANSLATE_NOOP("Actions", "To the &sidebar"),
        Menu.GO,
        "focus_sidebar",
        ("Ctrl+L",),
        separated=True,
    ),
    Action("leave-search", QT_TRANSLATE_NOOP("Actions", "&End the search"), Menu.GO, "leave_search", ("Esc",)),
    Action("text", QT_TRANSLATE_NOOP("Actions", "To the &text"), Menu.GO, "focus_text", ("Ctrl+T",)),
    Action("help", QT_TRANSLATE_NOOP("Actions", "&How to search"), Menu.HELP, "show_help", ("F1",)),
    Action(
        "about", QT_TRANSLATE_NOOP("Actions", "&About and copyright notices"), Menu.HELP, "show_about", ("Shift+F1",)
    ),
)


def translated(text: str) -> str:
    """The text of an action or menu in the language of the window."""
    return QCoreApplication.translate("Actions", text)


def make_actions(window: QMainWindow) -> dict[str, QAction]:
    """A QAction for each row of the table, joined to the window's slots; by id."""
    groups = {choice: QActionGroup(window) for choice in Choice}
    actions: dict[str, QAction] = {}
    for row in ACTIONS:
        action = QAction(window)
        action.setObjectName(row.id)
        action.setShortcuts([QKeySequence(shortcut) for shortcut in row.shortcuts])
        slot: Callable[..., object] = getattr(window, row.slot)
        if row.choice is None:
            action.triggered.connect(slot)
        else:
            action.setCheckable(True)
            action.setData(row.value)
            groups[row.choice].addAction(action)
        actions[row.id] = action
    for choice, group in groups.items():
        slot_name = next(row.slot for row in ACTIONS if row.choice is choice)
        group.triggered.connect(getattr(window, slot_name))
    return actions


def make_menus(window: QMainWindow, actions: dict[str, QAction]) -> dict[Menu | Choice, QMenu]:
    """The menus and submenus of the window's menu bar, with the actions in them and no texts yet."""
    menus: dict[Menu | Choice, QMenu] = {menu: window.menuBar().addMenu("") for menu in Menu}
    for row in ACTIONS:
        menu = menus[row.menu]
        if row.separated:
            menu.addSeparator()
        if row.choice is not None:
            if row.choice not in menus:
                menus[row.choice] = menu.addMenu("")
            menu = menus[row.choice]
        menu.addAction(actions[row.id])
    return menus


def retranslate(actions: dict[str, QAction], menus: dict[Menu | Choice, QMenu]) -> None:
    """Give actions and menus their texts in the language of the window."""
    for row in ACTIONS:
        actions[row.id].setText(translated(row.text))
    for name, menu in menus.items():
        menu.setTitle(translated(name))
