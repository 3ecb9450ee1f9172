"""Taking releases out of the library, and bringing them back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from viewer.library.browse import split_group_id
from viewer.library.library import Library
from viewer.override import own_override
from viewer.widgets.changes import Change, Changes

if TYPE_CHECKING:
    from viewer.library.removal import Removed
    from viewer.release.release import Release
    from viewer.widgets.subject import Subject

_AT_ONCE = 20  # items, for which the window stands still for about a frame


class Removing(QObject):
    """Removes the releases that a person means. Nothing is asked, since it can be undone.

    Signals:
        said(text): what has been done, or why nothing has.
        removed(ids): these releases are not in the library any more.
        restored(ids): these releases are back, as they were.
    """

    said = Signal(str)
    removed = Signal(tuple)
    restored = Signal(tuple)

    def __init__(self, library: Library, subject: Callable[[], Subject], changes: Changes, window: QWidget) -> None:
        super().__init__(window)
        self._library = library
        self._subject = subject
        self._changes = changes
        changes.done.connect(self._tell_removed)
        changes.undone.connect(self._tell_restored)

    @Slot()
    def remove_release(self) -> None:
        """Remove the releases that are selected, or else the one that the page is of."""
        from viewer.library.selection import is_small  # not needed to start

        if ids := _releases(self._subject()):
            is_long = not is_small(self._library, ids, _AT_ONCE)
            self._changes.make(_Removal(self.tr("Remove release"), ids, is_long=is_long))
        else:
            self.said.emit(self.tr("Open a release to remove it"))

    @Slot(object)
    def _tell_removed(self, change: Change) -> None:
        if isinstance(change, _Removal):
            self.removed.emit(change.ids)
            several = self.tr("Removed {count} releases. Ctrl+Z brings them back.").format(count=len(change.ids))
            one = self.tr("Removed “{title}”. Ctrl+Z brings it back.").format(title=change.title)
            self.said.emit(one if len(change.ids) == 1 else several)

    @Slot(object)
    def _tell_restored(self, change: Change) -> None:
        if isinstance(change, _Removal):
            self.restored.emit(change.ids)
            several = self.tr("{count} releases are back").format(count=len(change.ids))
            one = self.tr("“{title}” is back").format(title=change.title)
            self.said.emit(one if len(change.ids) == 1 else several)


def _releases(subject: Subject) -> tuple[str, ...]:
    """The releases among several selected rows; or else that of the page."""
    if len(subject.ids) > 1:
        return tuple(id_ for id_ in subject.ids if "/" not in id_ and split_group_id(id_) is None)
    return (subject.page.release.id,) if subject.page is not None else ()


def _parts(release: Release) -> int:
    paragraphs = release.source.paragraphs if release.source is not None else ()
    return sum(1 for _entry in release.entries()) + len(paragraphs)


class _Removal(Change):
    """Releases that go, all at once.

    Attributes:
        ids: of the releases.
        title: of the first, once it has gone.
    """

    def __init__(self, name: str, ids: tuple[str, ...], *, is_long: bool) -> None:
        super().__init__(name, is_long=is_long)
        self.ids = ids
        self._removed: tuple[Removed, ...] = ()

    @property
    def title(self) -> str:
        return self._removed[0].release.title

    @own_override
    def do(self, library: Library) -> None:
        from viewer.library.removal import take_out  # not needed to start

        with library.transaction():
            self._removed = tuple(take_out(library, id_) for id_ in self.ids)
        self.size = sum(_parts(removed.release) for removed in self._removed)

    @own_override
    def undo(self, library: Library) -> None:
        from viewer.library.index import load_tables
        from viewer.library.removal import put_back

        load_tables()
        with library.transaction():
            for part in self._removed:
                put_back(library, part)
