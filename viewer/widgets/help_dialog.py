"""What can be typed into the search bar, with examples to click."""

from __future__ import annotations

from urllib.parse import quote, unquote

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication, QUrl, Signal, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from viewer.library.query import FIELD_NAMES, Field
from viewer.release.errors import QT_TRANSLATE_NOOP
from viewer.widgets.link_browser import LinkBrowser
from viewer.widgets.page_html import escape
from viewer.widgets.theme import current_colours

translate = QCoreApplication.translate

EXAMPLES = (
    ("反诈", QT_TRANSLATE_NOOP("Help", "any part of a title, a text or a name, from one character on")),
    ("群众 线索", QT_TRANSLATE_NOOP("Help", "both words, wherever they stand")),
    ('"跨省 通办"', QT_TRANSLATE_NOOP("Help", "the words in one piece and just as they are")),
    ("警务 -户籍", QT_TRANSLATE_NOOP("Help", "the first word without the second")),
    ("反诈 OR 走失", QT_TRANSLATE_NOOP("Help", "either word")),
    ("(反诈 OR 走失) 中心", QT_TRANSLATE_NOOP("Help", "brackets hold together; without them OR binds least")),
    ("fengxian", QT_TRANSLATE_NOOP("Help", "pinyin of titles and names, from any character on")),
    ("fxgaj", QT_TRANSLATE_NOOP("Help", "their initials, or both mixed")),
    ("跨省通辦", QT_TRANSLATE_NOOP("Help", "traditional and full-width characters and capitals make no difference")),
    ("三亿六千万", QT_TRANSLATE_NOOP("Help", "a number however it is written: 3.6亿, 36000万, 360000000")),
    ("数值:>1亿元", QT_TRANSLATE_NOOP("Help", "figures by value: > >= < <= = and ranges, with or without unit")),
    ("数值:10..50 单位:起", QT_TRANSLATE_NOOP("Help", "value and unit of the same figure")),
)
"""What can be typed, and what it finds, in English."""

_FIELD_EXAMPLES = {
    Field.DEPARTMENT: "部门:交警支队",
    Field.CATEGORY: "类别:民生实事",
    Field.SYSTEM: "系统:汉盾",
    Field.PERSON: "人物:付辉",
    Field.PLACE: "地区:丰县",
    Field.YEAR: "年:2024",
    Field.VALUE: "数值:<1",
    Field.UNIT: "单位:公斤",
    Field.STAR: "收藏:",
    Field.HIGHLIGHT: "标记:",
    Field.NOTE: "笔记:核实",
}


class HelpDialog(QDialog):
    """Stays beside the window while one tries the examples.

    Signals:
        query_chosen(typed): an example was clicked or entered.
    """

    query_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("How to search"))
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(640, 620)
        page = LinkBrowser(self)
        page.setOpenLinks(False)
        page.setAccessibleName(self.tr("How to search"))
        page.setHtml(help_html())
        page.anchorClicked.connect(self._choose)
        buttons = QDialogButtonBox(self)
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.addWidget(page)
        layout.addWidget(buttons)
        page.setFocus()

    @Slot(QUrl)
    def _choose(self, link: QUrl) -> None:
        self.query_chosen.emit(unquote(link.toString()))


def help_html() -> str:
    """The help as a page; the links are queries."""
    rows = "".join(_row(typed, translate("Help", meaning)) for typed, meaning in EXAMPLES)
    fields = "".join(_row(typed, _field_names(field)) for field, typed in _FIELD_EXAMPLES.items())
    tips = (
        translate(
            "Help",
            "Signs may be full-width. A bad query is no mistake: what cannot be understood is left out, and said.",
        ),
        translate("Help", "Hits in titles come first, then those in names, then the rest; newer before older."),
        translate("Help", "↑ ↓ go through the hits, Enter opens one, Tab takes a completion."),
        translate("Help", "↓ in the empty bar shows recent searches."),
    )
    typed, named = translate("Help", "What can be typed"), translate("Help", "Fields")
    return (
        f"<h3>{escape(typed)}</h3><table cellpadding='4'>{rows}</table>"
        f"<h3>{escape(named)}</h3><table cellpadding='4'>{fields}</table>"
    ) + "".join(f"<p>{escape(tip)}</p>" for tip in tips)


def _row(typed: str, meaning: str) -> str:
    link = f"<a href='{quote(typed)}' style='color:{current_colours().accent};text-decoration:none'>{escape(typed)}</a>"
    return f"<tr><td style='white-space:nowrap'>{link}&nbsp;&nbsp;</td><td>{escape(meaning)}</td></tr>"


def _field_names(field: Field) -> str:
    names = " ".join(f"{name}:" for name, meant in FIELD_NAMES.items() if meant is field)
    return translate("Help", "can be typed as {names}").format(names=names)
