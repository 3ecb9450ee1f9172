from __future__ import annotations

import csv
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from machine import needs
from samples import sample_release

from viewer.exporting import Written, export_entries, export_figures
from viewer.library.figure_table import FigureQuery, read_all_figures
from viewer.library.library import Library
from viewer.library.releases import put_release, release_heads
from viewer.library.scope import EVERYTHING, Scope
from viewer.release.comparison import compare
from viewer.release.errors import Problem, ReleaseViewerError
from viewer.widgets.chart_file import write_charts
from viewer.widgets.line_chart import charts_of
from viewer.widgets.paper import write_pdf

TOWN = Scope(("lakeside-2023",))


def export(library: Library, path: Path, scope: Scope = EVERYTHING) -> Written:
    *_, last = export_entries(library, scope, path, write_pdf)
    return last


@pytest.mark.parametrize("ending", ["md", "html", "csv", "json"])
def test_a_library_becomes_a_file(library: Library, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"通报.{ending}"
    assert export(library, path) == Written(18, 18)
    text = path.read_text("utf-8")
    assert "凤城前哨" in text
    assert "来源：国际在线" in text


def test_an_item_alone_is_written_alone(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "item.md"
    assert export(library, path, Scope(("xuzhou-2024/liu-tao",))) == Written(1, 1)
    assert path.read_text("utf-8").startswith("### ")


def test_figures_become_a_table_of_numbers(library: Library, tmp_path: Path) -> None:
    put_release(library, sample_release())
    path = tmp_path / "figures.csv"
    list(export_figures(library, FigureQuery(TOWN), path))
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["数据"], row["数值"], row["计量单位"], row["原文段落"]) for row in rows] == [
        ("乘客", "12000", "人", "3"),
        ("投诉", "0.3", "", "3"),
    ]
    assert rows[0]["来源"].endswith("原文第 3 段（摘要，非原文）")


def pdf_text(path: Path) -> str:
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True).stdout
    return text.decode()


@needs("pdftotext")
@pytest.mark.usefixtures("qapp")
def test_the_text_of_a_pdf_comes_out_in_order_and_whole(library: Library, tmp_path: Path) -> None:
    put_release(library, sample_release())
    path = tmp_path / "通报.pdf"
    assert export(library, path) == Written(22, 22)
    shown = "".join(pdf_text(path).split())
    place = 0
    export(library, tmp_path / "same.md")
    for title in (line for line in (tmp_path / "same.md").read_text("utf-8").splitlines() if line.startswith("#")):
        place = shown.index("".join(title.lstrip("#").replace("\\", "").split()), place)
    # radicals that look like these characters stand in the fonts before them
    assert not [character for character in shown if "\u2e80" <= character <= "\u2fdf"]
    assert all(word in shown for word in ("民生实事", "“渡口”夜班船恢复开行", "原文第1–2段"))


@needs("pdftotext")
@pytest.mark.usefixtures("qapp")
def test_every_page_has_its_number_its_source_and_the_notice(library: Library, tmp_path: Path) -> None:
    export(library, tmp_path / "out.pdf")
    pages = pdf_text(tmp_path / "out.pdf").rstrip("\f").split("\f")
    assert len(pages) > 1
    for number, page in enumerate(pages, 1):
        text = "".join(page.split())
        assert text.endswith(f"—{number}—")
        assert "来源：国际在线，徐州市公安局《徐州公安2024年度成果》" in text
        assert "使用须遵守其版权声明" in text


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("ending", ["md", "html", "csv", "json", "pdf"])
def test_what_is_given_up_leaves_what_was_there(library: Library, tmp_path: Path, ending: str) -> None:
    for number in range(100):
        put_release(library, sample_release(f"town-{number}"))
    path = tmp_path / f"out.{ending}"
    path.write_text("before")
    steps = export_entries(library, EVERYTHING, path, write_pdf)
    assert next(steps) == Written(100, 418)
    steps.close()
    assert path.read_text() == "before"
    assert [file.name for file in tmp_path.iterdir() if file.suffix == ".part"] == []


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("ending", ["md", "csv", "pdf"])
def test_a_folder_that_is_not_there_is_said(library: Library, tmp_path: Path, ending: str) -> None:
    with pytest.raises(ReleaseViewerError) as raised:
        export(library, tmp_path / "nowhere" / f"out.{ending}")
    assert raised.value.problem is Problem.FILE_NOT_WRITTEN


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("ending", ["md", "html", "csv", "json", "pdf"])
def test_a_full_disk_is_said_and_leaves_nothing(library: Library, small_disk: Path, ending: str) -> None:
    for number in range(40):
        put_release(library, sample_release(f"town-{number}"))
    with pytest.raises(ReleaseViewerError) as raised:
        export(library, small_disk / f"out.{ending}")
    assert raised.value.problem is Problem.FILE_NOT_WRITTEN
    assert list(small_disk.iterdir()) == []


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("ending", ["png", "svg"])
def test_charts_on_a_full_disk_are_said_and_leave_nothing(library: Library, small_disk: Path, ending: str) -> None:
    figures = read_all_figures(library, "xuzhou-2024")
    charts = charts_of(compare([figures, figures]), [release_heads(library)[0]] * 2)
    with pytest.raises(ReleaseViewerError) as raised:
        write_charts(small_disk / f"out.{ending}", charts)
    assert raised.value.problem is Problem.FILE_NOT_WRITTEN
    assert list(small_disk.iterdir()) == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system with room for a few thousand characters."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = os.name == "posix" and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=8k", "tmpfs", folder], capture_output=True, check=False
    )
    if not mounted or mounted.returncode:
        pytest.skip("only root can make a small disk")
    yield folder
    subprocess.run(["umount", folder], check=True)


@pytest.mark.parametrize(
    ("name", "problem"),
    [("out", Problem.UNKNOWN_ENDING), ("out.docx", Problem.UNKNOWN_ENDING), ("out.md", Problem.NOTHING_TO_WRITE)],
)
def test_what_cannot_be_written_is_said(library: Library, tmp_path: Path, name: str, problem: Problem) -> None:
    with pytest.raises(ReleaseViewerError) as raised:
        export(library, tmp_path / name, Scope(query="灯塔塔塔"))
    assert raised.value.problem is problem
    assert not (tmp_path / name).exists()


def test_figures_are_no_text(library: Library, tmp_path: Path) -> None:
    with pytest.raises(ReleaseViewerError) as raised:
        list(export_figures(library, FigureQuery(), tmp_path / "figures.md"))
    assert raised.value.problem is Problem.FIGURES_NEED_CSV
