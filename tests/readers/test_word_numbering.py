from __future__ import annotations

import io

import docx
import pytest
from docx.oxml import parse_xml

from viewer.readers.word import read_word

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def counted(form: str, start: int) -> str:
    """What stands before the only item of a list that is counted in a form, from a number on."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    level = f"<w:lvl w:ilvl='0'><w:start w:val='{start}'/><w:numFmt w:val='{form}'/><w:lvlText w:val='%1.'/></w:lvl>"
    numbering.insert(0, parse_xml(f"<w:abstractNum {W} w:abstractNumId='77'>{level}</w:abstractNum>"))
    numbering.append(parse_xml(f"<w:num {W} w:numId='77'><w:abstractNumId w:val='77'/></w:num>"))
    paragraph = document.add_paragraph("渡口")
    paragraph._p.get_or_add_pPr().append(  # noqa: SLF001  # python-docx has no other way to number a paragraph
        parse_xml(f"<w:numPr {W}><w:ilvl w:val='0'/><w:numId w:val='77'/></w:numPr>")
    )
    data = io.BytesIO()
    document.save(data)
    return read_word(data.getvalue(), "town.docx").blocks[0].text.removesuffix("渡口")


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1, "I."),
        (4, "IV."),
        (9, "IX."),
        (39, "XXXIX."),
        (40, "XL."),
        (49, "XLIX."),
        (90, "XC."),
        (444, "CDXLIV."),
        (1988, "MCMLXXXVIII."),
    ],
)
def test_roman_numbers_are_written_as_word_writes_them(number: int, written: str) -> None:
    assert counted("upperRoman", number) == written
    assert counted("lowerRoman", number) == written.lower()


@pytest.mark.parametrize(
    ("form", "number", "written"),
    [
        ("chineseCounting", 10, "十."),
        ("chineseCounting", 23, "二十三."),
        ("lowerLetter", 3, "c."),
        ("upperLetter", 26, "Z."),
        ("decimalEnclosedCircle", 20, "⑳."),
        ("decimalZero", 7, "07."),
    ],
)
def test_other_forms_are_written_as_word_writes_them(form: str, number: int, written: str) -> None:
    assert counted(form, number) == written
