"""Pinyin: how Chinese text is read aloud, and where letters that somebody types stand for it.

Letters stand for characters in a row when each character contributes its whole syllable, its first letter
or its initial zh, ch or sh, and the last one any beginning of its syllable: fengxian, fx, fengx and fxian
all stand for 丰县. Other letters and digits stand for themselves; punctuation is passed over.
"""

from __future__ import annotations

import gc
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from viewer.release.folding import Folded, Span, fold_with_offsets

_INITIALS = frozenset(("zh", "ch", "sh"))
_LONGEST_SYLLABLE = 6  # zhuang
_VOWELS = frozenset("aeiouv")
_LONGEST_WORD = 4  # longer ones are proverbs
_MOST_WAYS = 4
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")

Letters = tuple[str, ...]
"""What each of several characters in a row contributes."""


class Spelling(NamedTuple):
    """How a text is read: the readings of each character that has any, and its place in the folded text."""

    readings: tuple[frozenset[str], ...]
    places: tuple[int, ...]
    folded: Folded

    def find(self, ways: tuple[Letters, ...]) -> list[Span]:
        """Where letters that can be divided in these ways stand, in characters of the original."""
        return [
            self.folded.span(self.places[start], self.places[start + len(way) - 1] + 1)
            for way in ways
            for start in range(len(self.readings) - len(way) + 1)
            if way[0][0] in first_letters(self.readings[start]) and self._stands(way, start)
        ]

    def _stands(self, way: Letters, start: int) -> bool:
        place = start
        for part in way[:-1]:
            if part not in contributions(self.readings[place]):
                return False
            place += 1
        return any(reading.startswith(way[-1]) for reading in self.readings[place])


@cache
def contributions(readings: frozenset[str]) -> frozenset[str]:
    """What a character of these readings may contribute where it is not the last one."""
    initials = {reading[:2] for reading in readings if reading[:2] in _INITIALS}
    return readings | first_letters(readings) | initials


@cache
def first_letters(readings: frozenset[str]) -> frozenset[str]:
    """The letters that these readings begin with."""
    return frozenset(reading[0] for reading in readings)


@lru_cache(maxsize=1_000)
def spell(text: str) -> Spelling:
    """How `text` is read: each character as in the words that it is part of, alone in every usual way."""
    phrases = _phrases()
    folded = fold_with_offsets(text)
    found: list[set[str]] = [set() for _ in folded.text]
    for start in range(len(folded.text) - 1):
        for end in range(start + 2, min(start + _LONGEST_WORD, len(folded.text)) + 1):
            for place, several in enumerate(phrases.get(folded.text[start:end], ())[: end - start], start):
                found[place].update(map(_typed, several))
    read = [
        frozenset(several) or _read_character(character) for character, several in zip(folded.text, found, strict=True)
    ]
    places = tuple(place for place, readings in enumerate(read) if readings)
    return Spelling(tuple(read[place] for place in places), places, folded)


@lru_cache(maxsize=1_000)
def divide(letters: str) -> tuple[Letters, ...]:
    """The ways in which typed letters can be divided among characters, fewest characters first.

    An apostrophe, as input methods put it, ends a character. Each letter may always stand for a character.
    """
    stretches = [stretch for stretch in letters.split("'") if stretch]
    ways: list[Letters] = [()]
    for stretch in stretches:
        ways = _likeliest(way + more for way in ways for more in _ways(stretch) or [tuple(stretch)])
    initials = tuple("".join(stretches))
    return tuple(dict.fromkeys(filter(None, (*ways, initials))))


def _likeliest(ways: Iterable[Letters]) -> list[Letters]:
    """Those with the fewest characters and with one more; nobody means xian as the characters xi'a'n."""
    ordered = sorted(ways, key=len)
    return [way for way in ordered if len(way) <= len(ordered[0]) + 1][:_MOST_WAYS]


def _ways(stretch: str) -> list[Letters]:
    """The ways to divide letters among syllables, found from the end; the last may be any beginning of one."""
    syllables, beginnings = _syllables()
    found: list[list[Letters]] = [[] for _ in stretch]
    for start in reversed(range(len(stretch))):
        rest = stretch[start:]
        if rest in beginnings:
            found[start].append((rest,))
        for length in range(1, min(_LONGEST_SYLLABLE, len(rest) - 1) + 1):
            part = rest[:length]
            if part in syllables or part in _INITIALS or (length == 1 and part in beginnings):
                found[start] += [(part, *more) for more in found[start + length]]
        found[start] = _likeliest(found[start]) if found[start] else []
    return found[0]


@cache
def _phrases() -> dict[str, list[list[str]]]:
    """Words, and the readings of each of their characters."""
    from pypinyin.constants import PHRASES_DICT  # only the index and what is typed in letters need it

    gc.freeze()  # or else each full collection walks all these lists, and the window waits for it
    return PHRASES_DICT


@cache
def _read_character(character: str) -> frozenset[str]:
    """The readings that a character has in some word: dictionaries list many that no word has any more."""
    from pypinyin.constants import PINYIN_DICT

    if character in _LETTERS:
        return frozenset(character)
    several = [_typed(reading) for reading in PINYIN_DICT.get(ord(character), "").split(",") if reading]
    usual: Iterable[str] = _usual_readings().get(character, ())
    return frozenset(several).intersection(usual) or frozenset(several[:1])


@cache
def _usual_readings() -> dict[str, set[str]]:
    usual: dict[str, set[str]] = {}
    for word, read in _phrases().items():
        for character, several in zip(word, read, strict=False):
            usual.setdefault(character, set()).update(map(_typed, several))
    return usual


@cache
def _syllables() -> tuple[frozenset[str], frozenset[str]]:
    """The syllables of Chinese, and whatever one may begin with."""
    from pypinyin.constants import PINYIN_DICT

    readings = {reading for several in PINYIN_DICT.values() for reading in several.split(",")}
    syllables = frozenset(filter(_VOWELS.intersection, map(_typed, readings)))  # ng and hm are mere sounds
    return syllables, frozenset(syllable[:end] for syllable in syllables for end in range(1, len(syllable) + 1))


@cache
def _typed(reading: str) -> str:
    """The reading without its tone, in the letters of a keyboard: nǚ is nv, lüè is lue."""
    decomposed = unicodedata.normalize("NFD", reading)
    letters = decomposed.replace("u\u0308", "v").replace("ve", "ue")
    return "".join(letter for letter in letters if letter in _LETTERS)
