"""A paragraph that shows how running text is set."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from viewer.override import override
from viewer.widgets.link_browser import LinkBrowser
from viewer.widgets.page_look import look_of, style_sheet, widest
from viewer.widgets.text_html import escape
from viewer.widgets.text_style import USUAL_STYLE, TextStyle
from viewer.widgets.typesetting import keep_together

_HEIGHT = 150
# whoever reads the program in English reads releases in Chinese all the same
_TEXT = (
    "湖边的小镇每天清晨都有渡船。“今年夏天，码头上的灯换了第三次，”守塔人说，“最远的一盏离岸1.2公里，照着36户人家。”"
    "夜里起雾的时候，船长先数灯，再数桨声，然后才慢慢靠岸……"
)


class TextSample(LinkBrowser):
    """Sets its paragraph just as a page would."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._style = USUAL_STYLE
        self.setFixedHeight(_HEIGHT)

    def retranslate(self) -> None:
        """Take the texts of the current language."""
        self.setAccessibleName(QCoreApplication.translate("Preferences", "Sample"))

    def show_style(self, style: TextStyle) -> None:
        """Set the paragraph in another way."""
        self._style = style
        width = widest(style, self.font())
        self.setMaximumWidth(width + 2 * self.frameWidth() + self.verticalScrollBar().sizeHint().width())
        look = look_of(style, self.font(), width)
        paragraph = f"<p class='text'>{escape(keep_together(_TEXT))}</p>"
        self.setHtml(f"<html><head><style>{style_sheet(look)}</style></head><body>{paragraph}</body></html>")

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.show_style(self._style)
