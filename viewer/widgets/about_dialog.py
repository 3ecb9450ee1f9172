"""About: the program, what it is made of, its licence, and the copyright notice of every release."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QTabWidget, QVBoxLayout, QWidget

from viewer.components import Component
from viewer.library.entry import ReleaseNotice
from viewer.release.release import NOTICE_FORMS
from viewer.release.unseen import reveal
from viewer.widgets.clipboard import put_on_clipboard
from viewer.widgets.detail_pane import DetailPane
from viewer.widgets.moved_place import moved_place
from viewer.widgets.plain_label import PlainLabel
from viewer.widgets.text_html import escape
from viewer.writers.clip import Clip


class AboutDialog(QDialog):
    """The version; below it, in tabs, the notices clause by clause, the components, and the licence."""

    def __init__(
        self,
        version: str,
        components: Sequence[Component],
        licence: str,
        read_notices: Callable[[], Sequence[ReleaseNotice]],
        parent: QWidget,
    ) -> None:
        """`licence` is the text of that of the program; `read_notices` gives those of all releases."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Release Viewer"))
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(680, 600)
        self._read_notices = read_notices
        self._shown = read_notices()
        self._tabs = QTabWidget(self)
        self._tabs.setDocumentMode(True)
        self._notices = self._add_tab(self.tr("Copyright notices"), notices_html(self._shown))
        self._add_tab(self.tr("Components"), components_html(components))
        self._add_tab(self.tr("Licence"), "".join(map(_paragraph, licence.split("\n\n"))))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(10)
        for widget in (*self._make_heads(version), self._tabs, self._make_buttons()):
            layout.addWidget(widget)
        self._notices.setFocus()

    def show_notice(self, release_id: str) -> None:
        """Scroll to the notice of one release."""
        self._notices.scrollToAnchor(release_id)

    @Slot()
    def refresh(self) -> None:
        """Show the notices that there are now; what is read and selected stays in its place."""
        now = self._read_notices()
        if now != self._shown:
            self._shown = now
            _replace(self._notices, notices_html(now))

    def _make_heads(self, version: str) -> tuple[QLabel, QLabel]:
        """What the program is called, and what it is."""
        title = PlainLabel(self, self.tr("Release Viewer {version}").format(version=version))
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        font.setBold(True)
        title.setFont(font)
        about = PlainLabel(self, self.tr("A reader for official press releases. Program: MIT licence."))
        about.setWordWrap(True)
        for label in (title, about):
            label.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextBrowserInteraction)
        return title, about

    def _add_tab(self, name: str, html: str) -> DetailPane:
        pane = DetailPane(self)
        pane.setAccessibleName(name)
        pane.setHtml(html)
        self._tabs.addTab(pane, name)
        return pane

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        copy = buttons.addButton(self.tr("&Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        copy.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        return buttons

    @Slot()
    def _copy(self) -> None:
        """Copy what the tab shows."""
        pane = self._tabs.currentWidget()
        if isinstance(pane, DetailPane):
            put_on_clipboard(Clip(pane.toPlainText()))


def _replace(pane: DetailPane, html: str) -> None:
    """Show another text; what is selected stays so, and the first paragraph that is seen at the top."""
    before, place, cursor = pane.document().clone(), pane.place, pane.textCursor()
    selection = cursor.anchor(), cursor.position()
    pane.setHtml(html)
    pane.select(*(moved_place(before, pane.document(), position) for position in selection))
    first = QTextCursor(pane.document())
    first.setPosition(moved_place(before, pane.document(), place) if place else 0)
    bar = pane.verticalScrollBar()
    bar.setValue(bar.value() + pane.cursorRect(first).top() if place else 0)


def components_html(components: Sequence[Component]) -> str:
    """A table of names, versions and licences."""
    translate = QCoreApplication.translate
    heads = (
        translate("AboutDialog", "Component"),
        translate("AboutDialog", "Version"),
        translate("AboutDialog", "Licence"),
    )
    rows = "".join(f"<tr>{_cells('td', component)}</tr>" for component in components)
    return f"<table cellspacing='0' cellpadding='0'><tr>{_cells('th', heads)}</tr>{rows}</table>"


def _cells(kind: str, texts: Iterable[str]) -> str:
    style = "align='left' style='padding-right: 20px; padding-bottom: 8px;'"
    return "".join(f"<{kind} {style}>{escape(text)}</{kind}>" for text in texts)


def notices_html(notices: Sequence[ReleaseNotice]) -> str:
    """The notices, each under the title of its release and with an anchor of its id."""
    return "".join(
        f"<h3><a name='{escape(part.release.id)}'></a>{escape(reveal(part.release.title))}</h3>{_notice(part)}"
        for part in notices
    )


def _notice(part: ReleaseNotice) -> str:
    notice = part.release.notice
    if notice is None:
        return f"<p>{escape(QCoreApplication.translate('AboutDialog', 'This release came without a notice.'))}</p>"
    form = QCoreApplication.translate("AboutDialog", NOTICE_FORMS[notice.form])
    holder = QCoreApplication.translate("AboutDialog", "Rights held by {holder}").format(holder=reveal(notice.holder))
    clauses = "".join(_paragraph(clause.text, f"{clause.number}.") for clause in notice.clauses)
    html = f"<p>{escape(holder)}<br/>{escape(form)}</p>{clauses}"
    if notice.form == "restated" and part.original:
        form = QCoreApplication.translate("AboutDialog", NOTICE_FORMS["verbatim"])
        html += f"<p>{escape(form)}</p>" + "".join(map(_paragraph, part.original))
    return html


def _paragraph(text: str, number: str = "") -> str:
    mark = f"<b>{number}</b> " if number else ""
    return f"<p style='line-height: 120%'>{mark}{escape(text)}</p>"
