from __future__ import annotations

import dataclasses

import pytest
from samples import sample_release

from viewer.release.citation import paragraph_range, source_line
from viewer.release.release import Figure


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
