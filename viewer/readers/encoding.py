"""The encoding of a text that does not say it: UTF-8, UTF-16, UTF-32, GB18030 with GBK and GB2312, Big5.

Marks at the beginning follow Unicode's (chapter 23.8) and GB 18030-2022. Without one, what is UTF-8 throughout is
UTF-8, as no other text is by accident; else the encoding wins that makes the most everyday characters of the bytes.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import NamedTuple

from viewer.release.errors import Problem, ReleaseViewerError

_MARKS = (  # the longer first, as UTF-32 begins like UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
_CHINESE = ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be")

_CHUNK = 1 << 20
_SAMPLE = 1 << 14
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
_REPLACEMENT = "\ufffd"
_MOST_BAD = 3  # in a short text; in a long one, one in a thousand
_GOOD_TO_BAD = 10
_LEAST_EVERYDAY = 0.25  # lists of names have a third, running text has nine tenths, a wrong guess a twentieth
_CONTROLS = bytes({*range(32), 127} - set(b"\t\n\v\f\r\x1a\x1b"))

_EVERYDAY = frozenset(  # what official texts are mostly made of, simplified and traditional
    "一万三上下不与专且世业东两並个中为主举么义之也习乡书了争事二于云五些交产享京亲人亿什今从他代以们件价"
    "任企伊众优会传但位住体佔何作你使來例供依便促俄保信個們候借值假做健備傳像價億優儿元充先光克兒党入內全"
    "兩八公兰共关兴其内再军农决准几出击分切划列则刚创別利别到制則前剛割創劃力办功加务动势動務勢化北区医區"
    "十千升半华协協南占即却卻历原去县参參又及友反发取受变口古只可台史司各合同名后向听启吳吴告员周命和品員"
    "售商問啓善器四回因团园国图國園圖團在地场均块坚型城域培基堅報場塊塞境增士声处备复外多大天太央头女奶她"
    "好如始委媒子字学學它宇安完定宜宝实客家實寶对导封将將專對導小少尔就尽局居屆届展山川州工己已巴市布师希"
    "带師帶常干平年并幹幾广庆应府度座康廣廷建开式引张張強强当形影往很後得從復德心必快态思性总息情惯想意愛"
    "感態慣慶應成我或战截戰戶户所手才打扣扩批技把投护报拉拿持指据授採接控推提播擊據擴支收改放政效教数整數"
    "文料斯新方於施旅无日时明是显時普景智更書最會月有服朔望期未本术机权村条来東极构林果查标校样核根格案條"
    "检業極構標模樣機檢權次欢歡正此步武歷死每比民气氣水求汉江決沒没河治法注活流测济海消涨深清測港游湃湖源"
    "準满滿漢漲澎濟点热無然照熱營爭爱爲父爷爺爾片物特献獲獻率王环现班現球理環甘生產用由电界當疗疫療發白百"
    "的监盟盡監目直相省看真眼着睛知破确確示社神禹离种科租积称程種稱稳積穩空突立站第等策算管節範类精系約紙"
    "級組結絕給統經綠維網線縣總繫繼續约级纸线组经结给绝统继续维绿网美羣群義習翔老者而联聞聯聲聽聿育能自至"
    "致臺與興舉航色节花英范获菜華营萬落藏蘭處融衆行術表被装裏裝裡西要見規視親覺觀见观规视觉解言計記訪設許"
    "評詞試詩話該認說調論講識議護讀變讓计认让议记讲许论设访评识词试诗话该说读调象貢貫責費貿資質贡责质贯贸"
    "费资走起超越足路身車軍轉车转辦農边达过运近还这进连选這通速造連進遊運過道達遗選遺還邊那部都鄉醫采里重"
    "量金銷鐵铁销長长門開間關门问间闻队防阳阿际陆院险陸陽隊隐際障險隱隻难集離難雨雲電需青非面革韭項預領頭"
    "頻題類顯项预领频题風风首馬驗马验體高髮鬥魏麼黃黄點黨"
    "、。，：；？！（）《》〈〉【】「」『』〔〕“”‘’…—·～　０１２３４５６７８９％"
)


class _Reading(NamedTuple):
    """A text as one encoding has it.

    Attributes:
        bad: how often bytes made no character.
        good: how often they made one that is not ASCII; counted only where some are bad.
    """

    text: str
    bad: int
    good: int


def decode(data: bytes, file: str) -> str:
    """The text in `data`, without the mark at its beginning; line breaks stay as they are.

    A few broken bytes become U+FFFD. Raises ReleaseViewerError where the bytes are no text.
    """
    reading = _marked(data)
    if reading is None:  # ASCII in UTF-16 and UTF-32 has zeros in it, and no other text has any
        reading = _most_everyday(data, _WIDE) if b"\0" in data else _utf_8(data) or _most_everyday(data, _CHINESE)
    if reading is None or not _is_text(reading.text):
        raise ReleaseViewerError(Problem.NOT_TEXT, file)
    return reading.text


def decode_as(data: bytes, encoding: str) -> str | None:
    """The text in `data`, where all of it is in `encoding`, a name that Python knows; else None."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _marked(data: bytes) -> _Reading | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _read(data[len(mark) :], encoding)
    return None


def _utf_8(data: bytes) -> _Reading | None:
    reading = _read(data, "utf-8")
    return reading if reading and reading.good >= reading.bad * _GOOD_TO_BAD else None


def _most_everyday(data: bytes, encodings: tuple[str, ...]) -> _Reading | None:
    readings = [reading for encoding in encodings if (reading := _read(data, encoding))]
    best = max(readings, key=_plausibility, default=None)
    return best if best and _plausibility(best) >= _LEAST_EVERYDAY else None


def _read(data: bytes, encoding: str) -> _Reading | None:
    """What `encoding` makes of `data`; None where more than very few bytes are bad."""
    if (text := decode_as(data, encoding)) is not None:
        return _Reading(text, 0, 0)
    parts: list[str] = []
    bad = length = 0
    for part in _parts(data, encoding):
        bad += part.count(_REPLACEMENT)
        length += len(part)
        if bad > max(_MOST_BAD, length // 1000):
            return None
        parts.append(part)
    text = "".join(parts)
    return _Reading(text, bad, sum(match.end() - match.start() for match in _FOREIGN.finditer(text)) - bad)


def _parts(data: bytes, encoding: str) -> Iterator[str]:
    """The text bit by bit, so that a wrong guess is found out early."""
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    size = _SAMPLE
    place = 0
    while place < len(data):
        yield decoder.decode(data[place : place + size])
        place, size = place + size, _CHUNK
    yield decoder.decode(b"", final=True)


def _plausibility(reading: _Reading) -> float:
    """How many of the first characters that are not ASCII belong to everyday Chinese, from 0 to 1."""
    runs = (match[0] for match in _FOREIGN.finditer(reading.text))
    foreign = list(islice(chain.from_iterable(runs), _SAMPLE))
    if "\0" in reading.text:
        return 0
    return sum(character in _EVERYDAY for character in foreign) / len(foreign) if foreign else 1


def _is_text(text: str) -> bool:
    """Whether there are hardly any control characters, and no zeros."""
    data = text.encode("utf-8", "surrogatepass")
    controls = len(data) - len(data.translate(None, _CONTROLS))
    return b"\0" not in data and controls <= 1 + len(text) // 1000
