"""Which documents can be opened, which files are written, and the format of our own."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from viewer.folders import shipped
from viewer.release.errors import QT_TRANSLATE_NOOP
from viewer.widgets.command_html import command_table, main_key
from viewer.widgets.page_parts import heading, paragraph, table
from viewer.widgets.text_html import escape

translate = QCoreApplication.translate

_OPENED = (
    (".txt", QT_TRANSLATE_NOOP("Help", "text; UTF-8, UTF-16, UTF-32, GB18030 (GBK, GB2312) and Big5 are told apart")),
    (".md .markdown", QT_TRANSLATE_NOOP("Help", "Markdown with tables, and the HTML in it")),
    (
        ".html .htm .mhtml .mht",
        QT_TRANSLATE_NOOP("Help", "a saved web page: its article, without what stands around it; nothing is fetched"),
    ),
    (
        ".docx",
        QT_TRANSLATE_NOOP("Help", "Word: paragraphs, numbers, headings, lists and tables; macros are never run"),
    ),
    (".pdf", QT_TRANSLATE_NOOP("Help", "PDF with text in it; a scan has none, and that is said")),
    (".json", QT_TRANSLATE_NOOP("Help", "a release in our own format, see below")),
)

_WRITTEN = (
    (".md", QT_TRANSLATE_NOOP("Help", "Markdown, with sources")),
    (".html", QT_TRANSLATE_NOOP("Help", "a web page in one file")),
    (".csv", QT_TRANSLATE_NOOP("Help", "a table for spreadsheets: items, or the figures alone")),
    (".json", QT_TRANSLATE_NOOP("Help", "everything that is known of each item")),
    (".pdf", QT_TRANSLATE_NOOP("Help", "pages to print or to pass on, with source and notice below")),
    (".png .svg", QT_TRANSLATE_NOOP("Help", "charts of a comparison, with their sources")),
)

_OPENING = (
    ("open", QT_TRANSLATE_NOOP("Help", "one is shown first as it was understood; or drop it on the window")),
    ("open-folder", QT_TRANSLATE_NOOP("Help", "all documents in it")),
    ("paste-document", QT_TRANSLATE_NOOP("Help", "the text on the clipboard")),
)


def formats_html() -> Iterator[str]:
    """The page."""
    yield from _section(translate("Help", "What can be opened"), _OPENED)
    yield command_table((id_, translate("Help", meaning)) for id_, meaning in _OPENING)
    yield paragraph(
        translate(
            "Help",
            "The kind is told by the content, not by the name alone. Opening the same document again changes nothing; "
            "the source of a release that is there already is attached to it.",
        )
    )
    yield from _section(translate("Help", "What can be exported"), _WRITTEN)
    yield command_table((("export-library", translate("Help", "all releases")),))
    shown = translate("Help", "{key} exports what is shown or selected: an item, a section, a release, several rows.")
    yield paragraph(shown.format(key=main_key("export-page")))
    yield paragraph(
        translate("Help", "References are copied in the form of GB/T 7714, BibTeX, CSL-JSON and RIS: Edit, then Cite.")
    )
    yield from _own_format()


def _own_format() -> Iterator[str]:
    yield heading(translate("Help", "Our own format"))
    yield paragraph(
        translate(
            "Help",
            "A release can be written by hand or by another program as JSON. A JSON Schema describes it, and the "
            "release that ships is an example; a mistake is said with its place.",
        )
    )
    yield table(
        (escape(name), escape(str(shipped(file))))
        for name, file in (
            (translate("Help", "Schema"), "data/release.schema.json"),
            (translate("Help", "Example"), "data/xuzhou-2024.json"),
        )
    )


def _section(title: str, rows: tuple[tuple[str, str], ...]) -> Iterator[str]:
    yield heading(title)
    yield table((f"<b>{escape(endings)}</b>", escape(translate("Help", meaning))) for endings, meaning in rows)
