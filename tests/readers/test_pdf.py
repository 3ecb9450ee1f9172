from __future__ import annotations

import io
from collections.abc import Sequence

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from viewer.readers.document import Block, BlockKind
from viewer.readers.pdf import pdf_lines, read_pdf
from viewer.readers.text import join_lines
from viewer.release.errors import Problem, ReleaseViewerError

FONT = "STSong-Light"  # every reader of PDF knows it, so that no font file is needed
WIDTH = 36  # characters in a line
PARAGRAPH = (
    "　　湖滨镇航运站恢复夜班船，末班船开到二十三点，沿湖七个村的居民都可以坐船回家，票价和白天一样，"
    "全年运送乘客1.2万人。"
)


def pdf(
    pages: Sequence[Sequence[str]], title: str = "", head: str = "", encrypt: StandardEncryption | None = None
) -> bytes:
    """A PDF with these paragraphs on its pages, broken into lines as a press does."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(595, 842), encrypt=encrypt)
    for number, paragraphs in enumerate(pages, 1):
        y = 760
        if head:
            canvas.setFont(FONT, 9)
            canvas.drawString(72, 800, head)
        if title and number == 1:
            canvas.setFont(FONT, 22)
            canvas.drawString(180, y, title)
            y -= 40
        canvas.setFont(FONT, 12)
        for paragraph in paragraphs:
            for start in range(0, len(paragraph), WIDTH):
                line = paragraph[start : start + WIDTH]
                indent = 24 if line.startswith("　　") else 0
                canvas.drawString(72 + indent, y, line.strip("　"))
                y -= 20
        canvas.setFont(FONT, 9)
        canvas.drawString(290, 40, f"- {number} -")
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def blocks(data: bytes) -> tuple[Block, ...]:
    return read_pdf(data, "town.pdf").blocks


def problem_with(data: bytes) -> Problem:
    with pytest.raises(ReleaseViewerError) as raised:
        read_pdf(data, "town.pdf")
    return raised.value.problem


def test_lines_are_joined_to_paragraphs_over_lines_and_pages() -> None:
    found = [block.text for block in blocks(pdf([[PARAGRAPH, PARAGRAPH], [PARAGRAPH]]))]
    assert found == [PARAGRAPH.strip("　")] * 3


def test_larger_type_is_a_heading_and_short_lines_stay_apart() -> None:
    found = blocks(pdf([["一、便民服务", PARAGRAPH, "二、安全", PARAGRAPH]], title="湖滨镇年度通报"))
    assert (found[0].kind, found[0].level) == (BlockKind.HEADING, 1)
    assert [block.text for block in found][:2] == ["湖滨镇年度通报", "一、便民服务"]
    assert found[3].text == "二、安全"


def test_running_heads_and_page_numbers_are_left_out() -> None:
    found = blocks(pdf([[PARAGRAPH]] * 4, head="湖滨晚报 2024年1月5日"))
    assert [block.text for block in found] == [PARAGRAPH.strip("　")] * 4


def test_each_place_yields_the_text() -> None:
    data = pdf([["一、便民服务", PARAGRAPH, PARAGRAPH], [PARAGRAPH]], title="湖滨镇年度通报")
    pages = pdf_lines(data, "town.pdf")
    for block in blocks(data):
        first = block.place.line - 1
        lines = [line.text for line in pages[block.place.page - 1][first : first + block.place.lines]]
        assert join_lines(lines) == block.text


def test_what_cannot_be_read_is_said() -> None:
    data = pdf([[PARAGRAPH]])
    assert problem_with(data[:200]) is Problem.BROKEN_DOCUMENT
    assert problem_with(b"%PDF-1.7 nothing") is Problem.BROKEN_DOCUMENT
    assert problem_with(pdf([[PARAGRAPH]], encrypt=StandardEncryption("secret"))) is Problem.LOCKED_DOCUMENT


def test_a_scan_has_no_text_layer() -> None:
    stream = io.BytesIO()
    canvas = Canvas(stream)
    canvas.rect(72, 72, 300, 300, fill=1)
    canvas.showPage()
    canvas.save()
    assert problem_with(stream.getvalue()) is Problem.NO_TEXT_LAYER


def test_a_document_that_anybody_may_open_is_read_though_it_is_encrypted() -> None:
    data = pdf([[PARAGRAPH]], encrypt=StandardEncryption("", ownerPassword="owner"))
    assert [block.text for block in blocks(data)] == [PARAGRAPH.strip("　")]
