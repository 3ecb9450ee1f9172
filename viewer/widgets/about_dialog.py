"""About: the program, its parts, and the copyright notice of every release."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from viewer.library.entry import ReleaseNotice
from viewer.release.release import NOTICE_FORMS
from viewer.release.unseen import reveal
from viewer.widgets.clipboard import put_on_clipboard
from viewer.widgets.detail_pane import DetailPane
from viewer.widgets.page_html import escape
from viewer.widgets.plain_label import PlainLabel
from viewer.writers.clip import Clip


class AboutDialog(QDialog):
    """Version, licence and components; below them the notices, clause by clause."""

    def __init__(
        self, version: str, components: Sequence[tuple[str, str]], notices: Sequence[ReleaseNotice], parent: QWidget
    ) -> None:
        """`components` are names and versions; `notices` are those of all releases."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Release Viewer"))
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(680, 600)
        title = PlainLabel(self, self.tr("Release Viewer {version}").format(version=version))
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        font.setBold(True)
        title.setFont(font)
        parts = " · ".join(f"{name} {number}" for name, number in components)
        licence = self.tr("A reader for official press releases. Program: MIT licence.")
        about = PlainLabel(self, f"{licence}\n{parts}")
        about.setWordWrap(True)
        for label in (title, about):
            label.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextBrowserInteraction)
        self._notices = DetailPane(self)
        self._notices.setFrameShape(QTextBrowser.Shape.StyledPanel)
        self._notices.setAccessibleName(self.tr("Copyright notices"))
        self._notices.setHtml(notices_html(notices))
        buttons = QDialogButtonBox(self)
        copy = buttons.addButton(self.tr("&Copy notices"), QDialogButtonBox.ButtonRole.ActionRole)
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        copy.clicked.connect(self._copy_notices)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(10)
        heading = PlainLabel(self, self.tr("Copyright notices"))
        heading.setBuddy(self._notices)
        for widget in (title, about, heading, self._notices, buttons):
            layout.addWidget(widget)
        self._notices.setFocus()

    def show_notice(self, release_id: str) -> None:
        """Scroll to the notice of one release."""
        self._notices.scrollToAnchor(release_id)

    @Slot()
    def _copy_notices(self) -> None:
        put_on_clipboard(Clip(self._notices.toPlainText()))


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
