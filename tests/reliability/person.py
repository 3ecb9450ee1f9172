"""A person at the window: what hands and eyes do with it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TypeVar

from people import page_of, part_of, trigger, type_text
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from waiting import wait_until

from viewer.models.searcher import Summary
from viewer.widgets.main_window import MainWindow
from viewer.widgets.removing import Removing

Kind = TypeVar("Kind", bound=QObject)
Window = TypeVar("Window", bound=QWidget)


def is_in_front(window: QWidget) -> bool:
    """Whether a window is in front; if not, it comes there soon."""
    if not window.isActiveWindow():
        window.activateWindow()
    return window.isActiveWindow()


class Person:
    """Drives a window by keys, drops and menus; after each action the program does what comes of it.

    Attributes:
        window: the main window.
        actions: how many there have been.
    """

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.actions = 0
        self._front: QWidget = window
        self._summarised = ""
        self._changes = 0
        self._file = Path()
        self._timer = QTimer(interval=5)
        self._timer.timeout.connect(self._answer)
        window.commands.search.searcher.summarised.connect(self._note_summary)
        removing = self.find(Removing)
        for changed in (window.navigator.arrived, removing.removed, removing.restored):
            changed.connect(self._note_change)

    def keys(self, *sequences: str) -> None:
        """Press keys in whatever has the focus."""
        for sequence in sequences:
            self._come_to_the_front()
            widget = QApplication.focusWidget()
            assert widget is not None, f"nothing has the focus for {sequence}"
            QTest.keySequence(widget, QKeySequence(sequence))
            self._end_action()

    def write(self, text: str) -> None:
        """Type a text into whatever has the focus."""
        self._come_to_the_front()
        type_text(text)
        self._end_action()

    def go(self, id_: str) -> None:
        """Follow a link to a page."""
        self.window.navigator.open_link(id_)
        page_of(self.window).setFocus()
        self._end_action()

    def choose(self, name: str) -> None:
        trigger(self.window, name)
        self._end_action()

    def drop(self, path: Path) -> None:
        """Drop a file or a folder on the window, as a file manager does."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        place, none = QPoint(200, 200), Qt.KeyboardModifier.NoModifier
        how = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none
        QApplication.sendEvent(self.window, QDragEnterEvent(place, *how))
        QApplication.sendEvent(self.window, QDropEvent(place.toPointF(), *how))
        self._end_action()

    def find(self, kind: type[Kind], window: QWidget | None = None) -> Kind:
        """A part of a window, or of the main one."""
        return part_of(window or self.window, kind)

    def shows(self, kind: type[QWidget]) -> bool:
        return any(one.isVisible() for one in self.window.findChildren(kind))

    @contextmanager
    def window_of(self, kind: type[Window]) -> Iterator[Window]:
        """The window of a kind that has been asked for, once it is in front; at the end it has been closed."""
        wait_until(lambda: self.shows(kind))
        self._front = window = next(one for one in self.window.findChildren(kind) if one.isVisible())
        yield window
        self._front = self.window
        wait_until(lambda: not self.shows(kind))
        self._come_to_the_front()

    @contextmanager
    def change_of_the_library(self) -> Iterator[None]:
        """At the end the library has changed, and the window shows it."""
        before = self._changes
        yield
        wait_until(lambda: self._changes > before)

    def has_searched(self, typed: str) -> bool:
        return self._summarised == typed

    def answer_the_file_dialog(self, file: Path) -> None:
        """Type a name into the file dialog that is about to open, once it is in front, and accept it."""
        self._file = file
        self._timer.start()

    def leave_the_menu(self) -> None:
        menu = QApplication.activePopupWidget()
        assert menu is not None
        QTest.keyClick(menu, Qt.Key.Key_Escape)
        wait_until(lambda: QApplication.activePopupWidget() is None)
        self._come_to_the_front()
        self._end_action()

    def _come_to_the_front(self) -> None:
        """Go back to the window that is worked with, if a hint or a menu has been in front of it."""
        QApplication.processEvents()
        wait_until(partial(is_in_front, self._front))

    def _end_action(self) -> None:
        """Let the program do what comes of it, and get rid of what it needs no more."""
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self.actions += 1

    @Slot()
    def _answer(self) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QFileDialog) and is_in_front(dialog):
            self._timer.stop()
            self.find(QLineEdit, dialog).setText(str(self._file))
            dialog.accept()

    @Slot(object)
    def _note_summary(self, summary: Summary) -> None:
        self._summarised = summary.request.typed

    @Slot()
    def _note_change(self) -> None:
        self._changes += 1
