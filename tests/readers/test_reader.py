"""Any file: its kind is told by its content, and what is no document is said in one sentence."""

from __future__ import annotations

import datetime
import gzip
import io
import os
import tempfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from samples import sample_release

from viewer.readers.limits import LONGEST_PARAGRAPH
from viewer.readers.reader import LARGEST_FILE, read_file, read_pasted
from viewer.release.errors import Problem, ReleaseViewerError
from viewer.release.release import Release
from viewer.release.release_json import read_release, write_line, write_release

LINES = [
    "湖滨镇年度通报",
    "来源：湖滨晚报",
    "2024年1月5日，湖滨镇航运站恢复夜班船，全年运送乘客1.2万人。",
    "便民服务，温暖沿湖人家",
    "码头扩建完成，新增泊位12个，停靠船只比上年增加三成。",
    "守塔护航，点亮回家水路",
    "灯塔换灯，守塔人何川守塔三十年。（文/图 何文）",
]
TEXT = "\n".join(LINES)
PAGE = (
    "<html><head><title>湖滨晚报</title></head><body>" + "".join(f"<p>{line}</p>" for line in LINES) + "</body></html>"
)


def file_with(tmp_path: Path, data: bytes, name: str = "town.txt") -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


def read(tmp_path: Path, data: bytes, name: str = "town.txt") -> Release:
    return read_file(file_with(tmp_path, data, name))


def problem_with(tmp_path: Path, data: bytes, name: str = "town.txt") -> Problem:
    path = file_with(tmp_path, data, name)
    with pytest.raises(ReleaseViewerError) as raised:
        read_file(path)
    assert raised.value.file == str(path)
    assert len(str(raised.value).splitlines()) == 1
    return raised.value.problem


def result_of(path: Path) -> Release | ReleaseViewerError:
    try:
        return read_file(path)
    except ReleaseViewerError as error:
        return error


def check_places(release: Release) -> None:
    """Everything stands where it says, and the release reads back equal."""
    paragraphs = texts(release)
    for entry in release.entries():
        for figure in entry.figures:
            assert paragraphs[figure.paragraph - 1][figure.start : figure.end] == figure.written
        mentions = [*entry.units, *entry.places, *entry.systems]
        names = [(mention.name, mention.paragraph) for mention in mentions]
        names += [(person.name, person.paragraph) for person in entry.people]
        assert all(name in paragraphs[paragraph - 1] for name, paragraph in names)
    assert read_release(write_release(release), "") == release


def texts(release: Release) -> list[str]:
    assert release.source is not None
    return [part.text for part in release.source.paragraphs]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030", "gbk"])
def test_the_encoding_of_a_text_makes_no_difference(tmp_path: Path, encoding: str) -> None:
    assert texts(read(tmp_path, TEXT.encode(encoding))) == LINES


def test_a_text_in_big5_is_read(tmp_path: Path) -> None:
    text = "湖濱鎮年度通報\n湖濱鎮航運站恢復夜班船，全年運送乘客約12000多人次。\n碼頭擴建完成，新增泊位12個。"
    assert texts(read(tmp_path, text.encode("big5"))) == text.splitlines()


@pytest.mark.parametrize("name", ["page.html", "page.htm", "page", "page.pdf"])
def test_a_web_page_is_known_by_its_content(tmp_path: Path, name: str) -> None:
    assert LINES[4] in texts(read(tmp_path, PAGE.encode(), name))


@pytest.mark.parametrize("name", ["town.json", "town.txt", "town"])
def test_our_own_format_is_known_by_its_content(tmp_path: Path, name: str) -> None:
    assert read(tmp_path, write_release(sample_release()), name) == sample_release()


def test_markdown_is_known_by_its_name(tmp_path: Path) -> None:
    release = read(tmp_path, "# 湖滨镇年度通报\n\n## 服务\n\n夜班船恢复开行。".encode(), "town.md")
    assert (release.title, [section.title for section in release.sections]) == ("湖滨镇年度通报", ["服务"])


def test_a_document_becomes_a_release_that_reads_back_equal(tmp_path: Path) -> None:
    release = read(tmp_path, TEXT.encode())
    assert (release.title, release.date, release.publisher) == (LINES[0], datetime.date(2024, 1, 5), "湖滨晚报")
    assert release.form == "verbatim"
    assert release.credit == "文/图 何文"
    assert [section.title for section in release.sections] == [LINES[3], LINES[5]]
    assert [item.summary for section in release.sections for item in section.items] == [LINES[4], LINES[6]]
    assert read_release(write_release(release), "town.json") == release
    assert read_release(write_line(release).encode(), "town.json") == release


def test_figures_and_names_stand_where_they_say(tmp_path: Path) -> None:
    release = read(tmp_path, TEXT.encode())
    figures = [figure for entry in release.entries() for figure in entry.figures]
    assert [figure.written for figure in figures if figure.unit in ("人", "个")] == ["1.2万人", "12个"]
    check_places(release)


def test_a_document_without_a_title_is_named_after_its_first_paragraph(tmp_path: Path) -> None:
    release = read(tmp_path, "\n".join(LINES[2:]).encode())
    assert "title" in [part.field for part in release.inferred]
    assert release.title in LINES[2]


