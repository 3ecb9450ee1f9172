from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QUrl

from viewer.release.web_address import read_web_address


@pytest.mark.parametrize(
    ("written", "target", "text"),
    [
        ("https://example.org/2024/a.html?b=1&c=2#d", "https://example.org/2024/a.html?b=1&c=2#d", ""),
        ("http://EXAMPLE.org:8080", "http://example.org:8080", ""),
        ("HTTPS://example.org/", "https://example.org/", ""),
        ("http://192.168.0.10:8080/a", "http://192.168.0.10:8080/a", ""),
        ("https://2024.example/", "https://2024.example/", ""),
        (
            "https://example.org/2024/通报.html",
            "https://example.org/2024/%E9%80%9A%E6%8A%A5.html",
            "https://example.org/2024/通报.html",
        ),
        (
            "https://徐州.中国/通报",
            "https://xn--6rtq1b.xn--fiqs8s/%E9%80%9A%E6%8A%A5",
            "https://徐州.中国/通报 (xn--6rtq1b.xn--fiqs8s)",
        ),
        (
            "https://g\u043engan.gov.cn/",
            "https://xn--gngan-jye.gov.cn/",
            "https://g[U+043E]ngan.gov.cn/ (xn--gngan-jye.gov.cn)",
        ),
        ("https://ｇｏｎｇａｎ.cn/", "https://gongan.cn/", "https://ｇｏｎｇａｎ.cn/ (gongan.cn)"),
        ("https://evil。example/gov.cn", "https://evil.example/gov.cn", "https://evil。example/gov.cn (evil.example)"),
        ("mailto:press-office@example.org", "mailto:press-office@example.org", ""),
        ('https://example.org/a<b>"c', "https://example.org/a%3Cb%3E%22c", ""),
    ],
)
def test_an_address_leads_where_it_says(written: str, target: str, text: str) -> None:
    assert read_web_address(written) == (target, text or written)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "https:",
        "https://",
        "https:example.org",
        "//example.org/",
        "example.org",
        "ftp://example.org/",
        "file:///etc/passwd",
        "file://server/share",
        "\\\\server\\share",
        "smb://server/share",
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "qrc:/a",
        "vbscript:x",
        "release-viewer://item/xuzhou-2024",
        " https://example.org/",
        "https://gongan.gov.cn@evil.example/",
        "https://gongan.gov.cn:pass@evil.example/",
        "https://gongan.gov.cn\\@evil.example/",
        "https://evil.example\\.gongan.gov.cn/",
        "https://gongan.gov.cn%2eevil.example/",
        "https://example.org/a%0d%0aHost:evil",
        "https://example.org/%00",
        "https://example.org/%zz",
        "https://example.org/ a",
        "https://example.org/a\nb",
        "https://example.org/\u202egpj.exe",
        "https://exam\u200bple.org/",
        "https://example.org/\u2066",
        "https://[::1]/",
        "https://[",
        "https://example.org:99999/",
        "https://example.org:x/",
        "https://-a.example/",
        "https://0/",
        "https://2130706433/",
        "https://0x7f.1/",
        "https://127.1/",
        "https://127.0.0.01/",
        "https://gongan.gov.cn.0x/",
        "https://" + "a" * 64 + "ä.example/",
        "https://example.org/" + "a" * 3000,
        "mailto:",
        "mailto:a",
        "mailto:a@b?attach=/etc/passwd",
        "mailto:a@b,c@d",
        "mailto:a%0Ab@c",
        "mailto://a@b",
    ],
)
def test_what_may_lead_elsewhere_than_it_seems_is_none(written: str) -> None:
    assert read_web_address(written) is None


@given(st.text(max_size=30), st.sampled_from(["https://", "http://a.example/", "https://例え.example/", "mailto:", ""]))
def test_what_is_opened_is_what_is_shown_and_nothing_else(rest: str, start: str) -> None:
    found = read_web_address(start + rest)
    if found is None:
        return
    assert found.target.isascii()
    assert found.target.isprintable()
    assert found.target.partition(":")[0] in ("http", "https", "mailto")
    again = read_web_address(found.target)
    assert again is not None
    assert again.target == found.target
    url = QUrl.fromEncoded(found.target.encode(), QUrl.ParsingMode.StrictMode)
    if url.isValid():
        assert url.userInfo() == "" or url.scheme() == "mailto"
        host = found.target.split("//")[1].split("/")[0].split(":")[0] if "//" in found.target[:9] else ""
        assert url.host(QUrl.ComponentFormattingOption.FullyEncoded) == host.split("?")[0].split("#")[0]
