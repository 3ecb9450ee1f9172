"""A library of many rows, what it answers, and which of its pages hold what."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

from viewer.library.annotations import annotation_of_key, put_annotations
from viewer.library.browse import BrowseWay, browse
from viewer.library.corrections import put_correction, read_corrections
from viewer.library.library import Library
from viewer.library.pages import read_page, read_release
from viewer.library.query_parser import parse_query
from viewer.library.records import RecordFile
from viewer.library.releases import release_ids, remove_release
from viewer.library.search import search
from viewer.library.soundness import TABLES
from viewer.opening import import_document, open_library
from viewer.release.anchoring import Anchor
from viewer.release.annotation import Annotation, AnnotationKind
from viewer.release.comparison import Corrections
from viewer.release.release import Release

SAMPLES = Path(__file__).resolve().parents[1] / "readers" / "samples"
_DAY = datetime.date(2026, 11, 25)
_QUERIES = ("服务", "fw", "1万", "数值:>1000", "收藏:", "部门:公安", "渡轮 -夜")
FILES = ("", "-wal")
"""What is put behind the name of a library for the files that its state is in."""
_OF_RELEASES = ("release", "clause", "inference", "source_paragraph")


class Facts(NamedTuple):
    """What of a library cannot be made anew."""

    releases: dict[str, Release]
    annotations: dict[int, Annotation]
    corrections: Corrections


@dataclass
class Sample:
    """A sound library that is damaged again and again.

    Attributes:
        ids: of all entries.
        pages: the table or index that each page belongs to; free pages belong to none.
        release_pages: the pages that the rows of each release are on, but for the ends of long ones.
        annotation_pages: the page that each annotation is on.
        answers: what it answers to all that is asked.
    """

    path: Path
    facts: Facts
    ids: list[str]
    pages: dict[int, str]
    release_pages: dict[str, set[int]]
    annotation_pages: dict[int, int]
    answers: dict[str, object]


def make_samples(folder: Path) -> tuple[Sample, Sample]:
    """A library with releases, marks, notes and a corrected match, and with pages that are free.

    The second is the same with more marks, which are still in the log beside the file.
    """
    plain, work, logged = (folder / f"{name}.sqlite" for name in ("plain", "work", "logged"))
    with closing(open_library(plain)) as library:
        for document in sorted(SAMPLES.glob("*.txt")):
            import_document(library, document)
        entries = library.rows("SELECT id, title FROM entry WHERE kind = 'item' ORDER BY entry")
        marks = [_annotation(id_, title, number) for number, (id_, title) in enumerate(entries)]
        put_annotations(library, marks)
        put_correction(library, ("人", "乘客", "旅客"), same=True)
        remove_release(library, release_ids(library)[3])
    shutil.copyfile(plain, work)
    with closing(Library(work)) as library:
        ids = release_ids(library)
        put_annotations(library, [mark for mark in marks if mark.entry_id.partition("/")[0] in ids][:40])
        for suffix in FILES:
            shutil.copyfile(f"{work}{suffix}", f"{logged}{suffix}")
    return _describe(plain, plain), _describe(work, logged)


def _describe(library_path: Path, path: Path) -> Sample:
    with closing(Library(library_path)) as library:
        pages: dict[int, str] = dict(library.rows("SELECT pageno, name FROM dbstat"))
        ids = [id_ for (id_,) in library.rows("SELECT id FROM entry ORDER BY entry")]
        answers = {name: ask() for name, ask in questions(library, ids)}
        release_pages, annotation_pages = _places(library, pages)
        return Sample(path, facts_of(library), ids, pages, release_pages, annotation_pages, answers)


def facts_of(library: Library) -> Facts:
    """What is in a library, but for what can be made anew."""
    releases = {id_: read_release(library, id_) for id_ in release_ids(library)}
    keys = [key for (key,) in library.rows("SELECT annotation FROM annotation")]
    annotations = {key: part for key in keys if (part := annotation_of_key(library, key))}
    return Facts(releases, annotations, read_corrections(library))


def questions(library: Library, ids: Iterable[str]) -> Iterator[tuple[str, Callable[[], object]]]:
    """All that a person may ask: every way to browse, some searches, the page of each of these entries."""
    for way in BrowseWay:
        yield f"browse {way}", partial(browse, library, way, None, 0, 100)
    for typed in _QUERIES:
        yield f"search {typed}", partial(_hits, library, typed)
    for id_ in ids:
        yield f"page {id_}", partial(_page, library, id_)


def _page(library: Library, id_: str) -> object:
    page = read_page(library, id_)
    return page.entry, page.path, page.annotations, dict(page.paragraphs)


def _hits(library: Library, typed: str) -> object:
    return [hit.id for hit in search(library, parse_query(typed), 20).hits]


def _annotation(id_: str, title: str, number: int) -> Annotation:
    kind = tuple(AnnotationKind)[number % len(AnnotationKind)]
    anchor = Anchor(title, "", "") if kind is AnnotationKind.HIGHLIGHT else None
    note = f"第 {number} 条，待核实。" * (1 + number % 40) if kind is AnnotationKind.NOTE else ""
    return Annotation(entry_id=id_, title=title, kind=kind, anchor=anchor, note=note, made=_DAY)


def _places(library: Library, pages: dict[int, str]) -> tuple[dict[str, set[int]], dict[int, int]]:
    keys: dict[int, str] = dict(library.rows("SELECT release, id FROM release"))
    owners: dict[int, int] = dict(library.rows("SELECT entry, release FROM entry"))
    release_pages: dict[str, set[int]] = {id_: set() for id_ in keys.values()}
    annotation_pages: dict[int, int] = {}
    with library.path.open("rb") as file:
        records = RecordFile(file, frozenset(range(4, 16)))
        for page, name in pages.items():
            for record in records.records(page) if name in TABLES and name != "label_match" else ():
                first = record.values[0] if record.key is None else record.key
                assert isinstance(first, int)
                if name == "annotation":
                    annotation_pages[first] = page
                else:
                    release_pages[keys[first if name in _OF_RELEASES else owners[first]]].add(page)
    return release_pages, annotation_pages
