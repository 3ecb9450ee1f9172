"""The detail pane: one page, to be read and copied from."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QFontMetricsF, QKeyEvent, QKeySequence, QPalette, QResizeEvent
from PySide6.QtWidgets import QMenu, QTextBrowser, QWidget

from viewer.override import override

MEASURE = 40
"""Chinese characters in a line of running text, at most."""

_TEXT_POINTS = 12.0
_LEAST_MARGIN = 24
_TOP_MARGIN = 20


class DetailPane(QTextBrowser):
    """Shows HTML of our own template; loads nothing and follows no link by itself.

    Signals:
        link_opened(id): a link was clicked or entered.
        menu_requested(QMenu): a context menu is about to open and may be filled.
    """

    link_opened = Signal(str)
    menu_requested = Signal(QMenu)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        # the margins beside the text belong to the page, not to the window
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.anchorClicked.connect(self._open_link)

    def retranslate(self) -> None:
        """Take the texts of the current language."""
        self.setAccessibleName(self.tr("Page"))

    def selected_text(self) -> str:
        """What is selected, as plain text with plain line ends and spaces."""
        return self.textCursor().selection().toPlainText().replace("\u00a0", " ").strip("\n")

    @override
    def loadResource(self, type: int, name: QUrl | str) -> object:  # noqa: A002  Qt's name
        return None

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(self.selected_text())
        return data

    @override
    def event(self, event: QEvent) -> bool:
        # Ctrl+C is the window's: it copies the selection, or else the whole item
        is_override = event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_override and event.matches(QKeySequence.StandardKey.Copy):  # type: ignore[attr-defined]
            event.ignore()
            return True
        return super().event(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu_requested.emit(menu)
        menu.popup(event.globalPos())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        font = self.font()
        font.setPointSizeF(_TEXT_POINTS)
        measure = QFontMetricsF(font).horizontalAdvance("国") * MEASURE + 2 * self.document().documentMargin()
        margin = max(_LEAST_MARGIN, int(self.width() - measure) // 2)
        self.setViewportMargins(margin, _TOP_MARGIN, margin, 0)
        super().resizeEvent(event)

    @Slot(QUrl)
    def _open_link(self, url: QUrl) -> None:
        self.link_opened.emit(QUrl.fromPercentEncoding(url.toEncoded()))
