"""What the detail side can show, by its id."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from viewer.library.browse import Group, read_group, split_group_id
from viewer.library.entry import Page
from viewer.library.library import Library
from viewer.library.pages import read_page
from viewer.models.tree_model import group_title
from viewer.widgets.page_html import Look, escape, group_html, page_html


class Missing(NamedTuple):
    """What once had this id is not in the library any more."""

    id: str


Shown = Page | Group | Missing


def read_shown(library: Library, id_: str) -> Shown:
    """The page of an entry or of a group. Raises ReleaseViewerError if there is none."""
    read = read_page if split_group_id(id_) is None else read_group
    return read(library, id_)


def title_of(shown: Shown | None) -> str:
    """What a page is called; "" where there is none."""
    if shown is None:
        return ""
    if isinstance(shown, Missing):
        return _missing()
    return shown.entry.title if isinstance(shown, Page) else group_title(shown.way, shown.name)


def html_of(shown: Shown | None, look: Look) -> Iterator[str]:
    """The pieces of a page, each of which ends with a paragraph or table; what to do where there is none."""
    match shown:
        case Page():
            return page_html(shown, look)
        case Group():
            return group_html(shown)
        case Missing():
            text = QCoreApplication.translate(
                "Page", "{id} has been removed, or its document has changed. Ctrl+W closes this page."
            )
            return iter([f"<h1>{escape(_missing())}</h1>", f"<p>{escape(text.format(id=shown.id))}</p>"])
        case None:
            text = QCoreApplication.translate("Page", "The library is empty. Open a release with Ctrl+O.")
            return iter([f"<p>{escape(text)}</p>"])


def _missing() -> str:
    return QCoreApplication.translate("Page", "No longer in the library")
