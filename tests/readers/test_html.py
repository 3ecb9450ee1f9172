from __future__ import annotations

import base64
import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.readers.document import BlockKind
from viewer.readers.html import read_html
from viewer.readers.html_blocks import html_blocks
from viewer.readers.mhtml import read_mhtml
from viewer.release.errors import Problem, ReleaseViewerError

PARAGRAPHS = [
    "1月5日，湖滨镇召开通报会，介绍一年来的便民服务情况，沿湖七个村的代表到会。",
    "湖滨镇航运站恢复夜班船，末班船开到二十三点，全年运送乘客1.2万人次，比上年增长三成。",
    "码头扩建完成，新增泊位12个，停靠时间平均缩短近10分钟，渔民说比从前方便得多。",
    "灯塔换装节能灯，守塔人何川守塔三十年，今年把钥匙交给徒弟，自己回到岸上生活。",
]
AROUND = "".join(f'<a href="/{number}.html">{word}</a>' for number, word in enumerate(["首页", "要闻", "专题", "互动"]))


def page(body: str, head: str = "") -> bytes:
    """A page of an invented paper, with what such pages have around their article."""
    return (
        f'<html><head><meta charset="utf-8"><title>湖滨镇年度通报_湖滨晚报</title>{head}</head><body>'
        f'<div class="nav">{AROUND}</div><div class="main"><h1>湖滨镇年度通报</h1>'
        f'<div class="info">2024-01-05 09:12 来源：湖滨晚报</div><div class="article">{body}</div>'
        f'<div class="related"><h3>相关新闻</h3><ul><li>{AROUND}</li></ul></div></div>'
        "<div class=footer><p>版权所有 湖滨晚报社</p></div><script>let page = '正文'</script></body></html>"
    ).encode()


def texts(data: bytes) -> list[str]:
    return [block.text for block in read_html(data, "town.html").blocks]


BODY = "".join(f"<p>　　{text}</p>" for text in PARAGRAPHS)


@pytest.mark.parametrize(
    "body",
    [
        BODY,
        "<br>　　".join(PARAGRAPHS),
        "<br><br>".join(PARAGRAPHS),
        "".join(f"<div>{text}</div>" for text in PARAGRAPHS),
        "".join(f"<div><span>{text}</span></div>" for text in PARAGRAPHS),
        f"<table><tr><td>{BODY}</td></tr></table>",
        f"<section><section>{BODY}</section></section>",
    ],
)
def test_the_article_is_found_however_its_paragraphs_are_marked(body: str) -> None:
    found = texts(page(body))
    assert found[0] == "湖滨镇年度通报"
    assert [text for text in found if text in PARAGRAPHS] == PARAGRAPHS
    assert not any(word in " ".join(found) for word in ("首页", "相关新闻", "版权所有"))


def test_what_the_page_says_of_itself_is_known() -> None:
    document = read_html(page(BODY), "town.html")
    assert (document.title, document.date) == ("湖滨镇年度通报", datetime.date(2024, 1, 5))
    assert document.publisher == "湖滨晚报"


@pytest.mark.parametrize(
    ("head", "address"),
    [
        ("<link rel=canonical href='https://example.org/2024/1.html'>", "https://example.org/2024/1.html"),
        ("<meta property='og:url' content='https://example.org/2.html'>", "https://example.org/2.html"),
        ("<link rel=canonical href='/2024/1.html'>", ""),
        ("<link rel=canonical href='javascript:alert(1)'>", ""),
        ("", ""),
    ],
)
def test_the_address_is_the_whole_one_that_the_page_names(head: str, address: str) -> None:
    assert read_html(page(BODY, head), "town.html").address == address


def test_tables_with_figures_stay_tables() -> None:
    table = "<table><tr><th>项目</th><th>数量</th></tr><tr><td>泊位</td><td>12个</td></tr></table>"
    blocks = read_html(page(BODY + table), "town.html").blocks
    assert [block.text for block in blocks if block.kind is BlockKind.TABLE] == ["项目\t数量\n泊位\t12个"]


