"""One window of several on a library: a person works in it by keys, and each thing done or seen is a line of JSON."""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

from people import CONTROL, page_of, press, search_bar_of, status_of, text_on, trigger, type_text
from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from samples import OUTPOST
from waiting import comes_true

from viewer.app import Program
from viewer.running import make_application
from viewer.widgets.message_bar import MessageBar
from viewer.widgets.note_dialog import NoteDialog
from viewer.widgets.settings import Settings
from viewer.widgets.sidebar import Sidebar
from viewer.widgets.text_style import MEASURES, POINTS

_OTHER = {"A": "B", "B": "A"}
_CHOOSES = {"A": 0, "B": 2}  # one person sits at both, and chooses in one window at a time
_AT_THE_BOARD = 400  # milliseconds in each round
_THINKING = 200  # milliseconds over a note
_NOTES = re.compile(r"\b[A-Z]-note-\d+\b")


def tell(what: str, **more: object) -> None:
    """Write down what was done or seen, and when."""
    print(json.dumps({"what": what, "at": time.time(), **more}, ensure_ascii=False), flush=True)


def wait_for(condition: Callable[[], bool], meant: str) -> None:
    """Let the window live until a condition holds; tell where it does not come to that."""
    if not comes_true(condition):
        tell("error", message=f"waited in vain: {meant}")


class Person:
    """Somebody at a window.

    Attributes:
        name: what the notes begin with that the person writes.
        own: the id of a release that nobody else touches.
    """

    def __init__(self, name: str, program: Program) -> None:
        self.name = name
        self.own = f"own-{name.lower()}"
        self._program = program
        self._window = program.window
        self._seen: set[str] = set()
        self._since = time.time()
        self._stars: set[str] = set()
        page_of(self._window).drawn.connect(self._look)

    def work(self, number: int, *, together: bool) -> None:
        """One round: notes, stars, a search, and at times a removal that is undone, and other preferences.

        Where the other person works `together` with this one, both stay until they have seen each other's note.
        """
        self._go_to_board()
        writes = number % 2 == 0
        if writes:
            self._write_note(f"{self.name}-note-{number}")
        if not together:
            QTest.qWait(_AT_THE_BOARD)
        elif writes:
            other = f"{_OTHER[self.name]}-note-{number}"
            wait_for(lambda: other in self._seen, f"{other} is shown")
        self._star_search_and_star_again(f"{self.own}/{('ferry', 'keeper')[number % 2]}", ("末班船", "县")[number % 2])
        if number % 4 == 1:
            self._remove_and_undo()
        if number % 4 == _CHOOSES[self.name]:
            self._choose(number)
        self._tell_errors()

    def end(self, items: int, notes: list[str]) -> None:
        """See at last as many items, and all notes, whoever has brought them."""
        self._go_to_board()
        wait_for(lambda: f"{items} 条" in status_of(self._window), f"{items} items are counted")
        for note in notes:
            wait_for(lambda note=note: note in text_on(self._window), f"{note} is shown")  # type: ignore[misc]
        self._tell_errors()

    @Slot()
    def _look(self) -> None:
        for note in sorted(set(_NOTES.findall(text_on(self._window))) - self._seen):
            self._seen.add(note)
            tell("seen", note=note, since=self._since)

    def _activate(self) -> None:
        self._window.activateWindow()
        wait_for(self._window.isActiveWindow, "the window is active")
        page_of(self._window).setFocus()

    def _go_to_board(self) -> None:
        self._window.navigator.go_to(OUTPOST)
        self._since = time.time()
        self._activate()

    def _write_note(self, text: str) -> None:
        page = page_of(self._window)
        page.setTextCursor(QTextCursor(page.document()))  # a note to the page, and not to what is selected
        trigger(self._window, "note")
        dialog = next(part for part in self._window.findChildren(NoteDialog) if part.isVisible())
        dialog.activateWindow()
        wait_for(lambda: isinstance(QApplication.focusWidget(), QPlainTextEdit), "the note can be written")
        QTest.qWait(_THINKING)
        press(Qt.Key.Key_End, CONTROL)
        type_text(f" {text} ")
        press(Qt.Key.Key_Return, CONTROL)
        self._activate()
        if not self._tell_errors():
            tell("note", note=text)

    def _star_search_and_star_again(self, id_: str, typed: str) -> None:
        """Star an item, or take the star away; undo that, and after a search make it again."""
        self._window.navigator.go_to(id_)
        self._activate()
        press(Qt.Key.Key_D, CONTROL)
        press(Qt.Key.Key_Z, CONTROL)
        self._search(typed)
        page_of(self._window).setFocus()
        press(Qt.Key.Key_Y, CONTROL)
        if not self._tell_errors():
            self._stars ^= {id_}
            tell("stars", owner=self.name, ids=sorted(self._stars))

    def _search(self, typed: str) -> None:
        sidebar = self._window.findChild(Sidebar)
        press(Qt.Key.Key_K, CONTROL)
        type_text(typed)
        # there is always something to be found, at the latest when the index has been made again
        wait_for(lambda: sidebar is not None and sidebar.searching and sidebar.row_count() > 0, f"hits for {typed}")
        press(Qt.Key.Key_Escape)
        wait_for(lambda: search_bar_of(self._window).text() == "", "the search is over")

    def _remove_and_undo(self) -> None:
        self._window.navigator.go_to(self.own)
        self._activate()
        trigger(self._window, "remove-release")
        press(Qt.Key.Key_Z, CONTROL)
        wait_for(lambda: "渡口" in text_on(self._window) or "湖滨" in text_on(self._window), "the release is back")
        tell("back", id=self.own)

    def _choose(self, number: int) -> None:
        settings, turn = self._program.settings, number // 4 % 2
        if self.name == "A":
            settings.choose_text(points=(POINTS[0], POINTS[1])[turn])
            tell("chosen", field="text-size", value=settings.preferences.text.points)
        else:
            settings.choose_text(measure=(MEASURES[0], MEASURES[1])[turn])
            tell("chosen", field="characters-in-a-line", value=settings.preferences.text.measure)

    def _tell_errors(self) -> bool:
        bars = [bar for bar in self._window.findChildren(MessageBar) if bar.isVisible()]
        for bar in bars:
            tell("error", message=bar.message)
            bar.hide()
        return bool(bars)


def main(name: str, library: Path, settings: Path, rounds: int, seconds: float) -> None:
    """Work for so many rounds, and for so long at least."""
    application = make_application(["several"])
    kept = Settings(settings)
    kept.session.welcomed = True
    program = Program(library, kept)
    program.failures.watch()
    program.window.show()
    program.window.complete()
    later = program.after_paint
    for step in (later.open_inbox, later.watch_library, kept.watch, later.bring_index_up_to_date):
        step()
    person = Person(name, program)
    end = time.monotonic() + seconds
    tell("ready")
    sys.stdin.readline()
    number = 0
    while number < rounds or time.monotonic() < end:
        person.work(number, together=number < rounds)
        number += 1
    tell("rounds", count=number)
    expected = json.loads(sys.stdin.readline())  # once the others have ended
    person.end(expected["items"], expected["notes"])
    program.window.close()
    program.close()
    application.quit()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]), float(sys.argv[5]))
