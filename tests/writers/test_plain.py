from __future__ import annotations

import dataclasses
import datetime

from samples import extract_of, sample_release

from viewer.release.anchoring import Anchor
from viewer.release.annotation import Annotation, AnnotationKind
from viewer.release.citation import source_line
from viewer.writers.blocks import extract_blocks
from viewer.writers.plain import write_plain

RELEASE = sample_release()
FERRY = extract_of(RELEASE, RELEASE.sections[0].items[0])


def test_the_text_of_an_item_carries_its_figures_as_they_are_quoted() -> None:
    text = write_plain(extract_blocks(FERRY, with_source=False))
    assert text.startswith("“渡口”夜班船恢复开行\n\n湖滨镇航运站恢复夜班船，\n末班船开到 23 点。")
    assert text.endswith("乘客 近1.2万人，投诉 同比下降三成。")
    assert write_plain(extract_blocks(FERRY)) == f"{text}\n\n{source_line(RELEASE, (3,))}"


def test_star_and_notes_go_along() -> None:
    made = datetime.date(2024, 3, 1)
    annotations = (
        Annotation(entry_id="x", title="", kind=AnnotationKind.STAR, made=made),
        Annotation(
            entry_id="x",
            title="",
            kind=AnnotationKind.NOTE,
            anchor=Anchor("末班船", "", ""),
            note="问航运站",
            made=made,
        ),
    )
    text = write_plain(extract_blocks(dataclasses.replace(FERRY, annotations=annotations)))
    assert text.startswith("★ “渡口”")
    assert "笔记：“末班船”：问航运站" in text
