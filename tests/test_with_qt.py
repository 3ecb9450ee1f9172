from __future__ import annotations

import subprocess
import sys

from viewer.with_qt import BEFORE_QT


def test_what_is_loaded_before_qt_does_without_it() -> None:
    script = f"import sys, {', '.join(BEFORE_QT)}; print('PySide6' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
