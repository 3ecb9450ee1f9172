"""The translators of the program: its own texts, and Qt's."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from viewer.folders import shipped
from viewer.language import Language, keeps_values
from viewer.override import override


class CheckedTranslator(QTranslator):
    """Passes over a translation with other values than its source, which then could not be filled in."""

    @override
    def translate(self, context: str, text: str, /, disambiguation: str | None = None, n: int = -1) -> str | None:
        translation = super().translate(context, text, disambiguation, n)
        return translation if translation and keeps_values(text, translation) else None


class Translators(QObject):
    """Those of one language at a time.

    Attributes:
        language: that is installed; None for none.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.language: Language | None = None
        self._installed: list[QTranslator] = []

    def install(self, language: Language) -> None:
        """Give the program the texts of a language in place of those of any other."""
        self.remove()
        self.language = language
        QLocale.setDefault(QLocale(language))  # by which counts and dates are written
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for translator, name, folder in (
            (CheckedTranslator(self), "viewer", str(shipped("resources/translations"))),
            (QTranslator(self), "qtbase", qt),
        ):
            if translator.load(f"{name}_{language}", folder):
                self._installed.append(translator)
                QCoreApplication.installTranslator(translator)
        # the windows beside the main one are named by it in the taskbar
        QApplication.setApplicationDisplayName(QCoreApplication.translate("Program", "Release Viewer"))

    def remove(self) -> None:
        """Leave the program with the texts of its code."""
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
            translator.deleteLater()
        self._installed.clear()
        self.language = None
