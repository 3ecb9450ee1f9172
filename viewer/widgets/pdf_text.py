"""The text of PDF files that Qt writes, mended so that it can be searched and copied.

Qt notes for each glyph the first character that the font has it for; in fonts for Chinese that is often a radical (⼝)
in place of the character that looks the same (口). The notes are CMaps (PDF 32000-1, 9.10.3) of four hexadecimal
digits a character, not compressed, so that they can be written over in their places.
"""

from __future__ import annotations

import mmap
import re
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QRawFont

_CMAP = re.compile(rb"begincmap.*?endcmap", re.DOTALL)
_CHARACTER = re.compile(rb"(?<=<)[0-9A-F]{4}(?=>\s*(?:$|<|\n))", re.IGNORECASE | re.MULTILINE)


def mend_text(path: Path, characters: set[str], fonts: Iterable[QFont]) -> None:
    """Write over each character in the notes of the file that is not one of `characters` but looks just as one.

    `fonts` are those that the file is written in. Raises OSError where the file cannot be read and written.
    """
    raw_fonts = [QRawFont.fromFont(font, QFontDatabase.WritingSystem.SimplifiedChinese) for font in fonts]
    glyphs = [{glyph: character for character in characters if (glyph := _glyph(raw, character))} for raw in raw_fonts]
    with path.open("r+b") as file, mmap.mmap(file.fileno(), 0) as data:
        for cmap in _CMAP.finditer(data):
            for noted in _CHARACTER.finditer(cmap[0]):
                character = chr(int(noted[0], 16))
                if character in characters:
                    continue
                for raw, of_glyph in zip(raw_fonts, glyphs, strict=True):
                    if same := of_glyph.get(_glyph(raw, character)):
                        start = cmap.start() + noted.start()
                        data[start : start + 4] = b"%04X" % ord(same)


def _glyph(font: QRawFont, character: str) -> int:
    """The number of the character's glyph; 0 where the font has none, or it has more than four digits."""
    glyphs = font.glyphIndexesForString(character) if len(character) == 1 and ord(character) < 1 << 16 else []
    return int(glyphs[0]) if glyphs else 0
