"""Every target by its name, with what may be put into its inputs."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from fuzzing import documents, files, texts, words
from fuzzing.mutation import Mutate, mutate, mutate_package
from viewer.readers.document import Document
from viewer.readers.encoding import decode
from viewer.readers.html import read_html
from viewer.readers.markdown import read_markdown
from viewer.readers.mhtml import read_mhtml
from viewer.readers.pdf import read_pdf
from viewer.readers.text import read_text
from viewer.readers.word import read_word


class Target(NamedTuple):
    """What is done with an input, and how inputs are made.

    Attributes:
        run: raises where something is wrong.
        words: what means something in inputs of this kind.
        mutate: changes an input.
    """

    run: Callable[[bytes], None]
    words: tuple[bytes, ...]
    mutate: Mutate = mutate


def _read_text(data: bytes, file: str) -> Document:
    return read_text(decode(data, file))


def _read_markdown(data: bytes, file: str) -> Document:
    return read_markdown(decode(data, file), file)


TARGETS: dict[str, Target] = {
    "text": Target(documents.read_with(_read_text), words.RELEASE),
    "markdown": Target(documents.read_with(_read_markdown), words.MARKDOWN + words.RELEASE),
    "html": Target(documents.read_with(read_html), words.HTML + words.RELEASE),
    "mhtml": Target(documents.read_with(read_mhtml), words.MHTML + words.HTML),
    "word": Target(documents.read_with(read_word), words.WORD, mutate_package),
    "pdf": Target(documents.read_with(read_pdf), words.PDF),
    "json": Target(documents.own_format, words.JSON),
    "file": Target(documents.read_as(""), words.HTML + words.MHTML + words.JSON + words.MARKDOWN),
    "pasted": Target(documents.pasted, words.RELEASE + words.MARKDOWN),
    "query": Target(texts.query, words.QUERY + words.RELEASE),
    "figures": Target(texts.figures, words.RELEASE),
    "folding": Target(texts.folding, words.RELEASE),
    "anchoring": Target(texts.anchoring, words.RELEASE),
    "session": Target(files.session, words.JSON),
    "preferences": Target(files.preferences, words.JSON),
    "handover": Target(files.handover, words.JSON),
    "address": Target(files.address, words.ADDRESS),
}
