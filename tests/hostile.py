"""Texts that would run, load, lead or write something elsewhere if anything took them for more than texts."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from people import colours_of
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from samples import sample_release

from viewer.release.release import Caption, Clause, Figure, Inference, Item, Mention, Notice, Person, Release, Section
from viewer.release.source import Paragraph, Role, Source

RED = "#ff0000"


def resources(picture: Path) -> list[str]:
    """HTML that loads a picture or a style sheet, or would like to."""
    address = picture.as_uri()
    return [
        f'<img src="{address}" width="40" height="40">',
        f'<img src="{picture}" width="40" height="40">',
        f'<img src="{picture.name}" width="40" height="40">',
        f'<p style="background-image: url({address})">甲甲甲</p>',
        f'<table background="{address}" width="60"><tr><td>甲甲甲</td></tr></table>',
        f'<body background="{address}">甲甲甲</body>',
        f'<style>@import url("{sheet_of(picture).as_uri()}");</style><p>██</p>',
        f'<link rel="stylesheet" href="{sheet_of(picture).as_uri()}"><p>██</p>',
        '<img src="http://127.0.0.1:9/a.png"><img src="//127.0.0.1/a.png"><img src="qrc:/a.png">',
        '<img src="\\\\127.0.0.1\\share\\a.png"><img src="file://127.0.0.1/share/a.png">',
        f'<object data="{address}"></object><iframe src="{address}"></iframe><script src="{address}"></script>',
    ]


def sheet_of(picture: Path) -> Path:
    """The style sheet beside a picture, which makes paragraphs red."""
    return picture.with_suffix(".css")


def make_picture(folder: Path) -> Path:
    """A red picture, and a style sheet that makes paragraphs red."""
    path = folder / "red.png"
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor(RED))
    assert image.save(str(path))
    sheet_of(path).write_text(f"p {{ color: {RED}; }}", encoding="utf-8")
    return path


def redness(widget: QWidget) -> int:
    """How many of the points of a widget are red."""
    return colours_of(widget.grab().toImage()).count(QColor(RED).rgb())


TEXTS = [
    "<b>粗</b> & <i>斜</i> &amp; &lt;",
    "\"'><script>alert(1)</script><!--",
    "</title></style></td></table></body><h1>x",
    "[链接](javascript:alert(1)) ![图](http://127.0.0.1:9/a.png) <http://127.0.0.1:9/>",
    '=HYPERLINK("http://127.0.0.1:9/","点")',
    "'; DROP TABLE entry; --",
    '" OR entry_text MATCH "x* NEAR(',
    "%_\\%' ESCAPE '\\",
    "$(touch /tmp/x) `touch x` | touch x ; touch x && touch x",
    "../../../etc/passwd",
    "{0} {id} {path} %s %(a)s %n",
    "}, author = {x}\nER  - \r\nTY  - BOOK\n@book{x, title={y}}",
    "通报\u202egpj.exe\u202c \u2067x\u2069 \u200b\ufeff\u2060 g\u043engan",
    "\x1b]8;;http://127.0.0.1:9/\x07点\x1b]8;;\x07\x1b[2J",
    "&Fein && x[*]",
    "一\n二\t三\r\n四\u2028五",
]


def release_of(text: str, release_id: str = "hostile") -> Release:
    """A release of which every text is this one."""
    release = sample_release(release_id)
    mention = Mention(name=text, paragraph=3)
    figure = Figure(label=text, written=text, value=3, unit=text, qualifier=text, change=text, paragraph=3)
    names = {"units": (mention,), "places": (mention,), "systems": (mention,)}
    item = Item(
        id="item",
        title=text,
        summary=text,
        paragraphs=(3,),
        people=(Person(name=text, rank=text, unit=text, paragraph=3),),
        figures=(figure,),
        captions=(Caption(text=text, paragraph=4),),
        **names,
    )
    section = Section(id="section", title=text, lead=text, announced=5, paragraphs=(2,), items=(item,))
    return dataclasses.replace(
        release,
        title=text,
        issuer=text,
        publisher=text,
        occasion=text,
        date_written=text,
        period=text,
        credit=text,
        overview=text,
        inferred=(Inference(field="title", reason=text),),
        sections=(section,),
        notice=Notice(holder=text, form="verbatim", clauses=(Clause(number=1, text=text, paragraphs=(6,)),)),
        source=Source(
            paragraph_count=6,
            fingerprint="1" * 64,
            paragraphs=tuple(Paragraph(text=text, role=role) for role in list(Role)[:6]),
        ),
    )
