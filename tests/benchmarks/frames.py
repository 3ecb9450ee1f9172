"""Measures how long the window is kept from its events, journey by journey, and prints a table.

    python tests/benchmarks/frames.py [NUMBER OF ITEMS] [--characters NUMBER] [--library FILE]

A frame is one turn of the event loop in which something was done, the event that a person caused and the painting
that it led to included: the time that passed, and the time in which the thread itself was at work, which other programs
on the same cores do not lengthen. Beside each journey, in the same run, the same in a bare widget: a tree over a model
of as many rows that holds nothing, a text browser with as much text as is seen, a palette or a translator for a window.
"""

from __future__ import annotations

import argparse
import math
import os
import tempfile
from collections.abc import Callable, Iterable
from functools import partial
from itertools import chain, repeat
from pathlib import Path
from time import perf_counter, thread_time
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("LANG", "zh_CN.UTF-8")

from exports import make_library
from generated import Generator
from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QPersistentModelIndex, QPoint, QPointF, Qt
from PySide6.QtCore import QTranslator as Translator
from PySide6.QtGui import QAction, QColor, QPalette, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabWidget, QTextBrowser, QTreeView, QWidget

from viewer.app import Program
from viewer.garbage import collect_garbage
from viewer.library.arrivals import take_in
from viewer.library.library import Library
from viewer.readers.reader import read_file
from viewer.running import make_application
from viewer.widgets.detail_pane import DetailPane
from viewer.widgets.settings import Settings
from viewer.widgets.sidebar import Sidebar

FRAME = 0.016  # seconds
_SOMETHING = 0.0002  # seconds; a shorter turn did nothing
_QUIET = 0.06  # seconds without anything, after which nothing more comes
_STEPS = 200
_SEEN = 2_000  # characters that a window shows, and somewhat more

Step = Callable[[], object]


class Turn(NamedTuple):
    """How long the window was kept from its events, in seconds: by the clock, and by its own work."""

    passed: float
    worked: float


class Frames(NamedTuple):
    """The turns of a journey."""

    name: str
    turns: list[Turn]

    def at(self, share: float) -> Turn:
        """The times that this share of the turns did not exceed."""
        place = math.ceil(share * len(self.turns)) - 1
        return Turn(*(sorted(times)[place] for times in zip(*self.turns, strict=True)))


def record(name: str, steps: Iterable[Step], *, pause: bool = False) -> Frames:
    """Take steps, a turn each, and turn on until nothing more happens; with a pause, after every step."""
    turns: list[Turn] = []
    for step in steps:
        _turn(turns, step)
        if pause:
            settle(turns)
    settle(turns)
    return Frames(name, turns)


def settle(turns: list[Turn]) -> None:
    """Turn until nothing more happens."""
    last = perf_counter()
    while perf_counter() - last < _QUIET:
        if _turn(turns):
            last = perf_counter()


def _turn(turns: list[Turn], step: Step | None = None) -> bool:
    start, start_of_work = perf_counter(), thread_time()
    if step is not None:
        step()
    QApplication.processEvents()
    turn = Turn(perf_counter() - start, thread_time() - start_of_work)
    if step is not None or turn.worked >= _SOMETHING:
        turns.append(turn)
    return turn.worked >= _SOMETHING


def wheel(widget: QWidget, notches: int = -1) -> None:
    """Turn the wheel over a widget, away from the person where positive."""
    none = Qt.KeyboardModifier.NoModifier
    place = QPointF(widget.rect().center())
    turned = QPoint(0, 120 * notches)
    phase = Qt.ScrollPhase.NoScrollPhase
    button = Qt.MouseButton.NoButton
    QApplication.sendEvent(widget, QWheelEvent(place, place, QPoint(), turned, button, none, phase, False))


def press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key in a widget."""
    QTest.keyClick(widget, key, modifier)


class Rows(QAbstractListModel):
    """That many rows, all alike."""

    def __init__(self, rows: int) -> None:
        super().__init__()
        self._rows = rows

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else self._rows

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> str | None:
        return "湖滨镇年度通报" if role == Qt.ItemDataRole.DisplayRole else None


def document(characters: int) -> str:
    """A document of that many characters with headings and figures, as Markdown."""
    lines = ["# 湖滨镇十年通报汇编", "2024年1月5日"]
    length = 0
    for release in Generator().releases(characters):
        lines += [f"## {release.title}", *(item.summary for section in release.sections for item in section.items)]
        length += sum(len(item.summary) for section in release.sections for item in section.items)
        if length >= characters:
            break
    return "\n\n".join(lines)


def make_document(folder: Path, characters: int) -> tuple[Path, str]:
    """A library with a document of that many characters and the shipped release, and the document's id."""
    file = folder / "document.md"
    file.write_text(document(characters), encoding="utf-8")
    path = folder / "document.sqlite"
    library = Library(path)
    make_library_of_two(library)
    arrival = take_in(library, read_file(file))
    library.close()
    return path, arrival.id


def make_library_of_two(library: Library) -> None:
    """Put two short releases into a library."""
    from viewer.library.releases import put_release

    with library.transaction():
        for release in Generator().releases(24):
            put_release(library, release)


