"""The queries that are measured: every kind of the search language, on what `generated` makes."""

from __future__ import annotations

from typing import NamedTuple


class Kind(NamedTuple):
    """Queries of one kind; `is_plain` where other engines can run them as substrings too."""

    name: str
    queries: tuple[str, ...]
    is_plain: bool = False


KINDS = (
    Kind("common word", ("公安", "民警", "群众", "案件", "工作", "服务"), is_plain=True),
    Kind("rare word", ("嫌疑人", "出入境", "研判", "侦破", "网格", "志愿"), is_plain=True),
    Kind("one character", ("的", "公", "县", "安", "警", "起"), is_plain=True),
    Kind("absent", ("㐀龘", "鱻", "查无此词", "饕餮盛宴"), is_plain=True),
    Kind("long", ("公安民警", "民警公安", "群众案件", "反诈预警", "公安户籍", "案件工作服务"), is_plain=True),
    Kind("several words", ("公安 民警", "公安 反诈 研判", "户籍 出入境 返还 嫌疑人", "县 镇", "警务 新城")),
    Kind("phrase, exclusion, either", ('"反诈预警"', "反诈 -公安", "-公安", "反诈 OR 走失", "(反诈 OR 走失) 群众")),
    Kind("pinyin", ("gongan", "gonganju", "wangmin", "paichusuo", "zhihuizhongxin", "wangm", "jiaojing")),
    Kind("initials", ("ga", "gaj", "jjzd", "xqgaj", "z", "zhzx")),
    Kind("traditional, full width, case", ("公安機關", "辦理", "２０", "ABC", "預警")),
    Kind("number", ("3000", "三千", "5万元", "１２，０００", "一百二", "99999")),
    Kind("value and unit", ("数值:>1000", "数值:>9万元", "数值:10..50 单位:起", "数值:<2", "单位:户", "数值:=12345")),
    Kind("field", ("部门:公安局", "部门:派出所", "类别:便民服务", "人物:王", "地区:新城", "年:2024", "年:2003 公安")),
)
