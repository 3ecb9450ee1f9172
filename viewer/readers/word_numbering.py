"""The numbers that Word writes before paragraphs: 一、 （一） 1. 第一章.

They are not in the text but made of numbering.xml (ECMA-376 part 1, 17.9): each level has a form and a counter, and
a level counts anew after a paragraph of a higher one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph as WordParagraph

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DIGITS = "零一二三四五六七八九"
_PLACE = re.compile(r"%(\d)")
_LEVELS = 9


class _Level(NamedTuple):
    form: str
    text: str
    start: int


class Numbering:
    """Counts through a document: ask for each paragraph once, in order."""

    def __init__(self, document: WordDocument) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._counts: dict[str, list[int]] = {}
        self._abstract: dict[str, str] = {}
        root = _root(document)
        if root is None:
            return
        for abstract in root.findall(f"{_W}abstractNum"):
            levels = {int(level.get(f"{_W}ilvl", "0")): _read_level(level) for level in abstract.findall(f"{_W}lvl")}
            self._levels[abstract.get(f"{_W}abstractNumId", "")] = levels
        for number in root.findall(f"{_W}num"):
            of = number.find(f"{_W}abstractNumId")
            if of is not None:
                self._abstract[number.get(f"{_W}numId", "")] = of.get(f"{_W}val", "")

    def mark(self, paragraph: WordParagraph) -> tuple[str, bool]:
        """What Word writes before the paragraph, and whether it is an item of a list at all."""
        of, depth = self._number_of(paragraph)
        levels = self._levels.get(of, {})
        level = levels.get(depth)
        if level is None:
            return "", False
        counts = self._counts.setdefault(of, [0] * _LEVELS)
        counts[depth] = counts[depth] + 1 if counts[depth] else level.start
        counts[depth + 1 :] = [0] * (_LEVELS - depth - 1)
        if level.form in ("bullet", "none"):
            return "", level.form == "bullet"

        def number(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            form = levels[at].form if at in levels else "decimal"
            return _written(counts[at] or 1, form)

        return _PLACE.sub(number, level.text), True

    def _number_of(self, paragraph: WordParagraph) -> tuple[str, int]:
        """The numbering and the level of a paragraph: its own, or that of its style."""
        properties = paragraph._p.pPr  # noqa: SLF001  python-docx has no name for it
        style: Any = paragraph.style
        while True:
            found = properties.find(f"{_W}numPr") if properties is not None else None
            if found is not None:
                number, level = found.find(f"{_W}numId"), found.find(f"{_W}ilvl")
                depth = level.get(f"{_W}val", "0") if level is not None else "0"
                of = self._abstract.get(number.get(f"{_W}val", ""), "") if number is not None else ""
                return of, min(int(depth), _LEVELS - 1) if depth.isdigit() else 0
            if style is None:
                return "", 0
            properties, style = style.element.pPr, style.base_style


def _root(document: WordDocument) -> Any:
    """The element of the numbering part, or None where a document has none."""
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/numbering") and not relation.is_external:
            return getattr(relation.target_part, "element", None)
    return None


def _read_level(level: Any) -> _Level:
    def value(name: str, default: str) -> str:
        found = level.find(f"{_W}{name}")
        return found.get(f"{_W}val", default) if found is not None else default

    start = value("start", "1")
    return _Level(value("numFmt", "decimal"), value("lvlText", ""), int(start) if start.isdigit() else 1)


def _written(number: int, form: str) -> str:
    if form in (
        "chineseCounting",
        "chineseCountingThousand",
        "ideographDigital",
        "japaneseCounting",
        "taiwaneseCounting",
    ):
        return _chinese(number)
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman"):
        roman = _roman(number)
        return roman if form == "upperRoman" else roman.lower()
    if form in ("decimalEnclosedCircle", "decimalEnclosedCircleChinese") and number <= 20:
        return chr(ord("①") + number - 1)
    if form == "decimalZero":
        return f"{number:02}"
    return str(number)


def _chinese(number: int) -> str:
    if number < 10:
        return _DIGITS[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return ("" if tens == 1 else _DIGITS[tens]) + "十" + (_DIGITS[ones] if ones else "")
    return str(number)


def _roman(number: int) -> str:
    written = ""
    for value, sign in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while number >= value:
            written += sign
            number -= value
    return written
