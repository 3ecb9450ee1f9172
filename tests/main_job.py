"""What people do with the program, done with one that is installed or packaged somewhere."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QImage
from samples import OUTPOST

READ_ONLY = ("unshare", "--mount", "sh", "-c", 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@"')
"""Takes a folder, which cannot be written for the command that follows it, not even by root."""

TEXT = "湖滨市公安局通报\n\n1月9日，湖滨市公安局召开新闻通气会。\n\n一、便民服务\n\n设立窗口12个，办理业务3.6万件。\n"


def do_main_job(program: Sequence[str | Path], folder: Path, **environment: str) -> None:
    """List, search, import a text and find it, export and draw; all is as it should be, or an assertion fails.

    The program has nothing in its environment but a home in `folder`, which is its working folder, and what is given.
    """
    home = folder / "home"
    home.mkdir(exist_ok=True)

    def run(*arguments: str) -> str:
        done = subprocess.run(
            [*program, *arguments],
            capture_output=True,
            encoding="utf-8",
            check=False,
            cwd=folder,
            env={"HOME": str(home), "LANG": "zh_CN.UTF-8", **environment},
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    (folder / "通稿.txt").write_text(TEXT, encoding="utf-8")
    assert OUTPOST in run("list")
    assert OUTPOST in run("search", "反诈")
    assert OUTPOST in run("search", "fanzha")
    id_ = json.loads(run("import", "通稿.txt", "--json"))["id"]
    assert id_ in run("search", "数值:36000")
    for ending, beginning in (("md", "# "), ("html", "<!DOCTYPE html>"), ("pdf", "%PDF-")):
        run("export", f"全部.{ending}")
        assert (folder / f"全部.{ending}").read_bytes().startswith(beginning.encode())
    run("screenshot", "窗口.png", "--query", "反诈")
    image = QImage(str(folder / "窗口.png"))
    colours = {image.pixel(x, y) for x in range(0, image.width(), 4) for y in range(0, image.height(), 4)}
    assert len(colours) > 20, "there is text in the window"
