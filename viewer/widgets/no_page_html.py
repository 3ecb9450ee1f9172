"""What stands where there is no page: the library is empty, or the page is gone."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from viewer.widgets.command_html import command_table
from viewer.widgets.page_parts import paragraph
from viewer.widgets.text_html import escape, link

translate = QCoreApplication.translate


def empty_html() -> Iterator[str]:
    """What can be done with an empty library."""
    title = translate("Page", "The library is empty")
    yield f"<h1>{escape(title)}</h1>"
    said = translate("Page", "Open press releases: as files, by dropping them on this window, or as text.")
    yield paragraph(said)
    yield command_table(
        (
            ("open", translate("Page", "text, Markdown, saved web pages, Word, PDF")),
            ("open-folder", translate("Page", "all documents in it")),
            ("paste-document", translate("Page", "what you have copied elsewhere")),
            ("open-shipped", translate("Page", "the one that came with the program")),
        )
    )
    yield _more_help()


def missing_title() -> str:
    """What a page is called that is gone."""
    return translate("Page", "No longer in the library")


def missing_html(id_: str) -> Iterator[str]:
    """What can be done where the page with an id is gone."""
    yield f"<h1>{escape(missing_title())}</h1>"
    said = translate("Page", "{id} has been removed, or its document has changed.").format(id=id_)
    yield paragraph(said)
    yield command_table(
        (
            ("undo", translate("Page", "bring it back, if it has just been removed")),
            ("search", translate("Page", "it may have another name now")),
            ("way-category", translate("Page", "see what the library has")),
            ("open", translate("Page", "open its document again")),
        )
    )
    yield _more_help()


def _more_help() -> str:
    more = translate("Page", "What can be opened, and what is read of it")
    return f"<p></p><p class='row'>{link('help:formats', more)}</p>"