class Window:
    """The program with a window over a library, shown and at rest.

    Attributes:
        program: the program.
        tree: the view of the sidebar.
        pane: the page.
    """

    def __init__(self, library: Path, settings: Path) -> None:
        self.program = Program(library, Settings(settings))
        self.program.window.show()
        sidebar = self.program.window.findChild(Sidebar)
        pane = self.program.window.findChild(DetailPane)
        assert isinstance(sidebar, Sidebar)
        assert isinstance(pane, DetailPane)
        tree = sidebar.findChild(QTreeView)
        assert isinstance(tree, QTreeView)
        self.tree, self.pane = tree, pane
        collect_garbage()
        settle([])

    def do(self, name: str) -> None:
        """Choose an action."""
        action = self.program.window.findChild(QAction, name)
        assert isinstance(action, QAction)
        action.trigger()

    def scroll_to(self, share: float) -> None:
        """Bring the page to a share of its length."""
        bar = self.pane.verticalScrollBar()
        bar.setValue(round(share * bar.maximum()))

    def close(self) -> None:
        """End the program."""
        self.program.window.close()
        self.program.close()


def tree_journeys(window: Window) -> list[Frames]:
    """Through the tree with the wheel, page by page and row by row."""
    tree = window.tree
    keys = Qt.Key
    return [
        record("tree, wheel", repeat(partial(wheel, tree.viewport()), 2 * _STEPS)),
        record("tree, PgDn", repeat(partial(press, tree, keys.Key_PageDown), _STEPS)),
        record("tree, ↑ and ↓", repeat(partial(press, tree, keys.Key_Up), _STEPS)),
        record(
            "tree, →", chain(*repeat([partial(press, tree, keys.Key_Right), partial(press, tree, keys.Key_Down)], 50))
        ),
    ]


def document_journeys(window: Window, id_: str) -> list[Frames]:
    """Through a long document, and with it in front."""
    pane, go_to = window.pane, window.program.window.navigator.go_to
    do = window.do
    themes = [partial(do, f"theme-{name}") for name in ("dark", "light", "contrast", "light")]
    languages = [partial(do, f"language-{name}") for name in ("en", "zh_CN")]
    sizes = [partial(do, name) for name in ("enlarge-text", "shrink-text")]
    journeys = [
        record("document, open", [partial(go_to, id_)]),
        record("document, wheel", repeat(partial(wheel, pane.viewport()), _STEPS)),
        record("document, PgDn", repeat(partial(press, pane, Qt.Key.Key_PageDown), _STEPS)),
    ]
    window.scroll_to(0.5)
    settle([])
    journeys += [
        record("document, theme", themes, pause=True),
        record("document, language", languages, pause=True),
        record("document, text size", sizes, pause=True),
        record("document, star", [partial(do, "star")] * 2, pause=True),
        record("tab, new", [partial(do, "new-tab")]),
        record("tab, other page", [partial(go_to, "release-0")]),
        record("tab, next", [partial(do, "next-tab")] * 6, pause=True),
        record("tab, next at once", [partial(do, "next-tab")] * 40),
        record("tab, close", [partial(do, "close-tab")] * 1),
    ]
    return journeys


def references(rows: int) -> dict[str, Frames]:
    """The same in bare widgets, by the beginnings of the names of the journeys."""
    tree = QTreeView()
    model = Rows(rows)
    tree.setUniformRowHeights(True)
    tree.setModel(model)
    pages = QTabWidget()
    browsers = [QTextBrowser(), QTextBrowser()]
    for browser in browsers:
        browser.setMarkdown(document(_SEEN))
        pages.addTab(browser, "通报")
    for widget in (tree, pages):
        widget.resize(800, 650)
        widget.show()
    settle([])
    palettes = [QPalette(QColor(colour), QColor(colour)) for colour in ("#202020", "#f0f0f0")]
    translator = Translator()
    found = {
        "tree": record("", repeat(partial(press, tree, Qt.Key.Key_PageDown), _STEPS)),
        "document": record("", repeat(partial(wheel, browsers[0].viewport()), _STEPS)),
        "document, theme": record("", [partial(QApplication.setPalette, one) for one in palettes], pause=True),
        "document, language": record("", [partial(QCoreApplication.installTranslator, translator)], pause=True),
        "tab": record("", [partial(pages.setCurrentIndex, one) for one in (1, 0, 1, 0)], pause=True),
    }
    QCoreApplication.removeTranslator(translator)
    return found


def print_table(journeys: Iterable[Frames], bare: dict[str, Frames]) -> None:
    """A line for each journey, in frames of 16 ms, with what the bare widget took at most."""
    print("| journey | turns | median | p99 | longest | its own work: p99 | longest | bare, longest |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for journey in journeys:
        reference = bare[max((name for name in bare if journey.name.startswith(name)), key=len)]
        half, most, longest = journey.at(0.5), journey.at(0.99), journey.at(1)
        times = (half.passed, most.passed, longest.passed, most.worked, longest.worked, reference.at(1).worked)
        print(
            f"| {journey.name} | {len(journey.turns)} | " + " | ".join(f"{time / FRAME:.2f}" for time in times) + " |"
        )


def main() -> None:
    """Print the table for the numbers that are given."""
    parser = argparse.ArgumentParser()
    parser.add_argument("items", type=int, nargs="?", default=10_000)
    parser.add_argument("--characters", type=int, default=1_000_000)
    parser.add_argument("--library", type=Path, help="one that is there already, in place of generated items")
    arguments = parser.parse_args()
    application = make_application(["benchmark"])
    with tempfile.TemporaryDirectory(prefix="release-viewer-benchmark-") as name:
        folder = Path(name)
        library = arguments.library or folder / "library.sqlite"
        if arguments.library is None:
            make_library(library, arguments.items)
        bare = references(arguments.items)
        window = Window(library, folder / "tree")
        journeys = tree_journeys(window)
        window.close()
        path, id_ = make_document(folder, arguments.characters)
        window = Window(path, folder / "document")
        journeys += document_journeys(window, id_)
        window.close()
        print_table(journeys, bare)
    del application


if __name__ == "__main__":
    main()
