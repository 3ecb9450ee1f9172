from __future__ import annotations

from people import columns_with, picture_of
from PySide6.QtWidgets import QTreeView
from pytestqt.qtbot import QtBot

from viewer.library.search import Hit, Hits
from viewer.models.hits_model import HitsModel
from viewer.widgets.hit_delegate import HitDelegate
from viewer.widgets.theme import LIGHT, Theme, apply_theme


def shown(qtbot: QtBot, hit: Hit, width: int = 320) -> QTreeView:
    """The hit in a list, in the light theme."""
    apply_theme(Theme.LIGHT)
    view = QTreeView()
    qtbot.addWidget(view)
    model = HitsModel(view)
    model.set_hits(Hits((hit,), 0, more=False))
    view.setModel(model)
    view.setHeaderHidden(True)
    view.setRootIsDecorated(False)
    view.setItemDelegate(HitDelegate(view))
    view.resize(width, 140)
    view.show()
    qtbot.waitExposed(view)
    return view


def marked_columns(qtbot: QtBot, hit: Hit, width: int = 320) -> set[int]:
    """The x of every pixel that has the colour of a mark, where the hit is painted."""
    columns = columns_with(shown(qtbot, hit, width), LIGHT.mark)
    apply_theme(Theme.SYSTEM)
    return columns


def dark(qtbot: QtBot, hit: Hit) -> int:
    """How many pixels are dark, for those too who see no colours."""
    image = picture_of(shown(qtbot, hit))
    apply_theme(Theme.SYSTEM)
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(image.pixelColor(x, y).lightness() < 128 for x, y in places)


def hit(title: str, title_spans: tuple[tuple[int, int], ...], snippet: str, spans: tuple[tuple[int, int], ...]) -> Hit:
    return Hit("r/i", title, title_spans, "某发布", "某类", snippet, spans)


def test_without_matches_nothing_is_marked(qtbot: QtBot) -> None:
    assert not marked_columns(qtbot, hit("标题", (), "摘录", ()))


def test_a_match_in_the_title_is_marked_where_it_stands(qtbot: QtBot) -> None:
    at_first = marked_columns(qtbot, hit("标题很长很长", ((0, 1),), "摘录", ()))
    later = marked_columns(qtbot, hit("标题很长很长", ((4, 5),), "摘录", ()))
    assert at_first
    assert later
    assert max(at_first) < min(later)


def test_every_match_in_the_snippet_is_marked(qtbot: QtBot) -> None:
    one = marked_columns(qtbot, hit("标题", (), "一二三四五六", ((0, 1),)))
    two = marked_columns(qtbot, hit("标题", (), "一二三四五六", ((0, 1), (4, 5))))
    assert one < two


def test_a_snippet_that_is_too_long_ends_in_dots_and_is_painted(qtbot: QtBot) -> None:
    assert marked_columns(qtbot, hit("标" * 80, ((0, 2),), "摘" * 400, ((0, 2), (398, 400))), width=120)


def test_matches_are_seen_without_colours(qtbot: QtBot) -> None:
    plain = dark(qtbot, hit("标题", (), "摘录", ()))
    assert dark(qtbot, hit("标题", ((0, 2),), "摘录", ())) > plain
    assert dark(qtbot, hit("标题", (), "摘录", ((0, 2),))) > plain
