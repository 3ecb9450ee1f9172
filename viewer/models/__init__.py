"""Qt item models over a library, and the worker that keeps the window responsive."""
