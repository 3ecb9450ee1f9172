"""What a reader put to entries, as HTML."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from viewer.library.browse import LOST, Group
from viewer.models.counts_and_dates import date_text
from viewer.release.annotation import Annotation, AnnotationKind
from viewer.widgets.text_html import EDIT_NOTE, REMOVE_MARK, escape, link


def star_html(annotations: Iterable[Annotation]) -> str:
    """That an entry is starred, and since when; "" where it is not."""
    starred = QCoreApplication.translate("Page", "Starred")
    return "".join(
        f"<p class='row'>★ <span class='muted'>{escape(starred)} · {date_text(part.made)}</span></p>"
        for part in annotations
        if part.kind is AnnotationKind.STAR
    )


def note_rows(annotations: Iterable[Annotation]) -> list[tuple[str, str]]:
    """The notes to an entry, each as a label and HTML."""
    label = QCoreApplication.translate("Page", "Note")
    notes = [part for part in annotations if part.kind is AnnotationKind.NOTE]
    return [(label, f"{_quote(part)}{escape(part.note)} {_aside(part)}") for part in notes]


def marks_html(group: Group) -> str:
    """All annotations of one kind, or those that have lost their place, each with its entry."""
    if not group.annotations:
        return f"<p class='muted'>{escape(_how_to(group.name))}</p>"
    lost = group.name == LOST
    return "".join(_mark(part, lost=lost) for part in group.annotations)


def _mark(part: Annotation, *, lost: bool) -> str:
    title = escape(part.title) if lost else link(part.entry_id, part.title)
    text = f"{_quote(part)}{escape(part.note)}"
    return f"<p class='text'>{title} {_aside(part)}{'<br/>' if text else ''}{text}</p>"


def _quote(part: Annotation) -> str:
    if not part.quote:
        return ""
    quote = QCoreApplication.translate("Page", "“{quote}”").format(quote=part.quote)
    return f"<span class='muted'>{escape(quote)}</span> "


def _aside(part: Annotation) -> str:
    """The day, and what can be done."""
    links = [link(f"{REMOVE_MARK}{part.key}", QCoreApplication.translate("Page", "Remove"))]
    if part.kind is AnnotationKind.NOTE and not part.lost:
        links.insert(0, link(f"{EDIT_NOTE}{part.key}", QCoreApplication.translate("Page", "Change")))
    return f"<span class='muted'>{date_text(part.made)}</span> {' · '.join(links)}"


def _how_to(name: str) -> str:
    """What to do for the group to have something in it."""
    texts = {
        AnnotationKind.STAR: QCoreApplication.translate("Page", "Nothing yet: Ctrl+D stars the item that is shown."),
        AnnotationKind.HIGHLIGHT: QCoreApplication.translate(
            "Page", "Nothing yet: select a passage, and Ctrl+H highlights it."
        ),
        AnnotationKind.NOTE: QCoreApplication.translate(
            "Page", "Nothing yet: Ctrl+M writes a note to what is selected, or to the item that is shown."
        ),
        LOST: QCoreApplication.translate("Page", "All marks have their place."),
    }
    return texts[name]
