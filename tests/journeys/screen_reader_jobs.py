"""What a person who hears the window does in it, a step for each job; see `test_screen_reader.py`.

It is run by the Python of the system, beside the program, and writes what it does and hears.
"""

from __future__ import annotations

import sys
import traceback
from functools import partial

import pyatspi
from screen_reader import MENU_ROLES, ScreenReader, chosen_in, describe, has_state, role_of, text_of


def come_to_the_window(reader: ScreenReader) -> None:
    reader.attend()
    go_to_the_window(reader)


def go_to_the_window(reader: ScreenReader) -> None:
    """Click where nothing is: without a window manager nobody else gives the focus to the window."""
    reader.click(reader.find("status bar", ""))
    window = reader.find("frame", "")
    reader.until(lambda: has_state(window, pyatspi.STATE_ACTIVE), "the focus on the window")


def search_and_hear_the_hit(reader: ScreenReader) -> None:
    bar = reader.find("text", "Search")
    reader.focus(bar)
    reader.write(bar, "走失")
    reader.hear("走失人员查找中心升级", "1 of 1")
    assert chosen_in(reader.find("tree", "Releases")).startswith("走失人员查找中心升级")


def open_the_hit_and_read_it(reader: ScreenReader) -> None:
    reader.press("Return")
    reader.hear("Page")
    page = reader.find("label", "Page")
    assert has_state(page, pyatspi.STATE_FOCUSED)
    read = text_of(page)
    assert "99.93" in read
    assert "Source" in read


def hear_the_links(reader: ScreenReader) -> None:
    reader.press("Tab")
    reader.hear("Link: 徐州公安 2024 年度成果")
    reader.press("Tab")
    reader.hear("Link: 民生实事")


def go_through_hits_with_arrows(reader: ScreenReader) -> None:
    reader.press("Ctrl+k")
    reader.hear("Search")
    reader.write(reader.find("text", "Search"), "县")
    reader.hear("1 of 3")
    reader.press("Down")
    reader.hear("2 of 3")


def type_with_keys(reader: ScreenReader) -> None:
    reader.press("Escape")
    reader.press("Ctrl+k")
    for key in "tnt":
        reader.press(key)
    reader.hear("1 of ")


def hear_that_nothing_is_found(reader: ScreenReader) -> None:
    reader.write(reader.find("text", "Search"), "无此内容")
    reader.hear("no hits")


def browse_the_tree(reader: ScreenReader) -> None:
    reader.press("Escape")
    reader.press("Ctrl+1")
    reader.hear("走失人员查找中心升级, 2 of 4")
    reader.press("Down")
    reader.hear("3 of 4")
    reader.press("Up")
    reader.hear("2 of 4")


def come_to_every_control_with_tab(reader: ScreenReader) -> None:
    reader.press("Ctrl+k")
    reader.hear("Search")
    for said in ("check box “Star”", "combo box “Browse: By category”", "table cell “走失", "label “Page”"):
        reader.press("Tab")
        reader.hear(said)
    reader.press("Shift+F6")
    reader.hear("走失人员查找中心升级, 2 of 4")


def copy_and_hear_that_it_is_copied(reader: ScreenReader) -> None:
    reader.press("Ctrl+c")
    reader.hear("Copied")


def read_the_figures(reader: ScreenReader) -> None:
    reader.press("Ctrl+Shift+f")
    table = reader.find("table", "Figures")
    reader.focus(table)
    reader.find("table cell", "走失人员找回率, 99.93%, 1 of 1", table)
    reader.press("Right")
    reader.hear("As written: 99.93%")
    reader.press("Escape")
    reader.lose("table", "Figures")
    go_to_the_window(reader)


def find_a_text_on_the_page(reader: ScreenReader) -> None:
    reader.press("Ctrl+f")
    line = reader.find("text", "Find on this page")
    reader.focus(line)
    reader.write(line, "走失")
    reader.hear("1 of ")
    reader.press("Escape")


