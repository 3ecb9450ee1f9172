"""What a page has around its text: buttons, paths, sizes of type, lists of other pages."""

from __future__ import annotations

import re

from viewer.readers.document import BlockKind
from viewer.readers.draft import Draft

_WORDS = (
    "下载|打印|全屏|收藏|分享|关闭|复制|返回|加大|还原|减小|放大|缩小|大|中|小|首页|网站首页|评论|点赞|举报|订阅|朗读|听新闻"
    "|打印本页|关闭窗口|打印此页|返回顶部|返回首页|返回列表|加入收藏|设为首页|我要评论|我要纠错|纠错|字号|字体|默认|繁體|繁体|简体"
    "|微信|微博|QQ|QQ空间|朋友圈|扫码|二维码|手机版|电脑版|无障碍|长者模式|适老版|登录|注册|上一篇|下一篇|上一条|下一条"
    "|查看原文|阅读原文|原文链接|展开全文|阅读全文|查看更多|更多|详细|APP|客户端|微信扫一扫|关注该公众号|预览时标签不可点|赞|在看|轻触阅读原文|继续滑动看下一个"
)
_BUTTONS = re.compile(rf"[【\[]?(?:(?:{_WORDS})[\s|｜/·>＞【】\[\]]*)+", re.IGNORECASE)
_LINE = re.compile(
    r"[\s|｜>＞》《×✕\-—_=*·•]+"  # nothing but signs
    r"|【?(?:字号|字体|文字大小|页面字体)[:：\s].*"
    r"|(?:分享(?:到|至)?|转发)[:：]?.{0,20}"
    r"|(?:您的|您|你的|当前|现在的?)(?:当前)?位置(?:是)?[:：].{0,60}"
    r"|首页\s*[>＞›»/].{0,60}"
    r"|扫(?:一扫|码|描).{0,30}"
    r"|(?:》》)?点击(?:图片|进入|查看|下载|收听|观看|播放).{0,30}"
    r"|(?:上|下)一(?:篇|条|页)[:：].{0,80}"
    r"|\[?(?:查看原文|阅读原文|原文链接)\]?(?:\(.*\)|[:：].{0,200})?"
    r"|\(?(?:更新)?时间戳[:：].{0,40}"
    r"|第?\s*\d+\s*页?\s*[/共]\s*\d+\s*页?|[-—–－]\s*\d+\s*[-—–－]"
    r"|(?:版权所有|主办单位?|承办单位?|技术支持|网站标识码|ICP备|备案号|京ICP|Copyright|©).{0,80}",
    re.IGNORECASE,
)
_OTHER_PAGES = re.compile(
    r"[【\[]?(?:相关(?:文档|报道|链接|附件|阅读|新闻|文章|稿件|专题|推荐|解读|信息|内容)|延伸阅读|推荐阅读|热门(?:推荐|新闻|文章|评论)"
    r"|最新(?:评论|文章|新闻)|猜你喜欢|为您推荐|更多(?:新闻|内容|精彩)|网友评论|精彩推荐|往期(?:回顾|推荐))[】\]]?\s*[:：>＞》]*"
)
_STEP = re.compile(r"[>＞›»/]+")
_LONGEST_STEP = 12  # characters of a part of the path to a page
_LONGEST_OTHER = 120  # characters; a longer line behind the list of other pages is text


def is_furniture(text: str) -> bool:
    """Whether a line belongs to the page and not to the text."""
    return bool(_LINE.fullmatch(text) or _BUTTONS.fullmatch(text))


def drop_furniture(drafts: list[Draft]) -> list[Draft]:
    """The paragraphs without buttons and the like, and without the path to the page."""
    kept = []
    path: set[str] = set()
    for number, draft in enumerate(drafts):
        if is_furniture(draft.text):
            continue
        if number and _STEP.fullmatch(drafts[number - 1].text):
            path.add(draft.text)
        if draft.text not in path or draft.block.kind is BlockKind.HEADING:
            kept.append(draft)
        elif len(draft.text) > _LONGEST_STEP:
            path.discard(draft.text)
            kept.append(draft)
    return kept


def drop_other_pages(drafts: list[Draft]) -> list[Draft]:
    """The paragraphs without the lists of other pages that follow the text; what has a role already stays."""
    for number, draft in enumerate(drafts):
        if number and _OTHER_PAGES.fullmatch(draft.text) and _is_list_of_pages(drafts[number + 1 :]):
            return drafts[:number] + [other for other in drafts[number:] if not other.is_open]
    return drafts


def _is_list_of_pages(drafts: list[Draft]) -> bool:
    return all(len(draft.text) < _LONGEST_OTHER for draft in drafts if draft.is_open)
