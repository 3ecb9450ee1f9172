"""What means something in inputs of each kind, for the changes that are made to them."""

from __future__ import annotations


def _words(text: str) -> tuple[bytes, ...]:
    """The words of `text`, in which `␣` is a space."""
    return tuple(word.replace("␣", " ").encode() for word in text.split(" "))


RELEASE = _words(
    "一、 （一） 第一章 1. 来源： 记者␣何川 （摄） 2024年1月5日 12月 三成 1.2万人 百分之 3至5万 近 "
    "“渡口”系统 湖滨县公安局 版权声明 未经授权不得转载 责任编辑：何文 图为 ：\n 。\n \n\n \t < & · "
    "翻两番 1/3 五六百 ¥ 〇 廿"
)
HTML = _words(
    "<p> </p> <div␣class=nav> <table><tr><td> <td> <br> <pre> <h1> <li> <b> <a␣href=x> <!-- <script> "
    "<textarea> <title> <svg> <meta␣name=pubdate␣content='2024- ␣style='display:none' &#x0; &amp; "
    '<o:p> <figcaption> <template> ]]> <?xml␣?> <select> {"content":"。。 相关新闻 '
    "<script␣type=application/ld+json>"
)
MARKDOWN = _words("#␣ ** -␣ | |␣---␣| ```\n >␣ [a](b) <p> \\ ` ![ &lt; ␣␣\n")
MHTML = _words(
    'Content-Type:␣ multipart/related;␣boundary=b \n\n --b\n --b-- start= Content-ID:␣x\n " '
    "*0*=utf-8'' quoted-printable Content-Transfer-Encoding:␣base64\n message/rfc822 charset= "
    "=?utf-8?q?= x-uuencode\n Snapshot-Content-Location:␣http://a\n"
)
WORD = _words(
    "<w:p> </w:p> <w:r><w:t>渡</w:t></w:r> <w:tbl><w:tr><w:tc> <w:br/> <w:pStyle␣w:val='a'/> "
    "<w:ilvl␣w:val='8'/> <!--␣--> <w:numId␣w:val='1'/> <w:del> <w:sdt><w:sdtContent> <?x?> &x; "
    "w:val='' <w:outlineLvl␣w:val='٣'/> %1 upperRoman <w:ins> "
    "<!DOCTYPE␣d␣[<!ENTITY␣x␣SYSTEM␣'file:///etc/passwd'>]>"
)
PDF = _words(
    "␣0␣R obj endobj stream\n /Kids␣[ /Parent␣1␣0␣R /Count␣ /Length␣ BT␣ Tj ␣Tf << >> 99999999999 /MediaBox␣[ -0.00001"
)
JSON = _words(
    '[ ] { } , : " null true -0 "\\ud800" "\\u0000" [[[[ "format":1 "value": [1,2] "date":"0001-01-01" '
    '"sections": "" "paragraph":1 "start":3,"end":4 "role":"table" "level":9 "ids": "form":"verbatim" '
    '"run_in":1'
)
QUERY = _words(
    "( ) \" “ - ␣OR␣ ␣AND␣ NOT␣ | 数值: >= .. 单位: 年: 收藏: 部门: 1e9 亿 zhong' * ^ NEAR { } + : \\ "
    "' ; % (-( 标记: 笔记:"
)
ADDRESS = _words("% %00 %0a %ff / // .. release-viewer://item/ ? # %E2%80%AE")
