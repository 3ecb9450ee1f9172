"""How entries look on paper, and printing them."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6 import QtCore
from PySide6.QtCore import Slot
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QComboBox, QGraphicsView, QLineEdit, QToolButton, QWidget

from viewer.release.errors import Problem, ReleaseViewerError
from viewer.release.extract import Extract
from viewer.release.unseen import reveal
from viewer.widgets.paper import draw, set_margins

_PRINT_SERVICE = "/run/cups/cups.sock"
_PRINT_SETTINGS = (Path("/etc/cups/client.conf"), Path("~/.cups/client.conf"))


class PrintPreview(QPrintPreviewDialog):
    """Qt's own preview, on A4 at first; entries are read each time that the paper is changed."""

    def __init__(self, extracts: Callable[[], Iterable[Extract]], title: str, parent: QWidget) -> None:
        _keep_to_this_machine()
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(reveal(title))
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        set_margins(printer)
        super().__init__(printer, parent)
        self._printer = printer  # the dialog keeps no reference to it
        self._extracts = extracts
        self.setWindowTitle(self.tr("Print: {title}").format(title=reveal(title)))
        self.resize(900, 760)
        self._name_parts()
        self.paintRequested.connect(self._draw)

    def _name_parts(self) -> None:
        """Let everything in the dialog have a name and be reached by Tab, which Qt leaves out."""
        for button in self.findChildren(QToolButton):
            button.setFocusPolicy(QtCore.Qt.FocusPolicy.TabFocus)
        for line in self.findChildren(QLineEdit):
            is_zoom = isinstance(line.parent(), QComboBox)
            line.setAccessibleName(self.tr("Size on the screen") if is_zoom else self.tr("Page number"))
        pages = self.findChild(QGraphicsView)
        if isinstance(pages, QGraphicsView):
            pages.setAccessibleName(self.tr("Pages"))
            pages.setFocus()

    @Slot(QPrinter)
    def _draw(self, printer: QPrinter) -> None:
        try:
            for _extract in draw(printer, self._extracts(), set()):
                pass
        except OSError as error:
            raise ReleaseViewerError(Problem.FILE_NOT_WRITTEN, printer.outputFileName(), reason=str(error)) from error


def _keep_to_this_machine() -> None:
    """Let the print service be asked for printers where it is set up; else CUPS would look for one by the network."""
    if sys.platform == "linux" and not any(path.expanduser().exists() for path in _PRINT_SETTINGS):
        os.environ.setdefault("CUPS_SERVER", _PRINT_SERVICE)
