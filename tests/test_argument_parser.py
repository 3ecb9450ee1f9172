from __future__ import annotations

from pathlib import Path

import pytest
from command_runs import Run

from viewer.cli import main


def test_the_library_may_be_named_before_or_after_the_command(
    library_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["list", "--library", str(library_path)]) == 0
    assert main(["--library", str(library_path), "remove", "xuzhou-2024"]) == 0
    capsys.readouterr()
    assert main(["list", "--library", str(library_path)]) == 0
    assert capsys.readouterr().out == ""
    assert not (tmp_path / "data-home").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["search"],
        *(["search", "县", "--limit", limit] for limit in ("0", "-1", "1.5", "many", "9" * 5000)),
        ["show"],
        ["screenshot", "x.png", "--size", "big"],
        ["sing"],
    ],
)
def test_what_cannot_be_understood_exits_with_2(run: Run, arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as raised:
        run(*arguments)
    assert raised.value.code == 2


def test_help_is_in_the_readers_language(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as raised:
        run("--help")
    assert raised.value.code == 0
    assert "列出搜索结果" in capsys.readouterr().out
