"""Commands that read documents: to take them in, to look at them, to check a release against one."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from viewer import exit_codes
from viewer.command import JSON, Argument, Command, on_library, text
from viewer.library.library import Library
from viewer.library.pages import read_release
from viewer.opening import documents_in, import_document, open_library
from viewer.release.errors import QT_TRANSLATE_NOOP, ReleaseViewerError, Translate
from viewer.release.release import Release
from viewer.terminal import print_json, say, say_beside

_FACT_KINDS = {
    "figure": QT_TRANSLATE_NOOP("cli", "figure"),
    "unit": QT_TRANSLATE_NOOP("cli", "unit"),
    "place": QT_TRANSLATE_NOOP("cli", "place"),
    "system": QT_TRANSLATE_NOOP("cli", "system"),
    "person": QT_TRANSLATE_NOOP("cli", "person"),
}


@on_library
def _import(library: Library, arguments: Namespace, translate: Translate) -> int:
    """Take documents into the library; what is wrong with one is said, and the others go on. Gives 2 if any is."""
    from viewer.library.arrivals import OUTCOMES, import_summary  # the other commands do without

    imported = []
    for path in documents_in(arguments.path):
        imported.append(import_document(library, path))
        arrival, error = imported[-1].arrival, imported[-1].error
        if arrival is not None and arguments.json:
            print_json({"path": str(path), "id": arrival.id, "outcome": arrival.outcome})
        elif arrival is not None:
            say(f"{translate('Import', OUTCOMES[arrival.outcome])}  {arrival.id}  {path}")
        elif error is not None:
            say_beside(error.sentence(translate))
    if len(imported) > 1:
        say_beside(import_summary(imported, translate))
    return exit_codes.MISTAKE if any(part.error for part in imported) else 0


def _try_import(_library_path: Path, arguments: Namespace, translate: Translate) -> int:
    """What is understood of documents, as an outline or as JSON, a release a line; no library is touched."""
    from viewer.readers.reader import read_file  # the other commands do without
    from viewer.release.release_json import write_line

    code = 0
    for path in documents_in(arguments.path):
        try:
            release = read_file(path)
        except ReleaseViewerError as error:
            say_beside(error.sentence(translate))
            code = exit_codes.MISTAKE
            continue
        if arguments.json:
            print(write_line(release))
        else:
            say(*_outline_lines(release))
    return code


def _outline_lines(release: Release) -> list[str]:
    """Title, day, sections with their items, and how much was found, a line each."""
    lines = [f"{release.title}  {release.date.isoformat()}  {release.publisher}".rstrip()]
    for section in release.sections:
        lines.append(f"{'  ' * section.level}{section.title}")
        lines += [f"{'  ' * (section.level + 1)}{item.title}" for item in section.items]
    return lines


def _check(library_path: Path, arguments: Namespace, translate: Translate) -> int:
    """Whether the facts of a release are in a document: gives 1 if any is missing."""
    from viewer.readers.reader import read_file  # the other commands do without
    from viewer.release.checking import check_against

    library = open_library(library_path)
    try:
        release = read_release(library, arguments.id)
    finally:
        library.close()
    source = read_file(arguments.path).source
    findings = check_against(release, [part.text for part in source.paragraphs] if source else [])
    if arguments.json:
        print_json([finding._asdict() for finding in findings])
    else:
        for finding in findings:
            found = translate("cli", "found") if finding.found else translate("cli", "missing")
            kind = translate("cli", _FACT_KINDS[finding.kind])
            say(f"{'✓' if finding.found else '✗'} {found}  {kind}  {finding.text}  ¶{finding.paragraph}")
    missing = sum(not finding.found for finding in findings)
    say_beside(translate("cli", "{total} facts, {missing} missing").format(total=len(findings), missing=missing))
    return exit_codes.TROUBLE if missing else 0


DOCUMENT_COMMANDS = (
    Command(
        "import",
        QT_TRANSLATE_NOOP("cli", "read documents and take them into the library"),
        _import,
        Argument(
            "--json",
            QT_TRANSLATE_NOOP(
                "cli", "print JSON: what became of each document, or with --dry-run each release on a line"
            ),
            action="store_true",
        ),
        Argument(
            "path",
            QT_TRANSLATE_NOOP("cli", "a document (txt, md, html, mhtml, docx, pdf, json) or a folder of them"),
            type=Path,
            metavar="PATH",
            nargs="+",
        ),
        Argument(
            "--dry-run",
            QT_TRANSLATE_NOOP("cli", "print what is understood, and take nothing in"),
            action="store_const",
            dest="run",
            const=_try_import,
        ),
    ),
    Command(
        "check",
        QT_TRANSLATE_NOOP("cli", "look in a document for every figure and name of a release"),
        _check,
        JSON,
        Argument("id", QT_TRANSLATE_NOOP("cli", "the id of a release"), type=text, metavar="RELEASE"),
        Argument("path", QT_TRANSLATE_NOOP("cli", "the document that it was taken from"), type=Path, metavar="SOURCE"),
    ),
)
