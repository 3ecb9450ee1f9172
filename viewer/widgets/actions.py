"""Every action of the window, as data."""

from __future__ import annotations

from viewer.release.errors import QT_TRANSLATE_NOOP
from viewer.widgets.action import Action, Choice, Menu, Submenu, translated
from viewer.widgets.choice_texts import COPY_TEXTS, LANGUAGE_TEXTS, THEME_TEXTS, WAY_TEXTS

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
"""All of them, in the order of the menus."""


def action_text(id_: str) -> str:
    """The usual text of an action in the language of the window."""
    return translated(next(row.text for row in ACTIONS if row.id == id_))
