"""What the program does to what a person keeps, change by change; the harnesses beside this file break in on it."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

import apsw
from old_libraries import VERSIONS, put_old_library
from samples import sample_release

from viewer.exporting import export_entries, export_figures
from viewer.library.annotations import put_annotations, remove_annotations
from viewer.library.arrivals import Outcome
from viewer.library.corrections import put_correction, remove_correction
from viewer.library.figure_table import FigureQuery
from viewer.library.index import rebuild_index
from viewer.library.library import Library
from viewer.library.pages import read_page, read_release
from viewer.library.releases import put_release, release_ids, remove_release
from viewer.library.removal import put_back, take_out
from viewer.library.scope import EVERYTHING
from viewer.opening import import_all, open_library
from viewer.release.anchoring import anchor_at
from viewer.release.annotation import Annotation, AnnotationKind, texts_of
from viewer.release.extract import Extract

LIBRARY = "library.sqlite"
DOCUMENTS = "documents"

_SAMPLES = Path(__file__).parents[1] / "readers" / "samples"
_DOCUMENTS = ("fire-station", "police-year-end", "business-measures", "county-work-report", "statistics-communique")
_FEW = _DOCUMENTS[:2]
_MANY = 150  # releases of four entries each: more than are indexed at a time
_FIRST_WITH_STARS = 4  # version of the tables
_DAY = datetime.date(2026, 3, 1)
_PAIR = ("人", "乘客", "旅客")


class Work(NamedTuple):
    """Something that changes what is kept.

    Attributes:
        name: what is done.
        prepare: puts what is there before into a folder.
        steps: does it there, and comes back after each change, which is kept from then on.
        may_lack_index: whether the index may lack entries until the program goes on with it.
    """

    name: str
    prepare: Callable[[Path], None]
    steps: Callable[[Path], Iterator[None]]
    may_lack_index: bool = False


def write_documents(folder: Path, names: Iterable[str], change: Callable[[str], str] = str) -> None:
    """Put documents of many paragraphs into a folder, each changed by `change`."""
    (folder / DOCUMENTS).mkdir(exist_ok=True)
    for name in names:
        text = (_SAMPLES / f"{name}.txt").read_text(encoding="utf-8")
        (folder / DOCUMENTS / f"{name}.txt").write_text(change(text), encoding="utf-8")


def import_documents(folder: Path, outcome: Outcome) -> Iterator[None]:
    """Take the documents of the folder into its library, as the window does."""
    for step in import_all(folder / LIBRARY, [folder / DOCUMENTS]):
        assert step.imported.arrival is not None, step.imported.error
        assert step.imported.arrival.outcome is outcome
        yield


@contextmanager
def opened(folder: Path) -> Iterator[Library]:
    """The library of the folder, as the program opens it."""
    library = open_library(folder / LIBRARY)
    try:
        yield library
    finally:
        library.close()


def marks(library: Library, release_id: str) -> tuple[Annotation, ...]:
    """A star, a highlight and a note to the third entry of a release."""
    id_ = f"{release_id}/{list(read_release(library, release_id).entries())[2].id}"
    page = read_page(library, id_)
    text = texts_of(page.entry, page.paragraphs)[-1]
    star = Annotation(entry_id=id_, title=page.entry.title, kind=AnnotationKind.STAR, made=_DAY)
    highlight = dataclasses.replace(star, kind=AnnotationKind.HIGHLIGHT, anchor=anchor_at(text, 0, min(8, len(text))))
    note = dataclasses.replace(star, kind=AnnotationKind.NOTE, note="再核实\n问口径")
    return star, highlight, note


def _prepare_new(folder: Path, names: Iterable[str] = _DOCUMENTS) -> None:
    with opened(folder):
        write_documents(folder, names)


def _prepare_marked(folder: Path, names: Iterable[str] = _FEW) -> None:
    write_documents(folder, names)
    _finish(import_documents(folder, Outcome.ADDED))
    with opened(folder) as library:
        for id_ in release_ids(library):
            put_annotations(library, marks(library, id_))


def _prepare_changed(folder: Path) -> None:
    """Every third sentence of the documents is another than when they came in."""
    _prepare_marked(folder, _DOCUMENTS)
    write_documents(folder, _DOCUMENTS, _with_other_sentences)


def _with_other_sentences(text: str) -> str:
    pieces = text.split("。")
    return "。".join(f"{piece}（后来改过）" if number % 3 == 2 else piece for number, piece in enumerate(pieces))


def _prepare_many(folder: Path) -> None:
    with opened(folder) as library, library.transaction():
        for number in range(_MANY):
            put_release(library, sample_release(f"lakeside-{number}"))


def _prepare_old(folder: Path, version: int) -> None:
    """A library as that version left it, with a star where it could have one."""
    path = put_old_library(version, folder / LIBRARY)
    if version >= _FIRST_WITH_STARS:
        star = "'lakeside-2023', 'lakeside-2023/ferry', 'star', '', '', '', '', '2026-03-01', 0"
        with closing(apsw.Connection(str(path))) as connection:
            names = "release_id, entry_id, kind, quote, before, after, note, made, lost"
            connection.execute(f"INSERT INTO annotation ({names}) VALUES ({star})")


def _prepare_exports(folder: Path) -> None:
    _prepare_marked(folder)
    for name in ("out.md", "out.html", "out.csv"):
        (folder / name).write_text("what was exported before", encoding="utf-8")


def _make_library(folder: Path) -> Iterator[None]:
    with opened(folder):
        yield


def _star(folder: Path) -> Iterator[None]:
    with opened(folder) as library:
        put_annotations(library, marks(library, release_ids(library)[0])[:1])
        yield


def _take_notes(folder: Path) -> Iterator[None]:
    with opened(folder) as library:
        star, highlight, note = marks(library, release_ids(library)[0])
        written: list[Annotation] = []
        for part in (star, highlight, note):
            written += put_annotations(library, [part])
            yield
        with library.transaction():  # as a window changes a note
            remove_annotations(library, written[2:])
            put_annotations(library, [dataclasses.replace(written[2], note="已核实")])
        yield
        remove_annotations(library, written[:2])
        yield
        put_correction(library, _PAIR, same=True)
        yield
        remove_correction(library, _PAIR)
        yield


def _remove_and_bring_back(folder: Path) -> Iterator[None]:
    with opened(folder) as library:
        first, second, third, *_others = release_ids(library)
        with library.transaction():  # as a window removes several
            removed = [take_out(library, id_) for id_ in (first, second)]
        yield
        with library.transaction():
            for part in removed:
                put_back(library, part)
        yield
        remove_release(library, third)
        yield


def _make_index(folder: Path) -> Iterator[None]:
    with opened(folder) as library:
        for _progress in rebuild_index(library, anew=True):
            yield


def _migrate(folder: Path) -> Iterator[None]:
    with opened(folder) as library:
        yield
        for _progress in rebuild_index(library):
            yield


def _export(folder: Path) -> Iterator[None]:
    with opened(folder) as library:
        for name in ("out.md", "out.html"):
            _finish(export_entries(library, EVERYTHING, folder / name, _no_pdf))
            yield
        _finish(export_figures(library, FigureQuery(EVERYTHING), folder / "out.csv"))
        yield


def _no_pdf(_path: Path, _extracts: Iterable[Extract], _title: str) -> Iterator[None]:
    raise NotImplementedError


def _finish(steps: Iterable[object]) -> None:
    for _step in steps:
        pass


_import_new = partial(import_documents, outcome=Outcome.ADDED)

FIRST_START = Work("making and filling a library", lambda _folder: None, _make_library)
IMPORT = Work("import of new documents", _prepare_new, _import_new)
IMPORT_AGAIN = Work(
    "import of changed documents with marks", _prepare_changed, partial(import_documents, outcome=Outcome.REPLACED)
)
NOTES = Work("stars, highlights, notes, corrections", _prepare_marked, _take_notes)
REMOVAL = Work("removing and bringing back", _prepare_marked, _remove_and_bring_back)
INDEX = Work("making the index anew", _prepare_many, _make_index, may_lack_index=True)
MIGRATIONS = tuple(
    Work(f"migration from version {version}", partial(_prepare_old, version=version), _migrate, True)
    for version in VERSIONS[:-1]
)
EXPORT = Work("exporting", _prepare_exports, _export)

STAR = Work("a star", _prepare_new, _star)
IMPORT_ONE = Work("import of a new document", partial(_prepare_new, names=_DOCUMENTS[:1]), _import_new)

ON_THE_LIBRARY = (FIRST_START, IMPORT, IMPORT_AGAIN, NOTES, REMOVAL, INDEX, *MIGRATIONS)
