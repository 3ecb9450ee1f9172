"""The translations against the code: every text is translated, and can be shown."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import pytest
from starts import FIRST_PAINT

from viewer.language import keeps_values

ROOT = Path(__file__).resolve().parents[1]
TRANSLATIONS = ROOT / "resources" / "translations"
FILES = ("viewer_zh_CN.ts", "viewer_zh_CN.qm", "viewer_en.ts", "viewer_en.qm")
MNEMONIC = re.compile(r"&(\w)")
GOES_ON = re.compile(r"…(\(&\w\))?$")  # a dialog follows; in Chinese the mnemonic stands behind the text

TELL_TEXTS = """
from PySide6.QtCore import QCoreApplication
print(program.window.windowTitle())
print(QCoreApplication.translate("Program", "Written: {path}"))
program.window.close()
program.close()
"""


class Message(NamedTuple):
    """A text of the code with one of its translations; there are several where there are plural forms."""

    text: str
    translation: str


def messages(path: Path) -> Iterator[Message]:
    for message in ElementTree.parse(path).iter("message"):
        translation = message.find("translation")
        assert translation is not None
        forms = translation.findall("numerusform") or [translation]
        for form in forms:
            yield Message(message.findtext("source", ""), form.text or "")


def mistakes(path: Path) -> list[Message]:
    """Translations that lack a value, the number, a mnemonic or the dots of their text, or have others."""
    return [
        message
        for message in messages(path)
        if not keeps_values(*message)
        or message.text.count("%n") != message.translation.count("%n")
        or MNEMONIC.findall(message.text.upper()) != MNEMONIC.findall(message.translation.upper())
        or bool(GOES_ON.search(message.text)) != bool(GOES_ON.search(message.translation))
    ]


def update(folder: Path) -> None:
    """What CONTRIBUTING.md says to do after a change of texts, in another folder."""
    subprocess.run([sys.executable, TRANSLATIONS / "update.py", folder], check=True, capture_output=True)


def broken_copy(folder: Path, old: str, new: str) -> Path:
    """The program in a folder of its own, with a change in every Chinese translation; gives the folder."""
    for part in ("viewer", "resources", "data"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__", "screenshots"))
    texts = folder / "resources" / "translations" / "viewer_zh_CN.ts"
    tree = ElementTree.parse(texts)
    for translation in tree.iter("translation"):
        translation.text = (translation.text or "").replace(old, new)
    tree.write(texts, encoding="utf-8", xml_declaration=True)
    subprocess.run([sys.executable, texts.with_name("update.py")], check=True, capture_output=True)
    return folder


def run_in(folder: Path, *arguments: str) -> str:
    """What Python prints in a folder; it must not fail."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(folder), "PYTHONUTF8": "1"}
    command = [sys.executable, *arguments]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, cwd=folder, env=environment)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("name", ["viewer_zh_CN.ts", "viewer_en.ts"])
def test_every_text_has_its_finished_translation(name: str) -> None:
    assert all(message.translation.strip() for message in messages(TRANSLATIONS / name))
    kinds = {translation.get("type") for translation in ElementTree.parse(TRANSLATIONS / name).iter("translation")}
    assert kinds == {None}  # and not unfinished, vanished or obsolete


def test_the_translations_are_those_of_the_code_as_it_is(tmp_path: Path) -> None:
    for name in FILES:
        shutil.copy(TRANSLATIONS / name, tmp_path)
    update(tmp_path)
    changed = [name for name in FILES if (tmp_path / name).read_bytes() != (TRANSLATIONS / name).read_bytes()]
    assert not changed, "run `python resources/translations/update.py`"


@pytest.mark.parametrize("name", ["viewer_zh_CN.ts", "viewer_en.ts"])
def test_a_translation_has_the_values_mnemonics_and_dots_of_its_text(name: str) -> None:
    assert not mistakes(TRANSLATIONS / name)


@pytest.mark.parametrize(
    ("text", "translation"),
    [
        ("Written: {path}", "已写入：{pfad}"),
        ("Written: {path}", "已写入：{path"),
        ("Written: {path}", "已写入：path}"),
        ("Written: {path}", "已写入"),
        ("Written", "已写入：{path}"),
        ("{done} of {total}", "{done} / {done}"),
        ("%n figure(s)", "% n 个数据"),
        ("%n figure(s)", "个数据"),
        ("&amp;File", "文件"),
        ("&amp;File", "文件(&amp;E)"),
        ("Export…", "导出"),
        ("Export", "导出…"),
    ],
)
def test_a_broken_translation_is_found(tmp_path: Path, text: str, translation: str) -> None:
    broken = tmp_path / "broken.ts"
    message = f"<message><source>{text}</source><translation>{translation}</translation></message>"
    broken.write_text(f"<TS><context><name>A</name>{message}</context></TS>", encoding="utf-8")
    assert len(mistakes(broken)) == 1


def test_a_sound_translation_may_turn_the_order_of_values(tmp_path: Path) -> None:
    sound = tmp_path / "sound.ts"
    message = (
        "<source>&amp;Copy {place} of {total}…</source><translation>复制 {total} 之 {place}…(&amp;C)</translation>"
    )
    sound.write_text(f"<TS><context><message>{message}</message></context></TS>", encoding="utf-8")
    assert not mistakes(sound)


@pytest.mark.parametrize(("old", "new"), [("{", "{other_"), ("}", ""), ("{", "{{")])
def test_with_broken_translations_the_program_starts_and_says_the_others(tmp_path: Path, old: str, new: str) -> None:
    folder = broken_copy(tmp_path / "copy", old, new)
    library, state = str(tmp_path / "library.sqlite"), str(tmp_path / "settings")
    title, text = run_in(folder, "-c", FIRST_PAINT + TELL_TEXTS, library, state).splitlines()
    assert "通稿阅读器" in title
    assert text == "Written: {path}"
    assert "10 announced, 6 described here" in run_in(folder, "-m", "viewer", "--library", library, "list")
    assert "列出通稿" in run_in(folder, "-m", "viewer", "--help")
