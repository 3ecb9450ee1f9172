"""Journeys of the tests with sockets refused: whoever tries to make one is ended on the spot, and the trace says where.

On Linux the kernel does it (seccomp, https://docs.kernel.org/userspace-api/seccomp_filter.html), for every process that
is started from here too; elsewhere it is Python's own audit hook, which sees what Python does.

    python tests/reliability/no_network.py              # all tests but those of speed and those that need sockets
    python tests/reliability/no_network.py tests/journeys tests/widgets
    python tests/reliability/no_network.py --display …  # on an X server, with sockets within the machine allowed
"""

from __future__ import annotations

import ctypes
import faulthandler
import os
import platform
import signal
import struct
import sys
import traceback
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
ENDED = 31
"""The exit code of who tried, where the audit hook has seen it; under seccomp it is the signal SIGSYS."""

_EVERYTHING = ("tests", "--ignore=tests/benchmarks", "--ignore=tests/reliability")
_WITHOUT = (
    "--ignore=tests/journeys/test_screen_reader.py",  # speaks by D-Bus
    "--ignore=tests/writers/test_spreadsheets.py",  # LibreOffice makes sockets
    "--ignore=tests/test_desktop_metadata.py",  # and so do the tools of a desktop
    "-k=not print and not display_that_does_not_answer",  # asks the print service; looks for an X server
)
"""The tests that need sockets."""

_DISPLAY = "--display"


class _Machine(NamedTuple):
    """How the kernel knows a machine, and the numbers of what it is asked for there (asm/unistd.h)."""

    audit_number: int
    socket: int
    refused: tuple[int, ...]


_URING = 425  # io_uring_setup, by which sockets could be had without the others
_MACHINES = {
    # socket; socketpair, connect, sendto, sendmsg, sendmmsg, bind, listen
    "x86_64": _Machine(0xC000003E, 41, (53, 42, 44, 46, 307, 49, 50, _URING)),
    "aarch64": _Machine(0xC00000B7, 198, (199, 203, 206, 211, 269, 200, 201, _URING)),
}
_OF_THIS_MACHINE = 1  # AF_UNIX
_LOAD, _IF_EQUAL, _IF_AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06  # of classic BPF, words of 32 bits
_NUMBER_AT, _MACHINE_AT, _FIRST_ARGUMENT_AT = 0, 4, 16  # in struct seccomp_data
_ALLOW, _TRAP, _KILL = 0x7FFF0000, 0x00030000, 0x80000000
_OTHER_NUMBERS = 0x40000000  # x32, which numbers anew
_NO_NEW_PRIVILEGES, _SET_SECCOMP, _FILTER = 38, 22, 2


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("filter", ctypes.c_char_p)]


def has_seccomp() -> bool:
    """Whether the kernel can refuse sockets here."""
    return sys.platform == "linux" and platform.machine() in _MACHINES and Path("/proc/sys/kernel/seccomp").exists()


def refuse_sockets(*, allow_own_machine: bool = False) -> None:
    """End this process, and any that it starts, when it asks for a socket; one within the machine may be allowed."""
    if has_seccomp():
        said = os.dup(sys.stderr.fileno())  # for pytest takes what tests say, and gives it out at its end
        faulthandler.register(signal.SIGSYS, said, chain=True)
        _install(_instructions(_MACHINES[platform.machine()], allow_own_machine=allow_own_machine))
    else:
        sys.addaudithook(_end_at_socket)


def _end_at_socket(event: str, _arguments: object) -> None:
    if event.startswith("socket."):
        traceback.print_stack()
        os._exit(ENDED)


def _instructions(machine: _Machine, *, allow_own_machine: bool) -> bytes:
    """The filter: classic BPF over what the kernel is asked for."""
    refused = (machine.socket,) if allow_own_machine else (machine.socket, *machine.refused)
    checks = [
        (_LOAD, 0, 0, _MACHINE_AT),
        (_IF_EQUAL, 1, 0, machine.audit_number),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, _NUMBER_AT),
        (_IF_AT_LEAST, 0, 1, _OTHER_NUMBERS),
        (_RETURN, 0, 0, _KILL),
    ]
    for place, number in enumerate(refused, 1):
        checks.append((_IF_EQUAL, len(refused) - place + 1, 0, number))
    checks.append((_RETURN, 0, 0, _ALLOW))
    if allow_own_machine:
        checks += [(_LOAD, 0, 0, _FIRST_ARGUMENT_AT), (_IF_EQUAL, 0, 1, _OF_THIS_MACHINE), (_RETURN, 0, 0, _ALLOW)]
    checks.append((_RETURN, 0, 0, _TRAP))
    return b"".join(struct.pack("=HBBI", *check) for check in checks)


def _install(instructions: bytes) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    program = _Program(len(instructions) // 8, instructions)
    for arguments in ((_NO_NEW_PRIVILEGES, 1, 0, 0, 0), (_SET_SECCOMP, _FILTER, ctypes.byref(program), 0, 0)):
        if libc.prctl(*arguments):
            raise OSError(ctypes.get_errno(), "the kernel takes no filter")


def mapped_libraries() -> set[str]:
    """The names of the libraries that this process has in its memory."""
    return {Path(line.split()[-1]).name for line in Path("/proc/self/maps").read_text().splitlines() if ".so" in line}


def main(arguments: list[str]) -> int:
    """Run tests with sockets refused; gives the exit code of pytest."""
    allow_own_machine = _DISPLAY in arguments
    if not allow_own_machine:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault("LOGNAME", "somebody")  # else pytest asks the service that knows users by a socket
    refuse_sockets(allow_own_machine=allow_own_machine)
    import pytest  # and all that it imports, under the filter

    chosen = [argument for argument in arguments if argument != _DISPLAY] or list(_EVERYTHING)
    code = int(pytest.main(["-q", "-p", "no:cacheprovider", "-p", "no:xvfb", *_WITHOUT, *chosen]))
    if has_seccomp():
        loaded = sorted(name for name in mapped_libraries() if "Network" in name)
        print("libraries of the network in memory:", ", ".join(loaded) or "none")
    return code


if __name__ == "__main__":
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))  # as `python -m pytest` does
    sys.exit(main(sys.argv[1:]))