def go_to_a_page_by_its_name(reader: ScreenReader) -> None:
    reader.press("Ctrl+p")
    line = reader.find("text", "Go to")
    reader.focus(line)
    reader.write(line, "群防群治")
    reader.hear("“凤城前哨”群防群治机制")
    reader.press("Return")
    reader.find("frame", "“凤城前哨”群防群治机制")
    reader.press("Alt+Left")
    reader.find("frame", "走失人员查找中心升级")


def open_a_tab_and_close_it(reader: ScreenReader) -> None:
    reader.press("Ctrl+t")
    tabs = reader.find("page tab list", "走失人员查找中心升级")
    reader.until(lambda: has_state(tabs, pyatspi.STATE_SHOWING), "tabs")
    assert [part.name for part in reader.walk(tabs) if role_of(part) == "page tab"] == ["走失人员查找中心升级"] * 2
    reader.press("Ctrl+w")
    reader.until(lambda: not has_state(tabs, pyatspi.STATE_SHOWING), "the end of the tabs")


def open_the_notices_from_the_menu_and_close_them(reader: ScreenReader) -> None:
    reader.do(reader.find("menu item", "Help"))
    reader.do(reader.find("menu item", "About and copyright notices"))
    reader.hear("label “Copyright notices”")
    reader.do(reader.find("button", "Close", reader.find("dialog", "About")))
    reader.lose("dialog", "About")
    go_to_the_window(reader)


def star_and_take_it_back(reader: ScreenReader) -> None:
    reader.press("Ctrl+d")
    reader.hear("Starred")
    reader.until(lambda: "Starred" in text_of(reader.find("label", "Page")), "the star on the page")
    reader.press("Ctrl+z")
    reader.until(lambda: "Starred" not in text_of(reader.find("label", "Page")), "the page without a star")


def remove_the_release_and_bring_it_back(reader: ScreenReader) -> None:
    reader.press("Ctrl+Shift+Delete")
    reader.hear("Removed “徐州公安 2024 年度成果”")
    page = reader.find("label", "Page")
    reader.until(lambda: "No longer in the library" in text_of(page), "the page of what is gone")
    reader.press("Ctrl+z")
    reader.hear("“徐州公安 2024 年度成果” is back")
    reader.find("frame", "走失人员查找中心升级")


def enlarge_the_text(reader: ScreenReader) -> None:
    usual = size_of_text(reader)
    reader.press("Ctrl+=")
    reader.until(lambda: size_of_text(reader) > usual, "larger text")
    reader.press("Ctrl+0")
    reader.until(lambda: size_of_text(reader) == usual, "text of the usual size")


def choose_in_the_preferences(reader: ScreenReader) -> None:
    usual = size_of_text(reader)
    reader.press("Ctrl+,")
    dialog = reader.find("dialog", "Preferences")
    line = reader.find("text", "Search preferences", dialog)
    reader.focus(line)
    reader.write(line, "size")
    reader.press("Tab")
    reader.hear("combo box “12”")
    reader.press("Down")
    reader.until(lambda: size_of_text(reader) > usual, "larger text")
    reset = reader.find("button", "Reset to usual", dialog)
    reader.until(lambda: has_state(reset, pyatspi.STATE_ENABLED), "something to reset")
    reader.focus(reset)
    reader.press("space")
    reader.until(lambda: size_of_text(reader) == usual, "text of the usual size")
    reader.do(reader.find("button", "Close", dialog))
    reader.lose("dialog", "Preferences")
    go_to_the_window(reader)


def read_the_help(reader: ScreenReader) -> None:
    reader.press("F1")
    reader.find("frame", "Help")
    reader.press("Ctrl+F1")
    reader.find("frame", "Keys")
    assert "Ctrl+Shift+T" in text_of(reader.find("label", "Page"))
    reader.press("Alt+Left")
    reader.press("Alt+Left")
    reader.find("frame", "走失人员查找中心升级")


