from __future__ import annotations

from pytestqt.qtbot import QtBot

from viewer.models.importer import Importer
from viewer.release.errors import Problem, ReleaseViewerError


def test_a_file_becomes_the_id_of_its_release(qtbot: QtBot, nothing_left_behind: None) -> None:
    importer = Importer(lambda file: f"id of {file}")
    with qtbot.waitSignal(importer.finished) as finished:
        importer.import_file("a.json")
    assert finished.args == ["id of a.json"]
    importer.close()


def test_a_broken_file_fails_with_its_error_and_the_next_one_is_taken(qtbot: QtBot, nothing_left_behind: None) -> None:
    def import_file(file: str) -> str:
        if file == "broken":
            raise ReleaseViewerError(Problem.FILE_EMPTY, file)
        return file

    importer = Importer(import_file)
    with qtbot.waitSignal(importer.failed) as failed:
        importer.import_file("broken")
    assert failed.args[0].problem is Problem.FILE_EMPTY
    with qtbot.waitSignal(importer.finished) as finished:
        importer.import_file("sound")
    assert finished.args == ["sound"]
    importer.close()
