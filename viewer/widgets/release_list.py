"""The releases that can be compared, each with a box to tick."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6 import QtCore
from PySide6.QtCore import QModelIndex, QSignalBlocker
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from viewer.library.releases import ReleaseHead
from viewer.models.counts_and_dates import date_text
from viewer.models.role import Role
from viewer.models.tool_tip import tool_tip
from viewer.release.unseen import reveal
from viewer.widgets.standing import staying

_CHECKED = QtCore.Qt.CheckState.Checked
_UNCHECKED = QtCore.Qt.CheckState.Unchecked


class ReleaseList(QListWidget):
    """Releases, the newest first; `itemChanged` says that one was ticked, or unticked."""

    def __init__(self, releases: Sequence[ReleaseHead], chosen: str, parent: QWidget) -> None:
        """`chosen` is the id of the release that is ticked at first, with the one before it of its issuer."""
        super().__init__(parent)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setWordWrap(True)
        self.setSpacing(4)
        self.setMinimumWidth(120)
        self._releases: Sequence[ReleaseHead] = ()
        self._fill(releases, first_choice(releases, chosen))

    def ticked(self) -> tuple[str, ...]:
        """The ids of the releases that are ticked."""
        rows = zip(self._releases, map(self.item, range(self.count())), strict=True)
        return tuple(release.id for release, row in rows if row.checkState() is _CHECKED)

    def update_releases(self, releases: Sequence[ReleaseHead]) -> None:
        """Show what the library has now; what is ticked, current and seen stays so. Emits nothing."""
        if releases != self._releases:
            with staying(self, _path, self._find):
                self._fill(releases, self.ticked())

    def _fill(self, releases: Sequence[ReleaseHead], ticked: Collection[str]) -> None:
        blocker = QSignalBlocker(self)
        self.clear()
        self._releases = releases
        for release in releases:
            row = QListWidgetItem(f"{reveal(release.title)}\n{date_text(release.date)}", self)
            row.setFlags(row.flags() | QtCore.Qt.ItemFlag.ItemIsUserCheckable)
            row.setCheckState(_CHECKED if release.id in ticked else _UNCHECKED)
            row.setToolTip(tool_tip(reveal(release.title)))
            row.setData(Role.USER, release.id)
        blocker.unblock()

    def _find(self, path: Sequence[str]) -> QModelIndex:
        rows = (row for row, release in enumerate(self._releases) if (release.id,) == path)
        return self.model().index(next(rows, -1), 0)


def _path(index: QModelIndex) -> tuple[str, ...]:
    return (index.data(Role.USER),) if index.isValid() else ()


def first_choice(releases: Sequence[ReleaseHead], chosen: str) -> set[str]:
    """The release `chosen` and the one before it of its issuer; else the one after; else any before it."""
    place = next((number for number, release in enumerate(releases) if release.id == chosen), 0)
    if not releases:
        return set()
    issuer = releases[place].issuer
    older, newer = releases[place + 1 :], list(reversed(releases[:place]))
    others = [release for release in (*older, *newer) if release.issuer == issuer] or [*older, *newer]
    return {releases[place].id, *(release.id for release in others[:1])}
