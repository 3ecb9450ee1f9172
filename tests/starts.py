"""Starting the program in a process of its own, until its first paint."""

from __future__ import annotations

EMPTY_WINDOW = """
import os, sys
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication(["empty"])
window = QMainWindow()
window.resize(1100, 720)
window.show()
application.processEvents()
"""
"""What a start is held against."""

FIRST_PAINT = """
import gc, os, sys
from pathlib import Path
import viewer.cli
gc.disable()  # as the command does that opens the window
from viewer.with_qt import import_with_qt
library_path, settings_folder = map(Path, sys.argv[1:])
assert not import_with_qt("viewer.handover").hand_over(library_path, [])
from viewer.running import make_application
from viewer.app import Program
from viewer.widgets.settings import Settings
application = make_application(["release-viewer"])
program = Program(library_path, Settings(settings_folder))
program.window.show()
application.processEvents()
"""
"""Takes the paths of the library and of the folder of the settings."""

LEAVE = """
from viewer.widgets.preferences import preference_values
from viewer.settings_file import SettingsFile
application.processEvents()  # makes what can wait until the first paint
program.after_paint.open_inbox()
program.settings.session.welcomed = True
SettingsFile(program.settings.preferences_path).write(preference_values(program.settings.preferences))
program.window.close()
program.close()
"""
"""Comes after it, and leaves what a later start finds: both files of settings, and the folder of the lock."""
