from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.readers.encoding import decode
from viewer.release.errors import Problem, ReleaseViewerError

SIMPLIFIED = "湖滨镇恢复渡口夜班船，末班船开到二十三点，首周接送乘客三千人。"
TRADITIONAL = "湖濱鎮恢復渡口夜班船，末班船開到二十三點，首週接送乘客三千人。"


def problem_with(data: bytes) -> Problem:
    with pytest.raises(ReleaseViewerError) as raised:
        decode(data, "release.txt")
    assert raised.value.file == "release.txt"
    return raised.value.problem


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "gbk", "gb18030"],
)
@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL, SIMPLIFIED * 200 + "\r\n", "第1条\n" + TRADITIONAL])
def test_every_encoding_of_either_script_is_told(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "") == text


@pytest.mark.parametrize("encoding", ["big5", "big5hkscs", "cp950"])
@pytest.mark.parametrize("length", [20, 25, len(TRADITIONAL)])
def test_short_texts_in_big5_are_not_taken_for_gbk(length: int, encoding: str) -> None:
    text = TRADITIONAL[:length]
    assert decode(text.encode(encoding), "") == text


@pytest.mark.parametrize("encoding", ["gb2312", "gbk"])
@pytest.mark.parametrize("start", range(0, len(SIMPLIFIED) - 20, 3))
def test_short_texts_in_gbk_are_not_taken_for_big5(start: int, encoding: str) -> None:
    text = SIMPLIFIED[start : start + 20]
    assert decode(text.encode(encoding), "") == text


@pytest.mark.parametrize("mark", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "gb18030"])
def test_the_mark_at_the_beginning_is_dropped(mark: str) -> None:
    assert decode(("\ufeff" + SIMPLIFIED).encode(mark), "") == SIMPLIFIED


def test_a_few_characters_among_much_ascii_decide() -> None:
    text = "<div class='x'></div>\n" * 9000 + SIMPLIFIED
    assert decode(text.encode("gbk"), "") == text


def test_line_breaks_stay_as_they_are() -> None:
    assert decode("甲\r\n乙\r丙\n".encode(), "") == "甲\r\n乙\r丙\n"


def test_what_is_empty_is_an_empty_text() -> None:
    assert decode(b"", "") == ""


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=50))
def test_all_that_is_utf_8_is_read_as_utf_8(text: str) -> None:
    assert decode(text.encode(), "") == text.removeprefix("\ufeff")


def test_a_text_cut_inside_a_character_is_read_up_to_there() -> None:
    data = (SIMPLIFIED * 3).encode()
    assert decode(data[:-1], "") == (SIMPLIFIED * 3)[:-1] + "\ufffd"
    assert decode((SIMPLIFIED * 3).encode("gbk")[:-1], "") == (SIMPLIFIED * 3)[:-1] + "\ufffd"


def test_a_few_bad_bytes_are_replaced() -> None:
    data = SIMPLIFIED.encode() + b"\xff" + SIMPLIFIED.encode() + b"\xfe\n"
    assert decode(data, "") == f"{SIMPLIFIED}\ufffd{SIMPLIFIED}\ufffd\n"


@pytest.mark.parametrize(
    "data",
    [
        SIMPLIFIED.encode() * 3 + SIMPLIFIED.encode("gbk") * 3,
        SIMPLIFIED.encode("gbk") * 3 + SIMPLIFIED.encode() * 3,
        SIMPLIFIED.encode() * 60_000 + SIMPLIFIED.encode("gbk") * 60_000,
    ],
)
def test_two_encodings_in_one_file_are_refused(data: bytes) -> None:
    assert problem_with(data) is Problem.NOT_TEXT


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)),
        b"\x89PNG\r\n\x1a\n",
        b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(range(128, 256)) * 9,
        b"PK\x03\x04\x14\0\x06\0",
        b"\x01\x02\x03 text",
        b"text\0with zeros",
        SIMPLIFIED.encode() + b"\0",
        b"\xff\xd8\xff\xe0\0\x10JFIF",
    ],
)
def test_binary_data_is_no_text(data: bytes) -> None:
    assert problem_with(data) is Problem.NOT_TEXT


def test_noise_is_no_text() -> None:
    for _ in range(20):
        assert problem_with(os.urandom(2000)) is Problem.NOT_TEXT
        assert problem_with(bytes(byte for byte in os.urandom(2000) if byte > 31)) is Problem.NOT_TEXT
