"""What those hear who do not see: texts of rows and cells for screen readers."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from viewer.models.counts_and_dates import count_text


def position_text(row: int, total: int, *, more: bool = False) -> str:
    """“3 of 12” for the row 2; `more` says that there are others than the `total` that are known."""
    text = (
        QCoreApplication.translate("Spoken", "{place} of at least {total}")
        if more
        else QCoreApplication.translate("Spoken", "{place} of {total}")
    )
    return text.format(place=count_text(row + 1), total=count_text(total))


def cell_text(head: str, text: str) -> str:
    """A cell with the head of its column."""
    return f"{head}: {text or QCoreApplication.translate('Spoken', 'empty')}"


def joined(*parts: str) -> str:
    """One text of several, with a pause between them; those that are empty are left out."""
    return ", ".join(filter(None, parts))
