"""What has changed from version to version."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from viewer.folders import shipped
from viewer.news import read_news
from viewer.widgets.page_parts import heading
from viewer.widgets.text_html import escape


def news_html() -> Iterator[str]:
    """The page, from the changelog in the language of the window."""
    # the translation names the file in its language
    name = QCoreApplication.translate("Help", "CHANGELOG.md")
    for version in read_news(shipped(name).read_text(encoding="utf-8")):
        yield heading(version.name)
        for kind, changes in version.changes.items():
            yield f"<h3>{escape(kind)}</h3>"
            items = "".join(f"<li class='row'>{escape(change)}</li>" for change in changes)
            yield f"<ul>{items}</ul><p></p>"