def test_a_document_without_a_day_has_that_of_its_file(tmp_path: Path) -> None:
    path = file_with(tmp_path, "渡口夜班船恢复开行，乘客可以坐船回家。".encode())
    moment = datetime.datetime(2022, 3, 4, 12).timestamp()
    os.utime(path, (moment, moment))
    release = read_file(path)
    assert release.date == datetime.date(2022, 3, 4)
    assert [part.field for part in release.inferred] == ["title", "date"]


def test_headings_nest_in_the_release(tmp_path: Path) -> None:
    lines = ["湖滨镇通报", "一、服务", "（一）水路", LINES[4], "（二）陆路", LINES[2], "二、安全", LINES[6]]
    release = read(tmp_path, "\n".join(lines).encode())
    assert [(section.title, section.level) for section in release.sections] == [
        ("一、服务", 1),
        ("（一）水路", 2),
        ("（二）陆路", 2),
        ("二、安全", 1),
    ]


def test_a_list_belongs_to_what_announces_it(tmp_path: Path) -> None:
    lines = [
        "湖滨镇通报",
        "一、服务",
        "今年做好三件事：",
        "1.恢复夜班船；",
        "2.更换灯泡；",
        "3.疏浚航道。",
        "二、安全",
        LINES[6],
    ]
    release = read(tmp_path, "\n".join(lines).encode())
    assert [item.paragraphs for item in release.sections[0].items] == [(3, 4, 5, 6)]


def archive(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, data in parts.items():
            zipped.writestr(name, data)
    return stream.getvalue()


BAD = {
    "empty": (b"", Problem.FILE_EMPTY),
    "blank": (b" \n\t \r\n", Problem.FILE_EMPTY),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, Problem.NOT_TEXT),
    "program": (b"\x7fELF" + b"\x00\x01\x02\x03" * 500, Problem.NOT_TEXT),
    "packed": (gzip.compress(TEXT.encode() * 50), Problem.NOT_TEXT),
    "archive": (archive(**{"a.txt": b"a"}), Problem.NOT_WORD),
    "cut archive": (archive(**{"word/document.xml": b"<w/>" * 999})[:60], Problem.BROKEN_DOCUMENT),
    "old word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, Problem.OLD_OR_LOCKED_WORD),
    "broken pdf": (b"%PDF-1.7\n1 0 obj <<", Problem.BROKEN_DOCUMENT),
    "script page": (b"<html><body><script>let a = 1</script></body></html>", Problem.NOTHING_TO_READ),
    "buttons": ("下载\n打印\n关闭".encode(), Problem.NOTHING_TO_READ),
    "broken json": (b'{"format": 1, ', Problem.NOT_JSON),
    "one long line": ("渡".encode() * (LONGEST_PARAGRAPH + 1), Problem.PARAGRAPH_TOO_LONG),
}


@pytest.mark.parametrize("name", ["town.txt", "town.html", "town.docx"])
@pytest.mark.parametrize("bad", list(BAD))
def test_what_is_no_document_is_said_in_one_sentence_whatever_its_name(tmp_path: Path, bad: str, name: str) -> None:
    data, problem = BAD[bad]
    assert problem_with(tmp_path, data, name) is problem


def test_a_file_that_is_too_large_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(1024**3)
    with pytest.raises(ReleaseViewerError) as raised:
        read_file(path)
    assert raised.value.problem is Problem.FILE_TOO_LARGE
    assert raised.value.values == {"size": "1024", "limit": str(LARGEST_FILE // 1024**2)}


def test_a_file_that_is_not_there_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(ReleaseViewerError) as raised:
        read_file(tmp_path / "none.txt")
    assert raised.value.problem is Problem.FILE_MISSING
    with pytest.raises(ReleaseViewerError) as raised:
        read_file(tmp_path)
    assert raised.value.problem is Problem.FILE_UNREADABLE


def test_a_page_that_is_nested_without_end_is_said_or_read(tmp_path: Path) -> None:
    result = result_of(file_with(tmp_path, b"<div>" * 100_000 + TEXT.encode(), "deep.html"))
    assert isinstance(result, Release) or result.problem is Problem.NESTED_TOO_DEEPLY


def test_a_pasted_text_may_be_markdown() -> None:
    assert read_pasted("# 湖滨镇通报\n\n## 服务\n\n夜班船恢复开行。").sections[0].title == "服务"


_starts = st.sampled_from(
    [b"", b"%PDF-1.4", b"PK\x03\x04", b"<html>", b'{"', b"MIME-Version: 1.0\n", b"\xff\xfe", b"# "]
)


@given(_starts, st.binary(max_size=400), st.sampled_from(["a.txt", "a.md", "a.html", "a.docx", "a.pdf", "a.json", "a"]))
@example(b"", b"\xe6\xb8\xa1\xe5", "a.txt")
def test_no_bytes_make_a_reader_raise_anything_but_its_own_error(start: bytes, rest: bytes, name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(start + rest)
        result = result_of(path)
        assert isinstance(result, Release) or result.file == str(path)


@given(st.text(max_size=300))
def test_any_text_is_a_release_whose_parts_stand_where_they_say(text: str) -> None:
    try:
        release = read_pasted(text)
    except ReleaseViewerError as error:
        has_words = error.problem is not Problem.NOTHING_TO_READ
    else:
        has_words = False
        check_places(release)
    assert not has_words
