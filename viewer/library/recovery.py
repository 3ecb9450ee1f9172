"""Saving what can be read of a damaged library into a sound one at its place."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

import apsw

from viewer.library.backups import keep_aside, newest_backup, open_to_read, replace_content
from viewer.library.completing import complete_releases
from viewer.library.damage_mark import mark_damaged, remove_mark
from viewer.library.index import begin_index, check_index, rebuild_index
from viewer.library.library import Library, in_sentences
from viewer.library.recovered_rows import put_recovered_rows
from viewer.library.soundness import look_for_damage
from viewer.release.errors import Problem, ReleaseViewerError, Translate

Report = Callable[[int, int], None]
"""Takes how much of how much has been done; may raise what stops the recovery, of which nothing is left then."""


class Recovery(NamedTuple):
    """What was saved, and what was not.

    Attributes:
        releases, annotations, corrections: how many were saved.
        incomplete: the ids of those releases among them that have gaps.
        lost_releases: the ids of releases that are known to have been there, and are not there any more.
        lost_annotations: how many stars, highlights and notes likewise.
        aside: the damaged file as it was, under another name.
    """

    releases: int
    annotations: int
    corrections: int
    incomplete: tuple[str, ...]
    lost_releases: tuple[str, ...]
    lost_annotations: int
    aside: Path | None = None


def repair(path: Path, report: Report) -> Recovery | None:
    """Recover the library if it is damaged; None where it is sound, though its index may have been made anew.

    Raises ReleaseViewerError as `recover` does, and for what is no library.
    """
    try:
        look_for_damage(path)
    except ReleaseViewerError as error:
        if error.problem not in (Problem.LIBRARY_CORRUPT, Problem.NOT_A_LIBRARY):
            raise
        return recover(path, report)
    with closing(Library(path)) as library:
        for progress in rebuild_index(library, anew=True) if check_index(library) else ():
            report(progress.done, progress.total)
    return None


def recover(path: Path, report: Report = lambda _done, _total: None) -> Recovery:
    """Put what can be read of the library at `path` in its place, in one transaction; the file is kept aside before.

    Raises ReleaseViewerError where nothing can be read, or there is no room; the library is then left as it is.
    """
    mark_damaged(path)
    with in_sentences(path), tempfile.TemporaryDirectory(prefix=".recovering-", dir=path.parent) as folder:
        new = Path(folder, "library.sqlite")
        image = _with_log(path, Path(folder, "damaged.sqlite"))
        put_recovered_rows(image, new, report)
        with closing(Library(new)) as library:
            begin_index(library, anew=True)
            incomplete = complete_releases(library)
            for progress in rebuild_index(library):
                report(progress.done, progress.total)
            recovery = _compare(library, image, incomplete)
        if not recovery.releases and not recovery.annotations:
            remove_mark(path)  # it may be no library at all
            raise ReleaseViewerError(Problem.NOTHING_RECOVERED, str(path), backup=str(newest_backup(path) or "–"))
        recovery = recovery._replace(aside=keep_aside(path))
        replace_content(path, new)
    remove_mark(path)
    return recovery


def recovery_text(recovery: Recovery, translate: Translate) -> str:
    """What was saved, what was not, and where the damaged file is, in a few sentences."""
    texts = [
        translate(
            "Recovery",
            "Saved: {releases} releases, {annotations} stars, highlights and notes, {corrections} corrected matches.",
        ).format(**recovery._asdict()),
        _listed(translate("Recovery", "With gaps, to be opened again: {ids}."), recovery.incomplete),
        _listed(translate("Recovery", "Lost: {ids}."), recovery.lost_releases),
    ]
    if recovery.lost_annotations:
        text = translate("Recovery", "Lost stars, highlights and notes: {count}.")
        texts.append(text.format(count=recovery.lost_annotations))
    texts.append(translate("Recovery", "The damaged file is kept as it was: {path}").format(path=recovery.aside))
    return " ".join(filter(None, texts))


def _listed(text: str, ids: Iterable[str]) -> str:
    return text.format(ids=", ".join(ids)) if ids else ""


def _with_log(path: Path, copy: Path) -> Path:
    """The file with all that has been logged of changes to it: itself where nothing has, else a copy."""
    log = path.with_name(f"{path.name}-wal")
    if not log.exists() or not log.stat().st_size:
        return path
    shutil.copyfile(path, copy)
    shutil.copyfile(log, copy.with_name(f"{copy.name}-wal"))
    with suppress(apsw.Error), closing(apsw.Connection(str(copy))) as connection:  # else without the log
        connection.execute("PRAGMA writable_schema = ON; PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return copy


def _compare(library: Library, damaged: Path, incomplete: Iterable[str]) -> Recovery:
    """What is in the library, against what the indexes of the damaged one know to have been there."""
    releases = {id_ for (id_,) in library.rows("SELECT id FROM release")}
    annotations = {key for (key,) in library.rows("SELECT annotation FROM annotation")}
    ((corrections,),) = library.rows("SELECT count(*) FROM label_match")
    known_releases = _known(damaged, "SELECT id FROM release INDEXED BY sqlite_autoindex_release_1")
    known_annotations = _known(damaged, "SELECT annotation FROM annotation INDEXED BY annotation_by_entry")
    return Recovery(
        len(releases),
        len(annotations),
        corrections,
        tuple(sorted(releases.intersection(incomplete))),
        tuple(sorted(map(str, known_releases - releases))),
        len(known_annotations - annotations),
    )


def _known(damaged: Path, sql: str) -> set[object]:
    """What an index knows of, as far as it can be read."""
    known: set[object] = set()
    with suppress(apsw.Error, UnicodeDecodeError), closing(open_to_read(damaged)) as connection:
        for (value,) in connection.execute(sql):
            known.add(value)
    return known
