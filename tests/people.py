"""What a person does to a window: keys, text from an input method, the mouse; and what the person sees."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar
from urllib.parse import unquote

from PySide6.QtCore import QModelIndex, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication, QImage, QInputMethodEvent, QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QMainWindow,
    QPushButton,
    QTextBrowser,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from viewer.app import Program
from viewer.opening import open_library
from viewer.release.errors import ReleaseViewerError
from viewer.release.folding import fold
from viewer.widgets.detail_pane import DetailPane
from viewer.widgets.message_bar import MessageBar
from viewer.widgets.page_matches import matches_on
from viewer.widgets.preferences_dialog import PreferencesDialog
from viewer.widgets.search_bar import SearchBar
from viewer.widgets.settings import Settings
from viewer.widgets.sidebar import Sidebar
from viewer.widgets.typesetting import without_joiners

NO_MODIFIER = Qt.KeyboardModifier.NoModifier
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
Part = TypeVar("Part", bound=QObject)


@contextmanager
def start(qtbot: QtBot, library_path: Path, settings: Settings) -> Iterator[Program]:
    """Start the program, and bring its window to the front; it ends with the block. A new library is indexed before."""
    if not library_path.exists():
        with suppress(ReleaseViewerError):  # which the program has to say
            open_library(library_path).close()
    program = Program(library_path, settings)
    with qtbot.waitExposed(program.window), qtbot.waitSignal(program.window.completed):
        program.window.show()
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    QTest.keyRelease(program.window, Qt.Key.Key_Control)  # Qt holds it for pressed where the last test ended with it
    try:
        yield program
    finally:
        program.window.close()
        program.close()


def press(key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    """Press a key in whatever has the focus."""
    pressed = NO_MODIFIER
    for modifier in modifiers:
        pressed |= modifier
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, pressed)


def type_text(text: str) -> None:
    """Commit `text`, as an input method does, to whatever has the focus."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    widget = QApplication.focusWidget()
    assert widget is not None
    QApplication.sendEvent(widget, event)


def click_row(view: QTreeView, index: QModelIndex) -> None:
    """Click a row of a tree or list."""
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NO_MODIFIER, view.visualRect(index).center())


def click_link(
    page: QTextBrowser,
    text: str,
    button: Qt.MouseButton = Qt.MouseButton.LeftButton,
    modifier: Qt.KeyboardModifier = NO_MODIFIER,
) -> None:
    """Click the last link on a page that says `text`."""
    cursor = QTextCursor(page.document())
    cursor.movePosition(QTextCursor.MoveOperation.End)
    found = page.document().find(text, cursor, QTextDocument.FindFlag.FindBackward)
    while not found.isNull() and not found.charFormat().isAnchor():
        found = page.document().find(text, found.selectionStart(), QTextDocument.FindFlag.FindBackward)
    assert not found.isNull(), f"no link says {text}"
    found.setPosition(found.selectionStart() + 1)
    page.setTextCursor(found)
    page.ensureCursorVisible()
    place = page.cursorRect(found).center() + QPoint(2, 0)
    QTest.mouseClick(page.viewport(), button, modifier, place)


def links_of(document: QTextDocument) -> list[tuple[str, str]]:
    """Where the links of a page lead, and what they say, from the top."""
    links: list[tuple[str, str]] = []
    block = document.begin()
    while block.isValid():
        part = block.begin()
        while not part.atEnd():
            if part.fragment().charFormat().isAnchor():
                links.append((unquote(part.fragment().charFormat().anchorHref()), part.fragment().text()))
            part += 1
        block = block.next()
    return links


def part_of(window: QObject, kind: type[Part], name: str = "") -> Part:
    """The part of a window that is of a kind, and of a name where one is given."""
    found = window.findChild(kind, name) if name else window.findChild(kind)
    assert isinstance(found, kind), f"there is no {kind.__name__} {name}"
    return found


def action_of(window: QWidget, name: str) -> QAction:
    """An action, by its id."""
    return part_of(window, QAction, name)


def trigger(window: QWidget, name: str) -> None:
    """Choose an action from its menu."""
    action_of(window, name).trigger()


