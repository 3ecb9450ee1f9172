"""Tables in a real spreadsheet program: LibreOffice, where it is installed."""

from __future__ import annotations

import csv
import shutil
import subprocess
from pathlib import Path

import pytest

from viewer.writers.blocks import Table
from viewer.writers.html import page_head, write_html
from viewer.writers.tables import BYTE_ORDER_MARK, csv_rows, write_tsv

pytestmark = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")

TABLE = Table(
    ("数据", "数值", "说明"),
    (("“渡口”乘客", 12000, "近1.2万人"), ("投诉", -0.3, "=1+1"), ("电话", 5, "+86"), ("灯", 3, '甲,乙"丙"')),
)
CELLS = [
    ["数据", "数值", "说明"],
    ["“渡口”乘客", "12000", "近1.2万人"],
    ["投诉", "-0.3", "'=1+1"],
    ["电话", "5", "'+86"],
    ["灯", "3", '甲,乙"丙"'],
]
UTF8_COMMA = "44,34,76,1"


def cells(path: Path, reads: str) -> list[list[str]]:
    """What LibreOffice has in its cells after it has read the file through one of its filters, formulas worked out."""
    home = path.parent / "libreoffice"
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation={home.as_uri()}", "--headless", f"--infilter={reads}"),
            *("--convert-to", f"csv:Text - txt - csv (StarCalc):{UTF8_COMMA}", "--outdir", path.parent / "read", path),
        ],
        capture_output=True,
        check=True,
    )
    with (path.parent / "read" / f"{path.stem}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_a_csv_file_becomes_cells_and_no_formulas(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text(BYTE_ORDER_MARK + csv_rows([TABLE.head, *TABLE.rows]), encoding="utf-8", newline="")
    assert cells(path, f"Text - txt - csv (StarCalc):{UTF8_COMMA}") == CELLS


def test_a_table_of_tabs_becomes_cells_and_no_formulas(tmp_path: Path) -> None:
    path = tmp_path / "table.txt"
    path.write_text(write_tsv(TABLE), encoding="utf-8")
    assert cells(path, "Text - txt - csv (StarCalc):9,34,76,1") == CELLS


def test_a_table_of_html_becomes_cells_and_no_formulas(tmp_path: Path) -> None:
    path = tmp_path / "table.html"
    path.write_text(page_head("数据") + write_html([TABLE]), encoding="utf-8")
    assert cells(path, "HTML (StarCalc)") == CELLS
