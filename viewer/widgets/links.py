"""What the links of pages do."""

from __future__ import annotations

from PySide6.QtCore import QObject, QUrl, Signal, Slot

from viewer.widgets.annotating import Annotating
from viewer.widgets.navigator import Navigator
from viewer.widgets.search_session import SearchSession
from viewer.widgets.text_html import COMMAND, EDIT_NOTE, NOTICE, QUERY, REMOVE_MARK, WEB


class Links(QObject):
    """Opens links: to pages, notices, queries, the web, to what a reader has put to a page, and to what actions do.

    Signals:
        notice_requested(id): the notice of the release with this id is to be shown.
        command_requested(id): the action is to be triggered.
        said(text): what has become of an address that another program opens.
    """

    notice_requested = Signal(str)
    command_requested = Signal(str)
    said = Signal(str)

    def __init__(self, navigator: Navigator, search: SearchSession, annotating: Annotating, parent: QObject) -> None:
        super().__init__(parent)
        self._navigator = navigator
        self._search = search
        self._annotating = annotating

    @Slot(str)
    def open(self, target: str) -> None:
        """Do what a link to `target` stands for."""
        if target.startswith(NOTICE):
            self.notice_requested.emit(target.removeprefix(NOTICE))
        elif target.startswith(EDIT_NOTE):
            self._annotating.edit(int(target.removeprefix(EDIT_NOTE)))
        elif target.startswith(REMOVE_MARK):
            self._annotating.remove(int(target.removeprefix(REMOVE_MARK)))
        elif target.startswith(QUERY):
            self._search.search_for(target.removeprefix(QUERY))
        elif target.startswith(COMMAND):
            self.command_requested.emit(target.removeprefix(COMMAND))
        elif target.startswith(WEB):
            self._open_elsewhere(target.removeprefix(WEB))
        else:
            self._navigator.open_link(target)

    def _open_elsewhere(self, address: str) -> None:
        """Let the browser, or the program for mail, open just what was shown, and nothing else."""
        from PySide6.QtGui import QDesktopServices  # not needed to start

        from viewer.release.web_address import read_web_address

        found = read_web_address(address)
        url = QUrl.fromEncoded(address.encode(), QUrl.ParsingMode.StrictMode)
        if found is None or not found.target == address == bytes(url.toEncoded().data()).decode():
            self.said.emit(self.tr("Not opened: {address} is no address of the web or of mail").format(address=address))
        elif QDesktopServices.openUrl(url):
            self.said.emit(self.tr("Opened in another program: {address}").format(address=address))
        else:
            self.said.emit(self.tr("No program opens {address}").format(address=address))
