from __future__ import annotations

import dataclasses
import json
import subprocess
import sys
from pathlib import Path

import pytest
from command_runs import Run, all_ids, parsed
from hostile import release_of
from samples import sample_release

from viewer.library.library import Library
from viewer.library.releases import put_release
from viewer.release.release_json import write_release


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


def test_ids_stay_what_they_are_from_run_to_run_and_beside_other_releases(run: Run, release_file: Path) -> None:
    before = all_ids(parsed(run, "list"))
    assert len(set(before)) == len(before) == 18
    run("import", str(release_file))
    both = all_ids(parsed(run, "list"))
    assert [id_ for id_ in both if id_.startswith("xuzhou-2024")] == before
    assert len(both) == len(set(both)) == 22
    run("remove", "lakeside-2023")
    assert all_ids(parsed(run, "list")) == before


def test_search_prints_hits_with_just_the_promised_names(run: Run) -> None:
    hits = parsed(run, "search", "县", "--limit", "2")
    assert len(hits) == 2
    assert list(hits[0]) == ["id", "title", "release", "section", "snippet"]
    code, out, err = run("search", "汉盾", "劝阻")
    assert code == 0
    assert out.startswith("xuzhou-2024/fraud-dissuasion  电诈高危人群预警劝阻机制\n")
    assert err == "找到 1 条，列出 1 条\n"
    assert parsed(run, "search", "查无此事") == []


def test_a_limit_beyond_all_counting_is_no_limit(run: Run) -> None:
    assert parsed(run, "search", "县", "--limit", "9" * 20) == parsed(run, "search", "县")


def test_show_prints_text_markdown_and_json(run: Run) -> None:
    assert "来源：国际在线" in run("show", "xuzhou-2024/liu-tao")[1]
    assert run("show", "xuzhou-2024/liu-tao", "--format", "markdown")[1].startswith("### 刘涛")
    shown = json.loads(run("show", "xuzhou-2024/liu-tao", "--format", "json")[1])
    assert shown["id"] == "xuzhou-2024/liu-tao"
    assert shown["people"] == [{"name": "刘涛", "rank": "民警", "unit": "云龙分局", "paragraph": 20}]
    assert "items" not in json.loads(run("show", "xuzhou-2024/moments", "--format", "json")[1])


def test_the_whole_release_as_json_says_its_date(run: Run) -> None:
    assert json.loads(run("show", "xuzhou-2024", "--format", "json")[1])["date"] == "2025-01-09"


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


def test_notice_prints_every_clause(run: Run) -> None:
    out = run("notice")[1]
    assert [line[:2] for line in out.splitlines() if line[:1].isdigit()] == ["1.", "2.", "3.", "4.", "5."]
    assert "并非原文" in out


@pytest.mark.parametrize("command", ["list", "search 通报", "figures", "notice"])
def test_a_title_makes_no_other_lines_and_does_nothing_to_a_terminal(library: Library, run: Run, command: str) -> None:
    put_release(library, release_of("通报\x1b[2J\u202egpj\n✓ 完整"))
    _code, out, _err = run(*command.split())
    assert "通报[U+001B][2J[U+202E]gpj[U+000A]✓ 完整" in out
    assert not set(out) & set("\x1b\u202e\u2067")
    assert command == "notice" or not [line for line in out.splitlines() if line.startswith("✓")]
