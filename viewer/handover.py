"""One window for each library: what a later start is asked to open is handed over to the window that is there.

The window holds a lock for as long as it runs; later starts leave what they were asked for as files in a folder,
which the window watches. Nothing of this is a connection, see the promises in README.md.
"""

from __future__ import annotations

import json
import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCryptographicHash, QFileSystemWatcher, QLockFile, QObject, Signal, Slot

from viewer.folders import handover_folder
from viewer.settings_file import SettingsFile, text, texts

_ACTIVATION = "XDG_ACTIVATION_TOKEN"  # by which Wayland lets a window come to the front


class Request(NamedTuple):
    """What a later start was asked for.

    Attributes:
        wanted: paths of documents, and links to pages; none to come to the front.
        activation: what lets the window come to the front.
    """

    wanted: tuple[str, ...]
    activation: str


def hand_over(library_path: Path, wanted: list[str]) -> bool:
    """Let the window that is open on a library open `wanted`; False where there is none.

    Raises ReleaseViewerError where nothing can be left for it.
    """
    folder = _folder_of(library_path)
    lock = _lock_in(folder)
    if lock.tryLock(0) or lock.error() is not QLockFile.LockError.LockFailedError:
        return False
    held = Path(lock.fileName())
    if not (held.is_file() and os.access(held, os.R_OK)):  # no window's: theirs are files that they can read
        return False
    values = {"wanted": wanted, "activation": os.environ.get(_ACTIVATION, "")}
    from viewer.replacing import replacing  # seldom needed

    with replacing(folder / f"{os.urandom(8).hex()}.json") as new:
        new.write_text(json.dumps(values), encoding="utf-8")
    return True


def read_request(path: Path) -> Request:
    """The request in a file that was left; nothing is wanted where it makes no sense."""
    file = SettingsFile(path)
    nothing: tuple[str, ...] = ()
    return Request(file.value("wanted", nothing, texts), file.value("activation", "", text))


class Inbox(QObject):
    """Where a window finds what later starts leave for it.

    Signals:
        received(Request): a later start has left something.
    """

    received = Signal(object)

    def __init__(self, library_path: Path, parent: QObject) -> None:
        """Take the lock, if no other window has it; then this one is handed nothing."""
        super().__init__(parent)
        self._folder = _folder_of(library_path)
        self._lock = _lock_in(self._folder)
        with suppress(OSError):  # without the folder the window does what it does, and later starts open their own
            self._folder.mkdir(parents=True, exist_ok=True)
        if not self._lock.tryLock(0):
            return
        for left in _files_in(self._folder):
            _remove(left)  # for a window that has ended meanwhile
        self._watcher = QFileSystemWatcher([str(self._folder)], self)
        self._watcher.directoryChanged.connect(self._take)

    def close(self) -> None:
        """Give up the lock."""
        self._lock.unlock()

    @Slot()
    def _take(self) -> None:
        for path in _files_in(self._folder):
            request = read_request(path)
            if _remove(path):  # what stays would be taken again and again
                self.received.emit(request)


def _files_in(folder: Path) -> list[Path]:
    """What later starts have left, the earliest first."""
    found: list[tuple[int, Path]] = []
    for path in folder.glob("*.json"):
        with suppress(OSError):  # gone meanwhile
            status = path.stat()
            if stat.S_ISREG(status.st_mode):
                found.append((status.st_mtime_ns, path))
    return [path for _time, path in sorted(found)]


def _remove(path: Path) -> bool:
    """Whether a file is gone."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _lock_in(folder: Path) -> QLockFile:
    lock = QLockFile(str(folder / "lock"))
    lock.setStaleLockTime(0)  # only a lock whose process has ended is stale, however old it is
    # nor does one count that is broken or of a machine of another name: who lives holds the file, and it stays
    lock.removeStaleLockFile()
    return lock


def _folder_of(library_path: Path) -> Path:
    # Qt's, for Python's would load OpenSSL at every start
    name = QCryptographicHash.hash(bytes(library_path.absolute()), QCryptographicHash.Algorithm.Sha256)
    return handover_folder() / name.data().hex()[:16]
