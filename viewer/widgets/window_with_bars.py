"""A window with a page, and bars above and below it that come when there is something to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

    from viewer.widgets.job_session import JobSession
    from viewer.widgets.message_bar import MessageBar, Remedy


class WindowWithBars(QMainWindow):
    """Each kind of bar is loaded by the first of it.

    Signals:
        job_failed(Exception): something that takes long could not be done.
    """

    job_failed = Signal(object)
    _column: QVBoxLayout
    _behind_bars: QWidget

    def __init__(self) -> None:
        super().__init__()
        self._message_bar: MessageBar | None = None
        self._jobs: JobSession | None = None

    @property
    def message(self) -> str:
        """What the bar above the page says; "" where it says nothing."""
        bar = self._message_bar
        return bar.message if bar is not None and bar.isVisibleTo(self) else ""

    def show_error(self, message: str, details: str = "", remedy: Remedy | None = None) -> None:
        """Say what went wrong in the bar above the page; `details` can be copied, for whoever looks after it."""
        self._messages().show_message(message, details, remedy)

    def show_picture(self, picture: QPixmap, message: str) -> None:
        """Show a message as a picture in the bar above the page."""
        self._messages().show_picture(picture, message)

    def add_bar(self, bar: QWidget) -> None:
        """Put a bar above the page."""
        self._column.insertWidget(0, bar)
        self.setTabOrder(bar.focusProxy() or bar, self._behind_bars)  # Tab comes to the bar first

    def add_bar_below(self, bar: QWidget) -> None:
        """Put a bar below the page."""
        self._column.addWidget(bar)

    def jobs(self) -> JobSession:
        """What runs what takes long, with its bar; loaded by the first job."""
        if self._jobs is None:
            from viewer.widgets.job_bar import JobBar
            from viewer.widgets.job_session import JobSession

            bar = JobBar(self)
            self.add_bar(bar)
            self._jobs = JobSession(bar, self)
            self._jobs.failed.connect(self.job_failed)
        return self._jobs

    def retranslate(self) -> None:
        """Take the texts of the current language."""
        if self._message_bar is not None:
            self._message_bar.retranslate()

    def refresh_theme(self) -> None:
        """Take the colours of the current theme."""
        if self._message_bar is not None:
            self._message_bar.redraw()

    def _make_column(self, page: QWidget, behind_bars: QWidget) -> QWidget:
        """A column of a page and its bars, after which Tab comes to `behind_bars`."""
        column = QWidget(self)
        self._column = QVBoxLayout(column)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(page, 1)
        self._behind_bars = behind_bars
        return column

    def _messages(self) -> MessageBar:
        """The bar that says what went wrong; loaded by the first message."""
        if self._message_bar is None:
            from viewer.widgets.message_bar import MessageBar

            self._message_bar = MessageBar(self)
            self.add_bar(self._message_bar)
        return self._message_bar
