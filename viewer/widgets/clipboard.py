"""The clipboard of the system."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from viewer.release.errors import Problem, ReleaseViewerError

if TYPE_CHECKING:
    from viewer.writers.clip import Clip


def put_on_clipboard(clip: Clip) -> None:
    """Let other programs paste a clip. Raises ReleaseViewerError where one of them holds the clipboard."""
    clipboard = QGuiApplication.clipboard()
    clipboard.setMimeData(mime_of(clip))
    # Qt says nothing where the system refuses; not every platform knows who owns it
    if not clipboard.ownsClipboard() and clipboard.text() != clip.text:
        raise ReleaseViewerError(Problem.CLIPBOARD_TAKEN)


def mime_of(clip: Clip) -> QMimeData:
    """A clip as Qt passes it to other programs."""
    data = QMimeData()
    data.setText(clip.text)
    if clip.html:
        data.setHtml(clip.html)
    return data
