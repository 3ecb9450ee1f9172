from __future__ import annotations

import pytest

from viewer.release.errors import Problem, ReleaseViewerError


@pytest.mark.parametrize(
    ("file", "place", "start"),
    [
        ("", "", "there is no such file. "),
        ("town.json", "", "town.json: there is no such file. "),
        ("town.json", "sections[0]", "town.json: sections[0]: there is no such file. "),
        ("", "line 3", "line 3: there is no such file. "),
    ],
)
def test_a_sentence_names_file_and_place_before_the_problem(file: str, place: str, start: str) -> None:
    assert str(ReleaseViewerError(Problem.FILE_MISSING, file, place)).startswith(start)


def test_braces_in_what_was_found_are_shown_as_they_are() -> None:
    error = ReleaseViewerError(Problem.WRONG_TYPE, "{0}.json", "{where}", expected="text", found='{"{x}": 1}')
    assert '{0}.json: {where}: expected text, got {"{x}": 1}.' in str(error)


def test_what_was_expected_is_said_in_the_readers_language_and_what_was_found_is_not() -> None:
    error = ReleaseViewerError(Problem.WRONG_TYPE, expected="text", found="text")
    assert "expected TEXT, got text" in error.sentence(lambda _context, text: "TEXT" if text == "text" else text)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a\nb.json", "a[U+000A]b.json: "),
        ("\r\u2028\x1b[2J", "[U+000D][U+2028][U+001B][2J: "),
        ("\udcff", "[U+DCFF]: "),
        ("gpj.\u202eexe.txt", "gpj.[U+202E]exe.txt: "),
        ("通稿\u3000（终稿）.json", "通稿\u3000（终稿）.json: "),
    ],
)
def test_a_sentence_is_one_line_that_can_be_shown_whatever_the_name(name: str, said: str) -> None:
    sentence = str(ReleaseViewerError(Problem.FILE_MISSING, name))
    assert sentence.startswith(said)
    assert len(sentence.splitlines()) == 1


@pytest.mark.parametrize("problem", list(Problem))
def test_every_problem_says_what_to_do_and_ends_as_a_sentence(problem: Problem) -> None:
    assert problem.remedy.endswith(".")
    assert not problem.text.endswith(".")
