"""The page of a group as HTML: the entries that bear a name, or the figures of a unit, or what a reader marked."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from viewer.library.browse import BrowseWay, Group
from viewer.models.tree_model import group_kind, group_title
from viewer.widgets.page_html import entry_list
from viewer.widgets.text_html import escape, link


def group_html(group: Group) -> Iterator[str]:
    """The page of a group: the entries that bear a name, or the figures of a unit."""
    kind = group_kind(group.way)
    if group.way is BrowseWay.MARK:
        from viewer.widgets.annotation_html import marks_html  # not needed to start

        body = marks_html(group)
    elif group.way is BrowseWay.FIGURE:
        kind = QCoreApplication.translate("Page", "Figures in")  # the title names their unit
        rows = "".join(
            f"<tr><td align='right'>{escape(row.figure.quoted)}</td><td>{escape(row.figure.label)}</td>"
            f"<td>{link(row.entry.id, row.entry.title)}</td></tr>"
            for row in group.figures
        )
        body = f"<table class='list' cellpadding='6'>{rows}</table>"
    else:
        body = "".join(entry_list(group.entries))
    yield f"<p class='muted'>{escape(kind)}</p>"
    yield f"<h1>{escape(group_title(group.way, group.name))}</h1>"
    yield body
