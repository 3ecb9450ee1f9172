"""A document whose outline is being found: each paragraph with what is known of it so far."""

from __future__ import annotations

import re
from dataclasses import dataclass

from viewer.readers.document import Block, BlockKind
from viewer.release.source import Paragraph, Role

LONGEST_HEADING = 60
"""Characters; a longer paragraph is never a heading."""

_SENTENCE_END = re.compile(r"[。！？!?；;]")
_INNER_SENTENCE_END = re.compile(r"[。！？!?；;](?![”’」』）)》\s]*$)")


@dataclass
class Draft:
    """A paragraph that has no role yet, or one that may still change.

    Attributes:
        role: None until a pass has decided.
        style: what marks a heading as one of its kind: headings of one style have one level.
        run_in: how many characters at its start are a heading.
    """

    block: Block
    role: Role | None = None
    style: str = ""
    level: int = 0
    run_in: int = 0

    @property
    def text(self) -> str:
        """The words of the paragraph."""
        return self.block.text

    @property
    def is_open(self) -> bool:
        """Whether nothing is decided yet."""
        return self.role is None

    @property
    def is_short(self) -> bool:
        """Whether it is short enough for a heading, and has no sentence that ends before its end."""
        return len(self.text) <= LONGEST_HEADING and not _INNER_SENTENCE_END.search(self.text)

    @property
    def is_sentence(self) -> bool:
        """Whether it is running text: long, or with the end of a sentence in it."""
        return len(self.text) > LONGEST_HEADING or bool(_SENTENCE_END.search(self.text))

    def paragraph(self) -> Paragraph:
        """The paragraph as it has been decided; running text where nothing was."""
        return Paragraph(
            text=self.text,
            role=self.role or Role.BODY,
            level=self.level,
            run_in=self.run_in,
            place=self.block.place,
        )


def begin(block: Block) -> Draft:
    """What the format alone says of a block."""
    roles = {BlockKind.TABLE: Role.TABLE, BlockKind.CAPTION: Role.CAPTION, BlockKind.LIST: Role.LIST}
    return Draft(block, roles.get(block.kind))
