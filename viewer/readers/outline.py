"""The outline of a document: what each of its paragraphs is.

Each pass decides what it can be sure of and leaves the rest open to the next; what is left at last is running text.
The order matters: a notice has numbers as headings have them, and the lines around a title look like headings too.
"""

from __future__ import annotations

from dataclasses import replace

from viewer.readers.credits import mark_credits
from viewer.readers.document import BlockKind, Document
from viewer.readers.draft import Draft, begin
from viewer.readers.furniture import drop_furniture, drop_other_pages
from viewer.readers.head import mark_head
from viewer.readers.headings import mark_captions, mark_headings
from viewer.readers.notice import mark_notice
from viewer.release.source import Paragraph, Role

_LAYOUT = 0.8


def find_outline(document: Document) -> tuple[Paragraph, ...]:
    """The paragraphs of the text with their roles; what belongs to the page around it is left out."""
    drafts = drop_furniture([begin(block) for block in document.blocks])
    if sum(draft.role is Role.LIST for draft in drafts) > _LAYOUT * len(drafts):
        drafts = [_unlisted(draft) for draft in drafts]
    mark_notice(drafts)
    drafts = drop_other_pages(drafts)
    mark_head(drafts, document.title)
    mark_credits(drafts)
    mark_captions(drafts)
    mark_headings(drafts)
    return tuple(draft.paragraph() for draft in drafts)


def _unlisted(draft: Draft) -> Draft:
    """The paragraph as it would be without a list: a page that puts everything into one does it for the looks."""
    return begin(replace(draft.block, kind=BlockKind.TEXT)) if draft.role is Role.LIST else draft
