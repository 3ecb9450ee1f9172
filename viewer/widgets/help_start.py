"""The first page of the help: what the program does, and where more is said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QCoreApplication

from viewer.release.errors import QT_TRANSLATE_NOOP
from viewer.widgets.command_html import command_table
from viewer.widgets.page_parts import heading, paragraph, table
from viewer.widgets.text_html import escape, link

translate = QCoreApplication.translate

_COMMANDS = (
    ("way-category", QT_TRANSLATE_NOOP("Help", "browse at the left; there are other ways beside it in the View menu")),
    ("search", QT_TRANSLATE_NOOP("Help", "find at every keystroke: words, pinyin, figures however they are written")),
    ("open", QT_TRANSLATE_NOOP("Help", "read releases of your own, word for word, beside their outline and figures")),
    ("figures", QT_TRANSLATE_NOOP("Help", "see figures in a table, sorted and filtered")),
    ("compare", QT_TRANSLATE_NOOP("Help", "put releases side by side, and follow figures over the years")),
    ("open-shipped", QT_TRANSLATE_NOOP("Help", "go to the release that came with the program, or bring it back")),
    ("about", QT_TRANSLATE_NOOP("Help", "read the copyright notice of every release")),
)


def start_html(topics: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    """The page; `topics` are ids, titles and meanings of the others."""
    said = (
        translate(
            "Help",
            "Release Viewer reads official press releases in Chinese: browse them, search while you type, see their "
            "figures, and copy what you need with its source.",
        ),
        translate(
            "Help",
            "Press releases belong to their publishers; the copyright notice of each says what may be done with it.",
        ),
    )
    yield "".join(map(paragraph, said))
    yield heading(translate("Help", "To begin with"))
    yield command_table((id_, translate("Help", meaning)) for id_, meaning in _COMMANDS)
    yield heading(translate("Help", "More help"))
    yield table((link(id_, title), escape(meaning)) for id_, title, meaning in topics)
