"""What the detail side can show, by its id."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from viewer.library.browse import Group, read_group, split_group_id
from viewer.library.entry import Page
from viewer.library.library import Library
from viewer.library.pages import read_page
from viewer.models.tree_model import group_title
from viewer.release.errors import Problem, ReleaseViewerError
from viewer.release.unseen import reveal
from viewer.widgets.page_html import page_html

if TYPE_CHECKING:
    from viewer.widgets.page_look import Look

_HELP = "help:"


class Help(NamedTuple):
    """A page of the help.

    Attributes:
        id: one of `viewer.widgets.help_html.TOPICS`.
        library: the library that is open.
    """

    id: str
    library: Path


class Missing(NamedTuple):
    """What once had this id is not in the library any more."""

    id: str


Shown = Page | Group | Help | Missing
"""A page of any kind."""


def read_shown(library: Library, id_: str) -> Shown:
    """The page of an entry, of a group or of the help. Raises ReleaseViewerError if there is none in the library."""
    if id_.startswith(_HELP):
        from viewer.widgets.help_html import TOPICS  # loaded when it is shown

        if id_ in TOPICS:
            return Help(id_, library.path)
        raise ReleaseViewerError(Problem.NO_SUCH_ENTRY, id=id_)
    read = read_page if split_group_id(id_) is None else read_group
    return read(library, id_)


def read_or_missing(library: Library, id_: str) -> Shown:
    """The page with an id, or that it is gone."""
    try:
        return read_shown(library, id_)
    except ReleaseViewerError as error:
        if error.problem is not Problem.NO_SUCH_ENTRY:
            raise
        return Missing(id_)


def title_of(shown: Shown | None) -> str:
    """What a page is called, all of it seen; "" where there is none."""
    match shown:
        case Page():
            return reveal(shown.entry.title)
        case Group():
            return group_title(shown.way, shown.name)
        case Help():
            from viewer.widgets.help_html import help_title

            return help_title(shown.id)
        case Missing():
            from viewer.widgets.no_page_html import missing_title

            return missing_title()
        case None:
            return ""


def html_of(shown: Shown | None, look: Look) -> Iterator[str]:
    """The pieces of a page, each of which ends with a paragraph or table; what to do where there is none."""
    match shown:
        case Page():
            return page_html(shown, look)
        case Group():
            from viewer.widgets.group_html import group_html  # loaded when it is shown

            return group_html(shown)
        case Help():
            from viewer.widgets.help_html import help_html

            return help_html(shown.id, shown.library)
        case Missing():
            from viewer.widgets.no_page_html import missing_html

            return missing_html(shown.id)
        case None:
            from viewer.widgets.no_page_html import empty_html

            return empty_html()
