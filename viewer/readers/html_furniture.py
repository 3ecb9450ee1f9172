"""What stands on a web page beside its article: menus, lists of other articles, comments, tools.

The names are those that pages of Chinese news sites and authorities give to such elements, the words those that they
show there. A name counts where nothing speaks against it; see `Furniture`.
"""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import TYPE_CHECKING

from viewer.readers.document import BlockKind

if TYPE_CHECKING:
    from lxml.etree import _Element

    from viewer.readers.html_blocks import Page, Passage

_TAGS = frozenset(("nav", "footer", "aside", "header", "menu"))
_NAME = re.compile(
    "ad|ads|adv|advert|advertisement|aside|banner|bdshare|bdsharebuttonbox|bread|"
    "breadcrumb|breadcrumbs|bshare|changyan|cmt|cmts|comment|comments|commt|copyright|"
    "crumb|crumbs|discuss|download|erweima|ewm|feedback|follow|foot|footer|friendlink|"
    "friendlinks|gentie|gg|guanggao|guess|header|hot|hots|interest|jiathis|keyword|"
    "keywords|like|liuyan|login|menu|nav|navbar|navi|navigation|paging|pagebar|pager|"
    "pagination|paihang|pinglun|popup|praise|qr|qrcode|rank|ranking|ranklist|recommend|"
    "recommendation|recommendations|recommended|related|relate|relation|relevant|replies|"
    "reply|search|share|shares|sharing|sidebar|social|subscribe|submenu|tag|tags|"
    "toolbar|tooltip|topbar|tuijian|uninterested|vote|wechat|weibo|weixin|wxfollow|xgxw|"
    "xgyd|xiangguan|youlian|zan"
)
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")

_SENTENCE = re.compile("[，。！？；]")
_LONG_TEXT = 30
_LEAST_SENTENCE = 10
_LINK_COST = -10
_LEAST_ARTICLE = 40
_LONGEST_TOOL = 60
_LONGEST_LABEL = 20
_MANY_LINKS = 3

_TOOL_WORD = (
    "字号|字体|调整|缩小|放大|超大|特大|标准|默认|大|中|小|打印|本页|页面|文章|全文|关闭|窗口|返回|顶部|收藏|分享|转发|到|至|评论|"
    "跟贴|参与|互动|点赞|微信|微博|新浪|腾讯|网易|朋友圈|好友|人人网?|豆瓣|扫一扫|扫码|二维码|手机|听新闻|复制|链接|举报|纠错|我要|"
    "反馈|上一页|下一页|首页|尾页|末页|查看|全部|更多|详细|登录|注册|发布|保存|QQ|空间|刷新|正文|语音播报|无障碍|在|客户端|APP"
)
_TOOLS = re.compile(rf"(?=.*(?:{_TOOL_WORD}|A[-+]))(?:{_TOOL_WORD}|[\W\dA])+")
_PATH = re.compile(r"(?:您|你)?(?:的|现在的?|当前的?|所在的?)*位置(?:是)?\s*[：:]|(?:上|下)一?[篇条则]\s*[：:]")
_FOLLOW_US = re.compile(r"扫.{0,6}(?:码|一扫)|关注.{0,14}(?:微信|公众号|微博|抖音)|客户端下载|下载.{0,8}客户端")
_COUNTER = re.compile(r"(?:阅读|浏览|点击|评论|点赞|转发|访问|人气)(?:数|量|次数)?\W*\d*\W*(?:次|人)?\W*")
_IMPRINT = re.compile(
    r"版权所有|ICP[备证]|备案号|许可证|公网安备|举报电话|主办单位|技术支持|网站标识码|Copyright|©|All Rights",
    re.IGNORECASE,
)
_COMMENTS_LABEL = re.compile(
    "(?:全部|最新|热门|精彩|网友|我要|发表|文章|用户|我来)?(?:评论|跟贴|留言|热评|回复)(?:区|列表)?|参与讨论|我来说两句"
)
_LISTS_LABEL = re.compile(
    "(?:相关|推荐|热门|热点|精彩|最新|更多|编辑|大家|本周|今日|今天|小时|一周|最热|往期|频道|图片|视频|延伸|新闻|滚动|为您|为你|同类|"
    "其他|其它|热词|本网|一周|周|日|点击)*"
    "(?:阅读|新闻|推荐|文章|资讯|内容|热点|排行榜?|排行|链接|图集|图片|视频|报道|搜索|标签|关键词|信息|专题|热点|在看|热文|爱看)|"
    "猜你喜欢|友情链接|你可能.{0,8}|您可能.{0,8}"
)
_SURE_LABEL = re.compile("(?:推荐|相关|热门|精彩|更多|编辑|猜你).*(?:推荐|阅读|新闻|文章|排行|喜欢|热点)|热[点门].*")
_ATTACHMENT = re.compile(r"附件|附表|附图|\.(?:pdf|docx?|xlsx?|zip|rar|wps|ofd)\b", re.IGNORECASE)


