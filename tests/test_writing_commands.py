from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from command_runs import Run, in_a_process
from PySide6.QtGui import QImage

from viewer.widgets.theme import LIGHT


@pytest.mark.parametrize("ending", ["md", "html", "csv", "json", "pdf"])
def test_export_writes_what_is_asked_for(library_path: Path, tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"out.{ending}"
    command = [sys.executable, "-m", "viewer", "--library", str(library_path), "export", str(out), "--query", "汉盾"]
    done = subprocess.run(command, capture_output=True, check=True, cwd=Path(__file__).parents[1])
    assert "1/1" in done.stderr.decode()
    assert out.stat().st_size > 300


def test_export_takes_ids_and_figures(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "figures.csv"
    assert run("export", str(out), "--figures", "--id", "xuzhou-2024/innovations")[0] == 0
    assert "搜集线索" in out.read_text("utf-8-sig")


@pytest.mark.parametrize("arguments", [["out.doc"], ["out.md", "--id", "nothing"], ["/nowhere/out.md"]])
def test_export_says_what_is_wrong(run: Run, arguments: list[str]) -> None:
    code, _out, err = run("export", *arguments)
    assert code == 2
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments", [["--query", "走失"], ["--item", "xuzhou-2024/liu-tao"], ["--window", "about"], []]
)
def test_a_screenshot_has_the_size_and_theme_that_were_asked_for(tmp_path: Path, arguments: list[str]) -> None:
    out = tmp_path / "window.png"
    options = ["--library", str(tmp_path / "library.sqlite"), "screenshot", str(out), "--size", "820x540"]
    done = in_a_process(*options, "--theme", "dark", *arguments)
    assert (done.returncode, done.stderr) == (0, "")
    image = QImage(str(out))
    assert (image.width(), image.height()) == (820, 540)
    assert image.pixelColor(600, 500).lightness() < 60


@pytest.mark.parametrize(
    ("arguments", "colour"), [(["--query", "走失"], LIGHT.mark), (["--window", "figures"], LIGHT.accent)]
)
def test_a_screenshot_of_a_new_library_waits_for_what_is_to_be_seen(
    tmp_path: Path, arguments: list[str], colour: str
) -> None:
    out = tmp_path / "window.png"
    done = in_a_process("--library", str(tmp_path / "library.sqlite"), "screenshot", str(out), *arguments)
    assert done.returncode == 0
    image = QImage(str(out))
    assert colour in {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["/nowhere/at/all.png"], "无法写入图片"),
        (["x.png", "--item", "xuzhou-2024/nowhere"], "xuzhou-2024/nowhere"),
    ],
)
def test_a_screenshot_that_cannot_be_made_says_why(tmp_path: Path, arguments: list[str], said: str) -> None:
    done = in_a_process("--library", str(tmp_path / "library.sqlite"), "screenshot", *arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
