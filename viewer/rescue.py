"""The commands that save a library: copying it, putting a copy back, saving what is left of a damaged one."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from viewer.release.errors import Problem, ReleaseViewerError, Translate

# what these commands need is loaded by them alone: the window starts through this module too


def back_up(library_path: Path, arguments: argparse.Namespace, translate: Translate) -> int:
    """Copy the library into a file."""
    from viewer.library.backups import back_up

    if not library_path.exists():
        raise ReleaseViewerError(Problem.FILE_MISSING, str(library_path))
    print(translate("cli", "Copied to {path}").format(path=back_up(library_path, arguments.file)))
    return 0


def restore(library_path: Path, arguments: argparse.Namespace, translate: Translate) -> int:
    """Put a copy in the place of the library."""
    from viewer.library.restoring import restore

    before = restore(library_path, arguments.file)
    print(translate("cli", "Restored from {path}").format(path=arguments.file))
    if before is not None:
        print(translate("cli", "What was there before is kept: {path}").format(path=before))
    return 0


def repair(library_path: Path, arguments: argparse.Namespace, translate: Translate) -> int:
    """Save what can be read of a damaged library into a sound one; a sound one is left as it is."""
    from viewer.library.recovery import recovery_text, repair

    def report(done: int, total: int) -> None:
        text = translate("cli", "{done} of {total}").format(done=done, total=total)
        print(text, end="\r" if sys.stderr.isatty() else "\n", file=sys.stderr)

    recovery = repair(library_path, report)
    sound = translate("cli", "The library is sound; there is nothing to repair.")
    print(sound if recovery is None else recovery_text(recovery, translate))
    return 0
