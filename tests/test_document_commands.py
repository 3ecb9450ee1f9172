from __future__ import annotations

import json
from pathlib import Path

from command_runs import Run, all_ids, parsed

from viewer.release.release_json import read_release


def test_a_release_is_added_replaced_and_removed(run: Run, release_file: Path) -> None:
    assert run("import", str(release_file))[:2] == (0, f"新增  lakeside-2023  {release_file}\n")
    assert run("import", str(release_file))[:2] == (0, f"已有  lakeside-2023  {release_file}\n")
    assert len(parsed(run, "list")) == 2
    assert run("remove", "lakeside-2023")[:2] == (0, "已移除 lakeside-2023。\n")
    assert len(parsed(run, "list")) == 1


def test_an_import_tells_as_json_what_became_of_a_document(run: Run, release_file: Path) -> None:
    content = json.loads(run("import", str(release_file), "--json")[1])
    assert content == {"path": str(release_file), "id": "lakeside-2023", "outcome": "added"}


def test_a_broken_release_is_named_with_its_place(run: Run, release_file: Path) -> None:
    content = json.loads(release_file.read_bytes())
    content["sections"][0]["items"][0]["figures"][1]["value"] = "abc"
    release_file.write_text(json.dumps(content), encoding="utf-8")
    code, _out, err = run("import", str(release_file))
    assert code == 2
    assert 'sections[0].items[0].figures[1].value: 应为数字或一对数字，实为 "abc"' in err


def test_what_stands_beside_a_broken_file_is_imported(run: Run, release_file: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text("{", encoding="utf-8")
    code, out, err = run("import", str(broken), str(release_file))
    assert (code, out) == (2, f"新增  lakeside-2023  {release_file}\n")
    assert err.startswith(f"{broken}: ")
    assert "lakeside-2023" in all_ids(parsed(run, "list"))


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
