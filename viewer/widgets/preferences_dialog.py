"""What a person can choose, on one page that can be searched."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QEvent, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from viewer.override import override
from viewer.release.folding import fold
from viewer.widgets.plain_label import PlainLabel
from viewer.widgets.preference_control import PreferenceControl
from viewer.widgets.preference_rows import PREFERENCE_ROWS, PreferenceRow, Section, said, value_of
from viewer.widgets.preferences import Preferences
from viewer.widgets.text_sample import TextSample

if TYPE_CHECKING:
    from viewer.widgets.settings import Settings

_SIZE = (620, 720)


class PreferencesDialog(QDialog):
    """Stays beside the window, which changes with every choice."""

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        self._settings = settings
        self._before_reset: Preferences | None = None
        self._search = QLineEdit(self)
        self._search.setClearButtonEnabled(True)
        self._page = QWidget()
        self._heads = {section: PlainLabel(self._page) for section in Section}
        self._controls = [PreferenceControl(row, self._page) for row in PREFERENCE_ROWS]
        self._sample = TextSample(self._page)
        self._nothing_fits = PlainLabel(self)
        self._path_label = PlainLabel(self)
        self._path = QLineEdit(str(settings.preferences_path), self)
        self._copy_path, self._reset, self._close = (QPushButton(self) for _button in range(3))
        self._fill_page()
        self._lay_out()
        self._connect()
        self.retranslate()
        self._follow()
        self.resize(*_SIZE)

    def retranslate(self) -> None:
        """Take the texts of the current language."""
        self.setWindowTitle(self.tr("Preferences"))
        self._search.setPlaceholderText(self.tr("Search preferences"))
        self._search.setAccessibleName(self.tr("Search preferences"))
        for section, head in self._heads.items():
            head.setText(said(section))
        for control in self._controls:
            control.retranslate()
        self._sample.retranslate()
        self._path_label.setText(self.tr("Kept in this fil&e:"))
        self._copy_path.setText(self.tr("Copy &path"))
        self._close.setText(self.tr("Close"))
        self._name_reset()
        self._filter()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def _fill_page(self) -> None:
        grid = QGridLayout(self._page)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(1, 1)
        for section, head in self._heads.items():
            head.setObjectName(section.name.lower())
            head.setContentsMargins(0, 8, 0, 2)
            font = head.font()
            font.setWeight(QFont.Weight.DemiBold)
            head.setFont(font)
            grid.addWidget(head, grid.rowCount(), 0, 1, 2)
            if section is Section.READING:
                grid.addWidget(self._sample, grid.rowCount(), 0, 1, 2)
            for control in self._controls_of(section):
                row = grid.rowCount()
                grid.addWidget(control.label, row, 0, QtCore.Qt.AlignmentFlag.AlignTop)
                grid.addWidget(control, row, 1)
        grid.setRowStretch(grid.rowCount(), 1)

    def _lay_out(self) -> None:
        area = QScrollArea(self)
        area.setWidget(self._page)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self._path.setReadOnly(True)
        self._path_label.setBuddy(self._path)
        file, buttons = QHBoxLayout(), QHBoxLayout()
        file.addWidget(self._path_label)
        file.addWidget(self._path, 1)
        file.addWidget(self._copy_path)
        buttons.addWidget(self._reset)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        for widget in (self._search, self._nothing_fits):
            column.addWidget(widget)
        column.addWidget(area, 1)
        for line in (file, buttons):
            column.addLayout(line)

        boxes = (control.box for control in self._controls)
        buttons_in_order = (self._path, self._copy_path, self._reset, self._close)
        for before, behind in pairwise((self._search, *boxes, self._sample, *buttons_in_order)):
            self.setTabOrder(before, behind)

    def _connect(self) -> None:
        for button in (self._copy_path, self._reset, self._close):
            button.setAutoDefault(False)  # Enter in the search line presses none of them
        self._search.textChanged.connect(self._filter)
        self._search.returnPressed.connect(self._go_to_first)
        for control in self._controls:
            control.chosen.connect(self._choose)
        self._copy_path.clicked.connect(self._put_path_on_clipboard)
        self._reset.clicked.connect(self._reset_or_undo)
        self._close.clicked.connect(self.reject)
        self._settings.changed.connect(self._follow)

    def _controls_of(self, section: Section) -> Iterable[PreferenceControl]:
        return [control for control in self._controls if control.row.section is section]

    @Slot()
    def _filter(self) -> None:
        """Leave the rows that have every word of what is typed."""
        words = [fold(word) for word in self._search.text().split()]
        for control in self._controls:
            has = fold("\n".join(control.row.texts))
            fits = all(word in has for word in words)
            control.setVisible(fits)
            control.label.setVisible(fits)
        for section, head in self._heads.items():
            shown = not all(control.isHidden() for control in self._controls_of(section))
            head.setVisible(shown)
            if section is Section.READING:
                self._sample.setVisible(shown)
        self._nothing_fits.setText(self.tr("Nothing matches “{typed}”.").format(typed=self._search.text()))
        self._nothing_fits.setVisible(all(control.isHidden() for control in self._controls))

    @Slot()
    def _go_to_first(self) -> None:
        """Go to the first of the rows that are left."""
        for control in self._controls:
            if not control.isHidden():
                control.box.setFocus(QtCore.Qt.FocusReason.TabFocusReason)
                return

    @Slot(object, object)
    def _choose(self, row: PreferenceRow, value: object) -> None:
        (self._settings.choose_text if row.is_of_text else self._settings.choose)(**{row.field: value})

    @Slot()
    def _follow(self) -> None:
        """Show what is chosen now, here or elsewhere."""
        preferences = self._settings.preferences
        for control in self._controls:
            control.show_value(value_of(preferences, control.row))
        self._sample.show_style(preferences.text)
        if preferences != Preferences():
            self._before_reset = None
        self._name_reset()

    @Slot()
    def _reset_or_undo(self) -> None:
        before = self._before_reset
        if before is None:
            self._before_reset = self._settings.preferences
            self._settings.reset()
        else:
            self._settings.choose(**before._asdict())

    def _name_reset(self) -> None:
        done = self._before_reset is not None
        self._reset.setText(self.tr("U&ndo") if done else self.tr("&Reset to usual"))
        self._reset.setEnabled(done or self._settings.preferences != Preferences())

    @Slot()
    def _put_path_on_clipboard(self) -> None:
        from viewer.widgets.clipboard import put_on_clipboard
        from viewer.writers.clip import Clip

        put_on_clipboard(Clip(self._path.text()))