def test_headings_and_captions_are_what_the_markup_says() -> None:
    extra = "<h2>便民服务</h2><figure><img src='a.jpg'><figcaption>夜班船首航</figcaption></figure>"
    blocks = read_html(page(extra + BODY), "town.html").blocks
    kinds = {block.text: (block.kind, block.level) for block in blocks}
    assert kinds["便民服务"] == (BlockKind.HEADING, 2)
    assert kinds["夜班船首航"][0] is BlockKind.CAPTION


def test_what_a_page_hides_is_not_read() -> None:
    assert "暗门" not in " ".join(texts(page(f'<p style="display:none">暗门</p>{BODY}')))


@pytest.mark.parametrize(
    "label", ["相关阅读", "猜你喜欢", "热门评论", "延伸阅读：", "友情链接", "网友评论（3）"], ids=lambda label: label
)
def test_what_a_label_announces_behind_the_article_is_no_part_of_it(label: str) -> None:
    others = "".join(f'<li><a href="/{number}.html">{text}</a></li>' for number, text in enumerate(PARAGRAPHS))
    found = texts(page(f"{BODY}<p>{label}</p><ul>{others}</ul>"))
    assert found[-1] == PARAGRAPHS[-1]
    assert label not in found


def test_a_label_that_announces_no_links_is_a_heading_of_the_article() -> None:
    found = texts(page(f"{BODY}<h2>信息</h2><p>渡船每三十分钟一班，末班船开到二十三点，票价与白天一样。</p>"))
    assert found[-2:] == ["信息", "渡船每三十分钟一班，末班船开到二十三点，票价与白天一样。"]


def test_a_link_to_a_file_that_belongs_to_the_article_stays() -> None:
    found = texts(page(f'{BODY}<p><a href="a.pdf">附件：渡船时刻表.pdf</a></p>'))
    assert found[-1] == "附件：渡船时刻表.pdf"


def test_several_links_in_a_line_are_none_of_the_article() -> None:
    assert texts(page(f"{BODY}<p>{AROUND}</p>"))[-1] == PARAGRAPHS[-1]


def test_who_signs_it_and_who_edited_it_is_read_behind_the_article() -> None:
    signed = "<div><p>湖滨镇人民政府</p></div><div class=other><p>打印本页</p></div><div><p>责任编辑：何文</p></div>"
    data = page(BODY).decode().replace('<div class="related">', f'{signed}<div class="related">').encode()
    found = texts(data)
    assert found[-2:] == ["湖滨镇人民政府", "责任编辑：何文"]


def test_buttons_beside_date_and_source_are_left_out() -> None:
    data = page(BODY).decode().replace("来源：湖滨晚报", "来源：湖滨晚报 <span>字号：</span><a>打印本页</a>").encode()
    assert "2024-01-05 09:12 来源：湖滨晚报" in texts(data)


def test_a_title_without_any_heading_is_known_by_its_name() -> None:
    body = f"<div class=news-title>渡口夜航恢复纪实</div><div>{BODY}</div>"
    data = f"<html><body>{body}</body></html>".encode()
    document = read_html(data, "town.html")
    assert (document.title, document.blocks[0].kind) == ("渡口夜航恢复纪实", BlockKind.HEADING)


def test_an_article_that_a_page_hides_until_its_scripts_run_is_read() -> None:
    hidden = f'<div style="display:none"><h1>湖滨镇年度通报</h1>{BODY}</div>'
    assert texts(f"<html><body><p>请稍候</p>{hidden}</body></html>".encode())[-1] == PARAGRAPHS[-1]


@pytest.mark.parametrize("data", [b"", b" \n"])
def test_an_empty_file_is_no_page(data: bytes) -> None:
    for read in (read_html, read_mhtml):
        with pytest.raises(ReleaseViewerError) as raised:
            read(data, "town.html")
        assert raised.value.problem is Problem.FILE_EMPTY


