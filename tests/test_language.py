from __future__ import annotations

import re

import pytest

from viewer.language import Language, Translator, system_language
from viewer.release.errors import Problem, ReleaseViewerError


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("zh_CN.UTF-8", Language.CHINESE),
        ("zh_TW", Language.CHINESE),
        ("C", Language.CHINESE),
        ("C.UTF-8", Language.CHINESE),
        ("POSIX", Language.CHINESE),
        ("", Language.CHINESE),
        ("en_GB.UTF-8", Language.ENGLISH),
        ("fr_FR.UTF-8", Language.ENGLISH),
        ("ca_ES", Language.ENGLISH),
    ],
)
def test_the_locale_chooses_the_language(locale: str, language: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", locale)
    assert system_language() is language


def test_the_stronger_variable_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert system_language() is Language.CHINESE
    monkeypatch.setenv("LANGUAGE", "en:zh")
    assert system_language() is Language.ENGLISH


@pytest.mark.parametrize("problem", list(Problem))
def test_every_problem_is_said_in_chinese_with_its_values(problem: Problem) -> None:
    values = dict.fromkeys(re.findall(r"{(\w+)}", problem.text + problem.remedy), "‹值›")
    error = ReleaseViewerError(problem, "town.json", **values)
    sentence = error.sentence(Translator(Language.CHINESE).translate)
    assert sentence.startswith("town.json: ")
    assert "。请" in sentence or "用 release-viewer list" in sentence or "没有显示设备时可用" in sentence
    assert sentence.count("‹值›") == str(error).count("‹值›")
    assert problem.text.split("{")[0].strip(" (“") not in sentence or not problem.text.split("{")[0].strip(" (“")


def test_a_text_without_a_translation_is_given_as_it_is() -> None:
    assert Translator(Language.CHINESE).translate("cli", "no such text") == "no such text"
    assert Translator(Language.ENGLISH).translate("cli", "commands") == "commands"
