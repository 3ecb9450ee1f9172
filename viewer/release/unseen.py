"""Characters that are not seen, or are taken for others: shown where a person decides by a text, left out elsewhere.

Not seen are controls and what Unicode gives no shape (Default_Ignorable_Code_Point in DerivedCoreProperties.txt): marks
that turn the direction of writing, which make gpj.exe of exe.jpg, joiners, spaces without width, tags. They are left
alone where Unicode has a use for them: within emoji, behind ideographs and in scripts that join their letters
(UTS #39, 3.1.1; UTS #51; the Ideographic Variation Database). Taken for others are letters of Cyrillic and Greek within
a word of Latin ones (UTR #36, 2.2; confusables.txt of UTS #39).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate

DIRECTION_MARKS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""What turns the direction of writing, and nothing else (UAX #9)."""
IGNORABLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff0-\ufffc\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""What has no shape, as a class of a regular expression; with U+FFFC, which stands for a picture that is not there."""

_EMOJI = "\u2190-\u27ff\u2801-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
_IDEOGRAPHS = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_KEPT = "|".join(
    (
        f"(?<=[{_EMOJI}])\ufe0f?\u200d(?=[{_EMOJI}])",  # a family of several people
        f"(?<=[{_EMOJI}#*0-9\u00a9\u00ae\u203c\u2049\u2122\u2139])[\ufe0e\ufe0f]",  # with or without colours
        "\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{2,6}\U000e007f",  # the flag of a region
        f"(?<=[{_IDEOGRAPHS}])[\ufe00-\ufe02\U000e0100-\U000e01ef]",  # one of several shapes of an ideograph
        "(?<=[\u3001\u3002\uff01\uff0c\uff0e\uff1a\uff1b\uff1f])[\ufe00\ufe01]",  # where in its square a mark stands
        "(?<=[\u0620-\u064a\u0671-\u06d3\u0904-\u0dff])[\u200c\u200d]",  # Persian, and the scripts of India
    )
)
_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u2800\ud800-\udfff"
# what nearly all texts are made of; each range stands by itself, for a class of several takes long to compile
_PLAIN = re.compile("(?:[ -~]+|[\u4e00-\u9fff]+|[\u3000-\u303f]+|[\uff01-\uff9f]+|[\u2010-\u2027]+|\u00b7)*+")
# these take long, and are compiled when the first text comes that is not plain
# most characters are passed over by a look at the class of those that may be meant
_UNSEEN = f"(?s)(?=[{_CONTROLS}{IGNORABLE}\U0001f3f4])(?:(?P<kept>{_KEPT}|\U0001f3f4)|.)"
_LINE_MARKS = "[\t\n]"
_WORD = "[A-Za-z\u00c0-\u02af\u0370-\u03ff\u0400-\u052f]+"
_LATIN = "[A-Za-z\u00c0-\u024f]"
_LOOKALIKE = "[АВЕЅІЈКМНОРСТУХԚԜӀаеѕіјорсухһԁԛԝӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧονɑɡ]"


def reveal(text: str) -> str:
    """`text` in one line, in which everything is seen: `gpj.[U+202E]exe`, `g[U+043E]ngan` for a Cyrillic о."""
    return reveal_marked(text, ())[0]


def reveal_marked(text: str, spans: Iterable[tuple[int, int]]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The same, and where stretches of `text` are in it."""
    places = _places(text)
    if not places:
        return text, tuple(spans)
    marks = [f"[U+{ord(text[place]):04X}]" for place in places]
    moved = [0, *accumulate(len(mark) - 1 for mark in marks)]
    shown = list(text)
    for place, mark in zip(places, marks, strict=True):
        shown[place] = mark
    return "".join(shown), tuple(
        (start + moved[bisect_left(places, start)], end + moved[bisect_left(places, end)]) for start, end in spans
    )


def without_unseen(text: str) -> str:
    """`text` without what is not seen, but with its tabs and line breaks."""
    return text if _PLAIN.fullmatch(text) else re.sub(_UNSEEN, lambda found: found["kept"] or "", text)


def _places(text: str) -> list[int]:
    """The places of all characters that are not seen or are taken for others, in order."""
    if _PLAIN.fullmatch(text):
        return []
    places = [found.start() for found in re.finditer(_UNSEEN, text) if found["kept"] is None]
    places += [found.start() for found in re.finditer(_LINE_MARKS, text)]
    if re.search(_LOOKALIKE, text):
        words = (word for word in re.finditer(_WORD, text) if re.search(_LATIN, word[0]))
        places += [word.start() + found.start() for word in words for found in re.finditer(_LOOKALIKE, word[0])]
    return sorted(places)
