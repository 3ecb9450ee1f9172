"""The head of a document: its title, once or twice, over one line or several, its subtitle, and what is said of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from viewer.readers.document import BlockKind
from viewer.readers.draft import Draft
from viewer.readers.headings import has_mark
from viewer.release.folding import fold_width_and_case
from viewer.release.source import Role

_DAY = (
    r"(?:\d{4}|[〇零○０-９一二三四五六七八九]{4})\s*[年\-./]\s*(?:\d{1,2}|[０-９]{1,2}|[一二三四五六七八九十]{1,2})\s*[月\-./]"
    r"\s*(?:\d{1,2}|[０-９]{1,2}|[一二三四五六七八九十廿卅]{1,3})\s*日?"
)
_TIME = r"(?:\s*(?:周|星期|礼拜).|T|\s)*(?:\d{1,2}[:：时点]\s*\d{1,2}(?:[:：分]\s*\d{0,2}秒?)?)?\s*"
_LABELS = (
    "来源|稿源|信息来源|文章来源|来自|时间|日期|发布时间|发布日期|发表时间|发稿时间|更新时间|最后更新|更新于|发表于|成文日期|公开日期|播发时间|发文时间|作者|记者|文|编辑"
    "|责任编辑|责编|通讯员|发布机构|发文机关|发布单位|发布机关|发布者|发布人|索引号|索取号|文号|发文字号|主题分类|主题词|分类|有效性|公文种类|信息分类"
    "|浏览次数|浏览|点击数?|点击量|阅读|阅读量|访问次数|字号|名称|标题|來源|時間|記者|發布日期|发布于|关键词|关键字|体裁分类|效力状态|主办单位|供稿|發布時間|發布單位|作者|執筆|执笔|撰文|撰稿|原标题|原题"
)
_META = re.compile(
    rf"[【\[（(]?\s*(?:原创\s+\S|{_DAY}{_TIME}|(?:{_LABELS})\s*[:：].*)"
    rf"(?:[\s|｜丨/]*(?:{_DAY}{_TIME}|(?:{_LABELS})\s*[:：].*|[\u4e00-\u9fffA-Za-z·]{{2,12}}))*\s*[】\]）)]?"
)
_LABEL_ALONE = re.compile(rf"(?:{_LABELS})\s*[:：]")
_OCCASION = re.compile(
    rf"(?:[（(]\s*)?(?:[—–\-－―]+\s*)?{_DAY}\s*[，,]?\s*(?:在|于|，)?.{{0,60}}(?:会议?|大会|会上|上|发布会|座谈会|通过)?[）)]?"
)
_SPEAKER = re.compile(
    r"[\u4e00-\u9fff]{1,20}(?:长|主席|主任|书记|总理|行长|总经理|发言人)[\s\u3000]+[\u4e00-\u9fff·](?:[\s\u3000]?[\u4e00-\u9fff·]){1,7}"
)
_BYLINE = re.compile(
    r"(?:执笔|撰文|撰稿|文|图|作者|采写)\s*[/／|｜:：]\s*\S.{1,40}|\S{0,12}(?:记者|通讯员)[\s\u3000]+[\u4e00-\u9fff·]{2,4}(?:[\s\u3000、]+[\u4e00-\u9fff·]{2,4})*"
)
_ORIGINAL_TITLE = re.compile(r"[（(]?原(?:标题|题)(?:为|[:：])")
_SIGNED_DAY = re.compile(_DAY)
_LONGEST_OFFICE = 30
_ENCLOSED = re.compile(r"\S{4,60}(?:办法|规定|方案|细则|条例|名单|清单|要点|意见|规划|措施|指南)")
_DASHED = re.compile(r"[—–―－\-]{1,4}\s*\S")
_DATELINE = re.compile(
    r"(?:本报|本网|本台|新华社|中新社|中新网|人民网|央视网|新华网|央广网)[^，。]{0,30}(?:讯|电|消息)|.{0,12}(?:讯|电)\s*[（(](?:记者|通讯员)"
)
_SALUTATION = re.compile(r"[\u4e00-\u9fff、，“”\s]{2,24}[:：]")
_ENDS_OPEN = re.compile(r"[。；;：:，,、]$")
_LONGEST_TITLE = 80
_MOST_LINES = 24  # in which a head ends
_MOST_TITLE_LINES = 4


def mark_head(drafts: list[Draft], title: str) -> None:
    """Give title, subtitle and lines about the document their roles; `title` is what the format says it is."""
    end = _end_of_head(drafts)
    head = drafts[:end]
    for draft in drafts[end:]:
        if draft.is_open and _ORIGINAL_TITLE.match(draft.text) and len(draft.text) <= 2 * _LONGEST_TITLE:
            draft.role = Role.META
    for number, draft in enumerate(head):
        if draft.is_open and _is_meta(head, number):
            draft.role = Role.META
    _mark_signature(drafts)
    _mark_title(head, title)
    _mark_title_again(head)
    for draft in head:
        if draft.is_open and _follows_title(head, draft):
            draft.role = Role.META


def _mark_signature(drafts: Sequence[Draft]) -> None:
    """The day on a line of its own, and the office before it, sign what goes before them."""
    for number in range(1, len(drafts)):
        draft = drafts[number]
        if draft.is_open and _SIGNED_DAY.fullmatch(draft.text):
            draft.role = Role.META
            office = drafts[number - 1]
            if office.is_open and len(office.text) <= _LONGEST_OFFICE and not office.is_sentence:
                office.role = Role.META
            follows = drafts[number + 1] if number + 1 < len(drafts) else draft
            if follows.is_open and _ENCLOSED.fullmatch(follows.text):
                follows.role = Role.SUBTITLE


def _end_of_head(drafts: Sequence[Draft]) -> int:
    """The number of paragraphs before the text begins: before a sentence, a salutation, or a numbered heading."""
    for number, draft in enumerate(drafts[:_MOST_LINES]):
        if draft.role is Role.TABLE or (number and draft.role is Role.LIST):
            return number
        if _is_meta(drafts, number) or (_DASHED.match(draft.text) and not _begins_text(draft)):
            continue
        if _begins_text(draft):
            return number
    return min(len(drafts), _MOST_LINES)


def _begins_text(draft: Draft) -> bool:
    text = draft.text
    if draft.block.kind is BlockKind.HEADING and draft.block.level <= 1:
        return False
    return (
        len(text) > _LONGEST_TITLE
        or (draft.is_sentence and not text.endswith(("！", "!", "？", "?")))
        or bool(_SALUTATION.fullmatch(text) and not _LABEL_ALONE.match(text))
        or bool(_DATELINE.match(text))
        or has_mark(text)
    )


def _is_meta(drafts: Sequence[Draft], number: int) -> bool:
    """Whether a line tells of the document: when, where, by whom; or is the value of such a label before it."""
    text = drafts[number].text
    if len(text) > 120:
        return False
    if any(pattern.fullmatch(text) for pattern in (_META, _SPEAKER, _BYLINE)):
        return True
    if _OCCASION.fullmatch(text) and not _says_what_it_is(text):
        return True
    return number > 0 and bool(_LABEL_ALONE.fullmatch(drafts[number - 1].text)) and len(text) < 30


def _says_what_it_is(text: str) -> bool:
    """Whether a line with a day in it says what the document is, rather than when it was made."""
    return not re.search(r"会议?上|[）)]$|大会|会$|^[—–―－\-]|上$|通过$|日$", text)


def _mark_title(head: Sequence[Draft], title: str) -> None:
    lines = [draft for draft in head if draft.is_open]
    known = fold_width_and_case(title)
    first = next((n for n, draft in enumerate(lines) if known and _is_part(draft.text, known)), None)
    if first is None:
        first = next((n for n, draft in enumerate(lines) if _could_be_title(draft)), None)
    if first is None:
        return
    lines[first].role = Role.TITLE
    place = head.index(lines[first])
    for draft in head[place + 1 : place + _MOST_TITLE_LINES]:
        if not draft.is_open:
            break
        if _DASHED.match(draft.text):
            draft.role = Role.SUBTITLE
            break
        if _continues_title(lines[first], draft, known):
            draft.role = Role.TITLE
        else:
            break


def _is_part(text: str, known: str) -> bool:
    folded = fold_width_and_case(text)
    return len(folded) >= 4 and (known.startswith(folded) or folded.startswith(known))


def _could_be_title(draft: Draft) -> bool:
    return (
        4 <= len(draft.text) <= _LONGEST_TITLE
        and not _ENDS_OPEN.search(draft.text)
        and not has_mark(draft.text)
        and draft.block.kind in (BlockKind.TEXT, BlockKind.HEADING)
    )


def _continues_title(first: Draft, draft: Draft, known: str) -> bool:
    """Whether a line goes on with the title: as the format's own title does, or as one of the same kind of type."""
    if known:
        return fold_width_and_case(draft.text) in known
    same = draft.block.kind is first.block.kind and draft.block.level == first.block.level
    return (
        same
        and _could_be_title(draft)
        and bool(
            re.search(r"(?:关于|印发|开展|在|与|和|的|、|—)$", first.text)
            or re.fullmatch(r".{0,40}(?:通知|通报|报告|公告|意见|方案|办法|公报|决定|讲话|实录)", draft.text)
        )
    )


def _mark_title_again(head: Sequence[Draft]) -> None:
    """A title that stands twice is a title twice."""
    titles = {fold_width_and_case(draft.text) for draft in head if draft.role is Role.TITLE}
    for draft in head:
        if draft.is_open and fold_width_and_case(draft.text) in titles:
            draft.role = Role.TITLE
        elif draft.is_open and _DASHED.match(draft.text) and len(draft.text) <= _LONGEST_TITLE and titles:
            draft.role = Role.SUBTITLE


def _follows_title(head: Sequence[Draft], draft: Draft) -> bool:
    """Whether an open line stands among those that tell of the document, after its title and before its text."""
    place = head.index(draft)
    before = [other.role for other in head[:place]]
    after = [other.role for other in head[place + 1 :]]
    return Role.TITLE in before and Role.META in after and len(draft.text) <= 30
