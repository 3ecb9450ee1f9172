"""A bar above the page for those who are here for the first time."""

from __future__ import annotations

from urllib.parse import unquote

from PySide6 import QtCore
from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from viewer.override import override
from viewer.widgets.command_html import command_link, main_key
from viewer.widgets.link_label import LinkLabel
from viewer.widgets.session import Session
from viewer.widgets.text_html import escape, link
from viewer.widgets.theme import current_colours

_NO_BREAK = "\u00a0"


class WelcomeBar(QWidget):
    """A few hints, each a link that does what it says, until they are put away.

    Signals:
        link_opened(id): a link was clicked or entered.
    """

    link_opened = Signal(str)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._hints = LinkLabel(self)
        self._hints.setAlignment(QtCore.Qt.AlignmentFlag.AlignVCenter)
        self._hints.linkActivated.connect(self._open_link)
        self._close = QPushButton(self)
        self._close.clicked.connect(self.put_away)
        self._lay_out()
        self._say()

    def _lay_out(self) -> None:
        line = QFrame(self)  # between the bar and the page
        line.setFixedHeight(1)
        line.setBackgroundRole(QPalette.ColorRole.Mid)
        line.setAutoFillBackground(True)
        row = QHBoxLayout()
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(16)
        row.addWidget(self._hints, 1)
        row.addWidget(self._close, 0, QtCore.Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(line)

    @Slot()
    def put_away(self) -> None:
        """Go for good: there has been a search or a document, or the hints have been read."""
        self._session.welcomed = True
        self.hide()
        self.deleteLater()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self._say()

    def _say(self) -> None:
        hints = (
            self._hint("way-category", self.tr("Browse at the left")),
            self._hint("search", self.tr("{key} searches, pinyin too")),
            self._hint("copy", self.tr("{key} copies with the source")),
            self._hint("open", self.tr("{key} opens your own releases")),
            link("help:start", self.tr("Help")),
        )
        style = f"<style>a {{ color: {current_colours().accent}; }}</style>"
        welcome = escape(self.tr("Welcome"))
        self._hints.setText(f"{style}<b>{welcome}</b> &nbsp; {f'{_NO_BREAK}· '.join(hints)}")
        self._close.setText(self.tr("Got it"))
        self._close.setToolTip(self.tr("Put these hints away for good"))

    def _hint(self, id_: str, text: str) -> str:
        return command_link(id_, text.format(key=main_key(id_)).replace(" ", _NO_BREAK, 1))

    @Slot(str)
    def _open_link(self, address: str) -> None:
        self.link_opened.emit(unquote(address))
