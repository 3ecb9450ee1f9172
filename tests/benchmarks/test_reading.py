"""A document is read and understood in a bounded multiple of the time in which a parser gives its text alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import FORMS, Form, reading_seconds

pytestmark = pytest.mark.benchmark

MOST = {"md": 45.0, "html": 360.0, "docx": 7.0, "pdf": 2.6}  # twice what it takes; lxml alone takes next to nothing


@pytest.mark.parametrize("form", FORMS, ids=[form.ending for form in FORMS])
def test_understanding_a_document_takes_few_times_its_parsing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], form: Form
) -> None:
    ours, parsed = reading_seconds(form, tmp_path)
    with capsys.disabled():
        print(f"\n.{form.ending}: {ours * 1000:.1f} ms, {ours / parsed:.1f} x {form.parser} alone")
    assert ours / parsed <= MOST[form.ending]
