from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import no_network
import pytest

# some of them; `.ci/run` has all of them once so
JOURNEYS = {
    "in a window": (  # launch, browse, search, open documents of every kind, copy, help, links
        "tests/journeys/test_first_visit.py",
        "tests/journeys/test_hostile_documents.py",
        "tests/journeys/test_opening_documents.py",
        "tests/journeys/test_web_links.py",
        "tests/widgets/test_help.py",
    ),
    "beside it": (  # later starts, the command line, files of every format
        "tests/test_handover.py",
        "tests/test_reading_commands.py",
        "tests/test_document_commands.py",
        "tests/test_writing_commands.py",
        "tests/test_exporting.py",
    ),
}
_OURS = no_network.ROOT / "tests" / "reliability"


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run tests with sockets refused."""
    return in_a_process("import no_network; sys.exit(no_network.main(sys.argv[1:]))", *arguments)


def in_a_process(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python, where the harness can be imported as well as the program."""
    paths = f"import sys; sys.path[:0] = [{str(no_network.ROOT)!r}, {str(_OURS)!r}]\n"
    command = [sys.executable, "-c", paths + code, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=no_network.ROOT)


needs_seccomp = pytest.mark.skipif(not no_network.has_seccomp(), reason="the kernel cannot refuse sockets here")


@pytest.mark.parametrize("journeys", JOURNEYS.values(), ids=JOURNEYS)
def test_no_journey_tries_to_make_a_connection(journeys: tuple[str, ...]) -> None:
    done = run(*journeys)
    assert done.returncode == 0, done.stdout + done.stderr
    assert " passed" in done.stdout
    if no_network.has_seccomp():
        assert done.stdout.splitlines()[-1] == "libraries of the network in memory: none"


@needs_seccomp
def test_printing_asks_the_print_service_of_this_machine_and_none_by_the_network() -> None:
    done = run("--display", "tests/journeys/test_taking_along.py", "-k=print")
    assert done.returncode == 0, done.stdout + done.stderr


ATTEMPTS = {
    "a socket of Python": "import socket; socket.socket()",
    "a name that is looked up": "import socket; socket.gethostbyname('localhost')",
    "a page that is fetched": "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')",
    "a socket past Python": "import ctypes; ctypes.CDLL(None).socket(10, 1, 0)",
    "a socket of this machine": "import socket; socket.socket(socket.AF_UNIX)",
    "a ring of requests": "import ctypes; ctypes.CDLL(None).syscall(425, 1, 0)",
    "Qt's own network": "from PySide6.QtNetwork import QTcpSocket; QTcpSocket().connectToHost('127.0.0.1', 9)",
    "another thread": "import socket, threading; t = threading.Thread(target=socket.socket); t.start(); t.join()",
}


@needs_seccomp
@pytest.mark.parametrize("attempt", ATTEMPTS.values(), ids=ATTEMPTS)
def test_who_tries_is_ended_and_named(attempt: str) -> None:
    done = in_a_process(f"import no_network; no_network.refuse_sockets()\n{attempt}\nprint('went on')")
    assert (done.returncode, done.stdout) == (-signal.SIGSYS, "")
    assert 'File "<string>", line' in done.stderr


@needs_seccomp
def test_a_process_that_is_started_is_ended_too() -> None:
    child = "import subprocess, sys; print(subprocess.run([sys.executable, '-c', 'import socket; socket.socket()']))"
    done = in_a_process(f"import no_network; no_network.refuse_sockets()\n{child}")
    assert f"returncode={-signal.SIGSYS}" in done.stdout


@needs_seccomp
@pytest.mark.parametrize(
    ("family", "code"), [("AF_UNIX", 0), ("AF_INET", -signal.SIGSYS), ("AF_INET6", -signal.SIGSYS), ("AF_PACKET", -31)]
)
def test_where_sockets_of_this_machine_are_allowed_no_others_are(family: str, code: int) -> None:
    refusing = "import no_network; no_network.refuse_sockets(allow_own_machine=True)"
    assert in_a_process(f"{refusing}\nimport socket; socket.socket(socket.{family})").returncode == code


def test_a_test_that_tries_fails_the_run(tmp_path: Path) -> None:
    test = tmp_path / "test_tries.py"
    test.write_text("import socket\ndef test_tries() -> None:\n    socket.socket()\n", encoding="utf-8")
    done = run(str(test), f"--rootdir={tmp_path}")
    assert done.returncode != 0
    assert "test_tries" in done.stderr


def test_the_audit_hook_ends_who_tries_where_there_is_no_seccomp() -> None:
    hooked = "import sys, no_network; no_network.has_seccomp = lambda: False; no_network.refuse_sockets()"
    done = in_a_process(f"{hooked}\nimport socket; socket.socket()")
    assert done.returncode == no_network.ENDED
    assert "socket.socket()" in done.stderr or 'File "<string>"' in done.stderr
    assert in_a_process(f"{hooked}\nimport viewer.cli").returncode == 0


def test_a_window_loads_neither_qts_network_nor_pythons_sockets() -> None:
    done = in_a_process(
        """import os, tempfile; os.environ["QT_QPA_PLATFORM"] = "offscreen"
from pathlib import Path
from viewer.app import Program
from viewer.running import make_application
from viewer.widgets.settings import Settings
application = make_application(["release-viewer"])
folder = Path(tempfile.mkdtemp())
program = Program(folder / "library.sqlite", Settings(folder))
program.window.show()
program.window.complete()
application.processEvents()
print([name for name in ("PySide6.QtNetwork", "socket", "ssl", "http.client") if name in sys.modules])
program.close()"""
    )
    assert done.stdout == "[]\n", done.stderr
