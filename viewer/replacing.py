"""Writing a file whole, or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from viewer.release.errors import Problem, ReleaseViewerError


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A new file beside `path`, which takes its place at the end; if anything goes wrong, it is gone.

    Raises ReleaseViewerError where the file cannot be written.
    """
    new = path.with_name(f".{os.urandom(8).hex()}.part")  # `secrets` would load OpenSSL at every start
    try:
        yield new
        new.replace(path)
    except OSError as error:
        raise ReleaseViewerError(Problem.FILE_NOT_WRITTEN, str(path), reason=error.strerror or str(error)) from error
    finally:
        with suppress(OSError):  # it has taken its place, or was never made
            new.unlink()
