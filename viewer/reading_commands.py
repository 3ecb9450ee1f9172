"""Commands that print what the library holds."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from viewer.command import JSON, Argument, Command, count, on_library, text
from viewer.library.browse import all_figures
from viewer.library.entry import ReleaseNotice
from viewer.library.library import Library
from viewer.library.pages import read_notices, read_page, read_release
from viewer.library.releases import release_heads, release_ids
from viewer.release.errors import QT_TRANSLATE_NOOP, Translate
from viewer.release.release import NOTICE_FORMS, Release
from viewer.terminal import print_json, say, say_beside
from viewer.with_qt import import_drawing


@on_library
def _list(library: Library, arguments: Namespace, translate: Translate) -> None:
    """Releases, sections and items with their ids."""
    releases = [read_release(library, release_id) for release_id in release_ids(library)]
    if arguments.json:
        print_json([_outline(release) for release in releases])
        return
    for release in releases:
        say(f"{release.id}  {release.title}  {release.date.isoformat()}")
        for section in release.sections:
            described = ""
            if section.announced is not None:
                said = translate("Page", "{announced} announced, {described} described here")
                described = f"  ({said.format(announced=section.announced, described=len(section.items))})"
            say(f"  {release.id}/{section.id}  {section.title}{described}")
            for item in section.items:
                say(f"    {release.id}/{item.id}  {item.title}")


def _outline(release: Release) -> dict[str, Any]:
    return {
        "id": release.id,
        "title": release.title,
        "issuer": release.issuer,
        "date": release.date.isoformat(),
        "sections": [
            {
                "id": f"{release.id}/{section.id}",
                "title": section.title,
                "announced": section.announced,
                "items": [{"id": f"{release.id}/{item.id}", "title": item.title} for item in section.items],
            }
            for section in release.sections
        ],
    }


@on_library
def _search(library: Library, arguments: Namespace, translate: Translate) -> None:
    """What a query finds, best first."""
    from viewer.library import search  # the other commands do without
    from viewer.library.index import is_indexed, rebuild_index
    from viewer.library.query_parser import parse_query

    if not is_indexed(library):
        for _progress in rebuild_index(library):
            pass  # else hits would be missing
    query = parse_query(" ".join(arguments.query))
    hits = search.search(library, query, arguments.limit).hits
    if arguments.json:
        names = ("id", "title", "release", "section", "snippet")
        print_json([{name: getattr(hit, name) for name in names} for hit in hits])
        return
    for hit in hits:
        say(f"{hit.id}  {hit.title}", f"    {hit.snippet}")
    for note, part in query.notes:
        say_beside(translate("Query", "Ignored: {what}").format(what=translate("Query", note).format(text=part)))
    counts = search.count(library, query)
    total = f"{counts.total}+" if counts.more else str(counts.total)
    say_beside(translate("cli", "{total} found, {shown} printed").format(total=total, shown=len(hits)))


@on_library
def _show(library: Library, arguments: Namespace, _translate: Translate) -> None:
    """One entry as text, Markdown or JSON."""
    page = read_page(library, arguments.id)
    if arguments.format == "json":
        from viewer.writers.entries_json import entry_fields

        print_json(entry_fields(page.id, page.entry))
        return
    from viewer.writers.blocks import extract_blocks
    from viewer.writers.markdown import write_markdown
    from viewer.writers.plain import write_plain

    write = write_markdown if arguments.format == "markdown" else write_plain
    print(write(extract_blocks(page.extract)))


@on_library
def _figures(library: Library, arguments: Namespace, _translate: Translate) -> None:
    """Every figure, newest release first."""
    rows = all_figures(library)
    if arguments.json:
        names = ("label", "written", "value", "unit", "qualifier", "change")
        print_json([{"item": row.entry.id, **{name: getattr(row.figure, name) for name in names}} for row in rows])
        return
    for row in rows:
        say(f"{row.entry.id}  {row.figure.label}  {row.figure.quoted}")


@on_library
def _compare(library: Library, arguments: Namespace, _translate: Translate) -> None:
    """The figures of several releases side by side."""
    from viewer.library.corrections import read_corrections  # the other commands do without
    from viewer.library.figure_table import read_all_figures
    from viewer.release.comparison import compare
    from viewer.writers.comparison_text import comparison_line, comparison_object

    ids = (arguments.before, *arguments.after)
    rows = compare([read_all_figures(library, id_) for id_ in ids], read_corrections(library))
    if arguments.chart:
        heads = {head.id: head for head in release_heads(library)}
        followed = [row for row in rows if len(row.stated) > 1]
        import_drawing().write_charts(arguments.chart, followed, [heads[id_.partition("/")[0]] for id_ in ids])
    if arguments.json:
        print_json([comparison_object(row) for row in rows])
        return
    for row in rows:
        say(comparison_line(row))


@on_library
def _notice(library: Library, _arguments: Namespace, translate: Translate) -> None:
    """The notice of every release, clause by clause."""
    for part in read_notices(library):
        say(part.release.title, *_notice_lines(part, translate), "")


def _notice_lines(part: ReleaseNotice, translate: Translate) -> list[str]:
    notice = part.release.notice
    if notice is None:
        return [translate("AboutDialog", "This release came without a notice.")]
    lines: list[str] = [translate("AboutDialog", "Rights held by {holder}").format(holder=notice.holder)]
    lines.append(translate("AboutDialog", NOTICE_FORMS[notice.form]))
    for clause in notice.clauses:
        lines += f"{clause.number}. {clause.text}".split("\n")
    if notice.form == "restated" and part.original:
        lines += [translate("AboutDialog", NOTICE_FORMS["verbatim"]), *part.original]
    return lines


READING_COMMANDS = (
    Command("list", QT_TRANSLATE_NOOP("cli", "print releases, sections and items with their ids"), _list, JSON),
    Command(
        "search",
        QT_TRANSLATE_NOOP("cli", "print what a query finds"),
        _search,
        JSON,
        Argument(
            "query",
            QT_TRANSLATE_NOOP("cli", "words, fields, numbers or pinyin, as in the search bar"),
            type=text,
            metavar="QUERY",
            nargs="+",
        ),
        Argument(
            "--limit", QT_TRANSLATE_NOOP("cli", "how many hits at most (20)"), type=count, default=20, metavar="N"
        ),
    ),
    Command(
        "show",
        QT_TRANSLATE_NOOP("cli", "print one release, section or item"),
        _show,
        Argument("id", QT_TRANSLATE_NOOP("cli", "an id, as `list` prints it"), type=text, metavar="ID"),
        Argument(
            "--format",
            QT_TRANSLATE_NOOP("cli", "how to print it"),
            choices=("text", "markdown", "json"),
            default="text",
        ),
    ),
    Command("figures", QT_TRANSLATE_NOOP("cli", "print every figure"), _figures, JSON),
    Command(
        "compare",
        QT_TRANSLATE_NOOP("cli", "print what became of the figures of one release in another"),
        _compare,
        JSON,
        Argument("before", QT_TRANSLATE_NOOP("cli", "the id of a release"), type=text, metavar="BEFORE"),
        Argument(
            "after",
            QT_TRANSLATE_NOOP("cli", "the id of a later one; may be several"),
            type=text,
            metavar="AFTER",
            nargs="+",
        ),
        Argument(
            "--chart",
            QT_TRANSLATE_NOOP("cli", "also draw what is in two or more of them into a .png or .svg file"),
            type=Path,
            metavar="OUT",
        ),
    ),
    Command("notice", QT_TRANSLATE_NOOP("cli", "print the copyright notice of every release"), _notice),
)
