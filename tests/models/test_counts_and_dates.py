from __future__ import annotations

import datetime
from collections.abc import Iterator

import pytest
from people import trigger
from PySide6.QtCore import QLocale

from viewer.language import Language
from viewer.models.counts_and_dates import count_text, date_text, rough_count_text
from viewer.widgets.main_window import MainWindow

CHINESE, ENGLISH = Language.CHINESE, Language.ENGLISH


@pytest.fixture(autouse=True)
def _same_locale_afterwards() -> Iterator[None]:
    before = QLocale()
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("count", "chinese", "english"),
    [
        (0, "0", "0"),
        (14, "14", "14"),
        (1234, "1234", "1,234"),
        (9999, "9999", "9,999"),
        (10_000, "10,000", "10,000"),
        (1_234_567, "1,234,567", "1,234,567"),
    ],
)
def test_a_count_is_written_in_full(count: int, chinese: str, english: str) -> None:
    for language, written in ((CHINESE, chinese), (ENGLISH, english)):
        QLocale.setDefault(QLocale(language))
        assert count_text(count) == written


@pytest.mark.parametrize(
    ("count", "chinese", "english"),
    [
        (9999, "9999", "9,999"),
        (10_000, "1万", "10,000"),
        (12_345, "1.2万", "12,345"),
        (19_999, "1.9万", "19,999"),
        (1_200_000, "120万", "1,200,000"),
        (99_999_999, "9999.9万", "99,999,999"),
        (100_000_000, "1亿", "100,000,000"),
        (360_000_000, "3.6亿", "360,000,000"),
    ],
)
def test_a_rough_count_is_never_more_than_there_is(count: int, chinese: str, english: str) -> None:
    for language, written in ((CHINESE, chinese), (ENGLISH, english)):
        QLocale.setDefault(QLocale(language))
        assert rough_count_text(count) == written


@pytest.mark.parametrize(
    ("date", "chinese", "english"),
    [
        (datetime.date(2024, 12, 30), "2024年12月30日", "30 December 2024"),
        (datetime.date(2025, 1, 9), "2025年1月9日", "9 January 2025"),
        (datetime.date(1949, 10, 1), "1949年10月1日", "1 October 1949"),
    ],
)
def test_a_date_is_written_as_the_language_writes_it(date: datetime.date, chinese: str, english: str) -> None:
    for language, written in ((CHINESE, chinese), (ENGLISH, english)):
        QLocale.setDefault(QLocale(language))
        assert date_text(date) == written


def test_counts_and_dates_follow_the_language_that_is_chosen(window: MainWindow) -> None:
    trigger(window, "language-en")
    assert date_text(datetime.date(2024, 12, 30)) == "30 December 2024"
    trigger(window, "language-zh_CN")
    assert date_text(datetime.date(2024, 12, 30)) == "2024年12月30日"
