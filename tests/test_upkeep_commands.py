from __future__ import annotations

from pathlib import Path

import pytest
from command_runs import Run

from viewer.library.backups import backup_folder


def test_doctor_looks_at_everything_and_makes_nothing(run: Run, library_path: Path) -> None:
    code, out, _err = run("doctor")
    for name in ("程序", "显示", "中文字体", "SQLite", "资料库", "资料库文件夹", "设置文件夹", "程序数据文件夹"):
        assert name in out
    assert code == int("✗" in out)
    assert not library_path.exists()


def test_doctor_says_what_is_wrong_with_a_library(run: Run, library_path: Path) -> None:
    library_path.write_text("买菜清单", encoding="utf-8")
    code, out, _err = run("doctor")
    assert code == 1
    assert "这不是通稿阅读器的资料库" in out
    library_path.unlink()
    run("list")
    assert "完好" in run("doctor")[1]


def test_a_copy_is_made_where_it_is_wanted_and_put_back(run: Run, library_path: Path, tmp_path: Path) -> None:
    run("list")
    copy = tmp_path / "copy.sqlite"
    assert run("backup", str(copy)) == (0, f"已备份到 {copy}\n", "")
    run("remove", "xuzhou-2024")
    code, out, err = run("restore", str(copy))
    (kept,) = backup_folder(library_path).iterdir()
    assert (code, out, err) == (0, f"已从 {copy} 恢复\n原来的内容保存在：{kept}\n", "")
    assert run("list")[1].startswith("xuzhou-2024")
    assert str(kept) in run("doctor")[1]


def test_a_copy_has_a_name_of_its_own_where_none_is_given(run: Run, library_path: Path) -> None:
    run("list")
    code, out, _err = run("backup")
    (copy,) = backup_folder(library_path).iterdir()
    assert (code, out) == (0, f"已备份到 {copy}\n")


@pytest.mark.parametrize("command", ["backup", "restore no-such-file"])
def test_what_is_not_there_is_one_sentence(run: Run, command: str) -> None:
    code, out, err = run(*command.split())
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "没有这个文件" in err


def test_a_damaged_library_says_how_to_repair_it_and_is_repaired(run: Run, library_path: Path) -> None:
    listed = run("list")[1]
    library_path.write_bytes(bytes(100) + library_path.read_bytes()[100:])
    code, out, err = run("list")
    assert (code, out) == (2, "")
    assert "release-viewer doctor --repair" in err
    code, out, _err = run("doctor", "--repair")
    assert code == 0
    assert "通稿 1 份" in out
    assert str(backup_folder(library_path)) in out
    assert run("list") == (0, listed, "")
    assert run("doctor", "--repair") == (0, "资料库完好，无需修复。\n", "")
