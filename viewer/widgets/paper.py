"""Entries laid out on pages, for PDF files and for printers: each page has its source, the notice and its number below.

None of it needs a window; it may run in any thread.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from pathlib import Path

from PySide6 import QtCore
from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
)

from viewer.release.citation import source_line
from viewer.release.extract import Extract
from viewer.release.release import Release
from viewer.widgets.closed_document import ClosedDocument
from viewer.widgets.pdf_text import mend_text
from viewer.writers.blocks import extract_blocks
from viewer.writers.clean import clean_line
from viewer.writers.html import write_html

_END = b"%%EOF\n"
_UNITS = 96.0  # to the inch: what a page is laid out in, whatever the device has
_MARGIN = 20.0  # millimetres
_POINTS = 10.5  # 五号, the size of running text in official documents
_FOOT_POINTS = 8.0
_FOOT_LINES = 3
_TOGETHER = 50  # entries that are laid out at a time, so that a library needs no more memory than a release
_INK, _GREY, _LINE = QColor("#1d2126"), QColor("#59636e"), QColor("#c3c9d0")
_STYLE = """
    h1 { font-size: 16pt; margin-top: 0px; margin-bottom: 12px; }
    h2 { font-size: 14pt; margin-top: 16px; margin-bottom: 8px; }
    h3 { font-size: 12pt; margin-top: 14px; margin-bottom: 6px; }
    p { line-height: 150%; margin-top: 0px; margin-bottom: 6px; }
    table { border-collapse: collapse; margin-bottom: 6px; }
    td, th { border: 1px solid #c3c9d0; padding: 3px; text-align: left; }
    .source { font-size: 8pt; color: #59636e; }
    .note { margin-left: 14px; }
"""


def write_pdf(path: Path, extracts: Iterable[Extract], title: str) -> Iterator[None]:
    """Write entries on A4 into a PDF file; comes back after each. Raises OSError where it cannot be written."""
    with path.open("wb"):
        pass  # the writer says nothing of why it cannot write
    writer = QPdfWriter(str(path))
    writer.setTitle(title)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    set_margins(writer)
    characters: set[str] = set()
    yield from draw(writer, extracts, characters)
    _check_whole(path)
    bold = _font(_POINTS)
    bold.setBold(True)
    mend_text(path, characters, (_font(_POINTS), bold))


def _check_whole(path: Path) -> None:
    """Raise OSError where the writer came to the end of the disk, of which it says nothing."""
    with path.open("rb") as file:
        file.seek(0, os.SEEK_END)
        file.seek(max(0, file.tell() - len(_END)))
        if file.read() != _END:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def set_margins(device: QPagedPaintDevice) -> None:
    """Leave the same margin on all sides of the paper."""
    device.setPageMargins(QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN), QPageLayout.Unit.Millimeter)


def draw(device: QPagedPaintDevice, extracts: Iterable[Extract], characters: set[str]) -> Iterator[None]:
    """Draw entries on the pages of a device, each release from a new page on; comes back after each entry.

    Every character that is drawn is put into `characters`.
    Raises OSError where nothing can be drawn on the device.
    """
    painter = QPainter()
    if not painter.begin(device):
        raise OSError("the pages cannot be drawn")
    number = 0
    try:
        for together in _together(extracts):
            number = _draw_together(device, painter, together, number, characters)
            for _extract in together:
                yield
    finally:
        painter.end()


def _together(extracts: Iterable[Extract]) -> Iterator[list[Extract]]:
    """The entries of one release, some at a time."""
    for _release, of_release in groupby(extracts, key=lambda extract: extract.release):
        while together := list(islice(of_release, _TOGETHER)):
            yield together


def _draw_together(
    device: QPagedPaintDevice, painter: QPainter, together: list[Extract], number: int, characters: set[str]
) -> int:
    """Draw entries from a new page on, after the page of this number; gives the number of the last page."""
    area = device.pageLayout().paintRect(QPageLayout.Unit.Inch)
    size = QSizeF(area.width() * _UNITS, area.height() * _UNITS)
    foot = _Foot(together[0].release, size.width())
    height = size.height() - foot.height
    document = _lay_out(together, QSizeF(size.width(), height))
    characters.update(document.toPlainText(), foot.text, "— 0123456789")
    for page in range(document.pageCount()):
        if number:
            device.newPage()
        number += 1
        painter.save()
        painter.scale(device.logicalDpiX() / _UNITS, device.logicalDpiY() / _UNITS)
        foot.draw(painter, size.height(), number)
        painter.setClipRect(QRectF(0, 0, size.width(), height))
        painter.translate(0, -page * height)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, _INK)  # whatever the theme of the window
        context.clip = QRectF(0, page * height, size.width(), height)
        document.documentLayout().draw(painter, context)
        painter.restore()
    return number


def _lay_out(extracts: Iterable[Extract], size: QSizeF) -> ClosedDocument:
    """The entries as a document with pages of this size, in our units."""
    document = ClosedDocument()
    document.setDefaultFont(_font(_POINTS))
    document.setUseDesignMetrics(True)
    document.setDocumentMargin(0)
    document.setDefaultStyleSheet(_STYLE)
    document.setHtml("\n".join(write_html(extract_blocks(extract)) for extract in extracts))
    document.setPageSize(size)
    return document


class _Foot:
    """What stands below each page of a release: where it comes from, whose it is, and the number of the page."""

    def __init__(self, release: Release, width: float) -> None:
        notice = f"　著作权归{release.notice.holder}所有，使用须遵守其版权声明。" if release.notice else ""
        self.text = clean_line(source_line(release, ()) + notice)
        self._font = _font(_FOOT_POINTS)
        metrics = QFontMetricsF(self._font)
        wrap = QtCore.Qt.TextFlag.TextWordWrap
        room = QRectF(0, 0, width, metrics.lineSpacing() * _FOOT_LINES)
        used = metrics.boundingRect(room, int(wrap), self.text)
        self._width = width
        self._line = metrics.lineSpacing()
        self._text_height = min(used.height(), room.height())
        self.height = self._text_height + 2.5 * self._line

    def draw(self, painter: QPainter, bottom: float, number: int) -> None:
        """Draw it so that it ends at `bottom`."""
        flags = QtCore.Qt.AlignmentFlag
        top = bottom - self.height + self._line
        painter.setPen(_LINE)
        painter.drawLine(QPointF(0, top - self._line / 3), QPointF(self._width, top - self._line / 3))
        painter.setPen(_GREY)
        painter.setFont(self._font)
        wrap = int(QtCore.Qt.TextFlag.TextWordWrap)
        painter.drawText(QRectF(0, top, self._width, self._text_height), wrap, self.text)
        place = QRectF(0, bottom - self._line, self._width, self._line)
        painter.drawText(place, int(flags.AlignHCenter | flags.AlignBottom), f"— {number} —")


def _font(points: float) -> QFont:
    """The font of the window for paper: no pixels to fit."""
    font = QFont(QGuiApplication.font())
    font.setPixelSize(round(points * _UNITS / 72))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
