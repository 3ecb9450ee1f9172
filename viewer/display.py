"""Whether a window can be opened, found out without Qt, which would abort the program."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def missing_display() -> str:
    """Why there is no display, in English, or "" where there is one.

    An X server is asked with its own library, so that a wrong DISPLAY and a refused one count as none.
    """
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return ""
    wayland = os.environ.get("WAYLAND_DISPLAY", "")
    if wayland and Path(os.environ.get("XDG_RUNTIME_DIR", ""), wayland).exists():
        return ""
    display = os.environ.get("DISPLAY", "")
    if not display:
        return "DISPLAY and WAYLAND_DISPLAY are not set"
    return "" if _x_server_answers() else f"DISPLAY is {display}, and no X server answers there"


def missing_library(qt_plugins: Path) -> str:
    """What keeps Qt's plugin for X from being loaded, such as `libxcb-cursor.so.0`, or "" for nothing."""
    plugin = qt_plugins / "platforms" / "libqxcb.so"
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM") or os.environ.get("WAYLAND_DISPLAY"):
        return ""
    import ctypes  # needed on X alone

    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        return str(error)
    return ""


def _x_server_answers() -> bool:
    import ctypes  # needed on X alone

    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # Qt's own loading says what is missing
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    answers = xcb.xcb_connection_has_error(connection) == 0
    xcb.xcb_disconnect(connection)
    return bool(answers)
