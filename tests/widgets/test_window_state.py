from __future__ import annotations

from pathlib import Path

from viewer.language import Language
from viewer.library.browse import BrowseWay
from viewer.widgets.sidebar import TreeState
from viewer.widgets.theme import Theme
from viewer.widgets.window_state import WindowState


def test_what_is_saved_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "window.ini"
    saved = WindowState(path)
    tree = TreeState((("unit:丰县公安局",), ("a", "a/b c")), ("a", "a/b c", "a/d"), 17)
    saved.way, saved.theme, saved.language, saved.page, saved.tree = (
        BrowseWay.UNIT,
        Theme.DARK,
        Language.ENGLISH,
        "unit:县,；\\",
        tree,
    )
    saved.save()
    read = WindowState(path)
    assert (read.way, read.theme, read.language, read.page, read.tree) == (
        BrowseWay.UNIT,
        Theme.DARK,
        Language.ENGLISH,
        "unit:县,；\\",
        tree,
    )


def test_nothing_saved_gives_the_defaults(tmp_path: Path) -> None:
    state = WindowState(tmp_path / "window.ini")
    assert (state.way, state.theme, state.language, state.page) == (
        BrowseWay.CATEGORY,
        Theme.SYSTEM,
        Language.CHINESE,
        "",
    )
    assert state.tree == TreeState()
    assert state.geometry.isEmpty()


def test_nonsense_in_the_file_gives_the_defaults(tmp_path: Path) -> None:
    path = tmp_path / "window.ini"
    path.write_text(
        "[General]\nway=sideways\ntheme=plaid\ngeometry=7\nlanguage=a, b\n[tree]\nscroll=far\nexpanded=1, 2\n",
        encoding="utf-8",
    )
    state = WindowState(path)
    assert (state.way, state.theme, state.language) == (BrowseWay.CATEGORY, Theme.SYSTEM, Language.CHINESE)
    assert state.tree == TreeState()
    assert state.geometry.isEmpty()
