"""What a release is: pure data and rules, with no Qt, no files and no database."""
