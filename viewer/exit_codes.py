"""With what the program ends, where not with 0."""

TROUBLE = 1
"""What was looked at is not well."""
MISTAKE = 2
"""Something that the user can mend, as argparse has it."""
BUG = 70
"""EX_SOFTWARE of sysexits.h."""
INTERRUPTED = 130
"""As shells say it of Ctrl+C."""
