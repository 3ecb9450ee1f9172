from __future__ import annotations

from contextlib import closing
from pathlib import Path

import apsw
import pytest
from samples import sample_release

from viewer.library.damage_mark import is_marked
from viewer.library.library import Library
from viewer.library.pages import read_page
from viewer.library.releases import put_release
from viewer.library.soundness import explaining, find_damage, find_damage_within, look_for_damage
from viewer.opening import open_library
from viewer.release.errors import Problem, ReleaseViewerError


@pytest.fixture
def path(library_path: Path) -> Path:
    """The path of a sound library."""
    with closing(open_library(library_path)) as library:
        put_release(library, sample_release())
    return library_path


def change(path: Path, sql: str) -> None:
    """Change a library as none of our code does."""
    with closing(apsw.Connection(str(path))) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute(sql)


def test_a_sound_library_has_nothing_wrong(path: Path) -> None:
    with closing(Library(path)) as library:
        assert find_damage(library) == []
        assert find_damage_within(library, 60) == []
    look_for_damage(path)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE entry SET kind = 'secuion' WHERE kind = 'section'",
        "UPDATE release SET date = '2024-13-40'",
        "UPDATE entry SET parent = entry WHERE kind = 'item'",
        "UPDATE mention SET kind = 'planet' WHERE kind = 'place'",
        "UPDATE figure SET value = 'many'",
        "UPDATE entry SET paragraphs = '3 x' WHERE kind = 'item'",
        "DELETE FROM release WHERE id = 'lakeside-2023'",
        "DELETE FROM entry WHERE id = 'lakeside-2023'",
        "DROP INDEX mention_by_name",
    ],
)
def test_what_no_library_has_is_damage_at_every_start(path: Path, sql: str) -> None:
    change(path, sql)
    with closing(Library(path)) as library:
        assert find_damage(library)
        assert find_damage_within(library, 60)
    with pytest.raises(ReleaseViewerError) as raised:
        look_for_damage(path)
    assert raised.value.problem is Problem.LIBRARY_CORRUPT
    assert is_marked(path)


def test_a_figure_that_no_release_may_have_is_found_when_all_is_looked_at(path: Path) -> None:
    change(path, "UPDATE figure SET starts = 9, ends = 3")
    with closing(Library(path)) as library:
        assert find_damage(library)


def test_an_index_that_can_be_made_anew_is_no_damage(path: Path) -> None:
    change(path, "DELETE FROM entry_text_data WHERE id > 10")
    with closing(Library(path)) as library:
        assert find_damage(library) == []


def test_the_check_stops_when_it_is_to_stop(path: Path) -> None:
    change(path, "UPDATE mention SET kind = 'planet' WHERE kind = 'place'")
    change(
        path,
        "INSERT INTO label_match SELECT '', value, '', 1 FROM "
        "(WITH RECURSIVE n (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n LIMIT 50000) SELECT value FROM n)",
    )
    with closing(Library(path)) as library:
        assert find_damage_within(library, 60, lambda: True) == []


def test_an_error_is_explained_by_damage_and_only_by_that(path: Path) -> None:
    with pytest.raises(KeyError), explaining(path):
        raise KeyError("our own bug")
    change(path, "UPDATE mention SET kind = 'planet' WHERE kind = 'place'")
    with pytest.raises(ReleaseViewerError) as raised, explaining(path):
        raise KeyError("planet")
    assert raised.value.problem is Problem.LIBRARY_CORRUPT


def test_a_page_that_would_stand_in_itself_is_shown_all_the_same(path: Path) -> None:
    change(path, "UPDATE entry SET parent = entry WHERE id = 'lakeside-2023/ferry'")
    with closing(Library(path)) as library:
        assert [crumb.id for crumb in read_page(library, "lakeside-2023/ferry").path] == ["lakeside-2023/ferry"]