def select(page: DetailPane, text: str) -> None:
    """Select a text on the page with the keyboard, from its beginning."""
    page.setFocus()
    spans = next(spans for spans in matches_on(page.document(), fold(text)) if spans != [])
    assert spans, f"the page does not say {text}"
    start, end = spans[0]
    found = QTextCursor(page.document())
    found.setPosition(start)
    page.setTextCursor(found)
    flags = page.textInteractionFlags()
    page.setTextInteractionFlags(flags | Qt.TextInteractionFlag.TextSelectableByKeyboard)
    for _character in range(end - start):
        press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)


def rows(view: QTreeView) -> list[str]:
    """The titles of all rows that are open, from the top."""
    titles: list[str] = []
    index = view.model().index(0, 0)
    while index.isValid():
        titles.append(index.data())
        index = view.indexBelow(index)
    return titles


def current_row(view: QTreeView) -> str:
    """The title of the current row."""
    return str(view.currentIndex().siblingAtColumn(0).data())


def picture_of(view: QAbstractItemView) -> QImage:
    """A view as it is painted."""
    image = QImage(view.viewport().size(), QImage.Format.Format_RGB32)  # true colours, whatever the display has
    view.viewport().render(image)
    return image


def colours_of(image: QImage) -> Sequence[int]:
    """The colours of all points of an image, row by row, as `QColor.rgb` tells them."""
    return array("I", bytes(image.convertToFormat(QImage.Format.Format_RGB32).constBits()))


def columns_with(view: QAbstractItemView, colour: str) -> set[int]:
    """The x of every pixel of a view that has a colour."""
    image, meant = picture_of(view), QColor(colour).rgb()
    return {place % image.width() for place, found in enumerate(colours_of(image)) if found == meant}


def view_of(window: QWidget) -> QTreeView:
    """The tree, or the list of hits, of a window."""
    return part_of(part_of(window, Sidebar), QTreeView)


def page_of(window: QWidget) -> DetailPane:
    """The detail pane of a window."""
    return part_of(window, DetailPane)


def shown_page_of(dialog: QWidget) -> DetailPane:
    """The page of a dialog that is shown, of several in tabs."""
    (page,) = [page for page in dialog.findChildren(DetailPane) if page.isVisible()]
    return page


def text_on(window: QWidget) -> str:
    """What a person reads on the page of a window."""
    return without_joiners(page_of(window).toPlainText())


def shown_message_of(qtbot: QtBot, window: QWidget) -> MessageBar:
    """The bar of a window that says what went wrong, once it does."""
    qtbot.waitUntil(lambda: any(bar.isVisible() for bar in window.findChildren(MessageBar)))
    return message_bar_of(window)


def message_bar_of(window: QWidget) -> MessageBar:
    """The bar of a window that says what went wrong."""
    return part_of(window, MessageBar)


def search_bar_of(window: QWidget) -> SearchBar:
    """The search bar of a window."""
    return part_of(window, SearchBar)


def status_of(window: QMainWindow) -> str:
    """What the line at the foot of a window says."""
    return " ".join(filter(None, (label.text() for label in window.statusBar().findChildren(QLabel))))


def clipboard() -> str:
    """The text on the clipboard."""
    return QGuiApplication.clipboard().text()


def open_preferences(qtbot: QtBot, window: QWidget) -> PreferencesDialog:
    """Press Ctrl+, and look at what comes."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    press(Qt.Key.Key_Comma, CONTROL)
    dialog = part_of(window, PreferencesDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def control_of(dialog: PreferencesDialog, field: str) -> QComboBox | QCheckBox:
    """The control of a preference."""
    control = dialog.findChild(QComboBox, field) or dialog.findChild(QCheckBox, field)
    assert isinstance(control, QComboBox | QCheckBox)
    return control


def box_of(dialog: PreferencesDialog, field: str) -> QComboBox:
    """The box with the choices of a preference."""
    box = control_of(dialog, field)
    assert isinstance(box, QComboBox)
    return box


def button(parent: QWidget, text: str) -> QPushButton:
    """The button of this text that can be seen."""
    return next(part for part in parent.findChildren(QPushButton) if part.isVisible() and part.text() == text)
