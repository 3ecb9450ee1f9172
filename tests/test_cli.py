from __future__ import annotations

import dataclasses
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hostile import release_of
from samples import sample_release

from viewer.cli import main
from viewer.folders import log_folder
from viewer.library.library import Library
from viewer.library.releases import put_release
from viewer.release.release_json import read_release, write_release

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
    assert run("show", "xuzhou-2024/liu-tao", "--format", "markdown")[1].startswith("### 刘涛")
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
    assert run("import", str(release_file))[:2] == (0, f"新增  lakeside-2023  {release_file}\n")
    assert run("import", str(release_file))[:2] == (0, f"已有  lakeside-2023  {release_file}\n")
    assert len(parsed(run, "list")) == 2
    assert run("remove", "lakeside-2023")[:2] == (0, "已移除 lakeside-2023。\n")
    assert len(parsed(run, "list")) == 1


def test_an_import_tells_as_json_what_became_of_a_document(run: Run, release_file: Path) -> None:
    content = json.loads(run("import", str(release_file), "--json")[1])
    assert content == {"path": str(release_file), "id": "lakeside-2023", "outcome": "added"}


def test_a_dry_run_prints_a_release_a_line_and_takes_nothing_in(run: Run, release_file: Path, tmp_path: Path) -> None:
    text = tmp_path / "town.txt"
    text.write_text("湖滨镇通报\n2024年1月5日，渡口开行夜班船30班。\n码头扩建完成。", encoding="utf-8")
    code, out, _err = run("import", str(release_file), str(text), "--dry-run", "--json")
    assert code == 0
    releases = [read_release(line.encode(), "") for line in out.splitlines()]
    assert [release.title for release in releases] == ["湖滨镇年度通报", "湖滨镇通报"]
    assert run("import", str(text), "--dry-run")[1].splitlines()[0].startswith("湖滨镇通报  2024-01-05")
    assert len(parsed(run, "list")) == 1


def test_a_source_is_checked_fact_by_fact(run: Run, release_file: Path, tmp_path: Path) -> None:
    run("import", str(release_file))
    source = tmp_path / "source.txt"
    source.write_text(
        "第一段。\n第二段。\n湖滨镇航运站的“渡口”接待近1.2万人，投诉同比下降三成。\n图。\n守塔人。", encoding="utf-8"
    )
    code, out, err = run("check", "lakeside-2023", str(source))
    assert code == 1
    assert "✓ 已找到  数据  近 1.2万人  ¶3" in out.splitlines()
    assert "✗ 缺失  人物  灯塔站 守塔员 何川  ¶5" in out.splitlines()
    assert err.strip().endswith("缺失 1 项")
    source.write_text(source.read_text(encoding="utf-8").replace("守塔人。", "灯塔站守塔员何川。"), encoding="utf-8")
    assert run("check", "lakeside-2023", str(source))[0] == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["show", "nowhere"], "资料库里没有“nowhere”。用 release-viewer list"),
        (["show", ""], "资料库里没有“”"),
        (["show", "渡\n\x00口"], "资料库里没有“渡[U+000A][U+0000]口”"),
        (["show", "unit:丰县公安局"], "资料库里没有“unit:丰县公安局”"),
        (["remove", "nowhere"], "资料库里没有“nowhere”"),
        (["remove", "xuzhou-2024/liu-tao"], "资料库里没有“xuzhou-2024/liu-tao”"),
        (["import", "/nowhere/town.json"], "/nowhere/town.json: 没有这个文件"),
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
    code, _out, err = run("import", str(release_file))
    assert code == 2
    assert 'sections[0].items[0].figures[1].value: 应为数字或一对数字，实为 "abc"' in err


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


