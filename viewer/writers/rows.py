"""Entries and figures as rows of a table, for spreadsheets and for programs."""

from __future__ import annotations

from viewer.release.annotation import AnnotationKind
from viewer.release.citation import paragraph_range, source_line
from viewer.release.extract import Extract, FigureExtract
from viewer.release.release import entry_body
from viewer.writers.blocks import Cell, figures_sentence
from viewer.writers.clean import clean, clean_line

ENTRY_HEAD = (
    "编号", "通稿", "日期", "类别", "标题", "正文", "数据", "单位", "系统与机制", "人物", "地区", "原文段落", "收藏",
    "笔记", "来源",
)  # fmt: skip
"""The heads of the columns of a table of entries."""

FIGURE_HEAD = (
    "数据", "原文写法", "数值", "数值上限", "计量单位", "限定", "变化", "单位", "条目", "通稿", "日期", "原文段落",
    "来源",
)  # fmt: skip
"""The heads of the columns of a table of figures."""


def entry_row(extract: Extract) -> tuple[Cell, ...]:
    """The row of an entry under `ENTRY_HEAD`."""
    entry, release, annotations = extract.entry, extract.release, extract.annotations
    names = (entry.units, entry.systems, entry.people, entry.places)
    return (
        extract.id,
        clean_line(release.title),
        release.date.isoformat(),
        clean_line(extract.section),
        clean_line(entry.title),
        clean(entry_body(entry)),
        figures_sentence(entry.figures),
        *("、".join(clean_line(name.name) for name in several) for several in names),
        paragraph_range(entry.paragraphs),
        "★" if any(part.kind is AnnotationKind.STAR for part in annotations) else "",
        "\n".join(clean(part.note or part.quote) for part in annotations if part.note or part.quote),
        source_line(release, entry.paragraphs),
    )


def figure_row(stated: FigureExtract) -> tuple[Cell, ...]:
    """The row of a figure under `FIGURE_HEAD`; values are numbers, a ratio is one of 1."""
    figure, release = stated.figure, stated.release
    low, *high = figure.values
    return (
        clean_line(figure.label),
        clean_line(figure.quoted),
        low,
        high[0] if high else "",
        clean_line(figure.unit),
        clean_line(figure.qualifier),
        clean_line(figure.change),
        "、".join(map(clean_line, stated.units)),
        clean_line(stated.title),
        clean_line(release.title),
        release.date.isoformat(),
        figure.paragraph,
        source_line(release, (figure.paragraph,)),
    )
