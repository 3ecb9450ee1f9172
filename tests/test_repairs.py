from __future__ import annotations

from people import button, message_bar_of, shown_message_of
from pytestqt.qtbot import QtBot

from viewer.app import Program
from viewer.widgets.message_bar import MessageBar


def test_a_start_finds_damage_that_nothing_has_come_upon_yet(qtbot: QtBot, damaged_program: Program) -> None:
    window = damaged_program.window
    assert window.findChild(MessageBar) is None
    damaged_program.repairs.look()
    assert "--repair" in shown_message_of(qtbot, window).message
    assert button(message_bar_of(window), "修复…")


def test_a_bug_that_damage_explains_is_said_to_be_damage(qtbot: QtBot, damaged_program: Program) -> None:
    damaged_program.failures.happened.emit(KeyError("inner"))
    qtbot.waitUntil(lambda: "--repair" in message_bar_of(damaged_program.window).message)
