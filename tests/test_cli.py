from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from command_runs import Run, in_a_process

from viewer.cli import main
from viewer.folders import log_folder


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


def test_the_language_follows_the_locale(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    assert "“release-viewer list” prints every id." in run("show", "nowhere")[2]
    monkeypatch.setenv("LANG", "C")
    assert "可以列出全部编号" in run("show", "nowhere")[2]


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


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_the_reader_of_a_pipe_may_leave(library_path: Path, unbuffered: str) -> None:
    environment = {**os.environ, "RELEASE_VIEWER_LIBRARY": str(library_path), "PYTHONUNBUFFERED": unbuffered}
    command = [sys.executable, "-m", "viewer", "notice"]
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, text=True, check=False, env=environment)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(sys.platform == "win32", reason="there arguments are always text")
@pytest.mark.parametrize("arguments", [["show", "\udcff"], ["remove", "\udcff"], ["import", "\udcff.json"]])
def test_an_argument_of_bytes_that_are_no_text_brings_one_sentence(library_path: Path, arguments: list[str]) -> None:
    done = in_a_process(*arguments, RELEASE_VIEWER_LIBRARY=str(library_path))
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert "ff" in done.stderr.lower()


@pytest.mark.skipif(sys.platform != "linux", reason="only there a file may have a name that is no text")
def test_a_library_whose_name_is_no_text_is_refused_in_one_sentence(tmp_path: Path) -> None:
    library = str(tmp_path / "\udcff.sqlite")
    done = in_a_process("list", RELEASE_VIEWER_LIBRARY=library)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"{tmp_path}/[U+DCFF].sqlite: ")
    assert len(done.stderr.splitlines()) == 1
    assert "[U+DCFF].sqlite" in in_a_process("doctor", RELEASE_VIEWER_LIBRARY=library).stdout


def test_an_output_that_knows_no_chinese_gets_it_escaped(library_path: Path) -> None:
    for arguments, code, said in (
        (["notice"], 0, ascii("徐州公安")),
        (["figures", "--json"], 0, ascii("135万元")),
        (["show", "nowhere"], 2, ascii("资料库")),
        (["--help"], 0, ascii("列出搜索结果")),
    ):
        environment = {"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii", "RELEASE_VIEWER_LIBRARY": str(library_path)}
        done = in_a_process(*arguments, **environment)
        assert done.returncode == code
        assert said.strip("'") in done.stdout + done.stderr


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
    assert 'reading_commands.py", line' in log.read_text(encoding="utf-8")
    assert "县局" not in err + log.read_text(encoding="utf-8")


def test_ctrl_c_ends_a_command_without_a_word(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_library: object) -> list[str]:
        raise KeyboardInterrupt

    monkeypatch.setattr("viewer.reading_commands.release_ids", interrupt)
    assert run("list") == (130, "", "")


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
