"""Colours and fonts."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from PySide6 import QtCore
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication


class Theme(StrEnum):
    """What the user chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Colours(NamedTuple):
    """The colours of one theme, each as `#rrggbb`; text colours have a contrast of at least 4.5 : 1."""

    window: str
    base: str
    text: str
    muted: str
    accent: str
    selection: str
    mark: str
    highlight: str
    line: str
    warning: str


LIGHT = Colours(
    window="#f4f5f7",
    base="#ffffff",
    text="#1d2126",
    muted="#59636e",
    accent="#0a5aa8",
    selection="#d5e6f8",
    mark="#ffe28a",
    highlight="#c5ebce",
    line="#dde1e6",
    warning="#fff1cc",
)
"""Dark on light."""
DARK = Colours(
    window="#1c1f23",
    base="#23272c",
    text="#e4e7ea",
    muted="#a5aeb8",
    accent="#7fb8f5",
    selection="#28415d",
    mark="#6a5410",
    highlight="#24553a",
    line="#3a4048",
    warning="#4a3c12",
)
"""Light on dark."""
CONTRAST = Colours(
    window="#000000",
    base="#000000",
    text="#ffffff",
    muted="#e0e0e0",
    accent="#ffe75e",
    selection="#0046b8",
    mark="#7a4b00",
    highlight="#005c2e",
    line="#ffffff",
    warning="#6b0000",
)
"""High contrast."""

_EDGES = """
    QLineEdit, QComboBox, QPushButton, QAbstractSpinBox { border: 1px solid #ffffff; padding: 3px 6px; }
    QCheckBox::indicator { border: 1px solid #ffffff; width: 14px; height: 14px; }
    QCheckBox::indicator:checked { background: #ffffff; }
    TextSample { border: 1px solid #ffffff; }
    QSplitter::handle { background: #ffffff; }
    QFocusFrame { color: #ffe75e; }
"""  # of controls in high contrast, where the style would draw them darker than black
_CHOSEN = {Theme.LIGHT: LIGHT, Theme.DARK: DARK, Theme.CONTRAST: CONTRAST}
_MIDDLE_GREY = 128
_DARKENED = 140  # percent, by the style

_CHINESE_FONTS = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Noto Sans SC",
    "PingFang SC",
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "WenQuanYi Micro Hei",
    "HarmonyOS Sans SC",
)

_SONG_FONTS = (
    "Noto Serif CJK SC",
    "Source Han Serif SC",
    "Noto Serif SC",
    "Songti SC",
    "STSong",
    "SimSun",
    "NSimSun",
    "AR PL UMing CN",
)


def apply_theme(theme: Theme) -> None:
    """Give all windows the colours of a theme."""
    if theme is Theme.SYSTEM:
        # an empty palette takes back ours, and leaves that of the system
        QApplication.setPalette(QPalette())
        colours = current_colours()
    else:
        colours = _CHOSEN[theme]
    _set_edges("")  # while there is a style sheet, palettes do not reach all widgets
    palette = _palette(colours)
    QApplication.setPalette(palette)
    palette.setColor(QPalette.ColorRole.Base, QColor(colours.window))
    # the sidebar belongs to the window, not to the page; PySide's stubs ask for bytes, the call for text
    QApplication.setPalette(palette, "QTreeView")  # type: ignore[arg-type]
    # the style draws the edge of a box to tick in the colour of the window, darkened: in the dark nobody would see it
    palette.setColor(QPalette.ColorRole.Window, QColor(colours.muted).lighter(_DARKENED))
    QApplication.setPalette(palette, "ReleaseList")  # type: ignore[arg-type]
    boxes = _palette(colours) if colours is CONTRAST else palette  # in high contrast they have edges as all controls
    QApplication.setPalette(boxes, "QCheckBox")  # type: ignore[arg-type]
    if colours is CONTRAST:
        _set_edges(_EDGES)


def wanted_theme(chosen: Theme) -> Theme:
    """The theme that was chosen; of the system's, high contrast where it asks for that. Not to be asked at start."""
    hints = QApplication.styleHints()
    if chosen is not Theme.SYSTEM or not hasattr(hints, "accessibility"):  # since Qt 6.10
        return chosen
    wanted = hints.accessibility().contrastPreference()
    return Theme.CONTRAST if wanted is QtCore.Qt.ContrastPreference.HighContrast else chosen


def current_colours() -> Colours:
    """The colours of the theme that all windows have now."""
    window = QApplication.palette().color(QPalette.ColorRole.Window)  # a widget's follows only with the event loop
    if window.name() == CONTRAST.window:
        return CONTRAST
    return DARK if window.lightness() < _MIDDLE_GREY else LIGHT


def apply_chinese_font() -> bool:
    """Show Chinese in a font for simplified Chinese; False where the system has none."""
    families = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    if not families:
        return False
    font = QFont(QApplication.font())
    if family := next((family for family in _CHINESE_FONTS if family in families), None):
        font.setFamilies([family])
    font.setPointSizeF(max(font.pointSizeF(), 10.0))
    QApplication.setFont(font)
    return True


def song_family() -> str:
    """The typeface for running text with serifs; "" where the system has none. Not needed where none is chosen."""
    return next(filter(QFontDatabase.hasFamily, _SONG_FONTS), "")


def _set_edges(sheet: str) -> None:
    application = QApplication.instance()
    if isinstance(application, QApplication) and application.styleSheet() != sheet:
        application.setStyleSheet(sheet)


def _palette(colours: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette(QColor(colours.window), QColor(colours.window))  # with one colour PySide would load Qt, see Role
    for roles, colour in (
        ((role.Window, role.Button, role.AlternateBase), colours.window),
        ((role.Base, role.ToolTipBase), colours.base),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText, role.HighlightedText), colours.text),
        ((role.PlaceholderText,), colours.muted),
        ((role.Highlight,), colours.selection),
        ((role.Link, role.LinkVisited, role.Accent), colours.accent),
        ((role.Mid,), colours.line),
    ):
        for each in roles:
            palette.setColor(each, QColor(colour))
    disabled = QPalette.ColorGroup.Disabled
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(disabled, each, QColor(colours.muted))
    return palette
