from __future__ import annotations

from people import columns_with
from PySide6.QtWidgets import QTreeView
from pytestqt.qtbot import QtBot

from viewer.library.search import Hit, Hits
from viewer.models.hits_model import HitsModel
from viewer.widgets.hit_delegate import HitDelegate
from viewer.widgets.theme import LIGHT, Theme, apply_theme


def marked_columns(qtbot: QtBot, hit: Hit, width: int = 320) -> set[int]:
    """The x of every pixel that has the colour of a mark, where the hit is painted."""
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
    columns = columns_with(view, LIGHT.mark)
    apply_theme(Theme.SYSTEM)
    return columns


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
