from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from people import press
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QColor, QPalette, QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from samples import sample_release

from viewer.library.entry import Page
from viewer.library.library import Library
from viewer.library.pages import read_page
from viewer.library.releases import put_release
from viewer.release.release import Figure, Release
from viewer.release.source import Paragraph, Role, Source
from viewer.widgets.detail_pane import DetailPane
from viewer.widgets.page_document import PageDocument
from viewer.widgets.page_look import Look, style_sheet
from viewer.widgets.shown import Shown, html_of
from viewer.widgets.text_style import USUAL_STYLE
from viewer.widgets.theme import DARK, LIGHT

LOOK = Look(LIGHT, 12.0, 140, 0, 2)
SENTENCE = "湖滨镇航运站恢复夜班船，全年运送乘客1.2万人。"
OTHER = "码头灯火通明，末班船开到二十三点，候船的人不再摸黑赶路。"
FIGURE = Figure(label="乘客", written="1.2万人", value=12000, unit="人", paragraph=1)

Block = tuple[str, float, float, float]


def release_of(paragraphs: tuple[Paragraph, ...]) -> Release:
    """A release whose document has these paragraphs, each of which begins with a sentence that has a figure."""
    figures = tuple(dataclasses.replace(FIGURE, paragraph=number) for number in range(1, len(paragraphs) + 1))
    source = Source(paragraph_count=len(paragraphs), fingerprint="0" * 64, paragraphs=paragraphs)
    sample = sample_release()
    ferry = dataclasses.replace(sample.sections[0].items[0], figures=figures)
    section = dataclasses.replace(sample.sections[0], items=(ferry,))
    return dataclasses.replace(sample, form="verbatim", sections=(section,), source=source)


@contextmanager
def page_with(folder: Path, paragraphs: tuple[Paragraph, ...]) -> Iterator[Shown]:
    """The page of a release with these paragraphs, while its library is open."""
    library = Library(folder / "document.sqlite")
    with library.transaction():
        put_release(library, release_of(paragraphs))
    yield read_page(library, "lakeside-2023")
    library.close()


def whole(shown: Shown) -> QTextDocument:
    """A page that is drawn in one piece."""
    document = QTextDocument()
    html = "".join(html_of(shown, LOOK))
    document.setHtml(f"<html><head><style>{style_sheet(LOOK)}</style></head><body>{html}</body></html>")
    return document


def blocks(document: QTextDocument) -> list[Block]:
    """The blocks of a document that is 600 pixels wide: text, top, height and margin below."""
    document.setTextWidth(600)
    found: list[Block] = []
    block = document.begin()
    while block.isValid():
        place = document.documentLayout().blockBoundingRect(block)
        found.append((block.text(), place.top(), place.height(), block.blockFormat().bottomMargin()))
        block = block.next()
    return found


documents = st.lists(
    st.builds(
        Paragraph,
        text=st.integers(1, 400).map(lambda length: (SENTENCE * 20)[:length]),
        role=st.sampled_from([Role.BODY, Role.BODY, Role.HEADING, Role.TABLE, Role.CAPTION, Role.LIST]),
        level=st.integers(1, 3),
    ),
    min_size=1,
    max_size=60,
).map(tuple)


TABLE = Paragraph(text=SENTENCE * 17, role=Role.TABLE)
BODY = Paragraph(text=SENTENCE)


@settings(max_examples=40)  # a large library and two pages for each
@given(documents)
@example((TABLE,) * 60)  # wherever it is cut, it is cut behind a table
@example((TABLE, BODY) * 60)
def test_a_page_that_grows_looks_as_one_that_is_drawn_in_one_piece(
    qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory, paragraphs: tuple[Paragraph, ...]
) -> None:
    with page_with(tmp_path_factory.mktemp("library"), paragraphs) as shown:
        owner = QObject()
        grown = PageDocument(shown, LOOK, owner)
        qtbot.waitUntil(lambda: grown.complete)
        assert blocks(grown) == blocks(whole(shown))
        owner.deleteLater()


