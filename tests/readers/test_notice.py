from __future__ import annotations

import pytest
from samples import SEED

from viewer.readers.notice import read_notice
from viewer.readers.outline import find_outline
from viewer.readers.text import read_text
from viewer.release.release import Notice

LONG = "湖滨镇航运站恢复夜班船，末班船开到二十三点，沿湖七个村的居民都可以坐船回家。"


def notice(*lines: str) -> Notice | None:
    return read_notice(find_outline(read_text("\n".join([LONG, LONG, *lines]))))


CLAUSES = [
    "1、“湖滨在线”由湖滨晚报社主办，经营权归湖滨网络公司。",
    "2、凡本网注明“来源：湖滨在线”的内容，未经书面授权不得转载。",
    "已获授权的，应在授权范围内使用。",
    "违反声明的，本网将追究责任。",
    "3、如有版权问题，请在30日内联系本网。",
]


def test_unnumbered_paragraphs_belong_to_the_clause_before_them() -> None:
    found = notice(*CLAUSES)
    assert found is not None
    assert [(clause.number, clause.paragraphs) for clause in found.clauses] == [(1, (3,)), (2, (4, 5, 6)), (3, (7,))]
    assert found.clauses[1].text.count("\n") == 2


def test_clauses_are_word_for_word_without_their_numbers() -> None:
    found = notice(*CLAUSES)
    assert found is not None
    assert found.form == "verbatim"
    assert [clause.text.splitlines()[0] for clause in found.clauses] == [CLAUSES[n][2:] for n in (0, 1, 4)]


@pytest.mark.parametrize(
    ("line", "holder"),
    [
        ("凡本网注明“来源：湖滨在线”的内容，未经授权不得转载。", "湖滨在线"),
        ("版权声明：本文版权归湖滨晚报社所有，转载请注明。", "湖滨晚报社"),
    ],
)
def test_the_holder_is_who_the_notice_names(line: str, holder: str) -> None:
    found = notice(line)
    assert found is not None
    assert found.holder == holder


def test_a_notice_without_numbers_is_one_clause() -> None:
    found = notice("免责声明", "本站转载的内容版权归原作者所有，如有侵权请联系本站。")
    assert found is not None
    assert [(clause.number, clause.paragraphs) for clause in found.clauses] == [(1, (4,))]


def test_a_document_without_a_notice_has_none() -> None:
    assert notice("1、恢复夜班船；", "2、更换灯泡。") is None


@pytest.mark.skipif(not SEED.exists(), reason="the published text is not at hand")
def test_the_notice_of_the_published_text_has_five_clauses_and_the_deadline() -> None:
    found = read_notice(find_outline(read_text(SEED.read_text(encoding="utf-8"))))
    assert found is not None
    assert [clause.number for clause in found.clauses] == [1, 2, 3, 4, 5]
    assert [len(clause.paragraphs) for clause in found.clauses] == [1, 1, 3, 1, 1]
    assert "30日内" in found.clauses[4].text
    assert found.holder == "国际在线"
