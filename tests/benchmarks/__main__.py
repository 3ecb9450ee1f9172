"""Measures ours beside what is installed beside it, and prints one table in Markdown.

    python -m tests.benchmarks

All is measured in one run, in a few minutes; how far it is goes to standard error. Programs with windows get a screen
and homes of their own. What is not installed is said to be absent. Needs Linux.
"""

from __future__ import annotations

import sys
from pathlib import Path

_HERE = Path(__file__).parent
sys.path[:0] = [str(folder) for folder in (_HERE, _HERE.parent, _HERE.parent / "readers")]

from everything import main  # noqa: E402  the benchmarks are found from here on

main()
