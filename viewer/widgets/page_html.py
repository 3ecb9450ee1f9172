"""The page of an entry as pieces of HTML that Qt's rich text understands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from viewer.library.browse import group_id
from viewer.library.entry import Crumb, NameKind, Page
from viewer.models.counts_and_dates import date_text
from viewer.release.citation import paragraph_range
from viewer.release.release import Figure, Item, Mention, Passage, Release, Section, entry_body
from viewer.release.unseen import reveal
from viewer.widgets.page_look import Look, hanging
from viewer.widgets.text_html import FIGURE, NOTICE, WEB, escape, link
from viewer.widgets.typesetting import keep_together

if TYPE_CHECKING:
    from viewer.widgets.marked_html import Marker

_FEW_COLUMNS = 2
_CELL = "padding-top: 3px; padding-bottom: 3px;"
_NUMBER = re.compile(r"[0-9０-９.,．，]+|[〇零一二两三四五六七八九十百千]+")

_Row = tuple[str, str]  # a label, and HTML


def page_html(page: Page, look: Look) -> Iterator[str]:
    """The page of an entry."""
    yield _breadcrumbs(page.path)
    yield _star(page)
    yield f"<h1 style='text-indent: -{hanging(page.entry.title, look.points)}px;'>{_title(page)}</h1>"
    yield _figures(page.entry.figures, look.columns)
    yield from _text(page, look)
    yield _table(_notes(page))
    yield from _children(page)
    facts = _facts(page.release) if isinstance(page.entry, Release) else ()
    yield _table((*_names(page.entry), *_related(page), *facts, *_captions(page), *_source(page)))
    yield from _document_of(page)


def _text(page: Page, look: Look) -> Iterator[str]:
    """The running text; beside it, where its document has been opened, what is written there."""
    body = entry_body(page.entry)
    if page.release.form == "verbatim":
        if not isinstance(page.entry, Release):  # of a release the whole document follows
            yield from _verbatim(body, page)
        return
    summary = "".join(f"<p class='text'>{_marked(paragraph, page)}</p>" for paragraph in body.splitlines())
    if isinstance(page.entry, Release) or not page.paragraphs:
        yield summary
        return
    from viewer.widgets.original_html import document_html

    original = "".join(document_html(page.paragraphs, page.figures, _marker(page)))
    titles = [QCoreApplication.translate("Page", "Summary"), QCoreApplication.translate("Page", "Original text")]
    heads = [f"<p class='label'>{escape(title)}</p>" for title in titles]
    if look.columns <= _FEW_COLUMNS:
        yield f"{heads[0]}{summary}{heads[1]}{original}"
        return
    yield (
        "<table cellspacing='0' cellpadding='0' width='100%'><tr>"
        f"<td width='50%' style='padding-right: 18px;'>{heads[0]}{summary}</td>"
        f"<td width='50%' style='padding-left: 18px;'>{heads[1]}{original}</td></tr></table>"
    )


def _verbatim(body: str, page: Page) -> Iterator[str]:
    """The paragraphs of an entry, which are its text word for word."""
    own = {number: page.paragraphs[number] for number in page.entry.paragraphs if number in page.paragraphs}
    if body and "\n".join(part.text for part in own.values()) == body:
        from viewer.widgets.original_html import document_html

        yield from document_html(own, page.figures, _marker(page))
    else:
        yield from (f"<p class='text'>{_marked(line, page)}</p>" for line in body.splitlines())


def _marked(text: str, page: Page) -> str:
    """A text of the page with what the reader highlighted in it."""
    return _marker(page).html(text) if page.passages else escape(keep_together(text))


def _title(page: Page) -> str:
    """The title, marked as texts are, unless there is something in it that would not be seen."""
    title = page.entry.title
    shown = reveal(title)
    return _marked(title, page) if shown == title else escape(keep_together(shown))


def _marker(page: Page) -> Marker:
    from viewer.widgets.marked_html import Marker  # only where something is marked

    return Marker(page.passages)


def _star(page: Page) -> str:
    """That the reader has starred the entry."""
    if not page.annotations:
        return ""
    from viewer.widgets.annotation_html import star_html

    return star_html(page.annotations)


def _notes(page: Page) -> Iterable[_Row]:
    """The notes of the reader."""
    if not page.annotations:
        return ()
    from viewer.widgets.annotation_html import note_rows

    return note_rows(page.annotations)


def _document_of(page: Page) -> Iterator[str]:
    """The whole document of a release, word for word."""
    if not isinstance(page.entry, Release) or not page.paragraphs:
        return
    from viewer.widgets.original_html import document_html

    title = QCoreApplication.translate("Page", "Original text")
    yield f"<p></p><p class='label'>{escape(title)}</p><hr/>"
    yield from document_html(page.paragraphs, page.figures, _marker(page))


def _breadcrumbs(path: Iterable[Crumb]) -> str:
    links = " › ".join(link(crumb.id, crumb.title) for crumb in path)
    return f"<p class='muted'>{links}</p>" if links else ""


def _figures(figures: tuple[Figure, ...], columns: int) -> str:
    """Figures as large numbers with their labels below, a few in a row."""
    rows = []
    for start in range(0, len(figures), columns):
        cells = "".join(
            f"<td style='padding-right: 36px; padding-bottom: 12px;'>"
            f"<a href='{FIGURE}{number}' style='text-decoration: none;'>{_number(figure)}</a>"
            f"<br/><span class='label'>{escape(figure.label)}</span></td>"
            for number, figure in enumerate(figures[start : start + columns], start)
        )
        rows.append(f"<tr>{cells}</tr>")
    return (
        f"<table cellspacing='0' cellpadding='0' style='margin-top: 6px; margin-bottom: 8px;'>{''.join(rows)}</table>"
        if rows
        else ""
    )


def _number(figure: Figure) -> str:
    """The number large, what stands before and after it small: 约 50 公斤."""
    number = _NUMBER.search(figure.quoted, len(figure.quoted) - len(figure.written))
    if number is None:
        return f"<span class='unit'>{escape(figure.quoted)}</span>"
    before, after = figure.quoted[: number.start()], figure.quoted[number.end() :]
    small = [f"<span class='unit'>{escape(part)}</span>" if part else "" for part in (before, after)]
    return f"{small[0]}<span class='number'>{escape(number[0])}</span>&nbsp;{small[1]}"


def _children(page: Page) -> Iterator[str]:
    """Sections with how many items are announced and described, or items."""
    if not page.children:
        return
    if isinstance(page.entry, Section) and page.entry.announced is not None:
        text = QCoreApplication.translate("Page", "{announced} announced, {described} described here")
        text = text.format(announced=page.entry.announced, described=len(page.children))
        yield f"<p class='muted'>{escape(text)}</p>"
    yield from entry_list(page.children)


def entry_list(entries: Iterable[Crumb]) -> Iterator[str]:
    """Links to entries, one below the other."""
    yield from (f"<p class='row'>{link(entry.id, entry.title)}</p>" for entry in entries)
    yield "<p></p>"


def _names(passage: Passage) -> Iterator[_Row]:
    """Systems, units, people and places as links that browse."""
    people = ", ".join(
        link(group_id(NameKind.PERSON, person.name), person.name)
        + (f" <span class='muted'>{escape(' '.join(filter(None, (person.unit, person.rank))))}</span>")
        for person in passage.people
    )
    rows = (
        (QCoreApplication.translate("Page", "Systems"), _mentions(NameKind.SYSTEM, passage.systems)),
        (QCoreApplication.translate("Page", "Units"), _mentions(NameKind.UNIT, passage.units)),
        (QCoreApplication.translate("Page", "People"), people),
        (QCoreApplication.translate("Page", "Places"), _mentions(NameKind.PLACE, passage.places)),
    )
    return ((label, names) for label, names in rows if names)


def _related(page: Page) -> Iterator[_Row]:
    """Other items that name the same, with what they share."""
    label = QCoreApplication.translate("Page", "Related")
    return (
        (
            "" if number else label,
            f"{link(part.item.id, part.item.title)} <span class='muted'>{escape(' · '.join(part.names))}</span>",
        )
        for number, part in enumerate(page.related)
    )


def _mentions(kind: NameKind, mentions: tuple[Mention, ...]) -> str:
    return " · ".join(link(group_id(kind, mention.name), mention.name) for mention in mentions)


def _facts(release: Release) -> Iterator[_Row]:
    """Who announced it, where, when, and what of this is inferred."""
    inferred = {part.field: QCoreApplication.translate("Inference", part.reason) for part in release.inferred}
    rows = (
        ("issuer", QCoreApplication.translate("Page", "Issued by"), release.issuer),
        ("occasion", QCoreApplication.translate("Page", "Occasion"), release.occasion),
        ("year", QCoreApplication.translate("Page", "Date"), date_text(release.date)),
        ("period", QCoreApplication.translate("Page", "Period"), release.period),
        ("publisher", QCoreApplication.translate("Page", "Published by"), release.publisher),
        ("", QCoreApplication.translate("Page", "Credit"), release.credit),
        ("title", QCoreApplication.translate("Page", "Title"), release.title if "title" in inferred else ""),
    )
    mark = QCoreApplication.translate("Page", "inferred")
    return (
        (
            label,
            escape(value)
            + (f" <span class='muted'>({escape(mark)}: {escape(inferred[field])})</span>" if field in inferred else ""),
        )
        for field, label, value in rows
        if value
    )


def _captions(page: Page) -> Iterator[_Row]:
    label = QCoreApplication.translate("Page", "Photo")
    return (
        (
            label,
            f"{_marked(caption.text, page)} <span class='muted'>{escape(_paragraphs((caption.paragraph,)))}</span>",
        )
        for caption in page.entry.captions
    )


def _source(page: Page) -> Iterator[_Row]:
    """Where the page comes from; leads to the notice."""
    parts = [escape(page.release.publisher), escape(date_text(page.release.date))]
    if page.entry.paragraphs:
        parts.append(escape(_paragraphs(page.entry.paragraphs)))
    if page.release.notice is not None:
        parts.append(link(NOTICE + page.release.id, QCoreApplication.translate("Page", "Copyright notice")))
    yield QCoreApplication.translate("Page", "Source"), " · ".join(parts)
    if isinstance(page.entry, Item | Section) and page.release.form == "restated":
        remark = QCoreApplication.translate("Page", "A summary in our own words, not the published text.")
        yield "", f"<span class='muted'>{escape(remark)}</span>"
    if page.release.address:
        yield QCoreApplication.translate("Page", "Address"), _web_link(page.release.address)


def _web_link(address: str) -> str:
    """A link to an address on the web; one that does not lead where it seems to lead is no link."""
    from viewer.release.web_address import read_web_address  # not needed to start

    found = read_web_address(address)
    return link(WEB + found.target, found.text) if found else escape(reveal(address))


def _table(rows: Iterable[_Row]) -> str:
    """Rows as a table that begins where the text does."""
    cells = "".join(
        f"<tr><td class='label' width='93' style='{_CELL}'><p class='row'>{escape(label)}</p></td>"
        f"<td style='{_CELL}'><p class='row'>{html}</p></td></tr>"
        for label, html in rows
    )
    return (
        f"<table cellspacing='0' cellpadding='0' width='100%' style='margin-top: 8px;'>{cells}</table>" if cells else ""
    )


def _paragraphs(paragraphs: tuple[int, ...]) -> str:
    text = QCoreApplication.translate("Page", "paragraph {numbers} of the source")
    return text.format(numbers=paragraph_range(paragraphs))
