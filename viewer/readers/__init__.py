"""Document files in, releases out."""
