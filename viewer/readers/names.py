"""What a paragraph names: bodies, places, systems and people.

All by form: what a name ends in, what stands before it, quotation marks, ranks. A name that is not certain is left
out, since a false one is in the way of whoever browses by names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from viewer.readers.people import find_people
from viewer.readers.place_names import AMBIGUOUS, CITIES, PROVINCES
from viewer.release.release import Mention, Person

_HAN = r"\u4e00-\u9fff"
_STOPS = (
    "会同|联合|通过|根据|按照|协助|配合|组织|指导|依托|推动|支持|建立|成立|设立|召开|来自|走进|前往|记者|深化|推进|建设|打造|完善|开展"
    "|实施|加强|提升|促进|落实|创新|首创|构建|整合|牵头|制定|出台|优化|扎实|全面|全力|积极|进一步|介绍|发布|公布|通报|印发|以来|目前|近日|代表"
    "|今天|昨天|有关|相关|全国|全省|全市|全县|全区|多个|部分|所有|主要|国家级|省级|市级|县级|区级|新建|建成|新增|培育|入选|命名|开创|编制|实现"
    "|(?<![数证单票占])据|[由在向对和与及经把为从到将被让使给请是有的了等于以而并且或各该某其这那我他她您说称就也都还又比跟同因按当用靠获至个名谨现]"
)
_SEGMENTS = re.compile(rf"{_STOPS}|[^{_HAN}]+")
_OFFICES = (
    "公安|教育|财政|民政|司法|统计|税务|审计|住建|住房和城乡建设|交通|交通运输|水利|农业农村|商务|文旅|文化和旅游|卫生健康|应急管理|市场监管|市场监督管理"
    "|生态环境|自然资源|气象|海事|邮政|能源|林草|体育|医保|医疗保障|粮食|烟草|地震|公路|铁路|人社|人力资源和社会保障|发展改革|工业和信息化|科技|外交|国防|宣传|组织|统战"
)
_BODY = (
    rf"(?:{_OFFICES})(?:委员会|委|厅|局|部|总局)|派出所|警务站|人民检察院|检察院|人民法院|法院|人民政府|委员会|管委会|居委会|村委会|常委会|党委|省委|市委|县委|区委"
    "|办公室|办公厅|街道办事处|办事处|支队|大队|总队|中队|救援队|分局|大学|学院|中学|小学|幼儿园|医院|卫生院|银行|公司|集团|协会|学会|联合会|基金会|研究院|研究所"
    "|实验室|出版社|日报社|报社|电视台|通讯社|指挥部|领导小组|专案组|(?:服务|救助|航运|气象|水文|监测|灯塔)站|图书馆|博物馆|文化馆|体育馆|中心|合作社|总商会|总工会|妇联|海关"
)
_UNIT = re.compile(rf"[{_HAN}]{{1,16}}?(?:{_BODY})(?:[{_HAN}]{{2,6}}(?:支队|大队|中队|分局|派出所))?")
_SURE_UNIT = re.compile(
    r".{1,12}(?:公安局|公安厅|分局|支队|大队|总队|派出所|指挥中心|管控中心|数据中心|管理中心|检察院|法院|人民政府|[省市县区]委)"
)
_OF_PLACE = re.compile(r"(?:中国|国家|中央|中共|国务院|最高|[^\s]{0,6}[省市县区州镇乡])")
_PLAIN_CENTRE = re.compile(r"[省市县区镇]?中心")
_LONGEST_ALONE = 3  # characters of a county without anything that says that it is one
_LONG_UNIT = 7  # characters, from which a name is no mere word
_PLACE_WORD = "|".join(sorted(PROVINCES | CITIES, key=len, reverse=True))
_PLACE = re.compile(
    rf"(?P<known>{_PLACE_WORD})(?P<rank>省|市(?!场|民|值)|自治区|特别行政区|壮族自治区|维吾尔自治区|回族自治区)?"
)
_COUNTY = re.compile(
    r"(?P<name>(?![市县区镇乡村两三四五六七八九十百强大小新老各每某多数几])[\u4e00-\u9fff]{1,3}[市县区镇乡])(?P<behind>.*)"
)
_BEHIND_COUNTY = re.compile("公安局|人民|检察院|法院|政府|委|境内|城区|村|一|辖区")
_NO_COUNTY = re.compile(
    r".*(?:社区|小区|景区|园区|灾区|城区|市区|地区|辖区|山区|牧区|林区|库区|片区|街区|校区|厂区|特区|专区|郊区|新区|老区|发区|范区|验区|护区|战区|分区|治区|军区|矿区|港区|海区|误区|盲区"
    r"|城镇|乡镇|小镇|重镇|强镇|强县|困县|贫县|管县|家乡|故乡|下乡|返乡|异乡|城乡|县乡|省市|城市|都市|楼市|股市|夜市|超市|上市|门市|集市|全市|本市|县市)"
)
_QUOTED = re.compile(r"[“「\"]([^“”「」\"，。；！？,;]{2,20})[”」\"]")
_SYSTEM = (
    "系统|平台|机制|模型|模式|工程|行动|计划|中心|APP|App|小程序|专项行动|体系"
    "|矩阵|网络|品牌|工作法|工作室|项目|改革|方案|驿站|战法|布局"
)
_SYSTEM_INSIDE = re.compile(rf"(?:{_SYSTEM})$", re.IGNORECASE)
_SYSTEM_BEHIND = re.compile(rf"(?:[{_HAN}]{{0,10}}?)(?:{_SYSTEM})", re.IGNORECASE)
_SYSTEM_BEFORE = re.compile(
    r"(?:创新|打造|推出|建立|启动|首创|创建|研发|开发|上线|构建|推行|实施|建成|依托|运用|搭建|探索|形成|深化|推广)$"
)


class Names(NamedTuple):
    """The names in a paragraph, each once and in order."""

    units: tuple[Mention, ...]
    places: tuple[Mention, ...]
    systems: tuple[Mention, ...]
    people: tuple[Person, ...]


def find_names(text: str, paragraph: int) -> Names:
    """What the paragraph with this number names."""
    units = _units(text)
    return Names(
        _mentions(units, paragraph),
        _mentions(_places(text), paragraph),
        _mentions(_systems(text), paragraph),
        tuple(find_people(text, paragraph, units)),
    )


def _mentions(names: Iterable[str], paragraph: int) -> tuple[Mention, ...]:
    return tuple(Mention(name=name, paragraph=paragraph) for name in dict.fromkeys(names))


def _units(text: str) -> list[str]:
    """Bodies: what ends like one, and begins with a place or is long enough to be a name."""
    found = []
    for segment in _SEGMENTS.split(text):
        if match := _UNIT.match(segment):
            name = match[0]
            if _PLAIN_CENTRE.fullmatch(name):
                continue
            if _SURE_UNIT.fullmatch(name) or _OF_PLACE.match(name) or len(name) >= _LONG_UNIT:
                found.append(name)
    return found


def _places(text: str) -> list[str]:
    """Provinces and cities, and what is called a county, district or town where nothing else can be meant."""
    found = [
        (match.start(), match[0]) for match in _PLACE.finditer(text) if match["known"] not in AMBIGUOUS or match["rank"]
    ]
    start = 0
    for segment in _SEGMENTS.split(text):
        start = text.index(segment, start)
        if county := _county(segment):
            found.append((start, county))
    return [name for _start, name in sorted(found)]


def _county(segment: str) -> str:
    """The county, district or town at the beginning of a stretch of text, perhaps behind its city; "" for none."""
    city = _PLACE.match(segment)
    match = _COUNTY.fullmatch(segment, city.end() if city and city["rank"] else 0)
    if match is None or _NO_COUNTY.fullmatch(match["name"]):
        return ""
    name, behind = match["name"], match["behind"]
    is_alone = not behind and (city or (len(name) <= _LONGEST_ALONE and name[-1] in "县市镇"))
    return name if is_alone or _BEHIND_COUNTY.match(behind) else ""


def _systems(text: str) -> list[str]:
    """Quoted names that are, or stand before, a system, a mechanism and the like, or that somebody creates."""
    found = []
    for match in _QUOTED.finditer(text):
        before, behind = text[max(0, match.start() - 4) : match.start()], text[match.end() : match.end() + 14]
        named = _SYSTEM_INSIDE.search(match[1]) or _SYSTEM_BEHIND.match(behind) or _SYSTEM_BEFORE.search(before)
        if named and not match[1].isdigit():
            found.append(match[1])
    return found
