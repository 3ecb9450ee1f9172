"""Every action of the window, as data."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

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


WAY_TEXTS = {
    BrowseWay.CATEGORY: QT_TRANSLATE_NOOP("Actions", "By category"),
    BrowseWay.UNIT: QT_TRANSLATE_NOOP("Actions", "By unit"),
    BrowseWay.PLACE: QT_TRANSLATE_NOOP("Actions", "By place"),
    BrowseWay.SYSTEM: QT_TRANSLATE_NOOP("Actions", "By system"),
    BrowseWay.PERSON: QT_TRANSLATE_NOOP("Actions", "By person"),
    BrowseWay.FIGURE: QT_TRANSLATE_NOOP("Actions", "By figure"),
    BrowseWay.MARK: QT_TRANSLATE_NOOP("Actions", "By stars and notes"),
}

THEME_TEXTS = {
    Theme.SYSTEM: QT_TRANSLATE_NOOP("Actions", "Like the system"),
    Theme.LIGHT: QT_TRANSLATE_NOOP("Actions", "Light"),
    Theme.DARK: QT_TRANSLATE_NOOP("Actions", "Dark"),
    Theme.CONTRAST: QT_TRANSLATE_NOOP("Actions", "High contrast"),
}

# each language is written in itself, so that whoever is lost in the other finds it
LANGUAGE_TEXTS = {Language.CHINESE: "简体中文", Language.ENGLISH: "English"}

COPY_TEXTS = {
    "rich": QT_TRANSLATE_NOOP("Actions", "Formatted text"),
    "plain": QT_TRANSLATE_NOOP("Actions", "Plain text"),
    "plain-with-source": QT_TRANSLATE_NOOP("Actions", "Plain text with source"),
    "markdown": QT_TRANSLATE_NOOP("Actions", "As Markdown"),
}
"""The values of `viewer.writers.clip.CopyForm`, which is not needed to start; the first is the usual one."""

_COPY_KEYS = {"plain": ("Ctrl+Shift+C",)}

_REFERENCE_TEXTS = {
    "gbt7714": QT_TRANSLATE_NOOP("Actions", "In the form of GB/T 7714"),
    "bibtex": QT_TRANSLATE_NOOP("Actions", "As BibTeX"),
    "csl-json": QT_TRANSLATE_NOOP("Actions", "As CSL-JSON"),
    "ris": QT_TRANSLATE_NOOP("Actions", "As RIS"),
}

_TAB_TEXTS = (
    QT_TRANSLATE_NOOP("Actions", "&1st"),
    QT_TRANSLATE_NOOP("Actions", "&2nd"),
    QT_TRANSLATE_NOOP("Actions", "&3rd"),
    QT_TRANSLATE_NOOP("Actions", "&4th"),
    QT_TRANSLATE_NOOP("Actions", "&5th"),
    QT_TRANSLATE_NOOP("Actions", "&6th"),
    QT_TRANSLATE_NOOP("Actions", "&7th"),
    QT_TRANSLATE_NOOP("Actions", "&8th"),
    QT_TRANSLATE_NOOP("Actions", "&Last"),
)

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
    Action("open-shipped", QT_TRANSLATE_NOOP("Actions", "Open the &shipped release"), Menu.FILE, "shipped_requested"),
    Action("recent-files", QT_TRANSLATE_NOOP("Actions", "Open &recent…"), Menu.FILE, "show_recent_files"),
    Action(
        "remove-release",
        QT_TRANSLATE_NOOP("Actions", "Re&move release"),
        Menu.FILE,
        "remove_release",
        ("Ctrl+Shift+Del",),
        context=True,
    ),
    Action("new-tab", QT_TRANSLATE_NOOP("Actions", "New &tab"), Menu.FILE, "new_tab", ("Ctrl+T",), separated=True),
    Action("close-tab", QT_TRANSLATE_NOOP("Actions", "&Close tab"), Menu.FILE, "close_tab", ("Ctrl+W",)),
    Action(
        "reopen-tab", QT_TRANSLATE_NOOP("Actions", "Reopen closed ta&b"), Menu.FILE, "reopen_tab", ("Ctrl+Shift+T",)
    ),
    *(
        Action(f"export-{part}", text, Menu.FILE, f"export_{part}", shortcuts, submenu=Submenu.EXPORT)
        for part, text, shortcuts in (
            ("page", QT_TRANSLATE_NOOP("Actions", "What is shown or selected…"), ("Ctrl+E",)),
            ("found", QT_TRANSLATE_NOOP("Actions", "All that is found…"), ()),
            ("library", QT_TRANSLATE_NOOP("Actions", "The whole library…"), ()),
        )
    ),
    Action("print", QT_TRANSLATE_NOOP("Actions", "Pri&nt…"), Menu.FILE, "print_page", ("Ctrl+Shift+P",)),
    Action("quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), Menu.FILE, "close", ("Ctrl+Q",), separated=True),
    Action("undo", QT_TRANSLATE_NOOP("Actions", "&Undo"), Menu.EDIT, "undo", ("Ctrl+Z",)),
    Action("redo", QT_TRANSLATE_NOOP("Actions", "Re&do"), Menu.EDIT, "redo", ("Ctrl+Shift+Z", "Ctrl+Y")),
    Action(
        "copy",
        QT_TRANSLATE_NOOP("Actions", "&Copy selection, or item with source"),
        Menu.EDIT,
        "copy",
        ("Ctrl+C",),
        separated=True,
        context=True,
    ),
    *(
        Action(
            f"copy-{form}",
            text,
            Menu.EDIT,
            "copy_as",
            _COPY_KEYS.get(form, ()),
            submenu=Submenu.COPY_AS,
            value=form,
            context=True,
        )
        for form, text in COPY_TEXTS.items()
    ),
    *(
        Action(f"usually-{form}", text, Menu.EDIT, "set_copy_form", submenu=Choice.COPY_FORM, value=form)
        for form, text in COPY_TEXTS.items()
    ),
    *(
        Action(f"cite-{form}", text, Menu.EDIT, "cite", submenu=Submenu.CITE, value=form, context=True)
        for form, text in _REFERENCE_TEXTS.items()
    ),
    Action(
        "copy-figures",
        QT_TRANSLATE_NOOP("Actions", "Copy &figures as a table"),
        Menu.EDIT,
        "copy_figures",
        ("Ctrl+Alt+C",),
        context=True,
    ),
    Action(
        "copy-source",
        QT_TRANSLATE_NOOP("Actions", "C&opy source line"),
        Menu.EDIT,
        "copy_source_line",
        context=True,
    ),
    Action(
        "copy-link",
        QT_TRANSLATE_NOOP("Actions", "Copy &link to this page"),
        Menu.EDIT,
        "copy_link",
        ("Ctrl+Shift+L",),
        context=True,
    ),
    Action(
        "star",
        QT_TRANSLATE_NOOP("Actions", "S&tar"),
        Menu.EDIT,
        "star",
        ("Ctrl+D",),
        separated=True,
        context=True,
    ),
    Action(
        "highlight",
        QT_TRANSLATE_NOOP("Actions", "&Highlight, or remove highlight"),
        Menu.EDIT,
        "highlight",
        ("Ctrl+H",),
        context=True,
    ),
    Action("note", QT_TRANSLATE_NOOP("Actions", "&Note…"), Menu.EDIT, "note", ("Ctrl+M",), context=True),
    Action(
        "search",
        QT_TRANSLATE_NOOP("Actions", "&Search"),
        Menu.EDIT,
        "focus_search",
        ("Ctrl+K", "Ctrl+L"),
        separated=True,
    ),
    Action("recent", QT_TRANSLATE_NOOP("Actions", "&Recent searches"), Menu.EDIT, "show_recent", ("Ctrl+R",)),
    Action("find", QT_TRANSLATE_NOOP("Actions", "F&ind on this page"), Menu.EDIT, "open_find", ("Ctrl+F",)),
    Action("find-next", QT_TRANSLATE_NOOP("Actions", "Find ne&xt"), Menu.EDIT, "find_next", ("F3", "Ctrl+G")),
    Action(
        "find-previous",
        QT_TRANSLATE_NOOP("Actions", "Find pre&vious"),
        Menu.EDIT,
        "find_previous",
        ("Shift+F3", "Ctrl+Shift+G"),
    ),
    Action(
        "preferences",
        QT_TRANSLATE_NOOP("Actions", "&Preferences…"),
        Menu.EDIT,
        "show_preferences",
        ("Ctrl+,",),
        separated=True,
    ),
    Action("figures", QT_TRANSLATE_NOOP("Actions", "&Figures"), Menu.VIEW, "show_figures", ("Ctrl+Shift+F",)),
    Action("compare", QT_TRANSLATE_NOOP("Actions", "Co&mpare releases"), Menu.VIEW, "compare", ("Ctrl+Shift+D",)),
    *(
        Action(f"way-{way}", text, Menu.VIEW, "set_way", (f"Ctrl+{number}",), submenu=Choice.WAY, value=way)
        for number, (way, text) in enumerate(WAY_TEXTS.items(), 1)
    ),
    Action(
        "enlarge-text",
        QT_TRANSLATE_NOOP("Actions", "&Larger text"),
        Menu.VIEW,
        "enlarge_text",
        ("Ctrl++", "Ctrl+="),
        separated=True,
    ),
    Action("shrink-text", QT_TRANSLATE_NOOP("Actions", "&Smaller text"), Menu.VIEW, "shrink_text", ("Ctrl+-",)),
    Action("usual-text", QT_TRANSLATE_NOOP("Actions", "&Usual text size"), Menu.VIEW, "use_usual_size", ("Ctrl+0",)),
    Action(
        "show-sidebar",
        QT_TRANSLATE_NOOP("Actions", "S&idebar"),
        Menu.VIEW,
        "show_sidebar",
        ("F9",),
        separated=True,
    ),
    Action("full-screen", QT_TRANSLATE_NOOP("Actions", "Full s&creen"), Menu.VIEW, "show_full_screen", ("F11",)),
    *(
        Action(f"theme-{theme}", text, Menu.VIEW, "set_theme", submenu=Choice.THEME, value=theme)
        for theme, text in THEME_TEXTS.items()
    ),
    *(
        Action(f"language-{language}", text, Menu.VIEW, "set_language", submenu=Choice.LANGUAGE, value=language)
        for language, text in LANGUAGE_TEXTS.items()
    ),
    Action("back", QT_TRANSLATE_NOOP("Actions", "&Back"), Menu.GO, "go_back", ("Alt+Left",)),
    Action("forward", QT_TRANSLATE_NOOP("Actions", "&Forward"), Menu.GO, "go_forward", ("Alt+Right",)),
    Action("go-to", QT_TRANSLATE_NOOP("Actions", "&Go to…"), Menu.GO, "open_go_to", ("Ctrl+P",), separated=True),
    Action(
        "next-tab",
        QT_TRANSLATE_NOOP("Actions", "&Next tab"),
        Menu.GO,
        "next_tab",
        ("Ctrl+Tab", "Ctrl+PgDown"),
        separated=True,
    ),
    Action(
        "previous-tab",
        QT_TRANSLATE_NOOP("Actions", "&Previous tab"),
        Menu.GO,
        "previous_tab",
        ("Ctrl+Shift+Tab", "Ctrl+PgUp"),
    ),
    *(
        Action(f"tab-{number}", text, Menu.GO, "choose_tab", (f"Alt+{number}",), submenu=Submenu.TAB, value=str(number))
        for number, text in enumerate(_TAB_TEXTS, 1)
    ),
    Action(
        "next-part",
        QT_TRANSLATE_NOOP("Actions", "To the next part of the &window"),
        Menu.GO,
        "focus_next_part",
        ("F6",),
        separated=True,
    ),
    Action(
        "previous-part",
        QT_TRANSLATE_NOOP("Actions", "To the previous p&art of the window"),
        Menu.GO,
        "focus_previous_part",
        ("Shift+F6",),
    ),
    Action("leave-search", QT_TRANSLATE_NOOP("Actions", "&End the search"), Menu.GO, "leave_search", ("Esc",)),
    Action("help", QT_TRANSLATE_NOOP("Actions", "&Help"), Menu.HELP, "show_help", ("F1",)),
    Action("help-search", QT_TRANSLATE_NOOP("Actions", "How to &search"), Menu.HELP, "show_search_help"),
    Action("help-keys", QT_TRANSLATE_NOOP("Actions", "&Keys"), Menu.HELP, "show_keys", ("Ctrl+F1",)),
    Action("help-news", QT_TRANSLATE_NOOP("Actions", "What's &new"), Menu.HELP, "show_news"),
    Action(
        "about",
        QT_TRANSLATE_NOOP("Actions", "&About and copyright notices"),
        Menu.HELP,
        "show_about",
        ("Shift+F1",),
        separated=True,
    ),
)


def translated(text: str) -> str:
    """The text of an action or menu in the language of the window."""
    return QCoreApplication.translate("Actions", text)


def action_text(id_: str) -> str:
    """The usual text of an action in the language of the window."""
    return translated(next(row.text for row in ACTIONS if row.id == id_))
