"""Reports of unexpected errors: they tell where, and hold no text that a document, a note or a query may have."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import apsw
import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.error_report import report_of, versions
from viewer.release.errors import Problem, ReleaseViewerError
from viewer.settings_file import text as read_text

# of no letter that a report has of its own
words = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=1, max_size=20)

ERRORS: tuple[Callable[[str], BaseException], ...] = (
    KeyError,
    ValueError,
    AssertionError,
    StopIteration,
    SystemExit,
    OSError,
    apsw.SQLError,
    lambda text: OSError(text, text),
    lambda text: FileNotFoundError(2, text, text, None, text),
    lambda text: UnicodeDecodeError("utf-8", text.encode(), 0, 1, text),
    lambda text: UnicodeEncodeError(text, text, 0, 1, text),
    lambda text: SyntaxError(text, (text, 1, 1, text)),
    lambda text: ImportError(text, name=text, path=text),
    lambda text: AttributeError(text, name=text, obj=text),
    lambda text: ExceptionGroup(text, [KeyError(text), ExceptionGroup(text, [ValueError(text)])]),
    lambda text: ReleaseViewerError(Problem.FILE_MISSING, text, text, reason=text),
)


def raised(make: Callable[[str], BaseException], text: str, cause: BaseException | None = None) -> BaseException:
    """An error that has been raised, with the text wherever an error may carry one."""
    held = {"text": text}
    try:
        error = make(text)
        error.add_note(text)
        vars(error)["told"] = held
        raise error from cause
    except BaseException as error:
        return error


@given(words, st.sampled_from(ERRORS), st.sampled_from(ERRORS))
def test_no_text_that_an_error_carries_is_reported(
    text: str, make: Callable[[str], BaseException], make_cause: Callable[[str], BaseException]
) -> None:
    report = report_of(raised(make, text, raised(make_cause, text)))
    assert not set(text) & set(report)
    assert __name__ in report


@given(words)
def test_what_python_and_sqlite_say_of_a_text_is_not_reported(text: str) -> None:
    connection = apsw.Connection(":memory:")
    attempts: tuple[Callable[[], object], ...] = (
        lambda: int(text),
        lambda: dict[str, str]()[text],
        lambda: connection.execute(f"SELECT {text} FROM {text}"),
        lambda: read_text({text: text}),
        lambda: "".join([text, 3]),  # type: ignore[list-item]
        lambda: Path("/", text).read_text(encoding="utf-8"),
    )
    for attempt in attempts:
        with pytest.raises(Exception) as caught:  # noqa: PT011  of whatever kind
            attempt()
        assert not set(text) & set(report_of(caught.value))
    connection.close()


def test_a_report_tells_types_files_lines_functions_and_what_came_before() -> None:
    report = report_of(raised(KeyError, "x", raised(lambda _text: FileNotFoundError(2, "no such file"), "x")))
    cause, error = report.split("then:\n")
    assert cause.startswith("builtins.FileNotFoundError ENOENT\n")
    assert error.startswith("builtins.KeyError\n")
    assert 'test_error_report.py", line' in error
    assert error.endswith(", in raised")


def test_our_own_problems_and_errors_of_sqlite_are_told_by_their_names_and_numbers() -> None:
    assert "ReleaseViewerError FILE_EMPTY" in report_of(ReleaseViewerError(Problem.FILE_EMPTY, "secret"))
    with pytest.raises(apsw.SQLError) as caught:
        apsw.Connection(":memory:").execute("SELECT")
    assert report_of(caught.value).startswith("apsw.SQLError SQLite 1\n")


def test_no_folder_above_a_package_is_told(tmp_path: Path) -> None:
    code = compile("1 / 0", str(tmp_path / "someone" / "script.py"), "exec")
    with pytest.raises(ZeroDivisionError) as caught:
        exec(code)
    report = report_of(caught.value)
    assert 'File "script.py", line 1' in report
    assert "someone" not in report
    assert str(Path(__file__).parent) not in report


def test_errors_that_came_from_each_other_end(tmp_path: Path) -> None:
    first, second = KeyError(), ValueError()
    first.__context__, second.__context__ = second, first
    assert report_of(first).splitlines() == ["builtins.ValueError", "then:", "builtins.KeyError"]


def test_an_endless_recursion_is_told_in_a_few_lines() -> None:
    def recurse() -> None:
        recurse()

    with pytest.raises(RecursionError) as caught:
        recurse()
    assert len(report_of(caught.value).splitlines()) < 70


def test_the_versions_name_all_that_the_program_stands_on() -> None:
    assert all(name in versions() for name in ("Release Viewer", "Qt", "SQLite", "Python"))
