"""Releases of any number, the same for the same seed: invented, with the frequencies of real text.

About every third item has the commonest word, half of all words are rare, figures are spread over
decades, names come again and again. An item has about 150 characters.
"""

from __future__ import annotations

import datetime
import random
from collections.abc import Iterator
from itertools import accumulate
from typing import TypeVar

from viewer.release.release import Figure, Item, Mention, Person, Release, Section

ITEMS_IN_A_RELEASE = 12
LENGTH = 150

CATEGORIES = ("创新做法", "便民服务", "平安守护", "温暖故事", "专项行动", "队伍建设", "交通出行", "网络安全")
COMMON_WORDS = [
    "公安",
    "民警",
    "群众",
    "案件",
    "工作",
    "服务",
    "机制",
    "平台",
    "安全",
    "社区",
    "城市",
    "警务",
    "反诈",
    "预警",
    "线索",
    "窗口",
    "办理",
    "企业",
    "排查",
    "巡逻",
    "走失",
    "老人",
    "学生",
    "交通",
    "车辆",
    "事故",
    "宣传",
    "活动",
    "系统",
    "数据",
    "指挥",
    "联动",
    "快速",
    "现场",
    "处置",
    "救助",
    "矛盾",
    "化解",
    "整治",
    "道路",
    "夜间",
    "隐患",
    "消防",
    "校园",
    "网格",
    "志愿",
    "跨省",
    "通办",
    "户籍",
    "证件",
    "出入境",
    "电信",
    "诈骗",
    "劝阻",
    "资金",
    "返还",
    "嫌疑人",
    "抓获",
    "侦破",
    "研判",
]
PARTICLES = ("的", "在", "和", "了", "为", "对", "，", "，", "。")
UNITS = ("起", "人", "条", "万元", "件", "次", "公里", "户")
MEASURES = {"万元": ("元", 10_000)}

_Choice = TypeVar("_Choice")


def common_characters() -> list[str]:
    """The 3,755 characters of the first level of GB 2312."""
    codes = ((row, cell) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    return [bytes(code).decode("gb2312") for code in codes if code < (0xD7, 0xFA)]


class Generator:
    """Makes releases.

    Attributes:
        words: all words, the commonest first.
        departments, places, systems, people: all names, the commonest first.
    """

    def __init__(self, seed: int = 2024) -> None:
        self._random = random.Random(seed)
        self._weights: dict[int, list[float]] = {}
        characters = common_characters()
        self._random.shuffle(characters)
        rare = ["".join(self._some(characters, 8, self._random.choice((2, 2, 2, 3, 4)))) for _ in range(40_000)]
        self.words = [*COMMON_WORDS, *rare]
        self.places = [f"{first}{last}" for first in characters[:40] for last in ("县", "区", "镇", "新城")]
        self.departments = [f"{place}公安局" for place in self.places]
        self.departments += [f"{place}{unit}" for place in self.places for unit in ("交警支队", "派出所", "指挥中心")]
        self.systems = [self.words[200 + 3 * number] + self.words[90 + number] for number in range(300)]
        self.people = [a + b for a in "王李张刘陈杨赵黄周吴" for b in self.words[100:200]]
        for names in (self.places, self.departments, self.systems, self.people):
            self._random.shuffle(names)

    def releases(self, items: int) -> Iterator[Release]:
        """Releases with this many items in all."""
        for number, first in enumerate(range(0, items, ITEMS_IN_A_RELEASE)):
            yield self._release(number, min(ITEMS_IN_A_RELEASE, items - first))

    def _some(self, choices: list[_Choice], even: int, number: int) -> list[_Choice]:
        """Choices of which the n-th is about n times as rare as the first; the first `even` are about as common."""
        weights = self._weights.get(id(choices))
        if weights is None:
            weights = self._weights[id(choices)] = list(accumulate(1 / (rank + even) for rank in range(len(choices))))
        return self._random.choices(choices, cum_weights=weights, k=number)

    def _release(self, number: int, items: int) -> Release:
        place = self._some(self.places, 10, 1)[0]
        year = self._random.randrange(2000, 2025)
        half = (items + 1) // 2
        categories = self._random.sample(CATEGORIES, 2)
        sections = (
            Section(id="first", title=categories[0], items=tuple(self._item(item) for item in range(half))),
            Section(id="second", title=categories[1], items=tuple(self._item(item) for item in range(half, items))),
        )
        return Release(
            id=f"release-{number}",
            title=f"{place}公安{year}年度通报",
            issuer=f"{place}公安局",
            publisher=f"{place}日报",
            occasion="新闻通气会",
            date=datetime.date(year, 1, 1) + datetime.timedelta(days=self._random.randrange(365)),
            date_written=f"{year}年",
            period=f"{year}年",
            credit="",
            overview="".join(self._some(self.words, 30, 20)),
            sections=sections,
        )

    def _item(self, number: int) -> Item:
        department = self._some(self.departments, 10, 1)[0]
        place = self._some(self.places, 10, 1)[0]
        system = self._some(self.systems, 10, 1)[0]
        person = self._some(self.people, 10, 1)[0]
        figures = tuple(self._figure() for _ in range(2))
        parts = [department, "建成“", system, "”，", person, "在", place]
        length = sum(map(len, parts)) + sum(len(figure.written) + 3 for figure in figures)
        for word in self._some(self.words, 30, LENGTH):
            if length >= LENGTH:
                break
            parts.append(word)
            length += len(word)
            if self._random.random() < 0.3:
                parts.append(self._random.choice(PARTICLES))
                length += 1
        parts += [f"，{figure.label}{figure.written}" for figure in figures]
        return Item(
            id=f"item-{number}",
            title="".join(self._some(self.words, 30, 5)),
            summary="".join((*parts, "。")),
            paragraphs=(number + 1,),
            units=(Mention(name=department, paragraph=number + 1),),
            places=(Mention(name=place, paragraph=number + 1),),
            systems=(Mention(name=system, paragraph=number + 1),),
            people=(Person(name=person, rank="民警", unit=department, paragraph=number + 1),),
            figures=figures,
        )

    def _figure(self) -> Figure:
        unit = self._random.choice(UNITS)
        number = int(10 ** self._random.uniform(0, 5))
        measure, factor = MEASURES.get(unit, (unit, 1))
        label = self._random.choice(COMMON_WORDS)
        return Figure(label=label, written=f"{number}{unit}", value=number * factor, unit=measure, paragraph=1)
