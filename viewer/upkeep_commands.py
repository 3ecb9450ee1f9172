"""Commands that look after the library: what is in it, its index, its copies, what is left of a damaged one."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from viewer import exit_codes
from viewer.command import Argument, Command, OneOf, on_library, text
from viewer.library.library import Library
from viewer.library.releases import remove_release
from viewer.release.errors import QT_TRANSLATE_NOOP, Problem, ReleaseViewerError, Translate
from viewer.terminal import say, say_progress


@on_library
def _remove(library: Library, arguments: Namespace, translate: Translate) -> None:
    """Remove a release."""
    remove_release(library, arguments.id)
    print(translate("cli", "Removed {id}.").format(id=arguments.id))


@on_library
def _index(library: Library, arguments: Namespace, translate: Translate) -> int:
    """Check the search index, or make it anew; gives 1 where something is wrong with it."""
    from viewer.library.index import check_index, rebuild_index  # the other commands do without

    if arguments.rebuild:
        said = translate("cli", "{done} of {total} entries indexed")
        for progress in rebuild_index(library, anew=True):
            say_progress(said.format(done=progress.done, total=progress.total))
    problems = check_index(library)
    for problem in problems:
        print(problem)
    if not problems:
        print(translate("cli", "The index is complete."))
    return exit_codes.TROUBLE if problems else 0


def _doctor(library_path: Path, _arguments: Namespace, translate: Translate) -> int:
    """What the program needs and whether it is there; 1 where something is not."""
    from viewer.doctor import examine  # the other commands do without

    checks = examine(library_path, translate)
    for check in checks:
        say(f"{'✓' if check.ok else '✗'} {check.name}: {check.detail}")
    return 0 if all(check.ok for check in checks) else exit_codes.TROUBLE


def _repair(library_path: Path, _arguments: Namespace, translate: Translate) -> int:
    """Save what can be read of a damaged library into a sound one; a sound one is left as it is."""
    from viewer.library.recovery import recovery_text, repair  # the other commands do without

    def report(done: int, total: int) -> None:
        say_progress(translate("cli", "{done} of {total}").format(done=done, total=total))

    recovery = repair(library_path, report)
    sound = translate("cli", "The library is sound; there is nothing to repair.")
    print(sound if recovery is None else recovery_text(recovery, translate))
    return 0


def _back_up(library_path: Path, arguments: Namespace, translate: Translate) -> int:
    """Copy the library into a file."""
    from viewer.library.backups import back_up  # the other commands do without

    if not library_path.exists():
        raise ReleaseViewerError(Problem.FILE_MISSING, str(library_path))
    print(translate("cli", "Copied to {path}").format(path=back_up(library_path, arguments.file)))
    return 0


def _restore(library_path: Path, arguments: Namespace, translate: Translate) -> int:
    """Put a copy in the place of the library."""
    from viewer.library.restoring import restore  # the other commands do without

    before = restore(library_path, arguments.file)
    print(translate("cli", "Restored from {path}").format(path=arguments.file))
    if before is not None:
        print(translate("cli", "What was there before is kept: {path}").format(path=before))
    return 0


UPKEEP_COMMANDS = (
    Command(
        "remove",
        QT_TRANSLATE_NOOP("cli", "remove a release"),
        _remove,
        Argument("id", QT_TRANSLATE_NOOP("cli", "the id of a release"), type=text, metavar="ID"),
    ),
    Command(
        "index",
        QT_TRANSLATE_NOOP("cli", "check the search index, or make it anew"),
        _index,
        OneOf(
            Argument("--check", QT_TRANSLATE_NOOP("cli", "say what is wrong with it"), action="store_true"),
            Argument("--rebuild", QT_TRANSLATE_NOOP("cli", "make it anew, then check it"), action="store_true"),
        ),
    ),
    Command(
        "doctor",
        QT_TRANSLATE_NOOP("cli", "look at display, fonts, SQLite, library and folders"),
        _doctor,
        Argument(
            "--repair",
            QT_TRANSLATE_NOOP(
                "cli", "save what can be read of a damaged library into a sound one; the damaged file is kept"
            ),
            action="store_const",
            dest="run",
            const=_repair,
        ),
    ),
    Command(
        "backup",
        QT_TRANSLATE_NOOP("cli", "copy the library as it is now, while it is used or not"),
        _back_up,
        Argument(
            "file",
            QT_TRANSLATE_NOOP("cli", "the file to write (one in “backups” beside the library, named by the date)"),
            type=Path,
            metavar="FILE",
            nargs="?",
        ),
    ),
    Command(
        "restore",
        QT_TRANSLATE_NOOP("cli", "put a copy in the place of the library, which is kept"),
        _restore,
        Argument("file", QT_TRANSLATE_NOOP("cli", "a copy that `backup` made"), type=Path, metavar="FILE"),
    ),
)
