"""What is written is read back with the parsers that other programs use."""

from __future__ import annotations

import dataclasses
import datetime
import json

import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from hypothesis import example, given
from hypothesis import strategies as st
from samples import releases, sample_release

from viewer.release.bibliographic_formats import bibtex, csl_json, ris
from viewer.release.references import Reference, refer
from viewer.release.release import Release

READ = datetime.date(2026, 11, 24)
ADDRESS = "https://example.org/2024/%E9%80%9A_a.html"


def printed(**changes: str) -> Reference:
    return refer(dataclasses.replace(sample_release(), **changes), None, READ)  # type: ignore[arg-type]


def online(**changes: str) -> Reference:
    return printed(publisher="湖滨在线", address=ADDRESS, **changes)


def keeper_of(release: Release) -> Reference:
    return refer(release, release.sections[0].items[1], READ)


@st.composite
def references(draw: st.DrawFn) -> Reference:
    release = draw(releases())
    return refer(release, draw(st.sampled_from([None, *release.entries()])), READ)


hard_texts = st.text(st.sampled_from("\\{}%#$&_~^\"'`-!?<>@=,;:()[]|*a通1 \n\r\t\0\u2028😀"), min_size=1).map(
    "通报{}".format
)


# names of LaTeX that the parser does not know, or takes for an accent, and others for the same
KNOWN_NAMES = {r"{\textbraceleft}": r"\{", r"{\textbraceright}": r"\}", r"{\textasciicircum}": "^"}


def read_bibtex(text: str) -> tuple[dict[str, str], dict[str, str]]:
    """The fields, and the fields with what TeX makes of them."""
    plain = parse_string(text)
    for name, known in KNOWN_NAMES.items():
        text = text.replace(name, known)
    decoded = parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert not plain.failed_blocks
    assert not plain.comments
    assert len(plain.entries) == len(decoded.entries) == 1
    entry = plain.entries[0]
    raw = {"type": entry.entry_type, "key": entry.key} | {field.key: field.value for field in entry.fields}
    return raw, {field.key: field.value for field in decoded.entries[0].fields}


def read_ris(text: str) -> dict[str, object]:
    assert all(line.endswith("\r\n") for line in text.splitlines(keepends=True))
    (record,) = rispy.loads(text, newline="\r\n")
    assert isinstance(record, dict)
    return record


def read_csl(references: list[Reference]) -> list[dict[str, object]]:
    items = json.loads(csl_json(references))
    assert isinstance(items, list)
    return items


@given(references())
def test_every_format_gives_back_title_date_and_address(reference: Reference) -> None:
    date = reference.date
    raw, decoded = read_bibtex(bibtex(reference))
    assert (raw["key"], raw["date"], raw.get("url", "")) == (reference.key, date.isoformat(), reference.address)
    assert (decoded["title"], decoded.get("note", "")) == (reference.title, reference.note)

    record = read_ris(ris(reference))
    assert (record["id"], record["title"]) == (reference.key, reference.title)
    assert record["date"] == date.isoformat().replace("-", "/")
    assert record.get("urls", []) == list(filter(None, [reference.address]))

    (item,) = read_csl([reference])
    assert (item["id"], item["title"], item.get("URL", "")) == (reference.key, reference.title, reference.address)
    assert item["issued"] == {"date-parts": [[date.year, date.month, date.day]]}

    has_address = bool(reference.address)
    assert ("urldate" in raw, "access_date" in record, "accessed" in item) == (has_address,) * 3


@given(hard_texts)
@example("--- ``甲'' <<乙>> ?`!`").via("marks that TeX joins")
@example("}{").via("braces that close before they open")
@example("{甲}").via("braces in a pair")
@example("\\").via("a backslash before the end")
def test_bibtex_escapes_what_has_a_meaning(text: str) -> None:
    reference = online(title=text, issuer=text, credit="")
    entry = bibtex(reference)
    assert entry.count("{") == entry.count("}"), "BibTeX counts every brace"
    _raw, decoded = read_bibtex(entry)
    assert decoded["title"] == reference.title
    assert decoded["author"] == reference.authors[0]


