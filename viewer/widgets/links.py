"""What the links of pages do."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from viewer.widgets.annotating import Annotating
from viewer.widgets.navigator import Navigator
from viewer.widgets.page_html import COMMAND, EDIT_NOTE, NOTICE, QUERY, REMOVE_MARK
from viewer.widgets.search_session import SearchSession


class Links(QObject):
    """Opens links: to pages, notices, queries, to what a reader has put to a page, and to what actions do.

    Signals:
        notice_requested(id): the notice of the release with this id is to be shown.
        command_requested(id): the action is to be triggered.
    """

    notice_requested = Signal(str)
    command_requested = Signal(str)

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
        else:
            self._navigator.open_link(target)
