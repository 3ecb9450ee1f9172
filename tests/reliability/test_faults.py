from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import apsw
import pytest
from failing_files import FailingFiles, Failure
from kinds_of_work import marks

from viewer.library.annotations import marked_annotations, put_annotations, remove_annotations
from viewer.library.index import check_index
from viewer.library.library import Library
from viewer.release.annotation import AnnotationKind
from viewer.release.errors import ReleaseViewerError


@pytest.fixture
def files() -> Iterator[FailingFiles]:
    made = FailingFiles()
    yield made
    made.unregister()


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked and killed as on Linux")
def test_whatever_call_to_its_files_fails_the_library_says_so_and_keeps_all_or_nothing() -> None:
    command = [sys.executable, str(Path(__file__).with_name("faults.py")), "--short"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_window_whose_disk_was_full_goes_on_as_soon_as_there_is_room(files: FailingFiles, library: Library) -> None:
    star = marks(library, "xuzhou-2024")[:1]
    for number in count(1):
        failure = files.failure = Failure("write", number, apsw.SQLITE_FULL, lasts=True)
        try:
            put = put_annotations(library, star)
        except ReleaseViewerError:
            files.failure = Failure("")
            assert marked_annotations(library, AnnotationKind.STAR) == ()
            put = put_annotations(library, star)
        files.failure = Failure("")
        assert marked_annotations(library, AnnotationKind.STAR) == put
        remove_annotations(library, put)
        if failure.met < number:
            break
    assert number > 1
    assert check_index(library) == library.check_integrity() == []
