"""What stands where there is no page, the way on from there, and that no release can make a link that acts."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from people import click_link, links_of, page_of, rows, search_bar_of, start, trigger, view_of
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from samples import sample_release

from viewer.app import Program
from viewer.library.library import Library
from viewer.library.releases import put_release, release_ids, remove_release
from viewer.opening import open_library
from viewer.readers.reader import read_pasted
from viewer.release.errors import ReleaseViewerError
from viewer.release.release import Mention
from viewer.release.release_json import read_release, write_release
from viewer.widgets.settings import Settings
from viewer.widgets.shown import Missing
from viewer.widgets.text_html import ACTING, COMMAND, FIGURE, NOTICE, QUERY

SHIPPED = "徐州公安 2024 年度成果"


@pytest.fixture
def empty(nothing_left_behind: None, qtbot: QtBot, library_path: Path, settings: Settings) -> Iterator[Program]:
    """The program with a library from which the last release has been removed."""
    library = open_library(library_path)
    remove_release(library, "xuzhou-2024")
    library.close()
    with start(qtbot, library_path, settings) as running:
        yield running


def test_an_empty_library_offers_documents_and_the_shipped_release(empty: Program) -> None:
    links = links_of(page_of(empty.window).document())
    assert [address for address, _said in links] == [
        "command:open",
        "command:open-folder",
        "command:paste-document",
        "command:open-shipped",
        "help:formats",
    ]
    assert [said.replace("\u00a0", " ") for _address, said in links[:2]] == ["打开文稿…", "打开文件夹…"]


def test_the_shipped_release_comes_back_into_an_empty_library(qtbot: QtBot, empty: Program) -> None:
    click_link(page_of(empty.window), "打开随附的通稿")
    qtbot.waitUntil(lambda: rows(view_of(empty.window))[:1] == [SHIPPED])
    assert SHIPPED in empty.window.windowTitle()
    assert empty.settings.session.recent_files == (), "it is no document of the person's own"


def test_the_shipped_release_is_shown_where_it_is_there_already(
    qtbot: QtBot, library: Library, program: Program
) -> None:
    trigger(program.window, "open-shipped")
    qtbot.waitUntil(lambda: SHIPPED in program.window.windowTitle())
    assert release_ids(library) == ["xuzhou-2024"]


def test_pasting_into_an_empty_library_says_where_there_is_no_text(empty: Program) -> None:
    QApplication.clipboard().clear()
    click_link(page_of(empty.window), "粘贴文字为文稿")
    assert "剪贴板" in " ".join(label.text() for label in empty.window.statusBar().findChildren(QLabel))


def test_the_help_can_be_read_beside_an_empty_library(qtbot: QtBot, empty: Program) -> None:
    click_link(page_of(empty.window), "能打开什么，能读出什么")
    assert "文稿与文件" in empty.window.windowTitle()


def test_a_page_that_is_gone_offers_the_search_and_the_tree(library: Library, program: Program) -> None:
    window = program.window
    window.navigator.go_to("xuzhou-2024/liu-tao")
    remove_release(library, "xuzhou-2024")
    put_release(library, sample_release())
    window.navigator.reload()
    page = page_of(window)
    assert "xuzhou-2024/liu-tao" in page.toPlainText()
    click_link(page, "搜索")
    assert search_bar_of(window).hasFocus()
    click_link(page, "能打开什么，能读出什么")
    assert "文稿与文件" in window.windowTitle()
    trigger(window, "back")
    click_link(page, "浏览方式 › 按类别")
    assert view_of(window).hasFocus()


def test_every_command_of_these_pages_is_an_action(empty: Program) -> None:
    for shown in (None, "gone"):
        if shown:
            page_of(empty.window).show_page(Missing("gone"))
        for address, _said in links_of(page_of(empty.window).document()):
            name = address.removeprefix(COMMAND)
            assert name == address or isinstance(empty.window.findChild(QAction, name), QAction)


HOSTILE = ("<a href='command:quit'>x</a>", "command:quit", "query:x", '\'/><a href="command:quit">x</a>')


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_text_of_a_release_makes_a_link_that_acts(qtbot: QtBot, library: Library, hostile: str) -> None:
    release = sample_release()
    mention = Mention(name=hostile, paragraph=3)
    section = release.sections[0]
    item = dataclasses.replace(section.items[0], title=hostile, summary=hostile, systems=(mention,), units=(mention,))
    section = dataclasses.replace(section, title=hostile, items=(item, *section.items[1:]))
    release = dataclasses.replace(
        release, title=hostile, publisher=hostile, issuer=hostile, sections=(section, *release.sections[1:])
    )
    put_release(library, release)
    program = Program(library.path, Settings(library.path.parent / "others"))
    window = program.window
    for id_ in (
        release.id,
        f"{release.id}/{section.id}",
        f"{release.id}/{item.id}",
        f"system:{hostile}",
        f"unit:{hostile}",
    ):
        window.navigator.go_to(id_)
        addresses = [address for address, _said in links_of(page_of(window).document())]
        assert addresses
        assert hostile in page_of(window).toPlainText()
        assert not [address for address in addresses if address.startswith(ACTING) and not is_usual(address)]
    program.close()


def is_usual(address: str) -> bool:
    """Whether a link leads to a notice or to a figure on the page, as those of releases do."""
    return address.startswith((NOTICE, FIGURE))


@pytest.mark.parametrize("hostile", ["command:quit", "query:x", "help:start"])
def test_no_document_has_an_id_that_acts(hostile: str) -> None:
    written = json.loads(write_release(sample_release()))
    written["id"] = hostile
    with pytest.raises(ReleaseViewerError):
        read_release(json.dumps(written).encode(), "town.json")
    written = json.loads(write_release(sample_release()))
    written["sections"][0]["items"][0]["id"] = hostile
    with pytest.raises(ReleaseViewerError):
        read_release(json.dumps(written).encode(), "town.json")
    assert ":" not in read_pasted(f"{hostile}\n\n湖滨镇夜班船恢复开行，乘客近1.2万人。").id


@pytest.mark.parametrize("hostile", ["command:quit", f"{QUERY}x"])
def test_a_link_from_outside_starts_nothing(program: Program, hostile: str) -> None:
    with pytest.raises(ReleaseViewerError):
        program.open_wanted([f"release-viewer://item/{hostile}"])
    assert program.window.isVisible()
    assert search_bar_of(program.window).text() == ""
