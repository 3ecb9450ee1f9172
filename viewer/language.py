"""The language of the program, and texts in it where Qt is not loaded.

The texts in the code are English; `resources/translations` holds those in other languages in Qt's TS format, and
compiled for the window.
"""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from string import Formatter

from viewer.folders import shipped


class Language(StrEnum):
    """The languages that the program speaks."""

    CHINESE = "zh_CN"
    ENGLISH = "en"


def system_language() -> Language:
    """The language of the system's locale: Chinese too where it names none (C, POSIX), else English."""
    names = [os.environ.get(name, "") for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")]
    name = next(filter(None, names), "")
    if not name and sys.platform in ("win32", "darwin"):
        import locale  # the others say it in their environment

        name = locale.getlocale()[0] or ""
    name = name.lower()
    names_none = not name or name.split(".")[0] in ("c", "posix")
    return Language.CHINESE if names_none or name.startswith(("zh", "chinese")) else Language.ENGLISH


def keeps_values(text: str, translation: str) -> bool:
    """Whether a translation has the values of its text, such as `{path}`, and no others or broken ones."""
    try:
        return _values(text) == _values(translation)
    except ValueError:  # a brace that stands alone
        return False


def _values(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


class Translator:
    """Looks texts up in the TS file of a language.

    Attributes:
        language: the language that it gives.
    """

    def __init__(self, language: Language) -> None:
        self.language = language
        self._texts = _read_texts(language) if language is not Language.ENGLISH else {}

    def translate(self, context: str, text: str) -> str:
        """`text` in the language, or itself where there is no other."""
        return self._texts.get((context, text), text)


def _read_texts(language: Language) -> dict[tuple[str, str], str]:
    from xml.etree import ElementTree  # loaded only where texts are looked up

    texts: dict[tuple[str, str], str] = {}
    for context in ElementTree.parse(shipped(f"resources/translations/viewer_{language}.ts")).iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            text, translation = message.findtext("source", ""), message.findtext("translation", "")
            # what is not translated yet stays English, and so does what could not be filled in
            if translation.strip() and keeps_values(text, translation):
                texts[name, text] = translation
    return texts
