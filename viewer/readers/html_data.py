"""Articles that a page carries as data, for its scripts to show: HTML in a `<textarea>` or in the JSON of a script."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

_SENTENCES = re.compile("[，。！？；]")
_LEAST_SENTENCES = 2
_LONGEST_FACT = 300
_MOST_FACTS = 200  # around one text; the nearest ones
_JSON_BEGINS = re.compile(r"[\[{]")


class Carried(NamedTuple):
    """A piece of HTML with text, the element that carries it, and the fields around it."""

    html: str
    host: _Element
    fields: dict[str, str]


def find_carried(root: _Element) -> Carried | None:
    """The piece with the most sentences that scripts and text areas under `root` carry, or None."""
    found: list[Carried] = []
    areas = list(root.iter("textarea"))
    fields = {area.get("class") or area.get("id") or area.get("name") or "": area.text or "" for area in areas}
    found += [Carried(area.text or "", area, fields) for area in areas]
    for script in root.iter("script"):
        text = script.text or ""
        if len(_SENTENCES.findall(text)) >= _LEAST_SENTENCES or "\\u3002" in text.lower():
            found += _in_json(text, script)
    best = max(found, key=lambda carried: len(_SENTENCES.findall(carried.html)), default=None)
    return best if best and len(_SENTENCES.findall(best.html)) >= _LEAST_SENTENCES else None


def _in_json(text: str, script: _Element) -> Iterator[Carried]:
    begin = _JSON_BEGINS.search(text)
    if begin is None:
        return
    try:
        data, _end = json.JSONDecoder().raw_decode(text, begin.start())
    except (ValueError, RecursionError):
        return  # a script, or JSON that nobody has to read
    waiting: list[tuple[object, dict[str, str]]] = [(data, {})]
    while waiting:
        value, fields = waiting.pop()
        if isinstance(value, str):
            yield Carried(value, script, fields)
        elif isinstance(value, list):
            waiting += [(inner, fields) for inner in value]
        elif isinstance(value, dict):
            facts = islice(((name, str(inner)) for name, inner in value.items() if _is_fact(inner)), _MOST_FACTS)
            nearer = dict(facts)
            farther = ((name, inner) for name, inner in fields.items() if name not in nearer)
            around = nearer | dict(islice(farther, _MOST_FACTS - len(nearer)))
            waiting += [(inner, around) for inner in value.values()]


def _is_fact(value: object) -> bool:
    return (isinstance(value, str) and len(value) <= _LONGEST_FACT) or type(value) is int