def change_theme_and_language_in_the_menus(reader: ScreenReader) -> None:
    choose_in_menus(reader, "View", "Theme", "High contrast")
    choose_in_menus(reader, "View", "Theme", "Like the system")
    choose_in_menus(reader, "View", "Language", "简体中文")
    reader.find("label", "页面")
    choose_in_menus(reader, "查看", "语言", "English")
    reader.find("label", "Page")


def hide_the_sidebar_and_fill_the_screen(reader: ScreenReader) -> None:
    tree = reader.find("tree", "Releases")
    reader.press("F9")
    reader.until(lambda: not has_state(tree, pyatspi.STATE_SHOWING), "the page alone")
    reader.press("F9")
    reader.until(lambda: has_state(tree, pyatspi.STATE_SHOWING), "the tree beside the page")
    item = entry_of_menus(reader, "Full screen")
    reader.press("F11")
    reader.until(lambda: has_state(item, pyatspi.STATE_CHECKED), "the full screen")
    reader.press("F11")
    reader.until(lambda: not has_state(item, pyatspi.STATE_CHECKED), "the window as before")


def choose_in_menus(reader: ScreenReader, *names: str) -> None:
    """Take an entry of a menu, by the names on the way to it."""
    for name in names:
        reader.do(reader.until(partial(entry_of_menus, reader, name), f"“{name}” in a menu"))


def entry_of_menus(reader: ScreenReader, name: str) -> pyatspi.Accessible | None:
    parts = reader.walk(reader.find("menu bar", ""))
    return next((part for part in parts if role_of(part) in MENU_ROLES and part.name.startswith(name)), None)


def size_of_text(reader: ScreenReader) -> float:
    """The size of the first words on the page, in points."""
    attributes, _start, _end = reader.find("label", "Page").queryText().getAttributes(0)
    size = next(part for part in attributes.split(";") if part.startswith("size:"))
    return float(size.removeprefix("size:").removesuffix("pt"))


def hear_a_name_of_everything(reader: ScreenReader) -> None:
    parts = list(reader.walk(reader.application))
    shown = [part for part in parts if has_state(part, pyatspi.STATE_SHOWING)]
    focusable = [part for part in shown if has_state(part, pyatspi.STATE_FOCUSABLE)]
    assert len(focusable) > 10
    silent = [describe(part) for part in focusable if not part.name.strip()]
    assert not silent, silent


def find_every_command_in_the_menus(reader: ScreenReader) -> None:
    items = [part for part in reader.walk(reader.find("menu bar", "")) if role_of(part) in MENU_ROLES]
    silent = [describe(part) for part in items if not part.name or not part.queryAction().nActions]
    assert not silent, silent


STEPS = (
    come_to_the_window,
    search_and_hear_the_hit,
    open_the_hit_and_read_it,
    hear_the_links,
    go_through_hits_with_arrows,
    type_with_keys,
    hear_that_nothing_is_found,
    browse_the_tree,
    come_to_every_control_with_tab,
    copy_and_hear_that_it_is_copied,
    read_the_figures,
    find_a_text_on_the_page,
    go_to_a_page_by_its_name,
    open_a_tab_and_close_it,
    open_the_notices_from_the_menu_and_close_them,
    star_and_take_it_back,
    remove_the_release_and_bring_it_back,
    enlarge_the_text,
    choose_in_the_preferences,
    read_the_help,
    change_theme_and_language_in_the_menus,
    hide_the_sidebar_and_fill_the_screen,
    hear_a_name_of_everything,
    find_every_command_in_the_menus,
)


def main() -> int:
    """Say that somebody listens, and take all steps in the program that comes; 0 where none fails."""
    reader = ScreenReader()
    print("listening", flush=True)
    for step in STEPS:
        print(step.__name__.replace("_", " "), flush=True)
        try:
            step(reader)
        except Exception:
            traceback.print_exc(file=sys.stdout)
            print("heard:", *reader.heard, sep="\n    ")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
