"""Many releases in one SQLite file: add, remove, browse, search."""
