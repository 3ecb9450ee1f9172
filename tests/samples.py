"""Names in the release that ships, releases of our own making, and strategies that make any release."""

from __future__ import annotations

import dataclasses
import datetime
from pathlib import Path
from string import ascii_lowercase, digits
from typing import TypeVar

from hypothesis import strategies as st

from viewer.release.extract import Extract
from viewer.release.release import (
    Caption,
    Clause,
    Entry,
    Figure,
    Inference,
    Item,
    Mention,
    Notice,
    Person,
    Release,
    Section,
)
from viewer.release.source import Paragraph, Place, Role, Source

Part = TypeVar("Part")
SHIPPED = "xuzhou-2024"
OUTPOST = f"{SHIPPED}/fengcheng-outpost"
"""The first item of the release that ships; with a title, and a passage of its summary."""
OUTPOST_TITLE = "“凤城前哨”群防群治机制"
PASSAGE = "丰县公安局为此推出"

SEED = Path(__file__).resolve().parents[1].parent / "shared" / "seed" / "release.txt"


def sample_release(release_id: str = "lakeside-2023", date: datetime.date = datetime.date(2024, 1, 5)) -> Release:
    """A small release of an invented lakeside town."""
    ferry = Item(
        id="ferry",
        title="“渡口”夜班船恢复开行",
        summary="湖滨镇航运站恢复夜班船，\n末班船开到 23 点。",
        paragraphs=(3,),
        units=(Mention(name="湖滨镇航运站", paragraph=3),),
        places=(Mention(name="湖滨镇", paragraph=3),),
        systems=(Mention(name="渡口", paragraph=3),),
        figures=(
            Figure(label="乘客", written="1.2万人", value=12000, unit="人", qualifier="近", paragraph=3),
            Figure(label="投诉", written="三成", value=0.3, change="同比下降", paragraph=3),
        ),
        captions=(Caption(text="码头灯火", paragraph=4),),
    )
    keeper = Item(
        id="keeper",
        title="守塔人何川",
        summary="灯塔站何川守塔三十年，ＬＥＤ 灯换新。",
        paragraphs=(5,),
        people=(Person(name="何川", rank="守塔员", unit="灯塔站", paragraph=5),),
    )
    section = Section(
        id="services", title="便民服务", lead="本部分讲服务。", announced=5, paragraphs=(2,), items=(ferry, keeper)
    )
    return Release(
        id=release_id,
        title="湖滨镇年度通报",
        issuer="湖滨镇",
        publisher="湖滨晚报",
        occasion="通报会",
        date=date,
        date_written="1月5日",
        period="2023年",
        credit="何文",
        overview="湖滨镇通报一年的服务。",
        paragraphs=(1,),
        inferred=(Inference(field="year", reason="原文只写月日。"),),
        sections=(section,),
        notice=Notice(
            holder="湖滨晚报社", form="restated", clauses=(Clause(number=1, text="转载请注明。", paragraphs=(6,)),)
        ),
        source=Source(paragraph_count=6, fingerprint="0" * 64),
    )


def extract_of(release: Release, entry: Entry) -> Extract:
    """An entry as it is taken along; what stands in it stays behind."""
    alone = dataclasses.replace(release, sections=(), source=None)
    if isinstance(entry, Section):
        entry = dataclasses.replace(entry, items=())
    return Extract(id=entry.id, entry=alone if isinstance(entry, Release) else entry, release=alone)


def _up_to(most: int, parts: st.SearchStrategy[Part]) -> st.SearchStrategy[tuple[Part, ...]]:
    """So many of these, each number as likely as the others."""
    return st.one_of(*(st.tuples(*[parts] * number) for number in range(most + 1)))


def _have_ids_of_their_own(sections: tuple[Section, ...]) -> bool:
    ids = [id_ for section in sections for id_ in (section.id, *(item.id for item in section.items))]
    return len(ids) == len(set(ids))


