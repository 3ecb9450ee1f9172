"""No text of a release is taken for more than a text, and nothing is read for it from anywhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from hostile import TEXTS, make_picture, redness, release_of, resources
from people import links_of, page_of, view_of
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel, QTextBrowser, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from viewer.library.library import Library
from viewer.library.releases import put_release
from viewer.models.role import Role
from viewer.models.tool_tip import tool_tip
from viewer.widgets.about_dialog import AboutDialog
from viewer.widgets.closed_document import ClosedDocument
from viewer.widgets.compare_window import CompareWindow
from viewer.widgets.detail_pane import DetailPane
from viewer.widgets.figures_window import FiguresWindow
from viewer.widgets.main_window import MainWindow
from viewer.widgets.message_bar import MessageBar
from viewer.widgets.note_dialog import NoteDialog
from viewer.widgets.plain_label import PlainLabel
from viewer.widgets.preview_dialog import PreviewDialog


@pytest.fixture
def picture(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)  # so that the name alone leads to it
    return make_picture(tmp_path)


def shown(qtbot: QtBot, widget: QWidget) -> QWidget:
    qtbot.addWidget(widget)
    widget.resize(300, 200)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def test_what_a_page_asks_for_is_refused_where_qt_would_read_it(qtbot: QtBot, picture: Path) -> None:
    usual, ours, page = QTextBrowser(), DetailPane(), DetailPane()
    read = 0
    for html in resources(picture):
        usual.setHtml(html)
        read += redness(shown(qtbot, usual)) > 0
        ours.setHtml(html)
        assert redness(shown(qtbot, ours)) == 0
        document = ClosedDocument(page)
        document.setHtml(html)
        page.setDocument(document)
        assert redness(shown(qtbot, page)) == 0
    assert read >= 6, "Qt would read the picture and the style sheet"


def test_a_label_shows_the_text_where_qt_would_show_the_picture(qtbot: QtBot, picture: Path) -> None:
    read = 0
    for html in resources(picture):
        assert redness(shown(qtbot, PlainLabel(None, html))) == 0
        read += redness(shown(qtbot, QLabel(html))) > 0
    assert read >= 5, "Qt would read the picture"


def tips() -> list[QWidget]:
    """The tool tips that are shown."""
    return [widget for widget in QApplication.topLevelWidgets() if widget.inherits("QTipLabel") and widget.isVisible()]


def test_a_tool_tip_shows_the_text_where_qt_would_show_the_picture(qtbot: QtBot, picture: Path) -> None:
    widget = shown(qtbot, QWidget())
    for tip, is_red in ((resources(picture)[0], True), (tool_tip(resources(picture)[0]), False)):
        QToolTip.showText(QPoint(5, 5), tip, widget)
        (label,) = tips()
        assert (redness(label) > 0) is is_red
        QToolTip.hideText()
        qtbot.waitUntil(lambda: not tips())


@pytest.fixture
def reddened(library: Library, picture: Path) -> list[str]:
    """A library with releases that would load the picture; gives all ids in them."""
    ids = []
    for number, html in enumerate(resources(picture)):
        release = release_of(html, f"hostile-{number}")
        put_release(library, release)
        ids += [release.id, f"{release.id}/section", f"{release.id}/section/item", f"unit:{html}", f"figure:{html}"]
    return [id_.replace("/section/item", "/item") for id_ in ids]


def test_no_part_of_the_window_shows_a_picture_that_a_release_names(
    qtbot: QtBot, reddened: list[str], window: MainWindow, library: Library, picture: Path
) -> None:
    for id_ in reddened:
        window.navigator.go_to(id_)
        assert redness(window) == 0, id_
    tip_of_tree = [view_of(window).model().index(row, 0).data(Role.TOOL_TIP) for row in range(3)]
    assert any(tip.startswith("<p>&lt;") for tip in tip_of_tree)
    html = resources(picture)[0]
    window.show_error(html)
    window.status_line.say(html)
    window.status_line.say_briefly(html)
    bar = window.findChild(MessageBar)
    assert isinstance(bar, MessageBar)
    qtbot.waitUntil(bar.isVisible)
    assert bar.message == html
    assert redness(window) == 0
    beside = (
        PreviewDialog(release_of(html), window),
        NoteDialog(html, html, html, window),
        NoteDialog(html, "", html, window),
    )
    for dialog in beside:
        assert redness(shown(qtbot, dialog)) == 0
    for action, kind in (("figures", FiguresWindow), ("compare", CompareWindow), ("about", AboutDialog)):
        window.findChild(object, action).trigger()  # type: ignore[attr-defined, type-var]
        opened = window.findChild(kind)
        assert isinstance(opened, QWidget)
        assert redness(shown(qtbot, opened)) == 0
        opened.close()


@pytest.mark.parametrize("text", TEXTS)
def test_every_page_shows_a_text_as_it_is(library: Library, window: MainWindow, text: str) -> None:
    put_release(library, release_of(text))
    words = text.replace("\u202e", "").split()
    for id_ in ("hostile", "hostile/section", "hostile/item"):
        window.navigator.go_to(id_)
        page = page_of(window)
        said = page.toPlainText()
        assert words[0] in said or "[U+" in said
        assert not [mark for mark in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068" if mark in said]
        for address, _said in links_of(page.document()):
            assert address.startswith(("hostile", "notice:", "number:", "unit:", "place:", "system:", "person:"))
    for way in ("unit", "place", "system", "person"):
        window.navigator.open_link(f"{way}:{text}")
        assert page_of(window).toPlainText()
