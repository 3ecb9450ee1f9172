"""A query in words, as it was understood."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from viewer.library.entry import NameKind
from viewer.library.query import All, Annotated, Either, Name, Not, Note, Part, Values, Words, Years
from viewer.release.annotation import AnnotationKind
from viewer.release.errors import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate

_NAMES = {
    None: QT_TRANSLATE_NOOP("Query", "category with “{text}”"),
    NameKind.UNIT: QT_TRANSLATE_NOOP("Query", "department with “{text}”"),
    NameKind.SYSTEM: QT_TRANSLATE_NOOP("Query", "system with “{text}”"),
    NameKind.PERSON: QT_TRANSLATE_NOOP("Query", "person with “{text}”"),
    NameKind.PLACE: QT_TRANSLATE_NOOP("Query", "place with “{text}”"),
}

_ANNOTATED = {
    AnnotationKind.STAR: QT_TRANSLATE_NOOP("Query", "starred"),
    AnnotationKind.HIGHLIGHT: QT_TRANSLATE_NOOP("Query", "highlighted"),
    AnnotationKind.NOTE: QT_TRANSLATE_NOOP("Query", "with a note"),
}

_ANNOTATED_WITH = _ANNOTATED | {
    AnnotationKind.HIGHLIGHT: QT_TRANSLATE_NOOP("Query", "with “{text}” highlighted"),
    AnnotationKind.NOTE: QT_TRANSLATE_NOOP("Query", "with “{text}” in a note"),
}


def describe(part: Part) -> str:
    """What `part` asks for, in the language of the window."""
    match part:
        case Words():
            return _describe_words(part)
        case Name():
            return translate("Query", _NAMES[part.kind]).format(text=part.text)
        case Annotated():
            return translate("Query", (_ANNOTATED_WITH if part.text else _ANNOTATED)[part.kind]).format(text=part.text)
        case Years():
            years = part.first if part.first == part.last else f"{part.first}–{part.last}"
            return translate("Query", "of the year {year}").format(year=years)
        case Values():
            return _describe_values(part)
        case Not():
            return translate("Query", "without {part}").format(part=describe(part.part))
        case All():
            return translate("Query", ", and ").join(map(describe, part.parts))
        case Either():
            return translate("Query", "either ") + translate("Query", ", or ").join(map(describe, part.parts))


def describe_note(note: Note, text: str) -> str:
    """What was left out of a query."""
    return translate("Query", "Ignored: {what}").format(what=translate("Query", note).format(text=text))


def _describe_words(words: Words) -> str:
    text = translate("Query", "“{text}”").format(text=words.text)
    ways = [translate("Query", "as pinyin")] if words.letters else []
    if words.number is not None:
        ways.append(translate("Query", "as the number {value}").format(value=f"{words.number:f}"))
    if not ways:
        return text
    return translate("Query", "{text}, also {ways}").format(text=text, ways=translate("Query", " and ").join(ways))


def _describe_values(values: Values) -> str:
    unit = values.unit
    if values.low is None and values.high is None:
        return translate("Query", "a figure in {unit}").format(unit=unit)
    if values.low == values.high:
        return translate("Query", "a figure of {value}").format(value=f"{values.low:f}{unit}")
    ends = []
    if values.low is not None:
        ends.append(f"{'>' if values.low_open else '≥'} {values.low:f}{unit}")
    if values.high is not None:
        ends.append(f"{'<' if values.high_open else '≤'} {values.high:f}{unit}")
    return translate("Query", "a figure {range}").format(range=translate("Query", " and ").join(ends))
