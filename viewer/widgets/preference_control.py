"""The control of one preference, made of its row."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QPalette, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from viewer.override import override
from viewer.widgets.action import translated
from viewer.widgets.action_names import without_mnemonic
from viewer.widgets.plain_label import PlainLabel
from viewer.widgets.preference_rows import PreferenceRow, said
from viewer.widgets.theme import song_family

_FRAME = 2  # room for the frame of what has the focus, which ends where this widget ends
_LABEL_TOP = _FRAME + 4  # so that it stands on the line of the box


class PreferenceControl(QWidget):
    """A box with the choices, or one to tick, and below it what the preference does.

    Attributes:
        row: what it was made of.
        box: the control itself.
        label: for the left of it; empty where the box bears its own.

    Signals:
        chosen(row, value): a person has chosen a value for the preference of the row.
    """

    chosen = Signal(object, object)

    def __init__(self, row: PreferenceRow, parent: QWidget) -> None:
        super().__init__(parent)
        self.row = row
        self.box: QComboBox | QCheckBox = self._choice_box() if row.choices else self._tick_box()
        self.box.setObjectName(row.field)
        self.label = PlainLabel(parent)
        self.label.setBuddy(self.box)
        self.label.setContentsMargins(0, _LABEL_TOP, 0, 0)
        self._description = PlainLabel(self)
        self._description.setWordWrap(True)
        self._description.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        column = QVBoxLayout(self)
        column.setContentsMargins(_FRAME, _FRAME, 0, 6)
        column.setSpacing(2)
        column.addWidget(self.box, 0, QtCore.Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._description)

    def retranslate(self) -> None:
        """Take the texts of the current language."""
        label = said(self.row.label)
        if isinstance(self.box, QCheckBox):
            self.box.setText(label)
        else:
            self.label.setText(label)
            for place, choice in enumerate(self.row.choices):
                self.box.setItemText(place, translated(choice.text))
            self._mark_missing_typeface(self.box)
        description = said(self.row.description)
        self._description.setText(description)
        self.box.setAccessibleName(without_mnemonic(label))
        self.box.setAccessibleDescription(description)

    def show_value(self, value: object) -> None:
        """Show what is chosen now."""
        if isinstance(self.box, QCheckBox):
            self.box.setChecked(bool(value))
            return
        values = [choice.value for choice in self.row.choices]
        # one that only the file can have stands in the box all the same
        self.box.setPlaceholderText("" if value in values else f"{value:g}" if isinstance(value, float) else str(value))
        self.box.setCurrentIndex(values.index(value) if value in values else -1)

    def _choice_box(self) -> QComboBox:
        box = _ChoiceBox(self)
        box.addItems([choice.text for choice in self.row.choices])
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.activated.connect(self._choose)
        return box

    def _tick_box(self) -> QCheckBox:
        box = QCheckBox(self)
        box.clicked.connect(self._tick)
        return box

    def _mark_missing_typeface(self, box: QComboBox) -> None:
        if self.row.field != "serif" or song_family():
            return
        place = next(place for place, choice in enumerate(self.row.choices) if choice.value)
        box.setItemText(place, self.tr("{typeface}: not installed").format(typeface=box.itemText(place)))
        model = box.model()
        assert isinstance(model, QStandardItemModel)  # as every box has that was given none
        model.item(place).setEnabled(False)

    @Slot(int)
    def _choose(self, place: int) -> None:
        self.chosen.emit(self.row, self.row.choices[place].value)

    @Slot(bool)
    def _tick(self, ticked: bool) -> None:
        self.chosen.emit(self.row, ticked)


class _ChoiceBox(QComboBox):
    """Leaves the wheel to the page, or who scrolls it would choose what passes under the pointer."""

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