def in_a_process(library_path: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own, on a library that its environment names."""
    return subprocess.run(
        [sys.executable, "-m", "viewer", *arguments],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "RELEASE_VIEWER_LIBRARY": str(library_path), "PYTHONUTF8": "1", **environment},
    )


@pytest.mark.skipif(sys.platform == "win32", reason="there arguments are always text")
@pytest.mark.parametrize("arguments", [["show", "\udcff"], ["remove", "\udcff"], ["import", "\udcff.json"]])
def test_an_argument_of_bytes_that_are_no_text_brings_one_sentence(library_path: Path, arguments: list[str]) -> None:
    done = in_a_process(library_path, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert "ff" in done.stderr.lower()


@pytest.mark.skipif(sys.platform != "linux", reason="only there a file may have a name that is no text")
def test_a_library_whose_name_is_no_text_is_refused_in_one_sentence(tmp_path: Path) -> None:
    done = in_a_process(tmp_path / "\udcff.sqlite", "list")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"{tmp_path}/[U+DCFF].sqlite: ")
    assert len(done.stderr.splitlines()) == 1
    assert "[U+DCFF].sqlite" in in_a_process(tmp_path / "\udcff.sqlite", "doctor").stdout


def test_an_output_that_knows_no_chinese_gets_it_escaped(library_path: Path) -> None:
    for arguments, code, said in (
        (["notice"], 0, ascii("徐州公安")),
        (["figures", "--json"], 0, ascii("135万元")),
        (["show", "nowhere"], 2, ascii("资料库")),
        (["--help"], 0, ascii("列出搜索结果")),
    ):
        done = in_a_process(library_path, *arguments, PYTHONUTF8="0", PYTHONIOENCODING="ascii")
        assert done.returncode == code
        assert said.strip("'") in done.stdout + done.stderr


def all_ids(releases: list[dict[str, Any]]) -> list[str]:
    ids: list[str] = []
    for release in releases:
        ids.append(release["id"])
        for section in release["sections"]:
            ids += [section["id"], *(item["id"] for item in section["items"])]
    return ids


def test_ids_stay_what_they_are_from_run_to_run_and_beside_other_releases(run: Run, release_file: Path) -> None:
    before = all_ids(parsed(run, "list"))
    assert len(set(before)) == len(before) == 18
    run("import", str(release_file))
    both = all_ids(parsed(run, "list"))
    assert [id_ for id_ in both if id_.startswith("xuzhou-2024")] == before
    assert len(both) == len(set(both)) == 22
    run("remove", "lakeside-2023")
    assert all_ids(parsed(run, "list")) == before


def test_a_limit_beyond_all_counting_is_no_limit(run: Run) -> None:
    assert parsed(run, "search", "县", "--limit", "9" * 20) == parsed(run, "search", "县")


@pytest.mark.parametrize("name", ["", "below/a-file/library.sqlite", "x" * 300], ids=["folder", "file", "long"])
def test_a_library_that_cannot_be_one_is_said_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "a-file").touch()
    code = main(["list", "--library", str(tmp_path / name)])
    captured = capsys.readouterr()
    assert (code, captured.out) == (2, "")
    assert len(captured.err.splitlines()) == 1


def test_what_stands_beside_a_broken_file_is_imported(run: Run, release_file: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text("{", encoding="utf-8")
    code, out, err = run("import", str(broken), str(release_file))
    assert (code, out) == (2, f"新增  lakeside-2023  {release_file}\n")
    assert err.startswith(f"{broken}: ")
    assert "lakeside-2023" in all_ids(parsed(run, "list"))


def test_the_environment_names_the_library_and_the_option_beats_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    named, beaten = tmp_path / "named.sqlite", tmp_path / "beaten.sqlite"
    monkeypatch.setenv("RELEASE_VIEWER_LIBRARY", str(beaten))
    assert main(["list", "--library", str(named)]) == 0
    assert (named.exists(), beaten.exists()) == (True, False)
    assert main(["list"]) == 0
    assert beaten.exists()
    assert "xuzhou-2024" in capsys.readouterr().out


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


def test_compare_says_what_became_of_the_figures(run: Run, tmp_path: Path) -> None:
    for year, passengers in ((2022, 9000), (2023, 12000)):
        release = sample_release(f"town-{year}")
        ferry = release.sections[0].items[0]
        figure = dataclasses.replace(ferry.figures[0], value=passengers, written=f"{passengers}人", qualifier="")
        section = dataclasses.replace(
            release.sections[0], items=(dataclasses.replace(ferry, figures=(figure, *ferry.figures[1:])),)
        )
        path = tmp_path / f"{year}.json"
        path.write_bytes(write_release(dataclasses.replace(release, sections=(section,))))
        assert run("import", str(path))[0] == 0
    assert run("compare", "town-2022", "town-2023")[1].splitlines() == [
        "~ 乘客  9000人 → 12000人  +3,000（+33.3%）",
        "= 投诉  同比下降三成",
    ]
    assert [row["state"] for row in parsed(run, "compare", "town-2022", "xuzhou-2024")].count("gone") == 2
    assert run("compare", "town-2022", "nothing")[0] == 2


@pytest.mark.parametrize(("name", "code"), [("chart.svg", 0), ("chart.png", 0), ("chart.txt", 2)])
def test_compare_draws_charts(library_path: Path, tmp_path: Path, name: str, code: int) -> None:
    chart = tmp_path / name
    command = [sys.executable, "-m", "viewer", "--library", str(library_path), "compare", "xuzhou-2024", "xuzhou-2024"]
    done = subprocess.run(
        [*command, "--chart", str(chart)], capture_output=True, check=False, cwd=Path(__file__).parents[1]
    )
    assert (done.returncode, chart.exists()) == (code, code == 0)
    if name.endswith(".svg"):
        assert ">搜集线索<" in chart.read_text("utf-8")
    if code:
        assert done.stderr.decode().count("\n") == 1


def test_our_own_bug_is_one_sentence_that_names_the_log_and_no_trace(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_library: object) -> list[str]:
        raise KeyError("县局")

    monkeypatch.setattr("viewer.reading_commands.release_ids", fail)
    code, out, err = run("list")
    assert (code, out) == (70, "")
    assert err.count("\n") == 1
    assert "KeyError" in err
    assert str(log_folder()) in err
    (log,) = log_folder().iterdir()
    assert 'commands.py", line' in log.read_text(encoding="utf-8")
    assert "县局" not in err + log.read_text(encoding="utf-8")


def test_ctrl_c_ends_a_command_without_a_word(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_library: object) -> list[str]:
        raise KeyboardInterrupt

    monkeypatch.setattr("viewer.reading_commands.release_ids", interrupt)
    assert run("list") == (130, "", "")


@pytest.mark.parametrize("command", ["list", "search 通报", "figures", "notice"])
def test_a_title_makes_no_other_lines_and_does_nothing_to_a_terminal(library: Library, run: Run, command: str) -> None:
    put_release(library, release_of("通报\x1b[2J\u202egpj\n✓ 完整"))
    _code, out, _err = run(*command.split())
    assert "通报[U+001B][2J[U+202E]gpj[U+000A]✓ 完整" in out
    assert not set(out) & set("\x1b\u202e\u2067")
    assert command == "notice" or not [line for line in out.splitlines() if line.startswith("✓")]


@pytest.mark.parametrize(
    "address",
    [
        "file://evil.example/etc/passwd",
        "file:////server/share/a.txt",
        "file://[",
        "file://%00",
        "file:///%00",
        "file:x",
    ],
)
def test_the_address_of_no_file_of_this_machine_is_no_command(run: Run, address: str) -> None:
    with pytest.raises(SystemExit) as ended:
        run(address)
    assert ended.value.code == 2
