"""Inputs of any size that were made to take long: each names its target, and what is repeated in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from fuzzing.seeds import W, word_with

SENTENCE = "渡口夜班船恢复开行。"
_WORD_PARAGRAPH = "<w:p><w:pPr><w:pStyle w:val='s0'/></w:pPr><w:r><w:t>渡口</w:t></w:r></w:p>"


class Growing(NamedTuple):
    """Makes an input from a number of repetitions.

    Attributes:
        target: the name of the target.
        make: takes the number.
        number: with which it takes long enough to be measured; four times as many are compared with it.
    """

    target: str
    make: Callable[[int], bytes]
    number: int


def _repeated(unit: str, before: str = "", behind: str = "") -> Callable[[int], bytes]:
    return lambda number: (before + unit * number + behind).encode()


def _nested(opening: str, closing: str, before: str = "") -> Callable[[int], bytes]:
    return lambda number: (before + opening * number + SENTENCE + closing * number).encode()


def _chain_of_styles(number: int) -> bytes:
    style = "<w:style w:type='paragraph' w:styleId='s{0}'><w:name w:val='n'/><w:basedOn w:val='s{1}'/></w:style>"
    chain = "".join(style.format(place, place + 1) for place in range(number))
    return word_with(_WORD_PARAGRAPH * number, styles=f"<w:styles {W}>{chain}</w:styles>")


def _attributes(number: int) -> bytes:
    return f"<p {' '.join(f'a{place}=1' for place in range(number))}>{SENTENCE}".encode()


def _facts_in_script(number: int) -> bytes:
    fields = ",".join(f'"a{place}":"b"' for place in range(number))
    return f'<script>。。。{{{fields},"x":[{",".join(["{}"] * number)}]}}</script><p>{SENTENCE}'.encode()


def _field_of_mail(parameter: str) -> Callable[[int], bytes]:
    head = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b; start="
    return lambda number: f'{head}"{parameter * number}\n\n--b\nContent-Type: text/html\n\n{SENTENCE}\n--b--\n'.encode()


def _parts_of_mail(number: int) -> bytes:
    head = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n"
    return (head + f"--b\nContent-Type: text/html\n\n<p>{SENTENCE}\n" * number + "--b--\n").encode()


def _highlight(number: int) -> bytes:
    return ("渡口夜班船复恢" * number + "\n" + "渡口夜班船恢复" * number).encode()


def _lists_in_json(number: int) -> bytes:
    return b'{"format":1,"title":' + b"[" * number + b"]" * number + b"}"


def _excluded_words(number: int) -> bytes:
    return " ".join(f"-{chr(ord('一') + place)}" for place in range(number)).encode()


GROWING: dict[str, Growing] = {
    "short lines": Growing("text", _repeated("a\n"), 2000),
    "lines about the source": Growing("text", _repeated("来源：某报\n"), 4000),
    "open brackets": Growing("text", _repeated("（\n"), 2000),
    "numbered lines": Growing("text", _repeated("一、渡口\n"), 1000),
    "names": Growing("text", _repeated("记者王明 "), 1500),
    "units": Growing("text", _repeated("市公安局"), 1500),
    "figures": Growing("figures", _repeated("1个"), 3000),
    "digits": Growing("figures", _repeated("1"), 60_000),
    "numerals": Growing("figures", _repeated("一百二十三万四千"), 1500),
    "numbers in a row": Growing("figures", _repeated("1、"), 6000),
    "lines of a head of mail": Growing("file", _repeated("a: b\r\n"), 60),
    "folded lines of a head of mail": Growing("file", _repeated("a:\r\n b\r\n"), 60),
    "elements in elements": Growing("html", _nested("<b>", "</b>"), 400),
    "boxes in boxes": Growing("html", _nested("<div>渡", "</div>"), 400),
    "tables in tables": Growing("html", _repeated("<table><tr><td>", behind=SENTENCE), 400),
    "labels": Growing("html", _repeated("<div><p>相关新闻</p>", behind=SENTENCE), 300),
    "links": Growing("html", _repeated("<p>相关新闻</p><p><a>渡口</a></p>"), 300),
    "attributes": Growing("html", _attributes, 9000),
    "facts in a script": Growing("html", _facts_in_script, 1500),
    "entities": Growing("html", _repeated("&amp;", "<p>"), 10_000),
    "signs of emphasis": Growing("markdown", _repeated("*a **b "), 600),
    "brackets of links": Growing("markdown", _repeated("[a](", "渡口"), 2000),
    "quotations": Growing("markdown", _repeated("> "), 4000),
    "fields of mail": Growing("mhtml", _field_of_mail(";"), 10_000),
    "escaped fields of mail": Growing("mhtml", _field_of_mail('\\";'), 4000),
    "parts of mail": Growing("mhtml", _parts_of_mail, 300),
    "styles on styles": Growing("word", _chain_of_styles, 100),
    "paragraphs of Word": Growing("word", lambda number: word_with(_WORD_PARAGRAPH * number), 400),
    "lists in JSON": Growing("json", _lists_in_json, 200),
    "digits in JSON": Growing("json", lambda number: b'{"format":1,"id":' + b"1" * number + b"}", 50_000),
    "brackets of a query": Growing("query", _repeated("(-"), 30),
    "excluded words": Growing("query", _excluded_words, 20),
    "a highlight": Growing("anchoring", _highlight, 60),
    "one character": Growing("anchoring", lambda number: b"\n" + "啊".encode() * number, 3000),
    "escapes of a link": Growing("address", _repeated("%41", "release-viewer://item/"), 4000),
    "tabs": Growing("session", _repeated('{"ids":["a"],"place":0,"title":""},', '{"tabs":[', "0]}"), 2000),
}
