"""Saying something to those who hear the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say `text`, once it has said what it is saying; nothing where none listens."""
    from PySide6.QtGui import QAccessible  # not needed to start

    if text and QAccessible.isActive():
        from PySide6.QtGui import QAccessibleAnnouncementEvent

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def announce_link(widget: QWidget, text: str) -> None:
    """Let a screen reader say that `text` is a link, and that the keys have come to it."""
    announce(widget, QCoreApplication.translate("Announcing", "Link: {text}").format(text=text))
