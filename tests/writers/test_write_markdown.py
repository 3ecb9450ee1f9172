from __future__ import annotations

import dataclasses

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument
from samples import extract_of, sample_release

from viewer.release.release import Figure, Item
from viewer.writers.blocks import Table, extract_blocks
from viewer.writers.markdown import write_markdown


def item_markdown(item: Item) -> str:
    return write_markdown(extract_blocks(extract_of(sample_release(), item)))


def shown(markdown: str) -> str:
    """What a reader sees of it, without white space."""
    document = QTextDocument()
    document.setMarkdown(markdown)
    assert "<pre" not in document.toHtml(), "no text becomes code"
    return "".join(document.toPlainText().split())


def test_markdown_shows_marks_as_they_are() -> None:
    item = dataclasses.replace(sample_release().sections[0].items[1], title="*星* [链接](x) <b>")
    assert item_markdown(item).startswith("### \\*星\\* \\[链接\\](x) \\<b\\>\n\n")


@pytest.mark.usefixtures("qapp")
@given(st.text("\\`*_[]()<>#|&~-+=.!:;amp1甲 \t\n", max_size=30))
@example("    甲").via("code")
@example("甲\n---").via("a heading")
@example("甲\n1. 乙\n2) 丙").via("a list")
@example("~~~\n&amp;").via("a fence and a reference")
def test_a_text_has_no_meaning_in_markdown(text: str) -> None:
    item = Item(
        id="a", title=f"甲{text}", summary=text, figures=(Figure(label="灯", written=f"3{text}", value=3, paragraph=1),)
    )
    plain = "".join(f"{item.title}{text}数据原文写法原文段落灯3{text}1".split())
    assert shown(item_markdown(item)).startswith(f"{plain}来源：")


def test_markdown_has_title_text_figures_and_source_in_that_order() -> None:
    release = sample_release()
    lines = item_markdown(release.sections[0].items[0]).splitlines()
    assert lines[0] == "### “渡口”夜班船恢复开行"
    assert lines[2:4] == ["湖滨镇航运站恢复夜班船，", "末班船开到 23 点。"]
    assert lines[-5:-2] == ["| --- | --- | --- |", "| 乘客 | 近1.2万人 | 3 |", "| 投诉 | 同比下降三成 | 3 |"]
    assert lines[-1].startswith("> 来源：湖滨晚报")
    assert "| --- |" not in item_markdown(release.sections[0].items[1])


def test_a_table_without_a_head_has_its_first_row_for_one() -> None:
    assert write_markdown([Table((), (("灯", 3),))]) == "| 灯 | 3 |\n| --- | --- |"
