"""What the elements of a page mean for the text in them: which run along in a line, which are headings, which unread.

After the HTML Living Standard (chapter 15.3), and the styles and names of classes that pages use to say the same.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from viewer.readers.document import BlockKind

if TYPE_CHECKING:
    from lxml.etree import _Element

HEADINGS = {f"h{level}": level for level in range(1, 7)}
"""The elements of headings, and their levels."""

_INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "img", "ins",
    "kbd", "label", "mark", "nobr", "q", "ruby", "rb", "s", "samp", "small", "span", "strike", "strong", "sub",
    "sup", "time", "tt", "u", "var", "wbr",
))  # fmt: skip
_UNREAD = frozenset((
    "script", "style", "noscript", "template", "iframe", "object", "embed", "applet", "video", "audio", "canvas",
    "svg", "select", "datalist", "option", "button", "input", "textarea", "head", "map", "rt", "rp", "noframes",
    "dialog",
))  # fmt: skip
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDDEN_NAMES = frozenset(("hidden", "hide", "d-none", "sr-only", "visually-hidden"))
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_NOT_BOLD = re.compile(r"font-weight\s*:\s*(?:normal|lighter|[1-5]00)", re.IGNORECASE)
_KEEPS_LINES = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)
_CAPTION_NAME = re.compile(
    r"(?:^|[\s_-])(?:(?:img|pic|photo|image|picture)s?[_-]?(?:desc|descr|description|note|caption|explain|intro)"
    r"|caption|figcaption|tuzhu|tushuo)(?:$|[\s_-])",
    re.IGNORECASE,
)


class State(NamedTuple):
    """What holds for the text at some place of a tree.

    Attributes:
        owner: the element whose paragraphs it is a part of.
        level: of a heading.
        keeps_lines: whether the line breaks of the source are seen.
    """

    owner: _Element
    kind: BlockKind = BlockKind.TEXT
    level: int = 0
    bold: bool = False
    linked: bool = False
    keeps_lines: bool = False


def is_unread(element: _Element, shows_hidden: bool) -> bool:
    """Whether nothing in an element is a text of the page, or it is hidden and hidden ones are not to be shown."""
    if element.tag in _UNREAD:
        return True
    if not element.attrib or shows_hidden:
        return False
    return (
        element.get("hidden") is not None
        or _HIDDEN_STYLE.search(element.get("style", "")) is not None
        or not _HIDDEN_NAMES.isdisjoint(element.get("class", "").split())
    )


def is_inline(element: _Element) -> bool:
    """Whether an element is a part of a line."""
    tag = str(element.tag)
    return (tag in _INLINE and not _is_caption(element)) or ":" in tag  # such as o:p, which Word writes


def _is_caption(element: _Element) -> bool:
    return element.tag in ("figcaption", "caption") or _CAPTION_NAME.search(element.get("class", "")) is not None


def state_inside(element: _Element, outer: State) -> State:
    """What holds inside of `element`, where `outer` holds around it."""
    tag = str(element.tag)
    state = outer if is_inline(element) else outer._replace(owner=element)
    if tag in HEADINGS:
        state = state._replace(kind=BlockKind.HEADING, level=HEADINGS[tag])
    elif tag == "li":
        state = state._replace(kind=BlockKind.LIST, level=0)
    elif tag in ("td", "th"):
        state = state._replace(kind=BlockKind.TEXT, level=0)
    elif state.kind is not BlockKind.HEADING and _is_caption(element):
        state = state._replace(kind=BlockKind.CAPTION)
    elif tag == "a":
        state = state._replace(linked=True)
    elif tag == "pre":
        state = state._replace(keeps_lines=True)
    return _styled(element, tag, state)


def _styled(element: _Element, tag: str, state: State) -> State:
    if tag in ("strong", "b"):
        state = state._replace(bold=True)
    if not (style := element.get("style")):
        return state
    if _BOLD.search(style):
        state = state._replace(bold=True)
    elif _NOT_BOLD.search(style):
        state = state._replace(bold=False)
    return state._replace(keeps_lines=True) if _KEEPS_LINES.search(style) else state
