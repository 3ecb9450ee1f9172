from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from samples import sample_release

from viewer.cli import main
from viewer.release.release_json import write_release

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(library_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command line on a library of its own; gives exit code, output and errors."""

    def run_command(*arguments: str) -> tuple[int, str, str]:
        code = main(["--library", str(library_path), *arguments])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run_command


@pytest.fixture
def release_file(tmp_path: Path) -> Path:
    path = tmp_path / "town.json"
    path.write_bytes(write_release(sample_release()))
    return path


def parsed(run: Run, *arguments: str) -> Any:
    code, out, _err = run(*arguments, "--json")
    assert code == 0
    return json.loads(out)


def test_list_prints_every_id_that_show_takes(run: Run) -> None:
    releases = parsed(run, "list")
    ids = [releases[0]["id"]]
    ids += [section["id"] for section in releases[0]["sections"]]
    ids += [item["id"] for section in releases[0]["sections"] for item in section["items"]]
    assert len(ids) == 1 + 3 + 14
    _code, out, _err = run("list")
    for id_ in ids:
        assert id_ in out
        assert run("show", id_)[0] == 0


def test_list_says_how_many_are_announced_and_described(run: Run) -> None:
    assert "公布 10 项，本稿介绍 6 项" in run("list")[1]


def test_search_prints_hits_with_just_the_promised_names(run: Run) -> None:
    hits = parsed(run, "search", "县", "--limit", "2")
    assert len(hits) == 2
    assert list(hits[0]) == ["id", "title", "release", "section", "snippet"]
    code, out, err = run("search", "汉盾", "劝阻")
    assert code == 0
    assert out.startswith("xuzhou-2024/fraud-dissuasion  电诈高危人群预警劝阻机制\n")
    assert err == "找到 1 条，列出 1 条\n"
    assert parsed(run, "search", "查无此事") == []


def test_figures_have_just_the_promised_names(run: Run) -> None:
    figures = parsed(run, "figures")
    assert len(figures) == 16
    assert figures[0] == {
        "item": "xuzhou-2024/fengcheng-outpost",
        "label": "搜集线索",
        "written": "1300条",
        "value": 1300,
        "unit": "条",
        "qualifier": "",
        "change": "",
    }
    assert "户籍跨省迁入迁出  近两万人" in run("figures")[1]


def test_show_prints_text_markdown_and_json(run: Run) -> None:
    assert "来源：国际在线" in run("show", "xuzhou-2024/liu-tao")[1]
    assert run("show", "xuzhou-2024/liu-tao", "--format", "markdown")[1].startswith("# 刘涛")
    shown = json.loads(run("show", "xuzhou-2024/liu-tao", "--format", "json")[1])
    assert shown["id"] == "xuzhou-2024/liu-tao"
    assert shown["people"] == [{"name": "刘涛", "rank": "民警", "unit": "云龙分局", "paragraph": 20}]
    assert "items" not in json.loads(run("show", "xuzhou-2024/moments", "--format", "json")[1])


def test_the_whole_release_as_json_says_its_date(run: Run) -> None:
    assert json.loads(run("show", "xuzhou-2024", "--format", "json")[1])["date"] == "2025-01-09"


def test_notice_prints_every_clause(run: Run) -> None:
    out = run("notice")[1]
    assert [line[:2] for line in out.splitlines() if line[:1].isdigit()] == ["1.", "2.", "3.", "4.", "5."]
    assert "并非原文" in out


def test_a_release_is_added_replaced_and_removed(run: Run, release_file: Path) -> None:
    assert run("add", str(release_file))[:2] == (0, "已添加 lakeside-2023。\n")
    assert run("add", str(release_file))[0] == 0
    assert len(parsed(run, "list")) == 2
    assert run("remove", "lakeside-2023")[:2] == (0, "已移除 lakeside-2023。\n")
    assert len(parsed(run, "list")) == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["show", "nowhere"], "资料库里没有“nowhere”。用 release-viewer list"),
        (["remove", "nowhere"], "资料库里没有“nowhere”"),
        (["add", "/nowhere/town.json"], "/nowhere/town.json: 没有这个文件"),
        (["add", "/"], "/: 无法读取这个文件"),
    ],
)
def test_a_mistake_is_one_sentence_and_exit_code_2(run: Run, arguments: list[str], said: str) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith(said)
    assert len(err.splitlines()) == 1


def test_the_library_may_be_named_before_or_after_the_command(
    library_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["list", "--library", str(library_path)]) == 0
    assert main(["--library", str(library_path), "remove", "xuzhou-2024"]) == 0
    capsys.readouterr()
    assert main(["list", "--library", str(library_path)]) == 0
    assert capsys.readouterr().out == ""
    assert not (tmp_path / "data-home").exists()


def test_a_broken_release_is_named_with_its_place(run: Run, release_file: Path) -> None:
    content = json.loads(release_file.read_bytes())
    content["sections"][0]["items"][0]["figures"][1]["value"] = "abc"
    release_file.write_text(json.dumps(content), encoding="utf-8")
    code, _out, err = run("add", str(release_file))
    assert code == 2
    assert 'sections[0].items[0].figures[1].value: 应为数字，实为 "abc"' in err


@pytest.mark.parametrize(
    "arguments",
    [["search"], ["search", "县", "--limit", "0"], ["show"], ["screenshot", "x.png", "--size", "big"], ["sing"]],
)
def test_what_cannot_be_understood_exits_with_2(run: Run, arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as raised:
        run(*arguments)
    assert raised.value.code == 2


def test_the_language_follows_the_locale(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    assert "“release-viewer list” prints every id." in run("show", "nowhere")[2]
    monkeypatch.setenv("LANG", "C")
    assert "可以列出全部编号" in run("show", "nowhere")[2]


def test_help_is_in_the_readers_language(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as raised:
        run("--help")
    assert raised.value.code == 0
    assert "列出搜索结果" in capsys.readouterr().out


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


def process(code: str, library_path: Path) -> list[str]:
    """The names of the modules that a process of its own has loaded after `code`."""
    script = f"import sys\nfrom viewer.cli import main\n{code}\nprint('modules', *sys.modules)"
    environment = {**os.environ, "RELEASE_VIEWER_LIBRARY": str(library_path)}
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=environment)
    return done.stdout.splitlines()[-1].split()


@pytest.mark.parametrize("command", [["list"], ["search", "县"], ["show", "xuzhou-2024"], ["figures"], ["notice"]])
def test_no_command_of_text_loads_qt(library_path: Path, command: list[str]) -> None:
    process("main(['list'])", library_path)
    modules = process(f"assert main({command}) == 0", library_path)
    for name in ("PySide6", "msgspec", "pypinyin", "viewer.readers"):
        assert name not in modules


def test_the_reader_of_a_pipe_may_leave(library_path: Path) -> None:
    environment = {**os.environ, "RELEASE_VIEWER_LIBRARY": str(library_path)}
    command = [sys.executable, "-m", "viewer", "notice"]
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, text=True, check=False, env=environment)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")
