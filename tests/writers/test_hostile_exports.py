"""Whatever a release says, a file or the clipboard says it, and no program that takes it does anything else."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pypdfium2
import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from hostile import TEXTS, release_of
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from pytestqt.qtbot import QtBot
from samples import extract_of

from viewer.library.releases import ReleaseHead
from viewer.release.bibliographic_formats import bibtex, csl_json, ris
from viewer.release.comparison import compare
from viewer.release.extract import Extract, FigureExtract
from viewer.release.references import gbt7714, refer
from viewer.widgets.chart_file import svg
from viewer.widgets.line_chart import charts_of
from viewer.widgets.paper import write_pdf
from viewer.widgets.take_along import file_name
from viewer.writers.blocks import Heading, Table, Text
from viewer.writers.clip import CopyForm, clip_entries, clip_figure, clip_figures, clip_selection
from viewer.writers.html import page_head
from viewer.writers.markdown import write_markdown
from viewer.writers.tables import write_tsv
from viewer.writers.writer import Format, write_entries

DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069\u200b\ufeff\x1b]")
texts = st.text(st.sampled_from("<>&\"'[]()!`*_#|~\\:/=+-@javscriptx. \n\t甲\u202e") | st.characters(), max_size=40)


def extracts(text: str) -> list[Extract]:
    release = release_of(text)
    return [extract_of(release, entry) for entry in release.entries()]


def written(format_: Format, text: str) -> str:
    return "".join(write_entries(format_, extracts(text), text))


class Tags(HTMLParser):
    """The names of all elements and attributes in a page."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names |= {tag, *(f"{tag}.{name}" for name, _value in attrs)}


FRAGMENT = {"h1", "h2", "h3", "p", "p.class", "table", "tr", "th", "td", "br"}
HEAD = {"html", "html.lang", "head", "meta", "meta.charset", "meta.http-equiv", "meta.content", "meta.name", "title"}


@pytest.mark.parametrize("text", TEXTS)
def test_a_web_page_has_no_elements_but_ours(text: str) -> None:
    page = written(Format.HTML, text)
    found = Tags()
    found.feed(page)
    assert found.names <= FRAGMENT | HEAD | {"style", "body"}
    assert not DIRECTION.search(page)


