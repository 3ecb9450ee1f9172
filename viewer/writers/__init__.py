"""What is taken along: entries, selections and tables, as text that other programs read."""
