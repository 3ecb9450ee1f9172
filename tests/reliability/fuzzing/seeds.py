"""What fuzzing begins with: the small files in `seeds/`, each a kind of input or a mistake that was found by one."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas
from samples import sample_release

from viewer.release.release_json import write_release

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LINES = (
    "湖滨镇年度通报",
    "来源：湖滨晚报",
    "2024年1月5日，湖滨镇航运站恢复夜班船，全年运送乘客近1.2万人。",
    "一、便民服务",
    "“渡口”系统上线，投诉同比下降三成；新增泊位12个、灯塔3座。",
    "（一）水路",
    "民警何川<script>说</script>：“3至5万人次”。（文/图 何文）",
    "图为码头灯火。",
    "版权声明：未经湖滨晚报授权，不得转载；转载请注明来源。",
)


def seeds_of(name: str) -> list[bytes]:
    """The seeds of a target: those that code makes, then the files in its folder."""
    made = _MADE.get(name)
    files = sorted(path for path in (SEEDS / name).glob("*") if path.is_file())
    return [*(made() if made else []), *(path.read_bytes() for path in files)]


def _text() -> list[bytes]:
    return ["\n".join(LINES).encode(), "\r\n".join(LINES).encode("gb18030"), "\n".join(LINES).encode("utf-16")]


def _json() -> list[bytes]:
    release = write_release(sample_release())
    wrong = (("年度通报".encode(), rb"\ud800"), (b"12000", b"1" + b"0" * 400))
    return [release, *(release.replace(*pair) for pair in wrong)]


def word_document() -> bytes:
    """A small Word document with headings, a numbered list, a table and bold text."""
    document = docx.Document()
    document.add_heading(LINES[0], 1)
    for line in LINES[1:]:
        document.add_paragraph(line, style="List Number" if line.startswith("“") else None)
    document.add_paragraph().add_run("安全护航").bold = True
    table = document.add_table(2, 2)
    for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"泊位{number}个"
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def word_with(body: str, **parts: str) -> bytes:
    """A Word document with this body, and with other parts in `word/` in place of its own."""
    document = f"<w:document {W}><w:body>{body}</w:body></w:document>"
    replaced = {f"word/{name}.xml": text for name, text in {"document": document, **parts}.items()}
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word_document())) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, replaced.get(name, old.read(name)))
    return stream.getvalue()


def _word() -> list[bytes]:
    rests_on_itself = "<w:style w:type='paragraph' w:styleId='a'><w:name w:val='x'/><w:basedOn w:val='a'/></w:style>"
    paragraph = "<w:p><w:pPr><w:pStyle w:val='a'/><w:outlineLvl w:val='²'/></w:pPr><w:r><w:t>渡口</w:t></w:r></w:p>"
    broken = word_with(paragraph, styles=f"<w:styles {W}>{rests_on_itself}</w:styles>")
    return [word_document(), broken, word_with("</w:body>")]


def _pdf() -> list[bytes]:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    stream = io.BytesIO()
    page = canvas.Canvas(stream, A4, pageCompression=0, invariant=True)
    for _number in range(2):
        page.setFont("STSong-Light", 12)
        for place, line in enumerate(LINES):
            page.drawString(70, 780 - place * 20, line)
        page.showPage()
    page.save()
    return [stream.getvalue()]


def _html() -> list[bytes]:
    paragraphs = "".join(f"<p class=a>{line}</p>" for line in LINES[2:])
    head = f'<meta charset=utf-8><title>{LINES[0]}_湖滨网</title><meta name="pubdate" content="2024-01-05">'
    table = "<table><tr><td>泊位</td><td>12个</td></tr><tr><td>灯塔</td><td>3座</td></tr></table>"
    return [f"<html><head>{head}</head><body><h1>{LINES[0]}</h1>{paragraphs}{table}</body></html>".encode()]


def _markdown() -> list[bytes]:
    table = "| 泊位 | 数 |\n| --- | --- |\n| 新 | 12个 |"
    return [
        f"# {LINES[0]}\n\n## {LINES[3]}\n\n**{LINES[2]}**\n\n- {LINES[4]}\n\n{table}\n\n<p>{LINES[6]}</p>\n".encode()
    ]


def _mhtml() -> list[bytes]:
    head = b"MIME-Version: 1.0\nContent-Type: multipart/related; type=text/html; boundary=b\n\n"
    return [head + b"--b\nContent-Type: text/html; charset=utf-8\n\n" + _html()[0] + b"\n--b--\n"]


def _session() -> list[bytes]:
    tree = {"open": [["xuzhou-2024"]], "current": ["xuzhou-2024"], "scroll": 3}
    tabs = [{"ids": ["xuzhou-2024"], "place": 0, "title": "徐州"}]
    values = {"window": "AdnQ", "sidebar-width": 300, "sidebar-hidden": False, "browse": "unit", "tree": tree}
    values |= {"tabs": tabs, "tab-in-front": 0, "query": "渡口", "places": {"a": 3}, "recent-searches": ["船"]}
    return [json.dumps(values).encode()]


def _preferences() -> list[bytes]:
    values = {"language": "zh_CN", "theme": "dark", "text-size": 12.0, "serif": True, "line-height": 1.7}
    return [json.dumps(values | {"characters-in-a-line": 40, "copy-as": "text", "restore-session": False}).encode()]


def _every_kind() -> list[bytes]:
    return [*_text(), *_html(), *_markdown(), *_mhtml(), *_json(), *_pdf(), word_document()]


_QUERIES = (
    "反诈 平台",
    '"跨省通办" -户籍 (反诈 OR 走失)',
    "fxgaj",
    "数值:>1亿元 单位:起",
    "年:2022..2024 部门:公安",
    "3.6亿",
)

_MADE: dict[str, Callable[[], list[bytes]]] = {
    "text": _text,
    "markdown": _markdown,
    "html": _html,
    "mhtml": _mhtml,
    "word": _word,
    "pdf": _pdf,
    "json": _json,
    "file": _every_kind,
    "pasted": lambda: [*_text()[:1], *_markdown()],
    "query": lambda: [query.encode() for query in _QUERIES],
    "figures": lambda: [line.encode() for line in LINES[2:7]],
    "folding": lambda: ["跨省通辦ＴＮＴ“㎏”ﬃ İ重庆".encode()],
    "anchoring": lambda: [f"{LINES[4]}\n{LINES[2]}{LINES[4]}".encode()],
    "session": _session,
    "preferences": _preferences,
    "handover": lambda: [json.dumps({"wanted": ["/a.txt", "release-viewer://item/a"], "activation": "t"}).encode()],
    "address": lambda: ["release-viewer://item/unit:%E4%B8%B0县/ferry".encode()],
}
