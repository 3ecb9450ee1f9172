"""Release Viewer: a desktop reader for official press releases in Chinese."""

__version__ = "0.1.0"
