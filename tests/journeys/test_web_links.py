"""Links on pages: where they lead is shown and heard, and only a click or Enter opens them."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import pytest
from hostile import release_of
from people import click_link, links_of, page_of, press, shown_message_of
from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from samples import sample_release

from viewer.app import Program
from viewer.library.annotations import put_annotations, read_annotations
from viewer.library.library import Library
from viewer.library.releases import put_release
from viewer.release.annotation import Annotation, AnnotationKind
from viewer.release.errors import ReleaseViewerError
from viewer.widgets.detail_pane import DetailPane
from viewer.widgets.main_window import MainWindow
from viewer.widgets.text_html import ACTING, WEB

SCHEMES = ("http", "https", "mailto", "file", "javascript", "data", "smb", "ftp", "web")


class Browser(QObject):
    """Stands where the programs of the desktop stand.

    Attributes:
        opened: the addresses that were to be opened.
    """

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []
        for scheme in SCHEMES:
            QDesktopServices.setUrlHandler(scheme, self, "take")  # type: ignore[arg-type]  # the stubs ask for bytes

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(bytes(url.toEncoded().data()).decode())


@pytest.fixture
def browser(qapp: QApplication) -> Iterator[Browser]:
    browser = Browser()
    yield browser
    for scheme in SCHEMES:
        QDesktopServices.unsetUrlHandler(scheme)


def show_with_address(library: Library, window: MainWindow, address: str) -> DetailPane:
    """A page of a release that was published at an address."""
    put_release(library, dataclasses.replace(sample_release(), address=address))
    window.navigator.go_to("lakeside-2023/ferry")
    return page_of(window)


def point_at(page: DetailPane, text: str) -> None:
    """Hold the mouse over a link."""
    found = page.document().find(text)
    while not found.charFormat().isAnchor():
        found = page.document().find(text, found)
    found.setPosition(found.selectionStart() + 1)
    page.setTextCursor(found)
    QTest.mouseMove(page.viewport(), QPoint(1, 1))
    QTest.mouseMove(page.viewport(), page.cursorRect(found).center() + QPoint(2, 0))


ADDRESSES = {
    "plain": ("https://example.org/2024/a.html", "https://example.org/2024/a.html"),
    "with a path in Chinese": ("https://example.org/通报.html", "https://example.org/%E9%80%9A%E6%8A%A5.html"),
    "with a Cyrillic letter": ("https://g\u043engan.gov.cn/", "https://xn--gngan-jye.gov.cn/"),
    "with a host in Chinese": ("https://徐州.中国/", "https://xn--6rtq1b.xn--fiqs8s/"),
    "with marks of HTML": ("https://example.org/?a=<b>&amp;'\"", "https://example.org/?a=%3Cb%3E&amp;'%22"),
}


@pytest.mark.parametrize(("address", "target"), ADDRESSES.values(), ids=ADDRESSES)
def test_a_link_shows_where_it_leads_and_a_click_opens_just_that(
    qtbot: QtBot, browser: Browser, library: Library, window: MainWindow, address: str, target: str
) -> None:
    page = show_with_address(library, window, address)
    (said,) = [said for link, said in links_of(page.document()) if link.startswith(WEB)]
    point_at(page, said)
    qtbot.waitUntil(lambda: window.statusBar().currentMessage() == target)
    assert browser.opened == []
    click_link(page, said)
    assert browser.opened == [target]
    assert target in window.statusBar().currentMessage()


def test_a_host_that_is_not_ascii_is_shown_as_it_is_looked_up_too(library: Library, window: MainWindow) -> None:
    page = show_with_address(library, window, "https://g\u043engan.gov.cn/")
    assert "https://g[U+043E]ngan.gov.cn/ (xn--gngan-jye.gov.cn)" in page.toPlainText()


def test_the_keys_come_to_a_link_show_it_and_open_it_with_enter(
    browser: Browser, library: Library, window: MainWindow
) -> None:
    page = show_with_address(library, window, "https://example.org/a")
    page.setFocus()
    for _link in links_of(page.document()):
        press(Qt.Key.Key_Tab)
        if page.textCursor().selectedText() == "https://example.org/a":
            break
    assert window.statusBar().currentMessage() == "https://example.org/a"
    assert browser.opened == []
    press(Qt.Key.Key_Return)
    assert browser.opened == ["https://example.org/a"]


def test_a_link_to_a_page_shows_the_address_of_the_page_until_it_is_left(
    qtbot: QtBot, library: Library, window: MainWindow
) -> None:
    page = show_with_address(library, window, "")
    point_at(page, "湖滨镇航运站")
    status = window.statusBar()
    qtbot.waitUntil(lambda: status.currentMessage() == "release-viewer://item/unit:湖滨镇航运站")
    QTest.mouseMove(page.viewport(), QPoint(1, 1))
    qtbot.waitUntil(lambda: status.currentMessage() == "")


@pytest.mark.parametrize(
    "address",
    ["https://gongan.gov.cn@evil.example/", "https://a\\b.example/", "http://", "https://example.org/a%0d%0ab"],
)
def test_an_address_that_may_lead_elsewhere_is_shown_and_is_no_link(
    browser: Browser, library: Library, window: MainWindow, address: str
) -> None:
    page = show_with_address(library, window, address)
    assert address in page.toPlainText()
    assert not [link for link, _said in links_of(page.document()) if link.startswith(WEB)]


@pytest.mark.parametrize(
    "link",
    [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/html,x",
        "smb://server/share",
        "\\\\server\\share",
        "https://a@b.example/",
        "https://徐州.中国/",
        "release-viewer://item/lakeside-2023",
        "ftp://example.org/",
        "https://example.org/\u202ea",
    ],
)
def test_what_is_neither_of_the_web_nor_of_mail_is_refused_in_one_sentence(
    browser: Browser, library: Library, window: MainWindow, link: str
) -> None:
    page = show_with_address(library, window, "")
    page.link_opened.emit(WEB + link)  # which no page makes
    assert browser.opened == []
    assert window.statusBar().currentMessage().startswith("没有打开")
    assert "\u202e" not in window.statusBar().currentMessage()


@pytest.mark.qt_log_ignore("Unable to detect a web browser")
def test_an_address_that_no_program_opens_is_said(
    library: Library, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")  # the desktop's programs are found by it
    page = show_with_address(library, window, "https://example.org/a")
    click_link(page, "https://example.org/a")
    assert "https://example.org/a" in window.statusBar().currentMessage()


@pytest.mark.parametrize("ids", [("remove", "1"), ("edit", "1"), ("figures", "0"), ("number", "0"), ("web", "1")])
def test_no_id_of_a_document_acts_when_its_link_is_clicked(
    library: Library, window: MainWindow, ids: tuple[str, str]
) -> None:
    release = sample_release(ids[0])
    item = dataclasses.replace(release.sections[0].items[0], id=ids[1], title="夜航")
    section = dataclasses.replace(release.sections[0], items=(item,))
    put_release(library, dataclasses.replace(release, sections=(section,)))
    star = Annotation(key=1, entry_id="xuzhou-2024/liu-tao", title="刘涛", kind=AnnotationKind.STAR, made=release.date)
    (put,) = put_annotations(library, [star])
    window.navigator.go_to(f"{ids[0]}/services")
    click_link(page_of(window), "夜航")
    assert window.windowTitle().startswith("夜航")
    assert read_annotations(library, ["xuzhou-2024/liu-tao"])["xuzhou-2024/liu-tao"] == (put,)
    assert not f"{ids[0]}/{ids[1]}".startswith(ACTING)


@pytest.mark.parametrize(
    "link",
    [
        "help:zzz",
        "unit:%E6%B2%A1%E6%9C%89",
        "nowhere",
        "figure:zzz",
        "category:x",
        "mark:x",
        "javascript:alert(1)",
        "command:quit",
        "remove:1",
        "web:https://example.org/",
    ],
)
def test_a_link_from_elsewhere_that_leads_nowhere_is_said_in_one_sentence_for_people_in_a_window(
    qtbot: QtBot, browser: Browser, program: Program, link: str
) -> None:
    before = program.window.windowTitle()
    with pytest.raises(ReleaseViewerError) as raised:
        program.open_wanted([f"release-viewer://item/{link}"])
    program.failures.happened.emit(raised.value)  # as what catches all does
    message = shown_message_of(qtbot, program.window).message
    assert message.startswith("没有“")
    assert "Ctrl+P" in message
    assert "release-viewer list" not in message
    assert len(message.splitlines()) == 1
    assert program.window.windowTitle() == before
    assert browser.opened == []


def test_a_name_that_deceives_is_shown_wherever_it_is_chosen_by(library: Library, window: MainWindow) -> None:
    put_release(library, release_of("通报\u202egpj.exe"))
    window.navigator.open_link("unit:通报\u202egpj.exe")
    shown = "通报[U+202E]gpj.exe"
    assert window.windowTitle().startswith(shown)
    assert ("hostile/item", shown) in links_of(page_of(window).document())
    window.navigator.go_to("hostile/item")
    cursor = QTextCursor(page_of(window).document())
    cursor.select(QTextCursor.SelectionType.Document)
    assert "\u202e" not in cursor.selectedText()
