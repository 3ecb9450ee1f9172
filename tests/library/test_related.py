from __future__ import annotations

import dataclasses
import datetime

import pytest
from samples import sample_release

from viewer.library.library import Library
from viewer.library.pages import read_page
from viewer.library.related import related_entries
from viewer.library.releases import put_release
from viewer.release.release import Item, Mention, Person


def named(*names: str) -> tuple[Mention, ...]:
    return tuple(Mention(name=name, paragraph=1) for name in names)


def item(id_: str, *systems: str, units: tuple[str, ...] = ()) -> Item:
    return Item(id=id_, title=f"题目{id_}", summary="", systems=named(*systems), units=named(*units))


def put(library: Library, year: int, *items: Item) -> None:
    """A release of that year whose section has these items, and names systems of its own."""
    release = sample_release(f"lakeside-{year}", datetime.date(year, 1, 5))
    section = dataclasses.replace(release.sections[0], announced=None, items=items, systems=named("节水", "渡口"))
    put_release(library, dataclasses.replace(release, sections=(section,)))


def related(library: Library, id_: str, limit: int = 5) -> list[tuple[str, tuple[str, ...]]]:
    return [(part.item.id, part.names) for part in related_entries(library, id_, limit)]


@pytest.mark.parametrize(
    ("id_", "others"),
    [
        ("seven-reforms", ["grassroots-control", "cross-province", "bomb-disposal"]),
        ("grassroots-control", ["seven-reforms"]),
        ("fengcheng-outpost", []),
    ],
)
def test_items_of_the_shipped_release_lead_to_each_other(library: Library, id_: str, others: list[str]) -> None:
    page = read_page(library, f"xuzhou-2024/{id_}")
    assert [part.item.id for part in page.related] == [f"xuzhou-2024/{other}" for other in others]


def test_what_is_related_says_why_and_where_it_stands(library: Library) -> None:
    (part,) = read_page(library, "xuzhou-2024/grassroots-control").related
    assert part.item.title == read_page(library, part.item.id).entry.title
    assert part.names == ("基础管控中心",)
    assert part.path == read_page(library, part.item.id).path


def test_only_items_are_related_and_only_to_items(library: Library) -> None:
    put(library, 2023, item("a", "渡口"), item("b", "渡口"))
    assert related(library, "lakeside-2023/a") == [("lakeside-2023/b", ("渡口",))]
    assert read_page(library, "lakeside-2023/services").related == ()
    assert read_page(library, "lakeside-2023").related == ()


def test_rare_names_count_more_than_common_ones(library: Library) -> None:
    common = [item(f"c{number}", "节水", "灯塔") for number in range(9)]
    put(library, 2023, item("a", "节水", "灯塔", "渡口"), *common, item("z", "渡口"))
    found = related(library, "lakeside-2023/a")
    assert found[0] == ("lakeside-2023/z", ("渡口",))
    assert found[1] == ("lakeside-2023/c0", ("灯塔", "节水"))


def test_of_items_that_count_the_same_the_newest_come_first(library: Library) -> None:
    for year in (2021, 2023, 2022):
        put(library, year, item("a", "夜航"), item("b", "夜航"))
    others = [id_ for id_, _names in related(library, "lakeside-2022/a")]
    assert others == [f"lakeside-{id_}" for id_ in ("2023/a", "2023/b", "2022/b", "2021/a", "2021/b")]
    assert related(library, "lakeside-2022/a", limit=2) == related(library, "lakeside-2022/a")[:2]


def test_a_name_that_very_many_bear_says_nothing(library: Library) -> None:
    put(library, 2023, *(item(f"i{number}", "湖滨") for number in range(60)))
    assert len(related(library, "lakeside-2023/i0")) == 5
    put(library, 2022, item("one-more", "湖滨"))
    assert related(library, "lakeside-2023/i0") == []


def test_a_name_is_said_once_and_kinds_are_kept_apart(library: Library) -> None:
    both = item("a", "渡口", "渡口", units=("渡口", "航运站"))
    person = Item(id="c", title="题目c", summary="", people=(Person(name="航运站", paragraph=1),))
    put(library, 2023, both, item("b", "渡口", units=("渡口",)), person)
    assert related(library, "lakeside-2023/a") == [("lakeside-2023/b", ("渡口",))]


def test_what_is_not_there_is_related_to_nothing(library: Library) -> None:
    assert related_entries(library, "nowhere/item") == ()
