from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from people import page_of
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from viewer.address import address_of
from viewer.app import Program
from viewer.handover import Inbox, Request, hand_over
from viewer.release.errors import ReleaseViewerError
from viewer.widgets.message_bar import MessageBar
from viewer.widgets.preview_dialog import PreviewDialog


def environment_of(library_path: Path) -> dict[str, str]:
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "RELEASE_VIEWER_LIBRARY": str(library_path)}


def start(library_path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Start the program once more, which comes back at once if a window is open."""
    command = [sys.executable, "-m", "viewer", *arguments]
    return subprocess.run(command, env=environment_of(library_path), capture_output=True, text=True, check=False)


@pytest.fixture
def open_program(program: Program) -> Program:
    program.after_paint.open_inbox()
    return program


def test_a_link_that_is_opened_elsewhere_is_shown_by_the_window_that_is_there(
    qtbot: QtBot, open_program: Program
) -> None:
    done = start(open_program.library_path, address_of("xuzhou-2024/liu-tao"))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    qtbot.waitUntil(lambda: "五十" in page_of(open_program.window).toPlainText())


@pytest.mark.parametrize("is_address", [False, True], ids=["a path", "an address, as file managers pass it"])
def test_a_document_that_is_opened_elsewhere_is_shown_by_the_window_that_is_there(
    qtbot: QtBot, open_program: Program, tmp_path: Path, is_address: bool
) -> None:
    document = tmp_path / "通 稿.txt"
    document.write_text("样例市公布全年数据\n2025年1月9日，样例市召开发布会，全年办理 120 件实事。\n", encoding="utf-8")
    address = document.as_uri() if is_address else str(document)
    start(open_program.library_path, address)
    qtbot.waitUntil(lambda: open_program.window.findChild(PreviewDialog) is not None)
    dialog = open_program.window.findChild(QDialog)
    assert isinstance(dialog, PreviewDialog)
    dialog.reject()


def test_a_start_without_anything_brings_the_window_to_the_front(qtbot: QtBot, open_program: Program) -> None:
    open_program.window.showMinimized()
    start(open_program.library_path)
    qtbot.waitUntil(lambda: not open_program.window.isMinimized())


def test_a_start_that_hands_over_loads_nothing_of_the_window(open_program: Program) -> None:
    script = "import sys; from viewer.cli import main; assert main([]) == 0; print(*sys.modules)"
    environment = environment_of(open_program.library_path)
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True)
    assert "viewer.handover" in done.stdout.split()
    assert "viewer.widgets.main_window" not in done.stdout.split()


def test_what_is_handed_over_arrives_in_order_and_once(qtbot: QtBot, library_path: Path, program: Program) -> None:
    inbox = Inbox(library_path, program)
    received: list[Request] = []
    inbox.received.connect(received.append)
    for name in ("一", "二", "三"):
        assert hand_over(library_path, [name])
    qtbot.waitUntil(lambda: len(received) == 3)
    assert [request.wanted for request in received] == [("一",), ("二",), ("三",)]
    inbox.close()


def test_nothing_is_handed_to_a_window_of_another_library_or_one_that_has_closed(
    library_path: Path, tmp_path: Path, program: Program
) -> None:
    assert not hand_over(library_path, [])
    inbox = Inbox(library_path, program)
    assert not hand_over(tmp_path / "other.sqlite", [])
    assert hand_over(library_path, [])
    inbox.close()
    assert not hand_over(library_path, [])


@pytest.mark.parametrize("left", ["", "neither process nor machine", "1\nrelease-viewer\nanother-machine\n\n\n"])
def test_a_lock_that_was_left_and_no_window_holds_keeps_nobody_out(
    library_path: Path, tmp_path: Path, program: Program, left: str
) -> None:
    Inbox(library_path, program).close()
    (folder,) = (tmp_path / "state-home" / "release-viewer" / "windows").iterdir()
    (folder / "lock").write_text(left)
    assert not hand_over(library_path, [])
    (folder / "lock").write_text(left)
    inbox = Inbox(library_path, program)
    assert hand_over(library_path, []), "the next window holds it"
    inbox.close()


def test_a_second_window_of_a_library_is_handed_nothing(qtbot: QtBot, library_path: Path, program: Program) -> None:
    first, second = Inbox(library_path, program), Inbox(library_path, program)
    with qtbot.assertNotEmitted(second.received), qtbot.waitSignal(first.received):
        hand_over(library_path, ["一"])
    second.close()
    assert hand_over(library_path, []), "the first window still holds the lock"
    first.close()


def test_a_folder_that_cannot_be_made_leaves_the_window_as_it_is(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, library_path: Path, program: Program
) -> None:
    (tmp_path / "taken").write_text("a file")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "taken"))
    inbox = Inbox(library_path, program)
    assert not hand_over(library_path, [])
    inbox.close()


def test_a_folder_in_place_of_the_lock_is_no_window(library_path: Path, tmp_path: Path, program: Program) -> None:
    Inbox(library_path, program).close()
    (folder,) = (tmp_path / "state-home" / "release-viewer" / "windows").iterdir()
    (folder / "lock" / "inside").mkdir(parents=True)
    assert not hand_over(library_path, [])
    inbox = Inbox(library_path, program)
    assert not hand_over(library_path, []), "the next start opens a window of its own"
    inbox.close()


def test_a_folder_and_a_file_that_is_gone_do_not_keep_from_what_was_handed_over(
    qtbot: QtBot, library_path: Path, tmp_path: Path, program: Program
) -> None:
    Inbox(library_path, QObject()).close()
    (folder,) = (tmp_path / "state-home" / "release-viewer" / "windows").iterdir()
    (folder / "folder.json").mkdir()
    (folder / "gone.json").symlink_to(tmp_path / "nowhere")
    inbox = Inbox(library_path, program)
    received: list[Request] = []
    inbox.received.connect(received.append)
    assert hand_over(library_path, ["一"])
    qtbot.waitUntil(lambda: len(received) == 1)
    assert received[0].wanted == ("一",)
    inbox.close()


@pytest.mark.parametrize(
    "wanted",
    [
        "\0",
        "a\0b",
        "release-viewer://item/help:zzz",
        "release-viewer:x",
        "https://example.org/",
        "-rf",
        "\u202e",
        "|ls",
    ],
)
def test_a_request_that_is_odd_is_said_in_one_sentence_and_the_window_goes_on(
    qtbot: QtBot, open_program: Program, tmp_path: Path, wanted: str
) -> None:
    (folder,) = (tmp_path / "state-home" / "release-viewer" / "windows").iterdir()
    with qtbot.captureExceptions() as raised:
        (folder / "odd.json").write_text(json.dumps({"wanted": [wanted], "activation": "\0\n="}), encoding="utf-8")
        qtbot.waitUntil(lambda: bool(raised) or bool(open_program.window.findChildren(MessageBar)))
    assert all(isinstance(error, ReleaseViewerError) for _kind, error, _trace in raised)
    for bar in open_program.window.findChildren(MessageBar):
        assert "程序内部" not in bar.message
    assert open_program.window.isVisible()


@pytest.mark.parametrize("content", ["", "{", '{"wanted": "all"}', '{"wanted": [3]}', "[]"])
def test_what_makes_no_sense_asks_for_nothing(
    qtbot: QtBot, library_path: Path, program: Program, content: str, tmp_path: Path
) -> None:
    inbox = Inbox(library_path, program)
    (folder,) = (tmp_path / "state-home" / "release-viewer" / "windows").iterdir()
    with qtbot.waitSignal(inbox.received) as received:
        (folder / "odd.json").write_text(content)
    assert received.args is not None
    assert received.args[0].wanted == ()
    inbox.close()
