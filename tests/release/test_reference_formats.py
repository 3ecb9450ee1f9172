from __future__ import annotations

import dataclasses
import datetime
import json
import warnings

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from hypothesis import given, settings
from samples import releases, sample_release

from viewer.release.reference import Reference, refer
from viewer.release.reference_formats import bibtex, csl_json, gbt7714, ris
from viewer.release.release import Release

TODAY = datetime.date(2026, 3, 1)
TOWN = dataclasses.replace(sample_release(), credit="记者 何文")
ONLINE = dataclasses.replace(TOWN, publisher="湖滨在线", address="https://example.org/2024/1.html?a=1&b={2}")


@pytest.mark.parametrize(
    ("release", "text"),
    [
        (TOWN, "何文. 湖滨镇年度通报[N]. 湖滨晚报, 2024-01-05."),
        (
            ONLINE,
            "何文. 湖滨镇年度通报[EB/OL]. 湖滨在线, (2024-01-05)[2026-03-01]."
            " https://example.org/2024/1.html?a=1&b={2}.",
        ),
        (dataclasses.replace(ONLINE, address=""), "何文. 湖滨镇年度通报[EB/OL]. 湖滨在线, (2024-01-05)."),
        (dataclasses.replace(TOWN, credit="", issuer=""), "湖滨镇年度通报[N]. 湖滨晚报, 2024-01-05."),
        (
            dataclasses.replace(TOWN, credit="记者 何文 林舟 沈灯 许帆"),
            "何文, 林舟, 沈灯, 等. 湖滨镇年度通报[N]. 湖滨晚报, 2024-01-05.",
        ),
    ],
)
def test_a_reference_in_the_form_of_the_standard(release: Release, text: str) -> None:
    assert gbt7714(refer(release, release, TODAY)) == text


def test_a_part_stands_before_the_whole_and_its_paragraphs_behind() -> None:
    text = gbt7714(refer(TOWN, TOWN.sections[0].items[0], TODAY))
    assert text == "何文. “渡口”夜班船恢复开行//湖滨镇年度通报[N]. 湖滨晚报, 2024-01-05: 第3段."


def references(release: Release) -> list[Reference]:
    return [refer(release, entry, TODAY) for entry in release.entries()]


@settings(max_examples=15)
@given(releases())
def test_bibtex_is_taken_whole_by_a_parser(release: Release) -> None:
    text = "\n".join(map(bibtex, references(release)))
    library = parse_string(text)
    assert library.failed_blocks == []
    assert len(library.entries) == len(list(release.entries()))
    for entry, reference in zip(library.entries, references(release), strict=True):
        assert entry.key == reference.key
        assert entry["date"] == reference.date.isoformat()
        assert entry.fields_dict.get("url") is None or entry["url"] == reference.address
    assert text.count("{") == text.count("}")


def test_bibtex_says_who_what_and_where() -> None:
    entry = parse_string(bibtex(refer(ONLINE, ONLINE, TODAY))).entries[0]
    assert entry.entry_type == "online"
    assert (entry["author"], entry["title"], entry["urldate"]) == ("{何文}", "{湖滨镇年度通报}", "2026-03-01")


@settings(max_examples=15)
@given(releases())
def test_ris_is_taken_whole_by_a_parser(release: Release) -> None:
    text = "".join(map(ris, references(release)))
    entries = rispy.loads(text)
    assert [entry["id"] for entry in entries] == [reference.key for reference in references(release)]
    for entry, reference in zip(entries, references(release), strict=True):
        assert entry["type_of_reference"] in ("NEWS", "ELEC")
        assert entry["date"] == reference.date.strftime("%Y/%m/%d").rjust(10, "0")
        assert entry.get("urls", [""]) == [reference.address]


@settings(max_examples=15)
@given(releases())
def test_csl_json_is_taken_whole_by_a_citation_processor(release: Release) -> None:
    items = json.loads(csl_json(references(release)))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of fields that the processor does not print
        source = CiteProcJSON(items)
    assert list(source) == [reference.key for reference in references(release)]
    assert all(source[item["id"]].type.replace("_", "-") == item["type"] for item in items)


def test_a_citation_processor_prints_the_reference() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        source = CiteProcJSON(json.loads(csl_json([refer(ONLINE, ONLINE, TODAY)])))
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        bibliography = CitationStylesBibliography(style, source, formatter.plain)
        bibliography.register(Citation([CitationItem("lakeside-2023")]))
        printed = str(bibliography.bibliography()[0])
    assert "何文" in printed
    assert "湖滨镇年度通报" in printed
    assert "2024" in printed
