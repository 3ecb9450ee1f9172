"""HTML to blocks: what a browser would show as paragraphs, in order, each with the element that it stands in.

An element with more than one paragraph of its own, divided by `<br>` or by elements inside it, numbers them:
`Place.line` is 1 for the first of them; it is 0 where the element has only one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from viewer.readers.document import Block, BlockKind
from viewer.readers.html_elements import HEADINGS, State, is_inline, is_unread, state_inside
from viewer.readers.html_lines import Line, Run, divide_lines, source_text
from viewer.readers.limits import check_lines, check_tags
from viewer.release.errors import Problem, ReleaseViewerError
from viewer.release.source import Place

if TYPE_CHECKING:
    from lxml.etree import _Element

_DEEPEST_ELEMENT = 2048  # levels that libxml2 reads, four times as many as browsers do

_LONGEST_CELL = 600
_XML_NAME = re.compile(r"[a-z_][\w.-]*")


class Passage(NamedTuple):
    """A block, the element that it stands in, and how many of its characters are links."""

    block: Block
    element: _Element
    linked: int


@dataclass
class Page:
    """The passages of a tree in order.

    Attributes:
        spans: of each element that is more than a part of a line, the number of its first passage and of the one
            behind its last; inner elements come before outer ones.
    """

    passages: list[Passage] = field(default_factory=list)
    spans: dict[_Element, tuple[int, int]] = field(default_factory=dict)


def html_blocks(fragment: str, file: str) -> tuple[Block, ...]:
    """The blocks of a piece of HTML, all of them; their places are those in a page that has nothing else.

    Raises ReleaseViewerError for what is nested too deeply.
    """
    root = parse_html(fragment, file)
    return () if root is None else tuple(passage.block for passage in read_page(root).passages)


def parse_html(text: str, file: str) -> _Element | None:
    """The root of the tree, or None where there are no elements. Fetches nothing, and reads no document type.

    Raises ReleaseViewerError for what is nested too deeply, or too much.
    """
    from lxml import etree  # takes long to load, and most documents have no HTML

    if not text.strip():
        return None
    check_lines(text, file)
    check_tags(text, file)
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True)
    root: _Element | None = etree.fromstring(text.encode(), parser)
    if any(error.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for error in parser.error_log):
        raise ReleaseViewerError(Problem.NESTED_TOO_DEEPLY, file, limit=str(_DEEPEST_ELEMENT))
    return root


def read_page(root: _Element, left_out: Collection[_Element] = (), shows_hidden: bool = False) -> Page:
    """The passages of the tree under `root`, without those `left_out`, nor hidden ones unless they are shown."""
    walk = _Walk(left_out, shows_hidden)
    walk.read(root)
    counts = Counter(draft.element for draft in walk.drafts)
    parts: Counter[_Element] = Counter()
    paths = _Paths()
    page = Page(spans=walk.spans)
    for draft in walk.drafts:
        element = draft.element
        parts[element] += 1
        place = Place(element=paths.path(element), line=parts[element] if counts[element] > 1 else 0)
        text, bold, linked = draft.line
        block = Block(text=text, place=place, kind=draft.kind, level=draft.level, bold=bold)
        page.passages.append(Passage(block, element, linked))
    return page


class _Paths:
    """XPaths of elements as libxml2 writes them; each sibling is counted once, however many are asked for."""

    def __init__(self) -> None:
        self._paths: dict[_Element, str] = {}

    def path(self, element: _Element) -> str:
        wanted: list[_Element] = []
        ancestor: _Element | None = element
        while ancestor is not None and ancestor not in self._paths:
            wanted.append(ancestor)
            ancestor = ancestor.getparent()
        for descendant in reversed(wanted):
            parent = descendant.getparent()
            if parent is None:
                self._paths[descendant] = f"/{descendant.tag}"
            elif descendant not in self._paths:
                self._add_children(parent)
        return self._paths[element]

    def _add_children(self, parent: _Element) -> None:
        above = self._paths[parent]
        children = list(parent)
        counts = Counter(child.tag for child in children)
        numbers: Counter[object] = Counter()
        for place, child in enumerate(children, 1):
            numbers[child.tag] += 1
            step = f"{child.tag}[{numbers[child.tag]}]" if counts[child.tag] > 1 else str(child.tag)
            # a name such as o:p would be one of another namespace
            self._paths[child] = (
                f"{above}/{step}" if _XML_NAME.match(str(child.tag)) and ":" not in step else f"{above}/*[{place}]"
            )


class _Draft(NamedTuple):
    """A passage before its place is known."""

    line: Line
    element: _Element
    kind: BlockKind
    level: int


class _Walk:
    """One pass over a tree, without recursion, as trees may be deep."""

    def __init__(self, left_out: Collection[_Element], shows_hidden: bool) -> None:
        self.drafts: list[_Draft] = []
        self.spans: dict[_Element, tuple[int, int]] = {}
        self._left_out = left_out
        self._shows_hidden = shows_hidden
        self._runs: list[Run | None] = []

    def read(self, root: _Element) -> None:
        state = state_inside(root, State(root))
        self._add(root.text, state)
        stack: list[tuple[_Element, State, int, Iterator[_Element]]] = [(root, state, 0, iter(root))]
        while stack:
            element, state, start, children = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                if element is root or not is_inline(element):
                    self._flush(state)
                    self.spans[element] = (start, len(self.drafts))
                if stack:
                    self._add(element.tail, stack[-1][1])
            elif self._is_unread(child) or self._is_read_at_once(child, state):
                self._add(child.tail, state)
            else:
                inner = state_inside(child, state)
                if inner.owner is child:
                    self._flush(state)
                self._add(child.text, inner)
                stack.append((child, inner, len(self.drafts), iter(child)))

    def _is_unread(self, element: _Element) -> bool:
        return element in self._left_out or is_unread(element, self._shows_hidden)

    def _is_read_at_once(self, element: _Element, state: State) -> bool:
        if element.tag == "br":
            self._runs.append(None)
            return True
        if element.tag != "table" or (table := self._table(element)) is None:
            return False
        self._flush(state)
        start = len(self.drafts)
        for caption in element.iterchildren("caption"):
            self.drafts += self._inner(caption)
        self.drafts.append(_Draft(table, element, BlockKind.TABLE, 0))
        self.spans[element] = (start, len(self.drafts))
        return True

    def _table(self, table: _Element) -> Line | None:
        """A table of data; None where a table only arranges the page."""
        if next(table.iterdescendants("table", *HEADINGS), None) is not None:
            return None
        rows = [[self._cell(cell) for cell in row.iterchildren("td", "th")] for row in table.iterdescendants("tr")]
        cells = [cell for row in rows for cell in row]
        lengths = [len(cell.text) for cell in cells]
        linked = sum(cell.linked for cell in cells)
        is_grid = sum(len(row) > 1 for row in rows) > 1 and sum(map(bool, lengths)) * 2 >= len(cells)
        if not is_grid or max(lengths) > _LONGEST_CELL or linked * 2 > sum(lengths):
            return None
        text = "\n".join("\t".join(cell.text for cell in row).rstrip() for row in rows).strip()
        return Line(re.sub(r"\n\n+", "\n", text), False, linked) if text else None

    def _cell(self, cell: _Element) -> Line:
        lines = [draft.line for draft in self._inner(cell)]
        return Line(" ".join(line.text for line in lines), False, sum(line.linked for line in lines))

    def _inner(self, element: _Element) -> list[_Draft]:
        walk = _Walk(self._left_out, self._shows_hidden)
        if not self._is_unread(element):
            walk.read(element)
        return walk.drafts

    def _add(self, text: str | None, state: State) -> None:
        if not text:
            return
        if not state.keeps_lines:
            self._runs.append(Run(source_text(text), state.bold, state.linked))
            return
        for number, line in enumerate(text.split("\n")):
            if number:
                self._runs.append(None)
            self._runs.append(Run(line, state.bold, state.linked))

    def _flush(self, state: State) -> None:
        """End the lines that have come together in the element that owns them."""
        if not self._runs:
            return
        runs, self._runs = self._runs, []
        for line in divide_lines(runs, joined=state.kind is BlockKind.HEADING):
            self.drafts.append(_Draft(line, state.owner, state.kind, state.level))