@pytest.fixture
def long_page(tmp_path: Path) -> Iterator[Shown]:
    body = tuple(
        Paragraph(
            text=f"渡口{number}。{SENTENCE}{OTHER * 3}", role=Role.HEADING if number % 20 == 0 else Role.BODY, level=2
        )
        for number in range(400)
    )
    with page_with(tmp_path, body) as shown:
        yield shown


@pytest.fixture
def pane(qtbot: QtBot, long_page: Shown) -> Iterator[DetailPane]:
    """A pane that shows a long page, at a place in the middle of it."""
    pane = DetailPane()
    pane.resize(900, 700)
    pane.show()
    qtbot.waitExposed(pane)
    pane.show_page(long_page)
    wait_for_text(qtbot, pane, "渡口399。")
    qtbot.waitUntil(lambda: go_to(pane, "渡口200。"))
    pane.activateWindow()
    pane.setFocus()
    qtbot.waitUntil(pane.hasFocus)
    palette = QApplication.palette()
    yield pane
    QApplication.setPalette(palette)
    pane.deleteLater()  # before the library is closed, which it may still read
    QApplication.sendPostedEvents(pane, QEvent.Type.DeferredDelete.value)


def wait_for_text(qtbot: QtBot, pane: DetailPane, text: str) -> None:
    qtbot.waitUntil(lambda: not pane.document().find(text).isNull())


def go_to(pane: DetailPane, text: str) -> bool:
    """Scroll until the line with a text is the first one; whether it is."""
    cursor = pane.document().find(text)
    cursor.setPosition(cursor.selectionStart())
    bar = pane.verticalScrollBar()
    bar.setValue(bar.value() + pane.cursorRect(cursor).top())
    return first_line(pane).startswith(text)


def first_line(pane: DetailPane) -> str:
    """The paragraph in which what is seen begins."""
    return pane.cursorForPosition(pane.viewport().rect().topLeft()).block().text()[:6]


def colours_of(pane: DetailPane) -> set[str]:
    """The colours behind the figures of the whole page."""
    found: set[str] = set()
    cursor = pane.document().find("乘客1.2")
    while not cursor.isNull():
        found.add(cursor.charFormat().background().color().name())
        cursor = pane.document().find("乘客1.2", cursor)
    return found


def test_a_long_page_is_there_at_once_and_grows(qtbot: QtBot, long_page: Shown) -> None:
    owner = QObject()
    document = PageDocument(long_page, LOOK, owner)
    assert "渡口0。" in document.toPlainText()
    assert not document.complete
    with qtbot.waitSignal(document.grown):
        pass
    qtbot.waitUntil(lambda: document.complete)
    text = document.toPlainText()
    assert [text.count(f"渡口{number}。") for number in range(400)] == [1] * 400
    owner.deleteLater()


def test_a_page_of_which_the_library_has_less_by_now_ends_there(qtbot: QtBot, tmp_path: Path, long_page: Shown) -> None:
    owner = QObject()
    document = PageDocument(long_page, LOOK, owner)
    other = Library(tmp_path / "document.sqlite")
    other.rows("DELETE FROM source_paragraph WHERE number > 200")
    other.close()
    qtbot.waitUntil(lambda: document.complete)
    assert "渡口100。" in document.toPlainText()
    assert "渡口399。" not in document.toPlainText()
    owner.deleteLater()


def test_new_colours_change_a_page_where_it_stands(qtbot: QtBot, pane: DetailPane) -> None:
    document = pane.document()
    place = pane.verticalScrollBar().value()
    QApplication.setPalette(QPalette(QColor(DARK.window), QColor(DARK.window)))
    pane.redraw()
    seen = document.find("乘客1.2", pane.cursorForPosition(QPoint(4, 4)))
    assert seen.charFormat().background().color().name() == DARK.mark  # before anything is painted
    qtbot.waitUntil(lambda: colours_of(pane) == {DARK.mark})
    assert pane.document() is document
    assert pane.verticalScrollBar().value() == place


