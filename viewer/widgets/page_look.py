"""The look of a page: what a chosen style of text comes to in a font and a width."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF

from viewer.widgets.page_html import Look
from viewer.widgets.text_style import TextStyle
from viewer.widgets.theme import current_colours, song_family

DOCUMENT_MARGIN = 4
"""Qt's own, around the text, in pixels."""

_WIDE = 34  # characters that make room for four figures beside each other


def look_of(style: TextStyle, font: QFont, width: float) -> Look:
    """How a page looks whose text is `width` pixels wide; `font` is that of all that is no running text."""
    family = song_family() if style.serif else ""
    text_font = QFont(font)
    text_font.setPointSizeF(style.points)
    if family:
        text_font.setFamilies([family])
    character = QFontInfo(text_font).pixelSize()
    line_height = round(100 * style.line_height * character / QFontMetricsF(text_font).lineSpacing())
    indent = 2 * character if style.indent else 0
    columns = 4 if width >= character * _WIDE else 2
    return Look(current_colours(), style.points, line_height, indent, columns, family)


def widest(style: TextStyle, font: QFont) -> int:
    """How wide a page is that has as many characters in a line as it may have, in pixels."""
    text_font = QFont(font)
    text_font.setPointSizeF(style.points)
    return QFontInfo(text_font).pixelSize() * style.measure + 2 * DOCUMENT_MARGIN
