"""Starting the program in a process of its own, until its first paint."""

from __future__ import annotations

FIRST_PAINT = """
import gc, os, sys
from pathlib import Path
import viewer.cli
gc.disable()  # as the command does that opens the window
from viewer.app import Program, make_application
from viewer.widgets.settings import Settings
application = make_application(["release-viewer"])
settings = Settings(Path(sys.argv[2]))
settings.session.welcomed = True  # as on all starts but the first
program = Program(Path(sys.argv[1]), settings)
program.window.show()
application.processEvents()
application.processEvents()
"""
"""Takes the paths of the library and of the folder of the settings."""