def test_gb2312_means_gb18030() -> None:
    data = page(BODY).decode().replace("utf-8", "GB2312").replace("何川", "何燚").encode("gb18030")
    assert any("何燚" in text for text in texts(data))


def test_a_plain_page_without_an_article_is_read_whole() -> None:
    assert texts(b"<html><body><p>" + "渡口夜班船恢复开行。".encode() + b"</p></body></html>") == [
        "渡口夜班船恢复开行。"
    ]


@pytest.mark.parametrize("data", [b"<html></html>", b"<html><body><script>1</script></body></html>", b"<p> </p>"])
def test_a_page_without_text_is_said(data: bytes) -> None:
    with pytest.raises(ReleaseViewerError) as raised:
        read_html(data, "town.html")
    assert raised.value.problem is Problem.NOTHING_TO_READ


@pytest.mark.parametrize("tag", ["div", "b", "table", "span", "ul"])
def test_nesting_without_end_is_read_or_said(tag: str) -> None:
    data = f"<html><body>{f'<{tag}>' * 100_000}渡口夜班船恢复开行。".encode()
    try:
        assert "渡口夜班船恢复开行。" in texts(data)
    except ReleaseViewerError as error:
        said = error.problem
        assert said is Problem.NESTED_TOO_DEEPLY


def test_an_archive_of_a_page_gives_the_page() -> None:
    body = base64.encodebytes(page(BODY)).decode()
    archive = (
        'From: <Saved by a browser>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n'
        "Snapshot-Content-Location: https://example.org/3.html\n\n--b\n"
        f"Content-Type: text/html\nContent-Transfer-Encoding: base64\n\n{body}\n--b\n"
        "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0=\n--b--\n"
    )
    document = read_mhtml(archive.encode(), "town.mhtml")
    assert [block.text for block in document.blocks if block.text in PARAGRAPHS] == PARAGRAPHS
    assert document.address == "https://example.org/3.html"


def archive_of(*parts: str, start: str = "", end: str = "--b--\n") -> bytes:
    """A web archive of these parts, each with its head."""
    head = f'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"{start}\n\n'
    return (head + "".join(f"--b\n{part}\n" for part in parts) + end).encode()


def test_the_page_that_an_archive_names_goes_before_its_frames() -> None:
    parts = [
        f"Content-Type: text/html\nContent-ID: <{name}>\nContent-Location: https://example.org/{name}\n\n<p>{text}"
        for name, text in (("frame", "框架里的一行字。"), ("main", "渡口夜班船恢复开行。"))
    ]
    document = read_mhtml(archive_of(*parts, start=';start="<main>"'), "town.mhtml")
    assert [block.text for block in document.blocks] == ["渡口夜班船恢复开行。"]
    assert document.address == "https://example.org/main"


def test_an_archive_that_breaks_off_inside_of_its_page_is_said() -> None:
    picture, part = "Content-Type: image/png\n\nx", "Content-Type: text/html\n\n<p>渡口夜班船恢复开行。</p>"
    assert read_mhtml(archive_of(part, picture, end=""), "town.mhtml").blocks
    with pytest.raises(ReleaseViewerError) as raised:
        read_mhtml(archive_of(picture, part, end=""), "town.mhtml")
    assert raised.value.problem is Problem.NOT_AN_ARCHIVE


@pytest.mark.parametrize("archive", [b"MIME-Version: 1.0\n\n", b"MIME-Version: 1.0\nContent-Type: image/png\n\nx"])
def test_an_archive_without_a_page_is_said(archive: bytes) -> None:
    with pytest.raises(ReleaseViewerError):
        read_mhtml(archive, "town.mhtml")


@given(st.text(st.sampled_from("<>/pbdivr \n&;\"'灯塔渡口h1table"), max_size=200))
def test_any_fragment_is_divided_into_blocks_of_shown_text(fragment: str) -> None:
    try:
        blocks = html_blocks(fragment, "town.html")
    except ReleaseViewerError:
        return
    assert all(block.text == block.text.strip() != "" for block in blocks)