_ids = st.lists(st.text(ascii_lowercase + digits, min_size=1, max_size=6), min_size=1, max_size=2).map("-".join)
_any_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
_some_text = _any_text.filter(str.strip)
_paragraph = st.integers(1, 60)
_paragraphs = st.lists(_paragraph, max_size=3).map(tuple)
_mentions = st.lists(st.builds(Mention, name=_some_text, paragraph=_paragraph), max_size=2).map(tuple)
_people = st.builds(Person, name=_some_text, rank=_any_text, unit=_any_text, paragraph=_paragraph)
_numbers = st.integers(-(10**15), 10**15) | st.floats(-1e15, 1e15).filter(lambda value: value != int(value))
_figures = st.builds(
    Figure,
    label=_some_text,
    written=_some_text,
    value=_numbers | st.tuples(_numbers, _numbers),
    unit=_any_text,
    qualifier=_any_text,
    change=_any_text,
    paragraph=_paragraph,
) | st.builds(
    Figure,
    label=_some_text,
    written=_some_text,
    value=_numbers,
    paragraph=_paragraph,
    start=st.just(3),
    end=st.integers(4, 9),
)
_source_paragraphs = st.builds(
    Paragraph,
    text=_some_text,
    role=st.sampled_from(Role),
    level=st.integers(0, 9),
    place=st.builds(Place, page=_paragraph, line=_paragraph, lines=_paragraph, element=_any_text),
)
_passage = {
    "paragraphs": _paragraphs,
    "units": _mentions,
    "places": _mentions,
    "systems": _mentions,
    "people": st.lists(_people, max_size=2).map(tuple),
    "figures": st.lists(_figures, max_size=2).map(tuple),
    "captions": st.lists(st.builds(Caption, text=_some_text, paragraph=_paragraph), max_size=1).map(tuple),
}
_clauses = st.builds(Clause, number=st.integers(1, 9), text=_some_text, paragraphs=_paragraphs)
_notices = st.builds(
    Notice,
    holder=_some_text,
    form=st.sampled_from(["restated", "verbatim"]),
    clauses=st.lists(_clauses, max_size=2).map(tuple),
)
_fingerprints = st.integers(0, 2**256 - 1).map("{:064x}".format)
_sources = st.builds(Source, paragraph_count=_paragraph, fingerprint=_fingerprints) | st.builds(
    lambda paragraphs, fingerprint: Source(
        paragraph_count=len(paragraphs), fingerprint=fingerprint, paragraphs=tuple(paragraphs)
    ),
    st.lists(_source_paragraphs, min_size=1, max_size=3),
    _fingerprints,
)

_inferences = st.builds(Inference, field=st.sampled_from(["title", "year", "publisher"]), reason=_any_text)
_items = st.builds(Item, id=_ids, title=_some_text, summary=_any_text, **_passage)
_sections = st.builds(
    Section,
    id=_ids,
    title=_some_text,
    lead=_any_text,
    level=st.integers(1, 9),
    announced=st.none() | st.integers(3, 20),
    items=_up_to(3, _items),
    **_passage,
)

_release_fields = {
    "title": _some_text,
    "issuer": _any_text,
    "publisher": _any_text,
    "occasion": _any_text,
    "date": st.dates(),
    "date_written": _any_text,
    "period": _any_text,
    "credit": _any_text,
    "address": st.sampled_from(["", "https://example.org/2024/通报.html"]),
    "overview": _any_text,
    "form": st.sampled_from(["restated", "verbatim"]),
    "inferred": st.lists(_inferences, max_size=2).map(tuple),
    "sections": _up_to(2, _sections).filter(_have_ids_of_their_own),
    "notice": st.none() | _notices,
    "source": st.none() | _sources,
    **_passage,
}


@st.composite  # which keeps what Hypothesis says of it short
def releases(draw: st.DrawFn, ids: st.SearchStrategy[str] = _ids) -> Release:
    """Any release that the rules allow, small."""
    return draw(st.builds(Release, id=ids, **_release_fields))
