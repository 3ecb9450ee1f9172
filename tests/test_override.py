from __future__ import annotations

import sys
from typing import Any

import pytest
from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
)
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from viewer.override import override

Index = QModelIndex | QPersistentModelIndex


class Model(QAbstractListModel):
    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        raise KeyError("rowCount")

    @override
    def data(self, index: Index, role: int = 0) -> Any:
        raise KeyError("data")

    @override
    def canFetchMore(self, parent: Index) -> bool:
        raise KeyError("canFetchMore")


class Delegate(QStyledItemDelegate):
    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        raise KeyError("sizeHint")


class Listening(QWidget):
    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.User:
            raise KeyError("event")
        return super().event(event)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was handed to `sys.excepthook`."""
    errors: list[str] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: errors.append(error.args[0]))
    return errors


def test_qt_gets_nothing_in_place_of_an_error(told: list[str]) -> None:
    model = Model()
    assert (model.rowCount(), model.data(QModelIndex()), model.canFetchMore(QModelIndex())) == (0, None, False)
    assert Delegate().sizeHint(QStyleOptionViewItem(), QModelIndex()) == QSize()
    assert told == ["rowCount", "data", "canFetchMore", "sizeHint"]


def test_whatever_calls_qt_goes_on_though_several_overrides_fail(qtbot: QtBot, told: list[str]) -> None:
    view = QListView()
    qtbot.addWidget(view)
    model, delegate = Model(view), Delegate(view)
    view.setItemDelegate(delegate)
    view.setModel(model)
    view.doItemsLayout()
    assert told.count("rowCount") > 1


def test_an_event_that_cannot_be_handled_is_not_handled(qtbot: QtBot, told: list[str]) -> None:
    widget = Listening()
    qtbot.addWidget(widget)
    assert not QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.User))
    assert told == ["event"]


def test_the_trace_begins_with_the_override(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[str] = []

    def note(_kind: type[BaseException], error: BaseException, _trace: object) -> None:
        assert error.__traceback__ is not None
        begun.append(error.__traceback__.tb_frame.f_code.co_name)

    monkeypatch.setattr(sys, "excepthook", note)
    Model().rowCount()
    assert begun == ["rowCount"]


def test_what_an_override_gives_and_takes_is_as_it_was(qtbot: QtBot) -> None:
    class Counting(QObject):
        @override
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            """What it says."""
            return event.type() == QEvent.Type.User

    widget, counting = QWidget(), Counting()
    qtbot.addWidget(widget)
    widget.installEventFilter(counting)
    assert QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.User))
    assert counting.eventFilter.__doc__ == "What it says."
