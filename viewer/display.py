"""Whether a window can be opened, found out without Qt, which would abort the program."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_PLATFORM = "QT_QPA_PLATFORM"


def missing_display() -> str:
    """Why there is no display, in English, or "" where there is one, or where only Qt can tell.

    An X server is asked with its own library, so that a wrong DISPLAY and a refused one count as none.
    """
    if sys.platform != "linux":
        return ""
    reasons = [_missing(platform) for platform in os.environ.get(_PLATFORM, "").split(";")]
    return "" if "" in reasons else "; ".join(dict.fromkeys(reasons))


def _missing(platform: str) -> str:
    """What keeps a platform of Qt, such as `xcb` or `vnc:port=1`, from having a display; of no name, the usual ones."""
    name = platform.partition(":")[0]
    if name.startswith("wayland"):
        return "" if _wayland_socket_exists() else f"{_PLATFORM} is {platform}, and there is no such display"
    if name not in ("", "xcb") or (not name and _wayland_socket_exists()):
        return ""
    display = os.environ.get("DISPLAY", "")
    if not display:
        return "DISPLAY is not set" if name else "DISPLAY and WAYLAND_DISPLAY are not set"
    return "" if _x_server_answers() else f"DISPLAY is {display}, and no X server answers there"


def missing_library(plugin: Path) -> str:
    """What keeps a plugin of Qt from being loaded, such as a library that is not installed, or "" for nothing."""
    if not plugin.exists():  # other systems and versions of Qt have others
        return ""
    import ctypes  # needed where something is wrong, and to look whether it is

    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        return str(error)
    return ""


def _wayland_socket_exists() -> bool:
    return Path(os.environ.get("XDG_RUNTIME_DIR", ""), os.environ.get("WAYLAND_DISPLAY") or "wayland-0").exists()


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
