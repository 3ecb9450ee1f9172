"""Texts that are not ours as those of actions and tabs."""

from __future__ import annotations

from viewer.release.unseen import reveal


def menu_text(text: str) -> str:
    """`text` in one line, all of it seen: what follows an ampersand would be a mnemonic."""
    return reveal(text).replace("&", "&&")
