"""Counts and dates as the language of the window writes them; figures stay as they were published."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QLocale

_LARGE = ((10**8, "亿"), (10**4, "万"))


def count_text(count: int) -> str:
    """A count in full: 1,234 and 12,345; Chinese does not part four digits: 1234 and 12,345."""
    return str(count) if count < 10**4 and _in_chinese() else QLocale().toString(count)


def rough_count_text(count: int) -> str:
    """A count where only its size matters: in Chinese 1.2万 is 12,000 and something, in English it is in full."""
    for size, name in _LARGE:
        if count >= size and _in_chinese():
            whole, tenth = divmod(count * 10 // size, 10)  # cut off: what is said has been reached
            return f"{whole}.{tenth}{name}" if tenth else f"{whole}{name}"
    return count_text(count)


def date_text(date: datetime.date) -> str:
    """A day: 30 December 2024, in Chinese 2024年12月30日."""
    if _in_chinese():
        return f"{date.year}年{date.month}月{date.day}日"
    return f"{date.day} {QLocale().monthName(date.month)} {date.year}"


def _in_chinese() -> bool:
    return QLocale().name().startswith("zh")  # the enumeration of languages would take a while to build
