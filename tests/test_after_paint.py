from __future__ import annotations

from pathlib import Path

from people import rows, search_bar_of, view_of
from pytestqt.qtbot import QtBot

from viewer.app import Program
from viewer.widgets.settings import Settings


def test_what_the_first_start_shows_is_soon_found(
    qtbot: QtBot, nothing_left_behind: None, library_path: Path, settings: Settings
) -> None:
    program = Program(library_path, settings)
    search_bar_of(program.window).setText("走失")
    with qtbot.waitSignal(program.window.completed):
        program.window.show()
    program.after_paint.bring_index_up_to_date()
    qtbot.waitUntil(lambda: len(rows(view_of(program.window))) == 1)
    program.window.close()
    program.close()
