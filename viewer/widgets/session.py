"""How the window was left, and how a file holds it."""

from __future__ import annotations

from dataclasses import dataclass, field

from viewer.library.browse import BrowseWay
from viewer.settings_file import SettingsFile, count, named_values, text, texts, truth, values
from viewer.widgets.reading_places import MOST_PLACES
from viewer.widgets.tab import TabState
from viewer.widgets.tabs import MOST_TABS
from viewer.widgets.tree_standing import UNTOUCHED, TreeState

_MOST_RECENT = 10
_MOST_OPEN_ROWS = 1000


@dataclass
class Session:
    """What comes back at the next start.

    Attributes:
        geometry: what `QWidget.saveGeometry` gave, in Base64.
        sidebar_width: in pixels; 0 is the usual one.
        sidebar_hidden: whether only the page was shown.
        way: the way to browse.
        tree: how the tree stood.
        tabs: the tabs from left to right.
        front: which of them was in front.
        query: what was typed into the search bar.
        places: how far pages have been read: the position of the first character that was seen, by their ids.
        recent_queries: that led somewhere, the latest first.
        recent_files: that were opened, the latest first.
        hidden_columns: of the table of figures, by their names.
        welcomed: whether the welcome has been put away.
        warned_of: the folder of a library that was warned of last; "" for none.
    """

    geometry: str = ""
    sidebar_width: int = 0
    sidebar_hidden: bool = False
    way: BrowseWay = BrowseWay.CATEGORY
    tree: TreeState = UNTOUCHED
    tabs: tuple[TabState, ...] = ()
    front: int = 0
    query: str = ""
    places: dict[str, int] = field(default_factory=dict)
    recent_queries: tuple[str, ...] = ()
    recent_files: tuple[str, ...] = ()
    hidden_columns: tuple[str, ...] = ()
    welcomed: bool = False
    warned_of: str = ""

    def remember_query(self, query: str) -> None:
        """Put a query before the others."""
        self.recent_queries = _before(query, self.recent_queries)

    def remember_file(self, path: str) -> None:
        """Put a file before the others."""
        self.recent_files = _before(path, self.recent_files)

    def take_recent(self, before: Session, now: Session) -> None:
        """Take what another window has searched and opened: `now` it is in the file, and was not `before`."""
        self.recent_queries = _with_new(self.recent_queries, before.recent_queries, now.recent_queries)
        self.recent_files = _with_new(self.recent_files, before.recent_files, now.recent_files)


def read_session(file: SettingsFile) -> Session:
    """The session in a file; what makes no sense is as at the first start."""
    usual = Session()
    return Session(
        file.value("window", usual.geometry, text),
        file.value("sidebar-width", usual.sidebar_width, count),
        file.value("sidebar-hidden", usual.sidebar_hidden, truth),
        file.value("browse", usual.way, lambda value: BrowseWay(text(value))),
        file.value("tree", usual.tree, _tree),
        file.value("tabs", usual.tabs, _tabs),
        file.value("tab-in-front", usual.front, count),
        file.value("query", usual.query, text),
        file.value("places", usual.places, _places),
        file.value("recent-searches", usual.recent_queries, _recent),
        file.value("recent-files", usual.recent_files, _recent),
        file.value("hidden-columns", usual.hidden_columns, texts),
        file.value("welcomed", usual.welcomed, truth),
        file.value("warned-of", usual.warned_of, text),
    )


def session_values(session: Session) -> dict[str, object]:
    """What a file holds of a session as it is now."""
    tree = session.tree
    return {
        "window": session.geometry,
        "sidebar-width": session.sidebar_width,
        "sidebar-hidden": session.sidebar_hidden,
        "browse": session.way,
        "tree": {"open": tree.expanded[:_MOST_OPEN_ROWS], "current": tree.current, "scroll": tree.scroll},
        "tabs": [tab._asdict() for tab in session.tabs],
        "tab-in-front": session.front,
        "query": session.query,
        "places": dict(session.places),
        "recent-searches": session.recent_queries,
        "recent-files": session.recent_files,
        "hidden-columns": session.hidden_columns,
        "welcomed": session.welcomed,
        "warned-of": session.warned_of,
    }


def _before(first: str, others: tuple[str, ...]) -> tuple[str, ...]:
    return (first, *(other for other in others if other != first))[:_MOST_RECENT]


def _with_new(ours: tuple[str, ...], before: tuple[str, ...], now: tuple[str, ...]) -> tuple[str, ...]:
    new = [one for part in (ours, now) for one in part if one not in before]
    return tuple(dict.fromkeys((*new, *ours)))[:_MOST_RECENT]


def _recent(value: object) -> tuple[str, ...]:
    return texts(value)[:_MOST_RECENT]


def _tree(value: object) -> TreeState:
    parts = named_values(value)
    expanded = tuple(map(texts, values(parts["open"])[:_MOST_OPEN_ROWS]))
    return TreeState(expanded, texts(parts["current"]), count(parts["scroll"]))


def _tabs(value: object) -> tuple[TabState, ...]:
    return tuple(map(_tab, values(value)[:MOST_TABS]))


def _tab(value: object) -> TabState:
    parts = named_values(value)
    return TabState(texts(parts["ids"]), count(parts["place"]), text(parts["title"]))


def _places(value: object) -> dict[str, int]:
    return {text(id_): count(place) for id_, place in list(named_values(value).items())[-MOST_PLACES:]}
