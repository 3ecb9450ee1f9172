from __future__ import annotations

from samples import sample_release

from viewer.release.checking import FactKind, check_against, locate_figure
from viewer.release.release import Figure

PARAGRAPHS = [
    "第一段。",
    "第二段。",
    "湖滨镇航运站的“渡口”夜班船接待近 １.２ 万人，投诉同比下降三成。",
    "码头灯火",
    "灯塔站守塔员何川。",
]


def test_every_fact_is_found_in_its_paragraph_whatever_its_width_and_spaces() -> None:
    findings = check_against(sample_release(), PARAGRAPHS)
    assert [finding for finding in findings if not finding.found] == []
    assert {finding.kind for finding in findings} == set(FactKind)


def test_a_fact_in_another_paragraph_or_with_another_qualifier_is_missing() -> None:
    changed = [*PARAGRAPHS[:2], PARAGRAPHS[2].replace("近", "约"), PARAGRAPHS[4], PARAGRAPHS[3]]
    missing = [finding.text for finding in check_against(sample_release(), changed) if not finding.found]
    assert missing == ["近 1.2万人", "灯塔站 守塔员 何川"]


def test_a_paragraph_that_is_not_there_has_nothing() -> None:
    assert not any(finding.found for finding in check_against(sample_release(), []))


def test_a_figure_is_located_where_it_says_or_where_it_is_written_first() -> None:
    figure = Figure(label="乘客", written="1.2万人", value=12000, paragraph=3)
    span = locate_figure(figure, PARAGRAPHS[2])
    assert span is not None
    assert PARAGRAPHS[2][slice(*span)] == "１.２ 万人"
    assert locate_figure(figure, PARAGRAPHS[0]) is None
    known = Figure(label="乘客", written="1.2万人", value=12000, paragraph=3, start=4, end=9)
    assert locate_figure(known, "") == (4, 9)
