"""A translator that is as careful with the files it reads as with any other."""

from __future__ import annotations

from PySide6.QtCore import QTranslator

from viewer.language import keeps_values
from viewer.override import override


class CheckedTranslator(QTranslator):
    """Passes over a translation with other values than its source, which then could not be filled in."""

    @override
    def translate(self, context: str, text: str, /, disambiguation: str | None = None, n: int = -1) -> str | None:
        translation = super().translate(context, text, disambiguation, n)
        return translation if translation and keeps_values(text, translation) else None
