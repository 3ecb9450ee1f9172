"""Correcting which figures of several releases count the same."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6 import QtCore
from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from viewer.library.corrections import put_correction, read_corrections, remove_correction
from viewer.library.library import Library
from viewer.release.comparison import Comparison, Pair, likeness_of, pair_of
from viewer.release.folding import fold
from viewer.widgets.menu_text import menu_text

_MOST_CANDIDATES = 20


class MatchMenu(QMenu):
    """Offers what can be said of a row: that it is one with another, or two, or nothing; and keeps what is said.

    Signals:
        corrected(): the library has a correction more, or less.
    """

    corrected = Signal()

    def __init__(self, library: Library, row: Comparison, rows: Iterable[Comparison], parent: QWidget) -> None:
        """`rows` are all that is compared."""
        super().__init__(parent)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        self._library = library
        self._row = row
        for pair, text in _pairs_in(row):
            self.addAction(self.tr("Not the same: {labels}").format(labels=menu_text(text))).setData((pair, False))
        same = self.addMenu(self.tr("The same as"))
        for pair, text in _candidates(row, rows):
            same.addAction(menu_text(text)).setData((pair, True))
        same.setEnabled(not same.isEmpty())
        self.addAction(self.tr("As proposed"))
        self.triggered.connect(self._correct)

    @Slot(QAction)
    def _correct(self, action: QAction) -> None:
        if action.data() is None:
            self._forget_corrections()
        else:
            pair, same = action.data()
            put_correction(self._library, pair, same=same)
        self.corrected.emit()

    def _forget_corrections(self) -> None:
        unit, labels = self._row.stated[-1].figure.unit, {fold(label) for label in self._row.labels}
        for said in read_corrections(self._library):
            if said[0] == unit and labels & set(said[1:]):
                remove_correction(self._library, said)


def _pairs_in(row: Comparison) -> list[tuple[Pair, str]]:
    """The labels that were taken for one from release to release."""
    pairs = {
        pair_of(after.figure.unit, before.figure.label, after.figure.label): " / ".join(
            dict.fromkeys((before.figure.label, after.figure.label))
        )
        for before, after in pairwise(row.stated)
    }
    return list(pairs.items())


def _candidates(row: Comparison, rows: Iterable[Comparison]) -> list[tuple[Pair, str]]:
    """Rows that may be one with `row`: of the same unit, in other releases; the likest first."""
    figure = row.stated[-1].figure
    others = [
        other
        for other in rows
        if (other.stated[-1].figure.unit, other.stated[-1].figure.change) == (figure.unit, figure.change)
        and not any(one and two for one, two in zip(row.figures, other.figures, strict=True))
    ]
    others.sort(key=lambda other: -likeness_of(figure.label, other.stated[-1].figure.label))
    return [
        (
            pair_of(figure.unit, figure.label, other.stated[-1].figure.label),
            f"{other.labels[0]}  {other.stated[-1].figure.quoted}",
        )
        for other in others[:_MOST_CANDIDATES]
    ]
