from __future__ import annotations

import pytest

from viewer.readers.credits import find_credit
from viewer.release.source import Paragraph, Role

LONG = "湖滨镇航运站恢复夜班船，末班船开到二十三点。"


def body(text: str) -> Paragraph:
    return Paragraph(text=text)


@pytest.mark.parametrize(
    ("end", "credit"),
    [
        ("（文/图 何文川）", "文/图 何文川"),
        ("(记者 何文 通讯员 林川)", "记者 何文 通讯员 林川"),
        ("（湖滨镇航运站供稿）", "湖滨镇航运站供稿"),
        ("（何文 摄）", "何文 摄"),
        ("（何文川  林小舟）", "何文川  林小舟"),
    ],
)
def test_brackets_at_the_end_of_the_last_paragraph_name_who_wrote_it(end: str, credit: str) -> None:
    found = find_credit([body(LONG), body(LONG + end)])
    assert found is not None
    assert (found.text, found.paragraph) == (credit, 2)
    assert (LONG + end)[found.start : found.end] == credit


@pytest.mark.parametrize("end", ["（见附件）", "（二十三点以后）", "（1200人）", "（下同）"])
def test_other_brackets_name_nobody(end: str) -> None:
    assert find_credit([body(LONG + end)]) is None


def test_lines_of_their_own_are_the_credit_where_no_brackets_are() -> None:
    found = find_credit([body(LONG), Paragraph(text="责任编辑：何文", role=Role.CREDIT)])
    assert found is not None
    assert (found.text, found.paragraph) == ("责任编辑：何文", 2)
