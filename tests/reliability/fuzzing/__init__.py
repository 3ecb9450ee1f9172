"""Fuzzing: targets take any bytes and raise where something is wrong; see `fuzz.py` beside this folder."""
