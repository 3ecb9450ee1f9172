"""The styles of a Word document, and on which others each of them rests (ECMA-376 part 1, 17.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""How the names of the elements begin."""

_MOST_DIGITS = 5
_MOST_BELOW = 32  # styles that one rests on; broken documents have some that rest on themselves


class Style(NamedTuple):
    """A style of paragraphs: its name, and the element of its properties, which may be None."""

    name: str
    properties: Any
    below: str
    """The id of the style that it rests on, or ""."""


class Styles:
    """The styles of paragraphs by their ids."""

    def __init__(self, document: WordDocument) -> None:
        self._styles: dict[str, Style] = {}
        self._chains: dict[str, tuple[Style, ...]] = {}
        self._usual = ""
        root = part_root(document, "/styles")
        for style in root.findall(f"{W}style") if root is not None else ():
            if style.get(f"{W}type") == "paragraph":
                id_ = style.get(f"{W}styleId", "")
                name, below = value_of(style.find(f"{W}name")), value_of(style.find(f"{W}basedOn"))
                self._styles.setdefault(id_, Style(name, style.find(f"{W}pPr"), below))
                if style.get(f"{W}default") in ("1", "true", "on"):
                    self._usual = id_

    def of(self, paragraph: Any) -> tuple[Style, ...]:
        """The style of a paragraph, then those that it rests on."""
        id_ = value_of(paragraph.find(f"{W}pPr/{W}pStyle"))
        id_ = id_ if id_ in self._styles else self._usual
        if id_ not in self._chains:
            self._chains[id_] = self._chain(id_)
        return self._chains[id_]

    def _chain(self, id_: str) -> tuple[Style, ...]:
        chain: list[Style] = []
        style = self._styles.get(id_)
        while style is not None and len(chain) <= _MOST_BELOW:
            chain.append(style)
            style = self._styles.get(style.below)
        return tuple(chain)


def part_root(document: WordDocument, kind: str) -> Any:
    """The element of the part that a document relates to as `kind`, such as /styles; None where it has none."""
    for relation in document.part.rels.values():
        if (relation.reltype or "").endswith(kind) and not relation.is_external:
            return getattr(relation.target_part, "element", None)
    return None


def value_of(element: Any, usual: str = "") -> str:
    """What an element says in its attribute `val`."""
    return usual if element is None else str(element.get(f"{W}val", usual))


def whole_number(written: str, usual: int = 0) -> int:
    """A number as documents have it; `usual` for what is none, or larger than any of theirs."""
    return int(written) if written.isascii() and written.isdigit() and len(written) <= _MOST_DIGITS else usual
