from __future__ import annotations

from viewer.news import read_news


def test_a_changelog_is_read_by_version_and_kind() -> None:
    news = read_news(
        "# Log\n\nabout\n\n## 2 — day\n\n### New\n\n- a `b`\n  c\n- d\n\n### Old\n- e\n\n## 1\n### New\n- f\n"
    )
    assert [tuple(version) for version in news] == [
        ("2 — day", {"New": ["a b c", "d"], "Old": ["e"]}),
        ("1", {"New": ["f"]}),
    ]
