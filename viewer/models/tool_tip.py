"""Texts of tool tips."""

from __future__ import annotations

from html import escape


def tool_tip(text: str) -> str:
    """A tool tip that shows just `text`: Qt takes what looks like HTML for HTML, and reads the pictures in it."""
    return f"<p>{escape(text)}</p>" if "<" in text else text
