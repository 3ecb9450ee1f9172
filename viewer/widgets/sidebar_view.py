"""The view of the sidebar: its rows under the mouse and the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPoint, Signal
from PySide6.QtWidgets import QAbstractItemDelegate, QHeaderView, QTreeView, QWidget

from viewer.models.index import Index
from viewer.models.tree_model import TreeColumn, TreeModel
from viewer.override import override
from viewer.widgets.heard_tree import HeardTree

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent

_LEAST_COLUMN = 24


class SidebarView(HeardTree):
    """The rows of the tree, or of the hits; tells which has become the current one.

    Signals:
        current_changed(index)
        drag_started(): selected rows are dragged.
        menu_wanted(place): a context menu is wanted at this place of the screen.
        tab_wanted(index): a row was clicked with the middle button, or entered with Ctrl held.
    """

    current_changed = Signal(QModelIndex)
    drag_started = Signal()
    menu_wanted = Signal(QPoint)
    tab_wanted = Signal(QModelIndex)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.header().setMinimumSectionSize(_LEAST_COLUMN)
        self.header().setResizeContentsPrecision(0)  # only what is seen decides how wide a column is
        self.setIndentation(16)
        self.setSelectionMode(QTreeView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)

    def show_model(self, model: QAbstractItemModel, delegate: QAbstractItemDelegate) -> None:
        """Show the tree, or another model in its stead, as a delegate paints it."""
        # first, for neither can paint the rows of the other if anything goes wrong in between
        self.setItemDelegate(delegate)
        left = self.selectionModel()
        header = self.header()
        header.setModel(model)
        too_many = header.selectionModel()
        self.setModel(model)
        # setModel makes a new one for the view, one for its head that it does not need, and leaves the old one behind
        for selection in (left, too_many):
            if selection is not None:
                selection.deleteLater()
        is_tree = isinstance(model, TreeModel)
        self.setRootIsDecorated(is_tree)
        header.setStretchLastSection(not is_tree)
        if is_tree:
            header.setSectionResizeMode(TreeColumn.TITLE, QHeaderView.ResizeMode.Stretch)
            header.setSectionResizeMode(TreeColumn.ASIDE, QHeaderView.ResizeMode.ResizeToContents)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in (QtCore.Qt.MouseButton.LeftButton, QtCore.Qt.MouseButton.RightButton):
            super().mousePressEvent(event)
        elif event.button() is not QtCore.Qt.MouseButton.MiddleButton:
            event.ignore()  # for the window, which goes back and forward; the view would choose a row

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is QtCore.Qt.MouseButton.MiddleButton:
            self.tab_wanted.emit(self.indexAt(event.position().toPoint()))
        else:
            super().mouseReleaseEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        enters = event.key() in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter)
        if enters and event.modifiers() & QtCore.Qt.KeyboardModifier.ControlModifier:
            self.tab_wanted.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.current_changed.emit(current)

    @override
    def doItemsLayout(self) -> None:
        model = self.model()
        if isinstance(model, TreeModel):
            model.hold(True)  # a view that is laid out anew would read further rows each time
        super().doItemsLayout()
        if isinstance(model, TreeModel):
            model.hold(False)

    @override
    def rowsInserted(self, parent: Index, start: int, end: int) -> None:
        # the first rows below another are read while that is opened, and laid out then; else all would be laid out anew
        if start or not parent.isValid():
            super().rowsInserted(parent, start, end)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    @override
    def startDrag(self, supportedActions: QtCore.Qt.DropAction) -> None:  # noqa: N803  Qt's name
        self.drag_started.emit()
