"""The pages of the help, by their ids."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from viewer.release.errors import QT_TRANSLATE_NOOP
from viewer.widgets.text_html import escape, link

translate = QCoreApplication.translate

START = "help:start"
"""The id of the first page."""


class Topic(NamedTuple):
    """A page of the help.

    Attributes:
        title: in English.
        meaning: what the page tells, in English.
    """

    title: str
    meaning: str


TOPICS = {
    START: Topic(QT_TRANSLATE_NOOP("Help", "Help"), QT_TRANSLATE_NOOP("Help", "what the program does")),
    "help:search": Topic(
        QT_TRANSLATE_NOOP("Help", "How to search"),
        QT_TRANSLATE_NOOP("Help", "what can be typed, with examples to try"),
    ),
    "help:keys": Topic(
        QT_TRANSLATE_NOOP("Help", "Keys"), QT_TRANSLATE_NOOP("Help", "everything in the menus, and its keys")
    ),
    "help:formats": Topic(
        QT_TRANSLATE_NOOP("Help", "Documents and files"),
        QT_TRANSLATE_NOOP("Help", "what can be opened, and what can be exported"),
    ),
    "help:privacy": Topic(
        QT_TRANSLATE_NOOP("Help", "Privacy"), QT_TRANSLATE_NOOP("Help", "what is kept, and where; no network")
    ),
    "help:news": Topic(QT_TRANSLATE_NOOP("Help", "What's new"), QT_TRANSLATE_NOOP("Help", "version by version")),
}
"""By the ids of the pages."""


def help_title(id_: str) -> str:
    """The title of a page of the help."""
    return translate("Help", TOPICS[id_].title)


def help_html(id_: str, library: Path) -> Iterator[str]:
    """A page of the help; `library` is the one that is open, of which the page on privacy tells."""
    if id_ != START:
        yield f"<p class='muted'>{link(START, help_title(START))}</p>"
    yield f"<h1>{escape(help_title(id_))}</h1>"
    yield from _body(id_, library)


def _body(id_: str, library: Path) -> Iterator[str]:
    """What stands below the title; each page is loaded when it is shown."""
    match id_.partition(":")[2]:
        case "start":
            from viewer.widgets.help_start import start_html

            topics = [(topic, help_title(topic), translate("Help", TOPICS[topic].meaning)) for topic in TOPICS]
            return start_html(topics[1:])
        case "search":
            from viewer.widgets.help_search import search_html

            return search_html()
        case "keys":
            from viewer.widgets.help_keys import keys_html

            return keys_html()
        case "formats":
            from viewer.widgets.help_formats import formats_html

            return formats_html()
        case "privacy":
            from viewer.folders import handover_folder, log_folder, settings_folder
            from viewer.widgets.help_privacy import privacy_html

            return privacy_html(library, settings_folder(), handover_folder(), log_folder())
        case _:
            from viewer.widgets.help_news import news_html

            return news_html()
