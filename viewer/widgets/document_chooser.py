"""The ways by which a person names documents to open."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget


class DocumentChooser(QObject):
    """Asks for files and folders, or takes the text on the clipboard.

    Signals:
        chosen(paths): documents, or folders of them, are to be opened.
        pasted(text): the text of a document is to be opened.
        shipped_requested(): the release that came with the program is to be opened.
        said(text): why there is nothing to open.
    """

    chosen = Signal(list)
    pasted = Signal(str)
    shipped_requested = Signal()
    said = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    @Slot()
    def open_file(self) -> None:
        """Ask for documents to open."""
        from PySide6.QtWidgets import QFileDialog  # not needed to start

        from viewer.release.endings import ENDINGS

        endings = " ".join(f"*.{ending}" for ending in ENDINGS)
        kinds = f"{self.tr('Documents')} ({endings});;{self.tr('All files (*)')}"
        paths, _kind = QFileDialog.getOpenFileNames(self._window, self.tr("Open documents"), "", kinds)
        if paths:
            self.chosen.emit(paths)

    @Slot()
    def open_folder(self) -> None:
        """Ask for a folder, of which all documents are opened."""
        from PySide6.QtWidgets import QFileDialog

        if path := QFileDialog.getExistingDirectory(self._window, self.tr("Open a folder of documents")):
            self.chosen.emit([path])

    @Slot()
    def paste_document(self) -> None:
        """Open the text on the clipboard as a document."""
        if text := QGuiApplication.clipboard().text().strip():
            self.pasted.emit(text)
        else:
            self.said.emit(self.tr("There is no text on the clipboard."))
