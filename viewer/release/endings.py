"""How the names of documents end."""

from __future__ import annotations

ENDINGS = ("txt", "md", "markdown", "html", "htm", "mhtml", "mht", "docx", "pdf", "json")
"""Of documents that are looked for in a folder, and offered where a person chooses a file."""
