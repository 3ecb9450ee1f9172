"""What each command of the command line does. Qt is imported only where a window is asked for."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from viewer.address import SCHEME
from viewer.display import missing_display
from viewer.library.browse import all_figures
from viewer.library.entry import ReleaseNotice
from viewer.library.library import Library
from viewer.library.pages import read_notices, read_page, read_release
from viewer.library.releases import release_heads, release_ids, remove_release
from viewer.opening import documents_in, import_document, open_library
from viewer.release.errors import QT_TRANSLATE_NOOP, Problem, ReleaseViewerError, Translate
from viewer.release.extract import Extract
from viewer.release.release import NOTICE_FORMS, Release
from viewer.release.unseen import reveal

EXIT_TROUBLE = 1
EXIT_MISTAKE = 2

FACT_KINDS = {
    "figure": QT_TRANSLATE_NOOP("cli", "figure"),
    "unit": QT_TRANSLATE_NOOP("cli", "unit"),
    "place": QT_TRANSLATE_NOOP("cli", "place"),
    "system": QT_TRANSLATE_NOOP("cli", "system"),
    "person": QT_TRANSLATE_NOOP("cli", "person"),
}

Command = Callable[[Path, argparse.Namespace, Translate], int]
"""Takes the library's path, the parsed arguments and the reader's language; gives the exit code."""


def _on_library(command: Callable[[Library, argparse.Namespace, Translate], int | None]) -> Command:
    """The command on an open library, which is closed afterwards."""

    def run(library_path: Path, arguments: argparse.Namespace, translate: Translate) -> int:
        from viewer.library.soundness import explaining  # the window does without

        with explaining(library_path):
            library = open_library(library_path)
            try:
                return command(library, arguments, translate) or 0
            finally:
                library.close()

    return run


@_on_library
def print_list(library: Library, arguments: argparse.Namespace, translate: Translate) -> None:
    """Releases, sections and items with their ids."""
    releases = [read_release(library, release_id) for release_id in release_ids(library)]
    if arguments.json:
        _print_json([_release_outline(release) for release in releases])
        return
    for release in releases:
        _say(f"{release.id}  {release.title}  {release.date.isoformat()}")
        for section in release.sections:
            described = ""
            if section.announced is not None:
                text = translate("Page", "{announced} announced, {described} described here")
                described = f"  ({text.format(announced=section.announced, described=len(section.items))})"
            _say(f"  {release.id}/{section.id}  {section.title}{described}")
            for item in section.items:
                _say(f"    {release.id}/{item.id}  {item.title}")


@_on_library
def print_search(library: Library, arguments: argparse.Namespace, translate: Translate) -> None:
    """What a query finds, best first."""
    from viewer.library.index import is_indexed, rebuild_index  # the other commands do without
    from viewer.library.query_parser import parse_query
    from viewer.library.search import count, search

    if not is_indexed(library):
        for _progress in rebuild_index(library):
            pass  # else hits would be missing
    typed = " ".join(arguments.query)
    query = parse_query(typed)
    hits = search(library, query, arguments.limit)
    if arguments.json:
        names = ("id", "title", "release", "section", "snippet")
        _print_json([{name: getattr(hit, name) for name in names} for hit in hits.hits])
        return
    for hit in hits.hits:
        _say(f"{hit.id}  {hit.title}", f"    {hit.snippet}")
    for note, text in query.notes:
        print(
            translate("Query", "Ignored: {what}").format(what=translate("Query", note).format(text=text)),
            file=sys.stderr,
        )
    counts = count(library, query)
    total = f"{counts.total}+" if counts.more else str(counts.total)
    shown = translate("cli", "{total} found, {shown} printed").format(total=total, shown=len(hits.hits))
    print(shown, file=sys.stderr)


@_on_library
def look_after_index(library: Library, arguments: argparse.Namespace, translate: Translate) -> int:
    """Check the search index, or make it anew; gives 1 where something is wrong with it."""
    from viewer.library.index import check_index, rebuild_index  # the other commands do without

    if arguments.rebuild:
        for progress in rebuild_index(library, anew=True):
            text = translate("cli", "{done} of {total} entries indexed").format(
                done=progress.done, total=progress.total
            )
            print(text, end="\r" if sys.stderr.isatty() else "\n", file=sys.stderr)
    problems = check_index(library)
    for problem in problems:
        print(problem)
    if not problems:
        print(translate("cli", "The index is complete."))
    return EXIT_TROUBLE if problems else 0


@_on_library
def show_entry(library: Library, arguments: argparse.Namespace, translate: Translate) -> None:
    """One entry as text, Markdown or JSON."""
    page = read_page(library, arguments.id)
    if arguments.format == "json":
        from viewer.writers.entries_json import entry_fields

        _print_json(entry_fields(page.id, page.entry))
        return
    from viewer.writers.blocks import extract_blocks
    from viewer.writers.markdown import write_markdown
    from viewer.writers.plain import write_plain

    write = write_markdown if arguments.format == "markdown" else write_plain
    print(write(extract_blocks(page.extract)))


@_on_library
def print_figures(library: Library, arguments: argparse.Namespace, translate: Translate) -> None:
    """Every figure, newest release first."""
    rows = all_figures(library)
    if arguments.json:
        names = ("label", "written", "value", "unit", "qualifier", "change")
        _print_json([{"item": row.entry.id, **{name: getattr(row.figure, name) for name in names}} for row in rows])
        return
    for row in rows:
        _say(f"{row.entry.id}  {row.figure.label}  {row.figure.quoted}")


@_on_library
def compare_releases(library: Library, arguments: argparse.Namespace, translate: Translate) -> None:
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
        _import_drawing().write_charts(arguments.chart, followed, [heads[id_.partition("/")[0]] for id_ in ids])
    if arguments.json:
        _print_json([comparison_object(row) for row in rows])
        return
    for row in rows:
        _say(comparison_line(row))


@_on_library
def export(library: Library, arguments: argparse.Namespace, translate: Translate) -> None:
    """Write a part of the library into a file."""
    from viewer.exporting import export_entries, export_figures  # the other commands do without
    from viewer.library.figure_table import FigureQuery
    from viewer.library.scope import Scope

    scope = Scope(tuple(arguments.id), arguments.query)
    steps = (
        export_figures(library, FigureQuery(scope), arguments.out)
        if arguments.figures
        else export_entries(library, scope, arguments.out, _write_pdf)
    )
    for written in steps:
        text = translate("cli", "{done} of {total} written").format(done=written.done, total=written.total)
        print(text, end="\r" if sys.stderr.isatty() else "\n", file=sys.stderr)


def _write_pdf(path: Path, extracts: Iterable[Extract], title: str) -> Iterator[None]:
    """Qt lays out the pages; it is loaded for a PDF alone."""
    steps: Iterator[None] = _import_drawing().write_pdf(path, extracts, title)
    return steps


@_on_library
def print_notice(library: Library, arguments: argparse.Namespace, translate: Translate) -> None:
    """The notice of every release, clause by clause."""
    for part in read_notices(library):
        _say(part.release.title, *_notice_lines(part, translate), "")


@_on_library
def remove(library: Library, arguments: argparse.Namespace, translate: Translate) -> None:
    """Remove a release."""
    remove_release(library, arguments.id)
    print(translate("cli", "Removed {id}.").format(id=arguments.id))


@_on_library
def import_documents(library: Library, arguments: argparse.Namespace, translate: Translate) -> int:
    """Take documents into the library; what is wrong with one is said, and the others go on. Gives 2 if any is."""
    from viewer.library.arrivals import OUTCOMES, import_summary  # the other commands do without

    imported = []
    for path in documents_in(arguments.path):
        imported.append(import_document(library, path))
        arrival, error = imported[-1].arrival, imported[-1].error
        if arrival is not None and arguments.json:
            _print_json({"path": str(path), "id": arrival.id, "outcome": arrival.outcome})
        elif arrival is not None:
            _say(f"{translate('Import', OUTCOMES[arrival.outcome])}  {arrival.id}  {path}")
        elif error is not None:
            print(error.sentence(translate), file=sys.stderr)
    if len(imported) > 1:
        print(import_summary(imported, translate), file=sys.stderr)
    return EXIT_MISTAKE if any(part.error for part in imported) else 0


def print_documents(library_path: Path, arguments: argparse.Namespace, translate: Translate) -> int:
    """What is understood of documents, as an outline or as JSON, a release a line; no library is touched."""
    from viewer.readers.reader import read_file
    from viewer.release.release_json import write_line

    code = 0
    for path in documents_in(arguments.path):
        try:
            release = read_file(path)
        except ReleaseViewerError as error:
            print(error.sentence(translate), file=sys.stderr)
            code = EXIT_MISTAKE
            continue
        if arguments.json:
            print(write_line(release))
        else:
            _say(*_outline_lines(release))
    return code


def check_source(library_path: Path, arguments: argparse.Namespace, translate: Translate) -> int:
    """Whether the facts of a release are in a document: gives 1 if any is missing."""
    from viewer.readers.reader import read_file
    from viewer.release.checking import check_against

    library = open_library(library_path)
    try:
        release = read_release(library, arguments.id)
    finally:
        library.close()
    source = read_file(arguments.path).source
    findings = check_against(release, [part.text for part in source.paragraphs] if source else [])
    if arguments.json:
        _print_json([finding._asdict() for finding in findings])
    else:
        for finding in findings:
            found = translate("cli", "found") if finding.found else translate("cli", "missing")
            kind = translate("cli", FACT_KINDS[finding.kind])
            _say(f"{'✓' if finding.found else '✗'} {found}  {kind}  {finding.text}  ¶{finding.paragraph}")
    missing = sum(not finding.found for finding in findings)
    text = translate("cli", "{total} facts, {missing} missing").format(total=len(findings), missing=missing)
    print(text, file=sys.stderr)
    return EXIT_TROUBLE if missing else 0


def print_checks(library_path: Path, arguments: argparse.Namespace, translate: Translate) -> int:
    """What the program needs and whether it is there; 1 where something is not."""
    from viewer.doctor import examine  # the other commands do without

    checks = examine(library_path, translate)
    for check in checks:
        _say(f"{'✓' if check.ok else '✗'} {check.name}: {check.detail}")
    return 0 if all(check.ok for check in checks) else EXIT_TROUBLE


def open_window(library_path: Path, wanted: list[str], *, new: bool = False) -> int:
    """Open the window, and documents and links in it, until it is closed.

    Where one is open on the library already, it is handed what is wanted, unless a `new` one is asked for.
    Raises ReleaseViewerError where there is no display.
    """
    if reason := missing_display():
        raise ReleaseViewerError(Problem.NO_DISPLAY, reason=reason)
    gc.disable()  # there is no garbage to look for while a window opens; `collect_garbage` does later
    wanted = [item if item.startswith(SCHEME) else str(Path(item).absolute()) for item in wanted]
    return int(_import_with_qt("viewer.app").run(library_path, wanted, new=new))


def draw_screenshot(library_path: Path, arguments: argparse.Namespace, translate: Translate) -> int:
    """Draw the window into a PNG file, on no display."""
    drawing = _import_drawing()
    shot = drawing.Shot(arguments.query, arguments.item, arguments.window, arguments.size, arguments.theme)
    drawing.write_screenshot(library_path, arguments.out, shot)
    return 0


def _import_drawing() -> Any:
    """`viewer.drawing`, on no display. Raises ReleaseViewerError where a library of the system is missing."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # this platform warns of what no picture needs, such as hints for a window manager
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
    return _import_with_qt("viewer.drawing")


def _import_with_qt(name: str) -> Any:
    """A module that needs Qt. Raises ReleaseViewerError where a library of the system is missing."""
    try:
        return import_module(name)
    except ImportError as error:
        if not str(error).startswith("lib"):
            raise
        raise ReleaseViewerError(Problem.QT_LIBRARY_MISSING, reason=str(error)) from None


def _say(*lines: str) -> None:
    """Print lines for people: what a document or a name holds makes no other lines, and does nothing to a terminal."""
    print("\n".join(map(reveal, lines)))


def _print_json(content: Any) -> None:
    import json  # not needed to open the window

    print(json.dumps(content, ensure_ascii=False, indent=2))


def _release_outline(release: Release) -> dict[str, Any]:
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


def _outline_lines(release: Release) -> list[str]:
    """Title, day, sections with their items, and how much was found, a line each."""
    lines = [f"{release.title}  {release.date.isoformat()}  {release.publisher}".rstrip()]
    for section in release.sections:
        lines.append(f"{'  ' * section.level}{section.title}")
        lines += [f"{'  ' * (section.level + 1)}{item.title}" for item in section.items]
    return lines


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
