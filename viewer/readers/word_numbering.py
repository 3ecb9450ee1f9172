"""The numbers that Word writes before paragraphs: 一、 （一） 1. 第一章.

They are not in the text but made of numbering.xml (ECMA-376 part 1, 17.9): each level has a form and a counter, and
a level counts anew after a paragraph of a higher one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from viewer.readers.word_styles import Style, W, part_root, value_of, whole_number

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_DIGITS = "零一二三四五六七八九"
_SINGLE_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")
_PLACE = re.compile(r"%(\d)")
_LEVELS = 9
_LONGEST_FORM = 255  # characters, as in Word
_LARGEST_ROMAN = 3999
_LARGEST_LETTERS = 780  # thirty of one letter
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


class _Level(NamedTuple):
    form: str
    text: str
    start: int


class Numbering:
    """Counts through a document: ask for each paragraph once, in order."""

    def __init__(self, document: WordDocument) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._abstract: dict[str, str] = {}
        root = part_root(document, "/numbering")
        if root is None:
            return
        for abstract in root.findall(f"{W}abstractNum"):
            levels = {
                whole_number(level.get(f"{W}ilvl", "0")): _read_level(level) for level in abstract.findall(f"{W}lvl")
            }
            self._levels[abstract.get(f"{W}abstractNumId", "")] = levels
        for number in root.findall(f"{W}num"):
            self._abstract[number.get(f"{W}numId", "")] = value_of(number.find(f"{W}abstractNumId"))

    def mark(self, paragraph: Any, styles: Sequence[Style]) -> tuple[str, bool]:
        """What Word writes before a paragraph of these styles, and whether it is an item of a list at all."""
        of, depth = self._number_of(paragraph, styles)
        levels = self._levels.get(of, {})
        level = levels.get(depth)
        if level is None:
            return "", False
        counts = self._counts.setdefault(of, [None] * _LEVELS)
        before = counts[depth]
        counts[depth] = level.start if before is None else before + 1
        counts[depth + 1 :] = [None] * (_LEVELS - depth - 1)
        if level.form in ("bullet", "none"):
            return "", level.form == "bullet"

        def number(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            form = levels[at].form if at in levels else "decimal"
            count = counts[at]
            return _written(1 if count is None else count, form)

        return _PLACE.sub(number, level.text), True

    def _number_of(self, paragraph: Any, styles: Sequence[Style]) -> tuple[str, int]:
        """The numbering and the level of a paragraph: its own, or that of its style."""
        for properties in (paragraph.find(f"{W}pPr"), *(style.properties for style in styles)):
            found = properties.find(f"{W}numPr") if properties is not None else None
            if found is not None:
                of = self._abstract.get(value_of(found.find(f"{W}numId")), "")
                return of, min(whole_number(value_of(found.find(f"{W}ilvl"))), _LEVELS - 1)
        return "", 0


def _read_level(level: Any) -> _Level:
    return _Level(
        value_of(level.find(f"{W}numFmt"), "decimal"),
        value_of(level.find(f"{W}lvlText"))[:_LONGEST_FORM],
        whole_number(value_of(level.find(f"{W}start"), "1"), 1),
    )


def _written(number: int, form: str) -> str:
    if form in (
        "chineseCounting",
        "chineseCountingThousand",
        "japaneseCounting",
        "taiwaneseCounting",
    ):
        return _chinese(number)
    if form == "ideographDigital":
        return str(number).translate(_SINGLE_DIGITS)
    if form in ("lowerLetter", "upperLetter") and number <= _LARGEST_LETTERS:
        times, letter = divmod(number - 1, 26)
        letters = chr(ord("a") + letter) * (times + 1)  # z, aa, bb
        return letters.upper() if form == "upperLetter" else letters
    if form in ("lowerRoman", "upperRoman") and number <= _LARGEST_ROMAN:
        roman = _roman(number)
        return roman if form == "upperRoman" else roman.lower()
    if form in ("decimalEnclosedCircle", "decimalEnclosedCircleChinese") and 0 < number <= 20:
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
    for value, sign in _ROMAN:
        while number >= value:
            written += sign
            number -= value
    return written
