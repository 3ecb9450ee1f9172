"""What the packaged program starts, such as a browser, is to load the libraries of the system, not ours."""

import os

os.environ.pop("LD_LIBRARY_PATH", None)  # the loader has read it already
if before := os.environ.pop("LD_LIBRARY_PATH_ORIG", None):  # where PyInstaller keeps it
    os.environ["LD_LIBRARY_PATH"] = before