def letters(text: str) -> str:
    """The letters, ideographs and digits of a text, which stay the same however it is set."""
    return "".join(filter(str.isalnum, text))


def is_linked(passage: Passage) -> bool:
    """Whether more than half of it leads elsewhere."""
    return passage.linked * 2 > len("".join(passage.block.text.split()))


def is_list_of_links(passage: Passage) -> bool:
    """Whether several links stand in its line, and little else."""
    return is_linked(passage) and len(list(islice(passage.element.iterdescendants("a"), _MANY_LINKS))) == _MANY_LINKS


def is_tool(text: str) -> bool:
    """Whether it is made of words such as 打印 and 分享到, or tells the way to other pages."""
    return _PATH.match(text) is not None or (
        len(text) <= _LONGEST_TOOL and (_TOOLS.fullmatch(text) or _FOLLOW_US.search(text)) is not None
    )


def is_clean(passage: Passage) -> bool:
    """Whether it may be a line of the article although it stands outside of its element."""
    text = passage.block.text
    return not (
        is_linked(passage)
        or is_tool(text)
        or _COUNTER.fullmatch(text)
        or _IMPRINT.search(text)
        or _label(text) is not None
    )


def is_attachment(text: str) -> bool:
    """Whether a link is to a file that belongs to the article."""
    return _ATTACHMENT.search(text) is not None


def _is_name_of_furniture(element: _Element) -> bool:
    """Whether its tag, class or id says that it is no part of an article."""
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return element.tag in _TAGS or any(_NAME.fullmatch(word.lower()) for word in _WORD.findall(names))


def weigh(passage: Passage) -> int:
    """How much a passage speaks for its element being the article: the length of running text, or less than nothing."""
    text, kind = passage.block.text, passage.block.kind
    if is_linked(passage):
        return _LINK_COST
    if _IMPRINT.search(text) or is_tool(text):
        return 0
    if kind is BlockKind.TABLE:
        return len(text) // 2
    is_running = len(text) >= _LONG_TEXT or (len(text) >= _LEAST_SENTENCE and _SENTENCE.search(text) is not None)
    return len(text) - passage.linked if is_running and kind is not BlockKind.HEADING else 0


def find_furniture(page: Page, headline: int | None) -> list[bool]:
    """Of each passage, whether it is furniture. What holds the headline is none, nor what holds all of the text."""
    weights = [weigh(passage) for passage in page.passages]
    named = [
        range(start, end)
        for element, (start, end) in page.spans.items()
        if start < end and not (headline is not None and start <= headline < end) and _is_name_of_furniture(element)
    ]
    furniture = set(chain.from_iterable(named))
    if sum(max(0, weight) for number, weight in enumerate(weights) if number not in furniture) < _LEAST_ARTICLE:
        furniture = {number for numbers in named if max(weights[place] for place in numbers) <= 0 for number in numbers}
    for number, passage in enumerate(page.passages):
        if number != headline and number not in furniture and (label := _label(passage.block.text)) is not None:
            furniture.update(range(*_under_label(page, weights, number, headline, label)))
    return [number in furniture for number in range(len(weights))]


def _label(text: str) -> re.Pattern[str] | None:
    """Which kind of label it is that announces what others wrote, or None."""
    if len(text) > _LONGEST_LABEL:
        return None
    words = re.sub(r"[\W\d_]+", "", text)
    for label in (_COMMENTS_LABEL, _LISTS_LABEL):
        if label.fullmatch(words):
            return label
    return None


def _under_label(
    page: Page, weights: list[int], number: int, headline: int | None, label: re.Pattern[str]
) -> tuple[int, int]:
    """What a label announces: all of the element that it begins, or what follows it there."""
    after = page.passages[number + 1 : number + 4]
    is_sure = label is _COMMENTS_LABEL or _SURE_LABEL.match(page.passages[number].block.text) is not None
    if not is_sure and sum(map(is_linked, after)) * 2 <= len(after):
        return number, number
    element: _Element | None = page.passages[number].element
    while element is not None and page.spans.get(element, (number, number + 1)) == (number, number + 1):
        element = element.getparent()
    start, end = (number, number + 1) if element is None else page.spans[element]
    before = sum(max(0, weight) for weight in weights[start:number])
    if before < _LEAST_ARTICLE and not (headline is not None and start <= headline < end):
        return start, end
    if label is _LISTS_LABEL:
        follows = (place for place in range(number + 1, end) if weights[place] > _LEAST_ARTICLE)
        end = next(follows, end)
    return number, end