def test_a_web_page_may_load_and_run_nothing_and_be_styled_by_its_own_style_alone() -> None:
    head = page_head("甲")
    (policy,) = re.findall('http-equiv="Content-Security-Policy" content="([^"]+)"', head)
    (style,) = re.findall("<style>(.*?)</style>", head, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    rules = dict(rule.strip().split(" ", 1) for rule in policy.replace("&#x27;", "'").split(";"))
    assert rules == {
        "default-src": "'none'",
        "style-src": f"'sha256-{digest}'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    assert head.index("Content-Security-Policy") < head.index("<title>") < head.index("<style>")


@given(texts)
def test_html_on_the_clipboard_has_no_elements_but_ours(text: str) -> None:
    found = Tags()
    found.feed(clip_selection([Heading(text), Text(text), Table((), ((text, text),))], CopyForm.RICH, text).html)
    assert found.names <= FRAGMENT


@given(texts)
def test_markdown_makes_no_link_picture_or_html_of_a_text(text: str) -> None:
    said = write_markdown([Heading(text), Text(text), Table((), ((text, text), (text, text)))])
    tokens = MarkdownIt("commonmark").enable("table").parse(said)
    kinds = {part.type for token in tokens for part in (token, *(token.children or ()))}
    assert not kinds & {"link_open", "image", "html_inline", "html_block", "code_inline", "code_block", "fence"}


@pytest.mark.parametrize("text", TEXTS)
def test_an_entry_in_markdown_is_headings_texts_and_tables(text: str) -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(written(Format.MARKDOWN, text))
    kinds = {part.type for token in tokens for part in (token, *(token.children or ()))}
    assert not kinds & {"link_open", "image", "html_inline", "html_block", "code_inline", "code_block", "fence"}


FORMULA = re.compile(r"[\s\" ]*[=+\-@＝＋－＠]")


@given(st.text("=+-@＝＋－＠\"' \t\r\n\u200b\u202e\ufeff\u00a0\u3000甲1A(", max_size=12))
def test_no_cell_of_a_table_begins_like_a_formula(text: str) -> None:
    rows = list(csv.reader(io.StringIO(written(Format.CSV, f"甲{text}"), newline="")))
    cells = [cell for row in rows for cell in row]
    cells += [cell for line in write_tsv(Table((), ((text, text),))).splitlines() for cell in line.split("\t")]
    for cell in cells:
        assert not FORMULA.match(cell) or cell.startswith("'")
    assert {len(row) for row in rows} == {len(rows[0])}


@pytest.mark.parametrize("text", TEXTS)
def test_json_says_each_text_as_it_is(text: str) -> None:
    assert {part.get("title") for part in json.loads(written(Format.JSON, text))} == {text}


@pytest.mark.parametrize("text", TEXTS)
def test_a_reference_is_one_entry_with_our_fields_alone(text: str) -> None:
    release = release_of(text)
    reference = refer(release, release.sections[0].items[0], release.date)
    library = parse_string(bibtex(reference))
    assert len(library.entries) == 1
    assert not library.failed_blocks
    names = {"author", "title", "organization", "date", "year", "note", "language", "langid"}
    assert set(library.entries[0].fields_dict) <= names
    lines = ris(reference).split("\r\n")
    assert all(re.fullmatch("[A-Z][A-Z0-9]  - .*", line) for line in lines if line)
    (read,) = rispy.loads(ris(reference))
    assert read["type_of_reference"] == "ELEC"
    assert len(json.loads(csl_json([reference]))) == 1
    assert len(gbt7714(reference).splitlines()) == 1
    for said in (bibtex(reference), ris(reference), csl_json([reference]), gbt7714(reference)):
        assert not DIRECTION.search(said)


@pytest.mark.parametrize("text", TEXTS)
def test_a_drawing_of_charts_is_drawn_and_says_its_labels(qtbot: QtBot, text: str) -> None:
    release = release_of(text)
    stated = FigureExtract(
        figure=release.sections[0].items[0].figures[0],
        units=(text,),
        entry_id="hostile/item",
        title=text,
        release=release,
    )
    heads = [ReleaseHead(id_, text, text, release.date, text) for id_ in ("hostile", "other")]
    drawn = svg(charts_of(compare([[stated], [stated]], {}), heads))
    kinds = {element.tag.rpartition("}")[2] for element in ElementTree.fromstring(drawn).iter()}
    assert kinds <= {
        "svg",
        "title",
        "desc",
        "defs",
        "g",
        "path",
        "polyline",
        "circle",
        "ellipse",
        "line",
        "rect",
        "text",
    }
    assert not DIRECTION.search(drawn.decode())


@pytest.mark.parametrize("text", TEXTS)
def test_a_pdf_has_no_links_and_no_actions(qtbot: QtBot, tmp_path: Path, text: str) -> None:
    path = tmp_path / "out.pdf"
    for _step in write_pdf(path, extracts(text), text):
        pass
    data = path.read_bytes()
    for name in (b"/URI", b"/JavaScript", b"/Launch", b"/OpenAction", b"/EmbeddedFile", b"/AA", b"/GoToR"):
        assert name not in data
    document = pypdfium2.PdfDocument(path)
    assert len(document) >= 1
    document.close()


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_copied_is_without_what_deceives(text: str) -> None:
    release = release_of(text)
    figure = release.sections[0].items[0].figures[0]
    stated = FigureExtract(figure=figure, units=(text,), entry_id="hostile/item", title=text, release=release)
    clips = [clip_entries(extracts(text), form) for form in CopyForm]
    clips += [clip_figure(figure, release), clip_figures([stated])]
    for clip in clips:
        assert not DIRECTION.search(clip.text + clip.html)


@pytest.mark.parametrize(
    "title", [*TEXTS, "", ".", "..", "...", " . ", "CON", "con.md", "nul", "LPT1", "COM¹.x", "-rf"]
)
def test_a_title_makes_the_name_of_a_file_in_the_folder_that_is_chosen(tmp_path: Path, title: str) -> None:
    for long in (title, title * 200):
        name = f"{file_name(long)}.md"
        assert not set(name) & set('/\\:*?"<>|\0')
        assert name.isprintable()
        assert name[0] not in ". "
        assert name.partition(".")[0].upper() not in ("CON", "NUL", "LPT1", "COM¹")
        (tmp_path / name).write_text("甲", encoding="utf-8")
        assert [path.name for path in tmp_path.iterdir()] == [name]
        (tmp_path / name).unlink()
