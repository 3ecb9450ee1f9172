"""The look of pages: what a chosen style of text comes to in a font and a width, and the style sheet for it."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF

from viewer.widgets.text_style import TextStyle
from viewer.widgets.theme import Colours, current_colours, song_family

DOCUMENT_MARGIN = 4
"""Qt's own, around the text, in pixels."""

_TITLE_SIZE = 5 / 3  # of running text
_OPENING = "“‘《〈「『【（"
_WIDE = 34  # characters that make room for four figures beside each other


class Look(NamedTuple):
    """How a page looks.

    Attributes:
        colours: of the theme.
        points: the size of running text.
        line_height: of running text, in percent of what the font asks for.
        indent: of the first line of a paragraph, in pixels.
        columns: how many figures stand beside each other.
        family: the typeface of running text; "" for that of all else.
    """

    colours: Colours
    points: float
    line_height: int
    indent: int
    columns: int
    family: str = ""


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


def hanging(title: str, points: float) -> int:
    """How far a title moves to the left, in pixels, so that its first character and not white stands at the edge.

    Chinese opening marks stand in the right half of their square; `points` is the size of running text.
    """
    if not title.startswith(tuple(_OPENING)):
        return 0
    font = QFont()
    font.setPointSizeF(points * _TITLE_SIZE)
    font.setBold(True)
    return int(max(0.0, QFontMetricsF(font).tightBoundingRect(title[0]).left()))  # leftBearing() knows no locale


def style_sheet(look: Look) -> str:
    """The style sheet of all pages. Text without a colour is painted in that of the palette.

    Figures are bold and passages underlined, for not everyone sees colours.
    """
    colours, points = look.colours, look.points
    # headings and figures stay as they are, as in newspapers: they are Hei over text in Song
    family = f"font-family: '{look.family}';" if look.family else ""
    return f"""
        a {{ color: {colours.accent}; }}
        h1 {{ font-size: {points * _TITLE_SIZE:.2f}pt; font-weight: 600; margin-top: 6px; margin-bottom: 18px; }}
        .text {{ {family} font-size: {points:.2f}pt; line-height: {look.line_height}%; text-indent: {look.indent}px;
            margin-top: 0px; margin-bottom: 12px; }}
        h2 {{ font-size: {points * 4 / 3:.2f}pt; font-weight: 600; margin-top: 18px; margin-bottom: 10px; }}
        h3 {{ font-size: {points * 13 / 12:.2f}pt; font-weight: 600; margin-top: 14px; margin-bottom: 8px; }}
        .caption {{ color: {colours.muted}; margin-left: 24px; }}
        .subtitle {{ color: {colours.muted}; }}
        .number {{ font-size: {points * 2:.2f}pt; font-weight: 600; color: {colours.accent}; }}
        .unit {{ font-size: {points:.2f}pt; color: {colours.accent}; }}
        .label, .muted {{ color: {colours.muted}; }}
        .figure {{ background-color: {colours.mark}; color: {colours.text}; font-weight: 600; }}
        .passage {{ background-color: {colours.highlight}; color: {colours.text}; text-decoration: underline; }}
        .row {{ line-height: {look.line_height}%; margin-top: 0px; margin-bottom: 4px; }}
    """
