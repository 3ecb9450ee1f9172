"""The files that SQLite works on, of which any call can be made to fail: https://rogerbinns.github.io/apsw/vfs.html."""

from __future__ import annotations

import os
import signal
from dataclasses import dataclass

import apsw

_NAME = "failing"


@dataclass
class Failure:
    """Which call fails, and how.

    Attributes:
        call: its name.
        number: which of these calls fails, from 1 on; 0 for none.
        code: what SQLite is told; None where the process is killed instead.
        lasts: whether all that come after it fail too.
        met: how many of them have come.
    """

    call: str
    number: int = 0
    code: int | None = apsw.SQLITE_IOERR
    lasts: bool = False
    met: int = 0

    def is_due(self, call: str) -> bool:
        """Whether the call that comes now is to fail."""
        if call != self.call:
            return False
        self.met += 1
        return self.met == self.number or (self.lasts and 0 < self.number < self.met)

    def happen(self) -> None:
        """Fail."""
        if self.code is None:
            os.kill(os.getpid(), signal.SIGKILL)
        else:
            raise apsw.exception_for(self.code)


class FailingFiles(apsw.VFS):
    """All files of SQLite, from when it is made until it is unregistered.

    Attributes:
        failure: what is to fail.
    """

    def __init__(self) -> None:
        self.base = apsw.vfs_names()[0]
        self.failure = Failure("")
        super().__init__(_NAME, self.base, makedefault=True)

    def check(self, call: str) -> None:
        """Fail if this call is to fail."""
        if self.failure.is_due(call):
            self.failure.happen()

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> apsw.VFSFile:
        self.check("open")
        return _FailingFile(self, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:
        self.check("delete")
        super().xDelete(filename, syncdir)

    def xAccess(self, pathname: str, flags: int) -> bool:
        self.check("access")
        return super().xAccess(pathname, flags)


class _FailingFile(apsw.VFSFile):
    def __init__(self, files: FailingFiles, name: str | apsw.URIFilename | None, flags: list[int]) -> None:
        super().__init__(files.base, name, flags)
        self._files = files

    def xRead(self, amount: int, offset: int) -> bytes:
        self._files.check("read")
        return super().xRead(amount, offset)

    def xWrite(self, data: bytes, offset: int) -> None:
        if self._files.failure.is_due("write"):
            super().xWrite(data[: len(data) // 2], offset)  # a full disk takes a part of it
            self._files.failure.happen()
        super().xWrite(data, offset)

    def xSync(self, flags: int) -> None:
        self._files.check("sync")
        super().xSync(flags)

    def xTruncate(self, newsize: int) -> None:
        self._files.check("truncate")
        super().xTruncate(newsize)

    def xFileSize(self) -> int:
        self._files.check("size")
        return super().xFileSize()

    def xLock(self, level: int) -> None:
        self._files.check("lock")
        super().xLock(level)
