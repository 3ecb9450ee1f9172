from __future__ import annotations

import dataclasses

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument
from samples import sample_release

from viewer.release.citation import entry_markdown, entry_text, entry_text_with_source, paragraph_range, source_line
from viewer.release.release import Figure, Item


@pytest.mark.parametrize(
    ("paragraphs", "short"),
    [((), ""), ((5,), "5"), ((1, 2, 3, 5), "1–3、5"), ((9, 2, 9, 1), "1–2、9"), ((1, 3, 5), "1、3、5")],
)
def test_paragraph_numbers_in_short(paragraphs: tuple[int, ...], short: str) -> None:
    assert paragraph_range(paragraphs) == short


def test_the_source_line_has_the_form_that_the_notice_asks_for() -> None:
    line = source_line(sample_release(), (3, 4))
    assert line == "来源：湖滨晚报，《湖滨镇年度通报》，2024-01-05，原文第 3–4 段（摘要，非原文）"


def test_an_issuer_that_the_title_does_not_name_is_named() -> None:
    release = dataclasses.replace(sample_release(), issuer="水务局")
    assert "，水务局《湖滨镇年度通报》，" in source_line(release, ())


def test_the_text_of_an_item_carries_its_figures_as_they_are_quoted() -> None:
    release = sample_release()
    item = release.sections[0].items[0]
    assert entry_text(item).endswith("乘客 近1.2万人，投诉 同比下降三成。")
    assert entry_text_with_source(item, release) == f"{entry_text(item)}\n\n{source_line(release, (3,))}"


def test_markdown_shows_marks_as_they_are() -> None:
    release = sample_release()
    item = dataclasses.replace(release.sections[0].items[1], title="*星* [链接](x) <b>")
    assert entry_markdown(item, release).startswith("# \\*星\\* \\[链接\\](x) \\<b\\>\n\n")


@pytest.mark.parametrize(
    ("written", "qualifier", "change", "quoted"),
    [
        ("两万人", "近", "", "近两万人"),
        ("五成", "", "同比下降", "同比下降五成"),
        ("700余次", "余", "", "700余次"),
        ("50公斤", "约", "", "约50公斤"),
    ],
)
def test_a_figure_is_quoted_with_what_belongs_to_it(written: str, qualifier: str, change: str, quoted: str) -> None:
    figure = Figure(label="x", written=written, value=1, qualifier=qualifier, change=change, paragraph=1)
    assert figure.quoted == quoted


def shown(markdown: str) -> str:
    """What a reader sees of it, without white space."""
    document = QTextDocument()
    document.setMarkdown(markdown)
    assert "<pre" not in document.toHtml(), "no text becomes code"
    return "".join(document.toPlainText().split())


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
    plain = "".join(f"{item.title}{text}数据原文写法灯3{text}".split())
    assert shown(entry_markdown(item, sample_release())).startswith(f"{plain}来源：")


def test_markdown_has_title_text_figures_and_source_in_that_order() -> None:
    release = sample_release()
    lines = entry_markdown(release.sections[0].items[0], release).splitlines()
    assert lines[0] == "# “渡口”夜班船恢复开行"
    assert lines[2:4] == ["湖滨镇航运站恢复夜班船，", "末班船开到 23 点。"]
    assert lines[-5:-2] == ["| --- | --- |", "| 乘客 | 近1.2万人 |", "| 投诉 | 同比下降三成 |"]
    assert lines[-1].startswith("> 来源：湖滨晚报")
    assert "| --- |" not in entry_markdown(release.sections[0].items[1], release)
