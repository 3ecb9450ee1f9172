"""The numbers that Word writes, as it writes them itself."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

import docx
import pytest

from viewer.readers.document import Block, BlockKind
from viewer.readers.word import read_word

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def numbered(levels: Sequence[tuple[str, str]], depths: Sequence[int], start: int = 1) -> tuple[Block, ...]:
    """The blocks of a document with a paragraph at each of the depths; levels are forms and texts of numbers."""
    made = "".join(
        f"<w:lvl w:ilvl='{depth}'><w:start w:val='{start}'/>"
        f"<w:numFmt w:val='{form}'/><w:lvlText w:val='{text}'/></w:lvl>"
        for depth, (form, text) in enumerate(levels)
    )
    numbering = (
        f"<w:numbering {W}><w:abstractNum w:abstractNumId='1'>{made}</w:abstractNum>"
        "<w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num></w:numbering>"
    )
    paragraphs = "".join(
        f"<w:p><w:pPr><w:numPr><w:ilvl w:val='{depth}'/><w:numId w:val='1'/></w:numPr></w:pPr>"
        "<w:r><w:t>渡口</w:t></w:r></w:p>"
        for depth in depths
    )
    parts = {
        "word/numbering.xml": numbering,
        "word/document.xml": f"<w:document {W}><w:body>{paragraphs}</w:body></w:document>",
    }
    template, stream = io.BytesIO(), io.BytesIO()
    document = docx.Document()
    document.add_paragraph("", style="List Number")  # so that it has a part for numbers
    document.save(template)
    with zipfile.ZipFile(template) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(name, parts.get(name) or old.read(name))
    return read_word(stream.getvalue(), "town.docx").blocks


def marks(levels: Sequence[tuple[str, str]], depths: Sequence[int]) -> list[str]:
    return [block.text.removesuffix("渡口") for block in numbered(levels, depths)]


@pytest.mark.parametrize(
    ("form", "count", "written"),
    [
        ("decimal", 3, "3"),
        ("decimalZero", 3, "03"),
        ("decimalZero", 12, "12"),
        ("chineseCounting", 1, "一"),
        ("chineseCounting", 10, "十"),
        ("chineseCountingThousand", 12, "十二"),
        ("japaneseCounting", 20, "二十"),
        ("ideographDigital", 9, "九"),
        ("ideographDigital", 20, "二〇"),
        ("lowerLetter", 3, "c"),
        ("upperLetter", 26, "Z"),
        ("upperLetter", 27, "AA"),
        ("lowerLetter", 54, "bbb"),
        ("upperRoman", 4, "IV"),
        ("upperRoman", 9, "IX"),
        ("lowerRoman", 48, "xlviii"),
        ("decimalEnclosedCircle", 1, "①"),
        ("decimalEnclosedCircleChinese", 20, "⑳"),
        ("decimalEnclosedCircle", 21, "21"),
        ("koreanDigital", 3, "3"),
    ],
)
def test_a_number_is_written_in_the_form_of_its_level(form: str, count: int, written: str) -> None:
    assert marks([(form, "%1")], [0] * count)[-1] == written


def test_a_level_counts_anew_under_a_higher_one_and_may_name_it() -> None:
    levels = [("chineseCounting", "第%1章"), ("decimal", "%1.%2"), ("lowerLetter", "%3)")]
    assert marks(levels, [0, 1, 1, 0, 1, 2, 2, 1]) == [
        "第一章",
        "一.1",
        "一.2",
        "第二章",
        "二.1",
        "a)",
        "b)",
        "二.2",
    ]


@pytest.mark.parametrize(
    ("form", "written"),
    [
        ("decimal", ["0", "1", "2"]),
        ("decimalEnclosedCircle", ["0", "①", "②"]),
        ("chineseCounting", ["零", "一", "二"]),
    ],
)
def test_a_count_may_begin_with_nought(form: str, written: list[str]) -> None:
    blocks = numbered([(form, "%1")], [0, 0, 0], start=0)
    assert [block.text.removesuffix("渡口") for block in blocks] == written


def test_a_level_that_nothing_has_counted_is_at_its_first() -> None:
    assert marks([("decimal", "%1"), ("decimal", "%1.%2")], [1, 1]) == ["1.1", "1.2"]


def test_a_bullet_is_an_item_of_a_list_and_no_number_is_nothing() -> None:
    bullet, nothing = numbered([("bullet", "•"), ("none", "x")], [0, 1])
    assert (bullet.text, bullet.kind) == ("渡口", BlockKind.LIST)
    assert (nothing.text, nothing.kind) == ("渡口", BlockKind.TEXT)
