"""Documents of every kind that would like to load, run or fetch something are read like others, and fetch nothing."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from hostile import make_picture, redness
from people import links_of, page_of, rows, text_on, view_of
from pytestqt.qtbot import QtBot
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from viewer.app import Program
from viewer.widgets.main_window import MainWindow
from viewer.widgets.text_html import WEB

ELSEWHERE = "http://127.0.0.1:9"
SENTENCE = (
    "2024年1月5日，湖滨镇航运站恢复夜班船，全年运送乘客1.2万人，末班船开到二十三点，沿湖七个村的居民都可以坐船回家。"
)
TEMPLATE = RELATIONSHIP_TYPE.IMAGE.replace("image", "attachedTemplate")
CODE = f"<script>fetch('{ELSEWHERE}/')</script><img src='{ELSEWHERE}/a.png' onerror='alert(1)'>"


def title_of(kind: str) -> str:
    return f"湖滨镇{kind}通报"


def web_page(picture: Path) -> str:
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title_of("网页")}</title>
<base href="{ELSEWHERE}/"><link rel="stylesheet" href="{ELSEWHERE}/a.css">
<link rel="canonical" href="javascript:alert(1)">
<link rel="preload" href="//127.0.0.1:9/b" as="script"><meta http-equiv="refresh" content="0; url={ELSEWHERE}/c">
<style>@import url({ELSEWHERE}/d.css); p {{ background: url({picture.as_uri()}) }}</style></head>
<body onload="fetch('{ELSEWHERE}/e')"><article><h1>{title_of("网页")}</h1><p>{SENTENCE}</p>
<p><img src="{picture.as_uri()}"><img src="{ELSEWHERE}/f.png" srcset="{ELSEWHERE}/g.png 2x"><picture><source
srcset="{ELSEWHERE}/h.webp"></picture>图为夜班船。</p><iframe src="{ELSEWHERE}/i"></iframe><object data="{ELSEWHERE}/j">
</object><embed src="file:///etc/passwd"><video src="{ELSEWHERE}/k" poster="{ELSEWHERE}/l.png" autoplay></video>
<p><a href="javascript:alert(1)">码头扩建完成，新增泊位12个，停靠船只比上年增加三成。</a></p>
<svg xmlns:xlink="http://www.w3.org/1999/xlink"><image xlink:href="{picture.as_uri()}"/></svg>
<form action="{ELSEWHERE}/m"><button formaction="javascript:alert(1)">送出</button></form>{CODE}
</article></body></html>"""


def archive(picture: Path) -> str:
    page = web_page(picture).replace("网页", "网页存档")
    return (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: file:///etc/passwd\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="edge"\r\n\r\n--edge\r\n'
        f"Content-Type: text/html; charset=utf-8\r\nContent-Location: {ELSEWHERE}/a\r\n\r\n{page}\r\n--edge\r\n"
        'Content-Type: message/external-body; access-type=URL; URL="http://127.0.0.1:9/b"\r\n\r\n\r\n--edge--\r\n'
    )


def word(picture: Path) -> bytes:
    document = docx.Document()
    document.add_heading(title_of("文档"), 1)
    document.add_paragraph(SENTENCE)
    document.add_picture(str(picture))
    for kind in (RELATIONSHIP_TYPE.IMAGE, RELATIONSHIP_TYPE.HYPERLINK, RELATIONSHIP_TYPE.OLE_OBJECT):
        document.part.relate_to(f"{ELSEWHERE}/a", kind, is_external=True)
    settings = document.part.part_related_by(RELATIONSHIP_TYPE.SETTINGS)
    for place in (picture.as_uri(), "\\\\127.0.0.1\\share\\a.dotm", f"{ELSEWHERE}/a.dotm"):
        settings.relate_to(place, TEMPLATE, is_external=True)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def pdf() -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(595, 842))
    canvas.setFont("STSong-Light", 22)
    canvas.drawString(180, 760, title_of("文件"))
    canvas.setFont("STSong-Light", 12)
    for number, line in enumerate((SENTENCE[:26], SENTENCE[26:])):
        canvas.drawString(72, 720 - 20 * number, line)
    for place, address in enumerate((f"{ELSEWHERE}/a", "file:///etc/passwd", "javascript:alert(1)")):
        canvas.linkURL(address, (0, 100 * place, 595, 100 * place + 90))
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


def documents(folder: Path) -> Iterator[tuple[str, str]]:
    """Writes documents of every kind; gives the names of the files and the titles in them."""
    picture = make_picture(folder)
    marked = f"# {title_of('记号')}\n\n{SENTENCE}\n\n![夜班船]({picture.as_uri()}) ![灯]({ELSEWHERE}/a.png)\n\n{CODE}\n"
    plain = f"{title_of('文字')}\n\n{SENTENCE}\n\n{CODE}\n"
    for name, kind, content in (
        ("a.html", "网页", web_page(picture).encode()),
        ("b.mhtml", "网页存档", archive(picture).encode()),
        ("c.docx", "文档", word(picture)),
        ("d.pdf", "文件", pdf()),
        ("e.md", "记号", marked.encode()),
        ("f.txt", "文字", plain.encode()),
    ):
        (folder / name).write_bytes(content)
        yield name, title_of(kind)


@pytest.fixture
def imported(qtbot: QtBot, program: Program, tmp_path: Path) -> list[str]:
    """The titles of hostile documents of every kind that have been taken into the library together."""
    folder = tmp_path / "documents"
    folder.mkdir()
    titles = [title for _name, title in documents(folder)]
    program.open_documents([str(folder)])
    qtbot.waitUntil(lambda: set(titles) <= set(rows(view_of(program.window))))
    return titles


def test_documents_of_every_kind_are_read_and_show_nothing_from_elsewhere(
    imported: list[str], window: MainWindow
) -> None:
    view = view_of(window)
    for title in imported:
        row = next(row for row in range(view.model().rowCount()) if view.model().index(row, 0).data() == title)
        view.setCurrentIndex(view.model().index(row, 0))
        page = page_of(window)
        assert "乘客1.2万人" in text_on(window), title
        assert redness(page) == 0
        for link, _said in links_of(page.document()):
            assert not link.startswith(WEB) or link.startswith(f"{WEB}{ELSEWHERE}/")
            assert "javascript" not in link
            assert "passwd" not in link
