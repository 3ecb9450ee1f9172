"""The groups of every way to browse: each has a page, is named where pages are found, and can be taken along."""

from __future__ import annotations

import pytest

from viewer.library.browse import BrowseWay, browse, read_group
from viewer.library.destinations import Destination
from viewer.library.library import Library
from viewer.library.scope import Scope
from viewer.library.selection import scope_keys
from viewer.models.goals_model import GoalRole, GoalsModel
from viewer.models.tree_model import group_title
from viewer.widgets.group_html import group_html
from viewer.widgets.text_html import escape


@pytest.mark.parametrize("way", [way for way in BrowseWay if way is not BrowseWay.CATEGORY])
def test_a_group_of_every_way_has_a_page_a_name_and_its_entries(library: Library, way: BrowseWay) -> None:
    for group in browse(library, way, None, 0, 9):
        name = group.id.partition(":")[2]
        assert escape(group_title(way, name)) in "".join(group_html(read_group(library, group.id)))
        model = GoalsModel()
        model.set_goals((Destination(group.id, way, name),))
        assert model.index(0).data(GoalRole.DETAIL)
        assert bool(scope_keys(library, Scope((group.id,)))) == bool(browse(library, way, group.id, 0, 1))
