from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from samples import sample_release

from viewer.library.annotations import lost_annotations, read_annotations
from viewer.library.library import Library
from viewer.library.pages import read_page, read_release
from viewer.library.releases import put_release, release_ids
from viewer.models.job_runner import JobRunner
from viewer.release.release import Item, Release, Section
from viewer.widgets.annotating import Annotating
from viewer.widgets.changes import Changes
from viewer.widgets.job_bar import JobBar
from viewer.widgets.job_session import JobSession
from viewer.widgets.removing import Removing
from viewer.widgets.subject import Subject

SHIPPED, LAKESIDE, OUTPOST = "xuzhou-2024", "lakeside-2023", "xuzhou-2024/fengcheng-outpost"


class Desk:
    """Removing and annotating as a window joins them.

    Attributes:
        ids: what is meant; the page is that of the first of them, if it is one of an entry.
        said: everything that has been said.
    """

    def __init__(self, library: Library, window: QWidget) -> None:
        self._library = library
        self.ids: tuple[str, ...] = (SHIPPED,)
        self.said: list[str] = []
        jobs = JobSession(JobBar(window), window)
        self.changes = Changes(library, lambda: jobs, window)
        self.annotating = Annotating(library, self._subject, list, self.changes, window)
        self.removing = Removing(library, self._subject, self.changes, window)
        self.annotating.said.connect(self.said.append)
        self.removing.said.connect(self.said.append)

    def _subject(self) -> Subject:
        page = read_page(self._library, self.ids[0]) if self.ids and ":" not in self.ids[0] else None
        return Subject([], self.ids, page, "", "")


@pytest.fixture
def desk(nothing_left_behind: None, qtbot: QtBot, library: Library) -> Iterator[Desk]:
    window = QWidget()
    qtbot.addWidget(window)
    put_release(library, sample_release())
    yield Desk(library, window)
    for runner in window.findChildren(JobRunner):
        runner.close()


def long_release() -> Release:
    items = tuple(Item(id=f"i{number}", title=f"第{number}条", summary="湖滨镇") for number in range(30))
    return Release(
        id="long",
        title="长通报",
        issuer="",
        publisher="",
        occasion="",
        date=datetime.date(2020, 1, 1),
        date_written="",
        period="",
        credit="",
        overview="",
        sections=(Section(id="all", title="全部", items=items),),
    )


def everything(library: Library) -> list[Any]:
    return [(id_, read_release(library, id_)) for id_ in release_ids(library)]


@pytest.mark.parametrize("ids", [(SHIPPED,), (OUTPOST,), (OUTPOST, SHIPPED)])
def test_the_release_that_is_meant_goes_and_comes_back(
    qtbot: QtBot, library: Library, desk: Desk, ids: tuple[str, ...]
) -> None:
    before = everything(library)
    desk.ids = ids
    with qtbot.waitSignal(desk.removing.removed) as removed:
        desk.removing.remove_release()
    assert removed.args == [(SHIPPED,)]
    assert release_ids(library) == [LAKESIDE]
    title = dict(before)[SHIPPED].title
    assert desk.said == [f"Removed “{title}”. Ctrl+Z brings it back."]
    assert desk.changes.undo_text == "Undo: Remove release"
    with qtbot.waitSignal(desk.removing.restored) as restored:
        desk.changes.undo()
    assert restored.args == [(SHIPPED,)]
    assert everything(library) == before
    assert desk.said[1:] == [f"“{title}” is back"]


def test_several_selected_releases_go_and_come_back_together(library: Library, desk: Desk) -> None:
    before = everything(library)
    desk.ids = (SHIPPED, LAKESIDE)
    desk.removing.remove_release()
    assert release_ids(library) == []
    desk.changes.undo()
    assert everything(library) == before
    desk.changes.redo()
    assert release_ids(library) == []
    gone = "Removed 2 releases. Ctrl+Z brings them back."
    assert desk.said == [gone, "2 releases are back", gone]


@pytest.mark.parametrize(
    "ids", [(), ("unit:丰县公安局",), (OUTPOST, f"{SHIPPED}/liu-tao"), ("unit:丰县公安局", OUTPOST)]
)
def test_where_no_release_is_meant_none_goes(library: Library, desk: Desk, ids: tuple[str, ...]) -> None:
    desk.ids = ids
    desk.removing.remove_release()
    assert release_ids(library) == [SHIPPED, LAKESIDE]
    assert desk.said == ["Open a release to remove it"]


def test_a_star_that_is_undone_is_said_so(desk: Desk) -> None:
    desk.ids = (OUTPOST,)
    desk.annotating.star()
    desk.changes.undo()
    desk.changes.redo()
    assert desk.said == ["Starred", "Undone: Star", "Starred"]


def test_stars_and_removals_are_undone_in_their_order(library: Library, desk: Desk) -> None:
    desk.ids = (OUTPOST,)
    desk.annotating.star()
    starred = read_annotations(library, [OUTPOST])[OUTPOST]
    desk.removing.remove_release()
    assert len(lost_annotations(library)) == 1
    desk.ids = (f"{LAKESIDE}/ferry",)
    desk.annotating.star()
    assert desk.changes.undo_text == "Undo: Star"
    desk.changes.undo()
    assert read_annotations(library, [f"{LAKESIDE}/ferry"]) == {}
    desk.changes.undo()
    assert read_annotations(library, [OUTPOST])[OUTPOST] == starred
    desk.changes.undo()
    assert read_annotations(library, [OUTPOST]) == {}
    for _change in range(3):
        desk.changes.redo()
    assert release_ids(library) == [LAKESIDE]
    assert len(lost_annotations(library)) == 1
    assert len(read_annotations(library, [f"{LAKESIDE}/ferry"])) == 1


def test_a_long_release_goes_and_comes_back_beside_the_window(qtbot: QtBot, library: Library, desk: Desk) -> None:
    put_release(library, long_release())
    desk.ids = ("long",)
    with qtbot.waitSignal(desk.removing.removed):
        desk.removing.remove_release()
        assert desk.said == []  # the window has gone on before it was done
    assert "long" not in release_ids(library)
    with qtbot.waitSignal(desk.removing.restored):
        desk.changes.undo()
    assert read_release(library, "long") == long_release()


def test_of_two_removals_the_one_that_fails_leaves_both(qtbot: QtBot, library: Library, desk: Desk) -> None:
    desk.ids = (SHIPPED, "gone-meanwhile")
    with qtbot.waitSignal(desk.changes.failed):
        desk.removing.remove_release()
    assert release_ids(library) == [SHIPPED, LAKESIDE]
    assert (desk.said, desk.changes.undo_text) == ([], "")
