"""Stars, highlights and notes: what their actions do."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from viewer.library.annotations import annotation_of_key, exchange_annotations
from viewer.library.browse import split_group_id
from viewer.library.entry import Page
from viewer.library.library import Library
from viewer.library.pages import read_page
from viewer.override import own_override
from viewer.release.anchoring import Anchor, anchor_within, locate
from viewer.release.annotation import Annotation, AnnotationKind, texts_of
from viewer.widgets.changes import Change, Changes

if TYPE_CHECKING:
    from viewer.widgets.selection import SelectedLine
    from viewer.widgets.subject import Subject


class Annotating(QObject):
    """Puts annotations to what a person means.

    Signals:
        said(text): what has been done, or why nothing has.
        changed(): annotations are others than before.
    """

    said = Signal(str)
    changed = Signal()

    def __init__(
        self,
        library: Library,
        subject: Callable[[], Subject],
        lines: Callable[[], list[SelectedLine]],
        changes: Changes,
        window: QWidget,
    ) -> None:
        """`subject` gives what is meant, `lines` what is selected on the page."""
        super().__init__(window)
        self._library = library
        self._subject = subject
        self._lines = lines
        self._window = window
        self._changes = changes
        changes.done.connect(self._tell_done)
        changes.undone.connect(self._tell_undone)

    @Slot()
    def star(self) -> None:
        """Star the entries that are meant; where all of them are starred, take the stars away."""
        pages = [read_page(self._library, id_) for id_ in self._subject().ids if split_group_id(id_) is None]
        stars = [part for page in pages for part in page.annotations if part.kind is AnnotationKind.STAR]
        starred = {part.entry_id for part in stars}
        added = [
            Annotation(entry_id=page.id, title=page.entry.title, kind=AnnotationKind.STAR, made=_today())
            for page in pages
            if page.id not in starred
        ]
        if not pages:
            self.said.emit(self.tr("Open an item to star it"))
        elif added:
            self._change((), added, self.tr("Star"), self.tr("Starred"))
        else:
            self._change(stars, (), self.tr("Take stars away"), self.tr("No longer starred"))

    @Slot()
    def highlight(self) -> None:
        """Highlight what is selected; take away the highlights that it, or the caret, is in."""
        page = self._subject().page
        lines = self._lines()
        if page is None:
            self.said.emit(self.tr("Open an item to highlight in it"))
        elif there := _there(page, lines, AnnotationKind.HIGHLIGHT):
            self._change(there, (), self.tr("Take highlight away"), self.tr("No longer highlighted"))
        else:
            added = [
                Annotation(
                    entry_id=page.id,
                    title=page.entry.title,
                    kind=AnnotationKind.HIGHLIGHT,
                    anchor=anchor,
                    made=_today(),
                )
                for anchor in _anchors(page, lines)
            ]
            if added:
                self._change((), added, self.tr("Highlight"), self.tr("Highlighted"))
            else:
                self.said.emit(self.tr("Select a passage of the text to highlight it"))

    @Slot()
    def note(self) -> None:
        """Write a note to the passage that is selected, or else to the page."""
        page = self._subject().page
        if page is None:
            self.said.emit(self.tr("Open an item to write a note to it"))
            return
        lines = [line for line in self._lines() if line.start < line.end]
        anchor = next(iter(_anchors(page, lines)), None)
        if lines and anchor is None:
            self.said.emit(self.tr("Select a passage of the text to write a note to it"))
            return
        there = _there(page, lines, AnnotationKind.NOTE) if anchor else []
        there += [part for part in page.annotations if part.kind is AnnotationKind.NOTE and part.anchor == anchor]
        new = Annotation(
            entry_id=page.id, title=page.entry.title, kind=AnnotationKind.NOTE, anchor=anchor, made=_today()
        )
        now = annotation_of_key(self._library, there[0].key) if there else None
        self._write(now or new)

    def edit(self, key: int) -> None:
        """Let the person change the note with this key."""
        if (part := annotation_of_key(self._library, key)) is not None:
            self._write(part)

    def remove(self, key: int) -> None:
        """Take away the annotation with this key."""
        if (part := annotation_of_key(self._library, key)) is not None:
            self._change((part,), (), self.tr("Remove mark"), self.tr("Removed"))

    def _write(self, part: Annotation) -> None:
        from viewer.widgets.note_dialog import NoteDialog

        def save(note: str) -> None:
            written = [dataclasses.replace(part, note=note)] if note else []
            if note != part.note:
                said = self.tr("Saved") if note else self.tr("Removed")
                self._change([part] if part.key else [], written, self.tr("Note"), said)

        dialog = NoteDialog(part.title, part.quote, part.note, self._window)
        dialog.saved.connect(save)
        dialog.open()

    def _change(self, removed: Iterable[Annotation], added: Iterable[Annotation], name: str, said: str) -> None:
        self._changes.make(_Marking(name, said, tuple(removed), tuple(added)))

    @Slot(object)
    def _tell_done(self, change: Change) -> None:
        if isinstance(change, _Marking):
            self.changed.emit()
            self.said.emit(change.said)

    @Slot(object)
    def _tell_undone(self, change: Change) -> None:
        if isinstance(change, _Marking):
            self.changed.emit()
            self.said.emit(self.tr("Undone: {change}").format(change=change.name))


def _there(page: Page, lines: Iterable[SelectedLine], kind: AnnotationKind) -> list[Annotation]:
    """The annotations of one kind whose passage the selection or the caret is in."""
    found = []
    for part in page.passages:
        spans = [(line, locate(part.anchor, line.text)) for line in lines if part.anchor and part.kind is kind]
        if any(span and _touches(line, *span) for line, span in spans):
            found.append(part)
    return found


def _touches(line: SelectedLine, start: int, end: int) -> bool:
    is_caret = line.start == line.end and start <= line.start <= end
    return is_caret or max(line.start, start) < min(line.end, end)


def _anchors(page: Page, lines: Iterable[SelectedLine]) -> list[Anchor]:
    """What is selected of the texts of the page's entry, line by line."""
    texts = texts_of(page.entry, page.paragraphs)
    found = (anchor_within(*line, texts) for line in lines)
    return [anchor for anchor in found if anchor]


def _today() -> datetime.date:
    return datetime.datetime.now().astimezone().date()


class _Marking(Change):
    """Annotations that go and others that come, at once."""

    def __init__(self, name: str, said: str, removed: tuple[Annotation, ...], added: tuple[Annotation, ...]) -> None:
        super().__init__(name)
        self.said = said
        self._removed = removed
        self._added = added

    @own_override
    def do(self, library: Library) -> None:
        self._added = exchange_annotations(library, self._removed, self._added)

    @own_override
    def undo(self, library: Library) -> None:
        self._removed = exchange_annotations(library, self._added, self._removed)