def test_bibtex_of_a_web_page() -> None:
    raw, _decoded = read_bibtex(bibtex(online()))
    expected = {
        "type": "online",
        "key": "lakeside-2023",
        "author": "何文",
        "title": "湖滨镇年度通报",
        "organization": "湖滨在线",
        "date": "2024-01-05",
        "year": "2024",
        "url": ADDRESS,
        "urldate": "2026-11-24",
        "language": "zh-CN",
        "langid": "chinese",
    }
    assert raw == expected


def test_bibtex_of_an_item_of_a_newspaper_article() -> None:
    raw, _decoded = read_bibtex(bibtex(keeper_of(sample_release())))
    assert (raw["type"], raw["key"], raw["journal"]) == ("article", "lakeside-2023-keeper", "湖滨晚报")
    assert (raw["entrysubtype"], raw["note"]) == ("newspaper", "部分：守塔人何川，原文第 5 段")


def test_bibtex_divides_people_and_keeps_a_body_together() -> None:
    assert "author = {何文 and 林川}," in bibtex(printed(credit="记者 何文 林川"))
    assert "author = {{湖滨 and 江镇}}," in bibtex(printed(credit="", issuer="湖滨 and 江镇"))


def test_an_address_cannot_end_its_field() -> None:
    raw, _decoded = read_bibtex(bibtex(printed(address="https://example.org/}{\\a%25")))
    assert raw["url"] == "https://example.org/%7D%7B%5Ca%25"


@given(hard_texts)
def test_ris_has_one_line_for_each_field(text: str) -> None:
    reference = online(title=text)
    record = read_ris(ris(reference))
    assert record["title"] == reference.title


def test_ris_of_a_web_page_and_of_a_newspaper_article() -> None:
    assert ris(online()).splitlines(keepends=True) == [
        "TY  - ELEC\r\n",
        "ID  - lakeside-2023\r\n",
        "AU  - 何文\r\n",
        "TI  - 湖滨镇年度通报\r\n",
        "T2  - 湖滨在线\r\n",
        "PY  - 2024\r\n",
        "DA  - 2024/01/05\r\n",
        f"UR  - {ADDRESS}\r\n",
        "Y2  - 2026/11/24\r\n",
        "LA  - zh-CN\r\n",
        "ER  - \r\n",
    ]
    article = read_ris(ris(keeper_of(sample_release())))
    assert (article["type_of_reference"], article["secondary_title"]) == ("NEWS", "湖滨晚报")
    assert article["notes"] == ["部分：守塔人何川，原文第 5 段"]


def test_ris_has_every_author_and_no_comma_in_a_name() -> None:
    assert read_ris(ris(printed(credit="何文 林川")))["authors"] == ["何文", "林川"]
    assert read_ris(ris(printed(credit="", issuer="湖滨镇, 江镇")))["authors"] == ["湖滨镇， 江镇"]


def test_csl_json_of_nothing_is_an_empty_list() -> None:
    assert read_csl([]) == []


def test_csl_json_of_a_web_page_and_of_a_newspaper_article() -> None:
    page, article = read_csl([online(), keeper_of(sample_release())])
    assert page == {
        "id": "lakeside-2023",
        "type": "webpage",
        "title": "湖滨镇年度通报",
        "author": [{"literal": "何文"}],
        "container-title": "湖滨在线",
        "issued": {"date-parts": [[2024, 1, 5]]},
        "URL": ADDRESS,
        "accessed": {"date-parts": [[2026, 11, 24]]},
        "language": "zh-CN",
    }
    assert (article["type"], article["note"]) == ("article-newspaper", "部分：守塔人何川，原文第 5 段")


def test_a_citation_processor_makes_a_bibliography_of_csl_json() -> None:
    source = CiteProcJSON(read_csl([online(credit=""), keeper_of(sample_release())]))
    style = CitationStylesStyle("harvard-cite-them-right")
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    for key in ("lakeside-2023", "lakeside-2023-keeper"):
        bibliography.register(Citation([CitationItem(key)]))
    page, article = (str(entry) for entry in bibliography.bibliography())
    assert page.startswith("湖滨镇 (2024)")
    assert "湖滨镇年度通报" in page
    assert ADDRESS in page
    assert article.startswith("何文 (2024)")
    assert "湖滨晚报" in article
