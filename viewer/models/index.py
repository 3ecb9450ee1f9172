"""What Qt names rows and cells by."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

Index = QModelIndex | QPersistentModelIndex
"""An index as Qt hands it over; it is the same to whoever takes it."""
