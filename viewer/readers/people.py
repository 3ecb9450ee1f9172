"""People in a text: who stands beside a rank, and who says something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from viewer.release.release import Person

_HAN = r"\u4e00-\u9fff"
_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤"
    "滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭"
    "梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫房裘缪干宗丁宣邓郁单杭洪包诸左石崔吉钮龚程嵇邢裴陆荣翁荀羊甄曲家封芮储靳汲邴糜松井段富巫乌焦"
    "巴弓牧隗山谷车侯宓蓬全班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰鄂索咸籍赖卓蔺屠蒙池乔阴胥苍双闻莘党翟谭贡劳逄姬申"
    "扶堵冉宰郦雍璩桑桂濮牛寿边扈燕冀郏浦尚农温庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步耿满弘匡国文寇广禄阙东殳沃利蔚越夔隆师巩厍聂晁勾敖融"
    "冷訾辛阚简饶曾毋沙乜养鞠须丰巢关蒯荆红游竺权逯盖益桓付肖闫覃代仝冼佟尧"
)
_COMPOUND = "欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|令狐|司徒|夏侯|慕容|端木|澹台"
_RANKS = (
    "民警|辅警|交警|刑警|特警|警长|探长|所长|副所长|局长|副局长|支队长|副支队长|大队长|副大队长|中队长|政委|教导员|指导员|队长|副队长|书记|副书记|主任|副主任|主席|副主席"
    "|总理|副总理|总统|首相|部长|副部长|省长|副省长|市长|副市长|县长|副县长|区长|副区长|镇长|乡长|村长|州长|厅长|副厅长|处长|科长|院长|副院长|校长|副校长|行长|会长|秘书长|检察长"
    "|通讯员|教授|副教授|研究员|院士|医生|护士|董事长|总经理|经理|负责人|志愿者|司机|队员|消防员|排爆手|法医|发言人|党员|站长|馆长|组长|网格员|社工|老师"
)
_NOT_GIVEN = frozenset(
    "忍不在与和说是为从向对及等也还就又都将被把到去来则即正一已曾主介表示指告强参出带当立迅冲发的了着过给让用以因而但并其这那他她同会先后再便上下前中内外率赶跳奋纵毅坚坦认作做代、，。；：！？”“（）"
    "获得荣接受收见看听找问想要能可应当仍始终连续每天今昨日月年个名位人员们时候间第二三四五六七八九十两几多少有无没未自己"
)
_NAME = rf"(?:{_COMPOUND}|[{_SURNAMES}])[{_HAN}]{{1,2}}"
_AFTER_RANK = re.compile(rf"(?P<rank>{_RANKS})(?![支大总中]队)[\s\u3000]*(?P<name>{_NAME}(?:[、\s\u3000]+{_NAME})*)")
_REPORTERS = re.compile(
    rf"记者[\s\u3000:：]*(?P<name>{_NAME}(?:[、\s\u3000]+{_NAME})*)(?=[）)\s\u3000，,。]|$|报道|摄)"
)
_SPEAKER = re.compile(rf"(?:^|[，。；！？“”\s])(?P<name>{_NAME})(?=说|表示|介绍|指出|强调|告诉记者|认为|坦言|回忆)")
_FOREIGN = re.compile(
    rf"(?P<name>[{_HAN}]{{2,6}}(?:·[{_HAN}]{{1,8}}){{1,3}}?)(?=说|表示|指出|强调|在|与|和|对|，|。|、|会|任|当)"
)
_NO_NAMES = frozenset(
    (
        "全国",
        "国家",
        "高度",
        "江苏",
        "安全",
        "平安",
        "解决",
        "通过",
        "公安",
        "和谐",
        "满意",
        "万名",
        "全体",
        "群众",
        "党员",
    )
)


def find_people(text: str, paragraph: int, units: Sequence[str]) -> Iterator[Person]:
    """The people in a paragraph, each once, with rank and unit where they stand directly before the name."""
    seen: set[str] = set()
    for pattern in (_AFTER_RANK, _REPORTERS, _SPEAKER, _FOREIGN):
        for match in pattern.finditer(text):
            rank = match["rank"] if pattern is _AFTER_RANK else "记者" if pattern is _REPORTERS else ""
            unit = next((unit for unit in units if text.endswith(unit, 0, match.start())), "") if rank else ""
            names = (
                [match["name"]] if pattern is _FOREIGN else _split(match["name"], text[match.end() : match.end() + 1])
            )
            for name in names:
                if name not in seen and name[:2] not in _NO_NAMES:
                    seen.add(name)
                    yield Person(name=name, rank=rank, unit=unit, paragraph=paragraph)


def _split(written: str, behind: str) -> Iterator[str]:
    """The names in a list; what cannot be part of a given name is not in it."""
    for name in re.split(r"[、\s\u3000]+", written):
        if len(name) >= 2 and name[1] in _NOT_GIVEN:
            continue
        yield name[:2] if len(name) == 3 and name[2] in _NOT_GIVEN else name
