from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from viewer.readers import word
from viewer.readers.document import Block, BlockKind
from viewer.readers.word import read_word
from viewer.release.errors import Problem, ReleaseViewerError


def data_of(document: WordDocument) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def blocks(document: WordDocument) -> tuple[Block, ...]:
    return read_word(data_of(document), "town.docx").blocks


def problem_with(data: bytes) -> Problem:
    with pytest.raises(ReleaseViewerError) as raised:
        read_word(data, "town.docx")
    return raised.value.problem


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """The same package with a part replaced or added."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return stream.getvalue()


@pytest.fixture
def town() -> WordDocument:
    document = docx.Document()
    document.add_heading("湖滨镇通报", 0)
    document.add_heading("服务", 1)
    document.add_paragraph("夜班船恢复开行，运送乘客1.2万人。")
    return document


def test_styles_say_what_is_a_heading_and_of_which_level(town: WordDocument) -> None:
    town.add_heading("水路", 2)
    assert [(block.kind, block.level) for block in blocks(town)] == [
        (BlockKind.HEADING, 1),
        (BlockKind.HEADING, 1),
        (BlockKind.TEXT, 0),
        (BlockKind.HEADING, 2),
    ]


def test_an_outline_level_makes_a_heading_too(town: WordDocument) -> None:
    paragraph = town.add_paragraph("安全")
    level = OxmlElement("w:outlineLvl")
    level.set(qn("w:val"), "1")
    paragraph._p.get_or_add_pPr().append(level)  # noqa: SLF001  python-docx has no name for it
    assert (blocks(town)[-1].kind, blocks(town)[-1].level) == (BlockKind.HEADING, 2)


def test_tables_stand_where_they_stand_in_the_text(town: WordDocument) -> None:
    table = town.add_table(2, 2)
    for cell, text in zip(table._cells, ("项目", "数量", "泊位", "12个"), strict=True):  # noqa: SLF001
        cell.text = text
    town.add_paragraph("码头扩建完成。")
    assert [block.text for block in blocks(town)[-2:]] == ["项目\t数量\n泊位\t12个", "码头扩建完成。"]
    assert blocks(town)[-2].kind is BlockKind.TABLE


def test_a_table_of_one_cell_is_there_for_its_looks(town: WordDocument) -> None:
    town.add_table(1, 1).cell(0, 0).text = "灯塔换灯。"
    assert (blocks(town)[-1].kind, blocks(town)[-1].text) == (BlockKind.TEXT, "灯塔换灯。")


def test_the_numbers_that_word_shows_are_part_of_the_text(town: WordDocument) -> None:
    for text in ("换灯", "补漆"):
        town.add_paragraph(text, style="List Number")
    town.add_paragraph("清淤", style="List Bullet")
    found = [(block.text, block.kind) for block in blocks(town)[-3:]]
    assert found == [("1.换灯", BlockKind.TEXT), ("2.补漆", BlockKind.TEXT), ("清淤", BlockKind.LIST)]


@pytest.mark.parametrize(
    ("style", "kind", "level"),
    [
        ("Title", BlockKind.HEADING, 1),
        ("Caption", BlockKind.CAPTION, 0),
        ("文章标题", BlockKind.HEADING, 1),
        ("标题 2", BlockKind.HEADING, 2),
        ("题注", BlockKind.CAPTION, 0),
    ],
)
def test_styles_are_known_in_english_and_in_chinese(
    town: WordDocument, style: str, kind: BlockKind, level: int
) -> None:
    if style not in town.styles:
        town.styles.add_style(style, WD_STYLE_TYPE.PARAGRAPH)
    town.add_paragraph("夜班船靠岸", style=style)
    assert (blocks(town)[-1].kind, blocks(town)[-1].level) == (kind, level)


def test_a_hyphen_that_does_not_break_and_a_tab_are_read_and_a_page_break_is_not(town: WordDocument) -> None:
    run = town.add_paragraph().add_run("A")
    run._r.append(OxmlElement("w:noBreakHyphen"))  # noqa: SLF001  python-docx has no name for it
    run.add_text("1\t号")
    run.add_break(WD_BREAK.PAGE)
    run.add_text("码头")
    assert blocks(town)[-1].text == "A-1\t号码头"


def test_a_line_break_divides_a_paragraph_and_each_part_has_its_place(town: WordDocument) -> None:
    town.add_paragraph("码头扩建完成。\n灯塔换灯。")
    first, second = blocks(town)[-2:]
    assert (first.text, second.text) == ("码头扩建完成。", "灯塔换灯。")
    assert first.place.element == second.place.element == "/body/p[4]"
    assert (first.place.line, second.place.line) == (1, 2)


def test_what_is_all_bold_stands_out(town: WordDocument) -> None:
    town.add_paragraph().add_run("安全护航").bold = True
    assert [block.bold for block in blocks(town)[-2:]] == [False, True]


def test_deleted_text_is_left_out_and_inserted_text_is_read(town: WordDocument) -> None:
    paragraph = town.add_paragraph("码头")
    for tag, text in (("w:del", "旧"), ("w:ins", "扩建")):
        change = OxmlElement(tag)
        run = paragraph.add_run(text)._r  # noqa: SLF001
        paragraph._p.append(change)  # noqa: SLF001
        change.append(run)
    assert blocks(town)[-1].text == "码头扩建"


def test_macros_and_links_outside_are_not_touched(town: WordDocument) -> None:
    town.part.relate_to("http://example.invalid/template", "http://example.invalid/attached", is_external=True)
    data = with_part(data_of(town), "word/vbaProject.bin", b"\xcc\x61")
    assert read_word(data, "town.docx").blocks == blocks(town)


XXE = b"""<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&x;</w:t>
</w:r></w:p></w:body></w:document>"""


def test_an_entity_from_outside_is_not_read(town: WordDocument) -> None:
    hostname = Path("/etc/hostname")
    data = with_part(data_of(town), "word/document.xml", XXE)
    try:
        texts = [block.text for block in read_word(data, "town.docx").blocks]
    except ReleaseViewerError:
        texts = []
    assert not hostname.exists() or hostname.read_text(encoding="utf-8").strip() not in texts


def test_what_is_no_document_is_said(town: WordDocument, monkeypatch: pytest.MonkeyPatch) -> None:
    data = data_of(town)
    assert problem_with(data[: len(data) // 2]) is Problem.BROKEN_DOCUMENT
    assert problem_with(with_part(data, "word/document.xml", b"<w:document")) is Problem.BROKEN_DOCUMENT
    assert problem_with(b"\xd0\xcf\x11\xe0" + b"\0" * 600) is Problem.OLD_OR_LOCKED_WORD
    assert problem_with(data_of(docx.Document())) is Problem.NOTHING_TO_READ
    monkeypatch.setattr(word, "LARGEST_UNPACKED", 10_000_000)
    bomb = with_part(data, "word/media/image.png", b"\0" * 20_000_000)
    assert len(bomb) < 200_000
    assert problem_with(bomb) is Problem.UNPACKS_TOO_LARGE


def test_a_sheet_is_no_word_document() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as zipped:
        zipped.writestr("xl/workbook.xml", "<workbook/>")
    assert problem_with(stream.getvalue()) is Problem.NOT_WORD


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
NUMBERED = (
    "<w:p><w:pPr><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='1'/></w:numPr></w:pPr>"
    "<w:r><w:t>渡口</w:t></w:r></w:p>"
)


def with_body(data: bytes, body: str) -> bytes:
    return with_part(data, "word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>".encode())


def test_a_style_that_rests_on_itself_ends(town: WordDocument) -> None:
    style = "<w:style w:type='paragraph' w:styleId='a'><w:name w:val='x'/><w:basedOn w:val='a'/></w:style>"
    body = "<w:p><w:pPr><w:pStyle w:val='a'/></w:pPr><w:r><w:t>渡口</w:t></w:r></w:p>"
    data = with_part(with_body(data_of(town), body), "word/styles.xml", f"<w:styles {W}>{style}</w:styles>".encode())
    assert [block.text for block in read_word(data, "town.docx").blocks] == ["渡口"]


@pytest.mark.parametrize(
    ("start", "form", "text"),
    [
        ("²", "decimal", "%1."),
        ("9" * 5000, "decimal", "%1."),
        ("99999", "upperRoman", "%1."),
        ("1", "decimal", "%1" * 999),
    ],
)
def test_a_number_that_word_would_not_write_is_read_all_the_same(
    town: WordDocument, start: str, form: str, text: str
) -> None:
    level = f"<w:lvl w:ilvl='0'><w:start w:val='{start}'/><w:numFmt w:val='{form}'/><w:lvlText w:val='{text}'/></w:lvl>"
    number = "<w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>"
    numbers = f"<w:abstractNum w:abstractNumId='1'>{level}</w:abstractNum>{number}"
    body = with_body(data_of(town), NUMBERED.format(level="0") + NUMBERED.format(level="²"))
    data = with_part(body, "word/numbering.xml", f"<w:numbering {W}>{numbers}</w:numbering>".encode())
    read = read_word(data, "town.docx").blocks
    assert all(block.text.endswith("渡口") and len(block.text) < 500 for block in read)
    assert len(read) == 2


def test_text_inside_of_a_paragraph_of_a_cell_is_read_once(town: WordDocument) -> None:
    inner = "<w:p><w:r><w:t>渡</w:t></w:r>" * 20 + "</w:p>" * 20
    data = with_body(data_of(town), f"<w:tbl><w:tr><w:tc/><w:tc>{inner}</w:tc></w:tr></w:tbl>")
    assert read_word(data, "town.docx").blocks[0].text.count("渡") == 20


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("word/document.xml", f"<w:p {W}/>"),
        ("word/document.xml", f"<w:document {W}/>"),
        ("word/document.xml", "<html/>"),
        ("word/styles.xml", "<x/>"),
        ("word/numbering.xml", "<x/>"),
        ("word/_rels/document.xml.rels", "<x/>"),
        ("_rels/.rels", "<x/>"),
        ("[Content_Types].xml", "<x/>"),
        (
            "word/_rels/document.xml.rels",
            "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
            "<Relationship Id='r1'/></Relationships>",
        ),
        (
            "word/_rels/document.xml.rels",
            "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
            "<Relationship Id='r1' Target='x' TargetMode='External'/></Relationships>",
        ),
    ],
)
def test_a_part_that_is_none_is_said_or_passed_over(town: WordDocument, part: str, content: str) -> None:
    data = with_part(data_of(town), part, content.encode())
    try:
        assert read_word(data, "town.docx").blocks
    except ReleaseViewerError as error:
        assert error.problem in (Problem.BROKEN_DOCUMENT, Problem.NOTHING_TO_READ)  # noqa: PT017