def test_what_is_scrolled_to_has_its_new_colours_before_the_rest(qtbot: QtBot, pane: DetailPane) -> None:
    QApplication.setPalette(QPalette(QColor(DARK.window), QColor(DARK.window)))
    pane.redraw()
    assert colours_of(pane) == {LIGHT.mark, DARK.mark}
    press(Qt.Key.Key_End)
    last = pane.document().find("乘客1.2", pane.document().characterCount() - 1, QTextDocument.FindFlag.FindBackward)
    assert last.charFormat().background().color().name() == DARK.mark


def test_a_page_that_still_grows_takes_new_colours_for_the_rest(
    qtbot: QtBot, pane: DetailPane, long_page: Shown
) -> None:
    pane.show_page(None)
    pane.show_page(long_page)
    QApplication.setPalette(QPalette(QColor(DARK.window), QColor(DARK.window)))
    pane.redraw()
    wait_for_text(qtbot, pane, "渡口399。")
    qtbot.waitUntil(lambda: colours_of(pane) == {DARK.mark})


@pytest.mark.parametrize("points", [8.0, 21.0])
def test_larger_and_smaller_text_stay_at_the_place_with_what_is_selected(
    qtbot: QtBot, pane: DetailPane, points: float
) -> None:
    pane.setTextCursor(pane.document().find("渡口202。"))
    before = pane.document()
    pane.set_style(USUAL_STYLE._replace(points=points))
    qtbot.waitUntil(lambda: pane.document() is not before)
    qtbot.waitUntil(pane.viewport().updatesEnabled)
    assert first_line(pane) == "渡口200。"
    assert pane.textCursor().selectedText() == "渡口202。"


@pytest.mark.parametrize("width", [500, 1400])
def test_a_window_of_another_width_stays_at_the_place(qtbot: QtBot, pane: DetailPane, width: int) -> None:
    pane.resize(width, 700)
    qtbot.waitUntil(pane.viewport().updatesEnabled)
    assert first_line(pane) == "渡口200。"
    line = pane.document().find("渡口200。").block().layout().lineAt(0)
    assert line.width() <= pane.viewport().width()


def test_a_page_is_brought_up_to_date_at_its_place(qtbot: QtBot, pane: DetailPane, long_page: Shown) -> None:
    before = pane.document()
    assert isinstance(long_page, Page)
    title = dataclasses.replace(long_page.entry, title="湖滨镇通报补正")
    pane.update_page(long_page._replace(entry=title))
    assert pane.document() is before  # what there is stays to be read meanwhile
    qtbot.waitUntil(lambda: pane.document() is not before)
    qtbot.waitUntil(pane.viewport().updatesEnabled)
    assert "湖滨镇通报补正" in pane.toPlainText()
    assert first_line(pane) == "渡口200。"


def test_a_page_is_opened_where_it_was_left(qtbot: QtBot, pane: DetailPane, long_page: Shown) -> None:
    place = pane.place
    pane.show_page(None)
    pane.show_page(long_page, place)
    qtbot.waitUntil(lambda: first_line(pane) == "渡口200。")


def test_a_view_that_is_left_comes_back_as_it_was(qtbot: QtBot, pane: DetailPane) -> None:
    pane.setTextCursor(pane.document().find("渡口202。"))
    place = pane.verticalScrollBar().value()
    view = pane.take_view()
    assert view is not None
    pane.show_page(None)
    pane.show_view(view)
    qtbot.waitUntil(pane.viewport().updatesEnabled)
    assert pane.verticalScrollBar().value() == place
    assert pane.textCursor().selectedText() == "渡口202。"
    assert first_line(pane) == "渡口200。"


def test_a_view_that_is_about_to_be_drawn_anew_is_not_kept(pane: DetailPane, long_page: Shown) -> None:
    pane.update_page(long_page)
    assert pane.take_view() is None
