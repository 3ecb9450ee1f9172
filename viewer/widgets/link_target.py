"""Where a link leads, in words."""

from __future__ import annotations

from urllib.parse import unquote

from PySide6.QtCore import QCoreApplication

from viewer.address import address_of
from viewer.release.unseen import reveal
from viewer.widgets.text_html import ACTING, QUERY, WEB


def target_text(link: str) -> str:
    """Just the address that is opened, the query, or the address of the page; "" for a link that says all itself."""
    if link.startswith(WEB):
        return link.removeprefix(WEB)
    if link.startswith(QUERY):
        query = reveal(link.removeprefix(QUERY))
        return QCoreApplication.translate("Links", "Search for {query}").format(query=query)
    return "" if not link or link.startswith(ACTING) else reveal(unquote(address_of(link)))
