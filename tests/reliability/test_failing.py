"""Everything fails once, in processes of their own: the hooks of this one are pytest's."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from viewer.folders import log_folder
from viewer.library.library import Library
from viewer.opening import open_library

TERMINATED = """
import os, sys, time
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from viewer.models.asker import Asker
from viewer.models.worker_thread import WorkerThread
from viewer.opening import open_library

application = QCoreApplication([])
path = Path(sys.argv[1])
open_library(path).close()

def answers(library, question):
    if question == "hang":
        QTimer.singleShot(0, application, end)
        time.sleep(600)
    yield question

def end():
    application.findChild(WorkerThread).terminate()

def leave(answer):
    print("answered", answer, flush=True)
    os._exit(0)

def ask_again(error):
    print("failed", type(error).__name__, flush=True)
    asker.ask("next")

asker = Asker(path, answers)
asker.failed.connect(ask_again)
asker.answered.connect(leave)
asker.ask("hang")
application.exec()
"""

STUCK = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from viewer.running import run
from viewer.library import arrivals
from viewer.models import worker_thread

worker_thread.PATIENCE = 300
take_in = arrivals.take_in

def stick(library, release):
    with library.transaction():
        take_in(library, release)
        QTimer.singleShot(0, QApplication.instance(), QApplication.closeAllWindows)
        time.sleep(600)

arrivals.take_in = stick
sys.exit(run(Path(sys.argv[1]), [sys.argv[2], sys.argv[2]]))
"""


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run([sys.executable, *command], env=environment, capture_output=True, text=True, check=False)


def test_whatever_fails_is_one_bar_and_one_entry_and_the_window_goes_on() -> None:
    done = run(Path(__file__).with_name("failing.py"), "6")
    assert done.returncode == 0, done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a thread that is ended by force may take all with it")
def test_a_thread_that_died_at_work_fails_the_question_and_answers_the_next(library_path: Path) -> None:
    done = run("-c", TERMINATED, library_path)
    assert done.stdout.splitlines() == ["failed ThreadDiedError", "answered next"]


def test_an_import_that_is_stuck_does_not_keep_the_process_and_leaves_the_library_as_it_was(
    library_path: Path, tmp_path: Path
) -> None:
    document = tmp_path / "town.txt"
    document.write_text("样例市公布全年数据\n2025年1月9日，样例市召开发布会，全年办理 120 件实事。\n", encoding="utf-8")
    open_library(library_path).close()
    assert run("-c", STUCK, library_path, document).returncode == 0
    (log,) = log_folder().glob("errors-*")
    assert "these threads still work: import" in log.read_text(encoding="utf-8")
    library = Library(library_path)
    assert library.check_integrity() == []
    assert library.rows("SELECT id FROM release") == [("xuzhou-2024",)]
    library.close()
