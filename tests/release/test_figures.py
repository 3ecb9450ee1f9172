from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import SEED

from viewer.release.figures import find_figures
from viewer.release.release import Figure
from viewer.release.release_json import read_release

SHIPPED = Path(__file__).resolve().parents[2] / "data" / "xuzhou-2024.json"


def found(text: str) -> list[tuple[str, object, str, str, str]]:
    """What is written, value, unit, qualifier and change of each figure in a text."""
    return [_facts(figure) for figure in find_figures(text, 1)]


def _facts(figure: Figure) -> tuple[str, object, str, str, str]:
    return figure.written, figure.value, figure.unit, figure.qualifier, figure.change


PLAIN = [
    ("全镇修补渔网1300张", "1300张", 1300, "张"),
    ("运送乘客1.2万人次", "1.2万人次", 12000, "人次"),
    ("投入135万元", "135万元", 1350000, "元"),
    ("避免损失3.6亿元", "3.6亿元", 360000000, "元"),
    ("出口总额2.5亿美元", "2.5亿美元", 250000000, "美元"),
    ("总规模1.2万亿", "1.2万亿", 1200000000000, ""),
    ("沿湖种树３万棵", "３万棵", 30000, "棵"),
    ("补贴３６０，０００元", "３６０，０００元", 360000, "元"),
    ("发放1,234份", "1,234份", 1234, "份"),
    ("参加的有十三亿人", "十三亿人", 1300000000, "人"),
    ("船员廿一人", "廿一人", 21, "人"),
    ("新增两万户", "两万户", 20000, "户"),
    ("巡湖一百二十次", "一百二十次", 120, "次"),
    ("湖面12.5平方公里", "12.5平方公里", 12.5, "平方公里"),
    ("装机8041.6万千瓦", "8041.6万千瓦", 80416000, "千瓦"),
    ("送电5亿千瓦时", "5亿千瓦时", 500000000, "千瓦时"),
    ("浓度28微克/立方米", "28微克/立方米", 28, "微克/立方米"),
    ("航道长35km", "35km", 35, "km"),
    ("算力4000P", "4000P", 4000, "P"),
    ("培训30个小时", "30个小时", 30, "小时"),
    ("办结用时5个工作日", "5个工作日", 5, "工作日"),
    ("用时3个月", "3个月", 3, "个月"),
    ("候船室9间", "9间", 9, "间"),
    ("6大类业务", "6大类", 6, "大类"),
    ("收到锦旗16面", "16面", 16, "面"),
    ("业务量61项", "61项", 61, "项"),
    ("发现一枚旧弹", "一枚", 1, "枚"),
    ("救起两名落水者", "两名", 2, "名"),
    ("守塔人68岁", "68岁", 68, "岁"),
    ("消防车1.76万辆次", "1.76万辆次", 17600, "辆次"),
    ("地震为6.2级地震", "6.2级", 6.2, "级"),
    ("沿湖两个站", "两个", 2, "个"),
    ("连续3年达标", "3年", 3, "年"),
    ("用了三年", "三年", 3, "年"),
    ("安全行船1234天", "1234天", 1234, "天"),
    ("捐款100元钱", "100元钱", 100, "元"),
    ("乘客3個人", "3個", 3, "個"),
]


@pytest.mark.parametrize(("text", "written", "value", "unit"), PLAIN)
def test_a_number_with_its_unit_is_a_figure(text: str, written: str, value: float, unit: str) -> None:
    assert found(f"去年，{text}。") == [(written, value, unit, "", "")]


@pytest.mark.parametrize(
    ("text", "written", "value"),
    [
        ("找回率99.93%", "99.93%", 0.9993),
        ("占比９９．５％", "９９．５％", 0.995),
        ("死亡率3‰", "3‰", 0.003),
        ("占到五成", "五成", 0.5),
        ("居民中七成八赞成", "七成八", 0.78),
        ("合格率百分之九十九点六", "百分之九十九点六", 0.996),
        ("占百分之五十", "百分之五十", 0.5),
        ("三分之二的船", "三分之二", 2 / 3),
        ("空出三分之一座位", "三分之一", 1 / 3),
        ("合格率百分之九十九点零八", "百分之九十九点零八", 0.9908),
        ("仅为原来的3/10", "3/10", 0.3),
        ("仅为原来的1/4", "1/4", 0.25),
    ],
)
def test_ratios_and_fractions_have_no_unit(text: str, written: str, value: float) -> None:
    [(as_written, ratio, unit, _qualifier, _change)] = found(f"{text}。")
    assert (as_written, unit) == (written, "")
    assert ratio == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "written", "value", "unit"),
    [
        ("每船3至5人", "3至5人", (3, 5), "人"),
        ("投资3至5万元", "3至5万元", (30000, 50000), "元"),
        ("降水20—50毫米", "20—50毫米", (20, 50), "毫米"),
        ("降价10%—20%", "10%—20%", (0.1, 0.2), ""),
        ("优惠10-15%", "10-15%", (0.1, 0.15), ""),
        ("来客五六百人", "五六百人", (500, 600), "人"),
        ("沿湖三四十户", "三四十户", (30, 40), "户"),
        ("船员十五六人", "十五六人", (15, 16), "人"),
        ("渔船二十七八艘", "二十七八艘", (27, 28), "艘"),
        ("来客一二百人", "一二百人", (100, 200), "人"),
        ("来客一百二三十人", "一百二三十人", (120, 130), "人"),
        ("耗资一百二三十万元", "一百二三十万元", (1200000, 1300000), "元"),
        ("耗资三亿二三千万元", "三亿二三千万元", (320000000, 330000000), "元"),
        ("带上三五个人", "三五个", (3, 5), "个"),
        ("定员三至五十人", "三至五十人", (3, 50), "人"),
        ("定员十三至十五人", "十三至十五人", (13, 15), "人"),
        ("耗资3至5千万元", "3至5千万元", (30000000, 50000000), "元"),
        ("来船3到5艘", "3到5艘", (3, 5), "艘"),
        ("票价3元到5元", "3元到5元", (3, 5), "元"),
        ("票价2元至3元", "2元至3元", (2, 3), "元"),
        ("成本低两至三成", "两至三成", (0.2, 0.3), ""),
    ],
)
def test_a_range_is_a_pair(text: str, written: str, value: tuple[float, float], unit: str) -> None:
    assert found(f"{text}。") == [(written, value, unit, "", "")]


@pytest.mark.parametrize(
    ("text", "written", "qualifier"),
    [
        ("乘客近两万人", "两万人", "近"),
        ("乘客约300人", "300人", "约"),
        ("客流超3万人次", "3万人次", "超"),
        ("客流超过3万人次", "3万人次", "超过"),
        ("游客逾5000人", "5000人", "逾"),
        ("至少30艘", "30艘", "至少"),
        ("不少于12次", "12次", "不少于"),
        ("不到20分钟", "20分钟", "不到"),
        ("最多9人", "9人", "最多"),
        ("上万人", "万人", "上"),
        ("近千家", "千家", "近"),
        ("超百万元", "百万元", "超"),
        ("巡逻700余次", "700余次", "余"),
        ("宣传册30余万份", "30余万份", "余"),
        ("捐款一百三十多万元", "一百三十多万元", "多"),
        ("走访100多个", "100多个", "多"),
        ("居住用了3个多月", "3个多月", "多"),
        ("比例60%以上", "60%", "以上"),
        ("时间30分钟以内", "30分钟", "以内"),
        ("人数50人左右", "50人", "左右"),
        ("增收2倍多", "2倍", "多"),
        ("約2000多間", "2000多間", "約…多"),
        ("约含50公斤", "50公斤", "约"),
        ("至少陪餐2次", "2次", "至少"),
        ("限10日内", "10日", "内"),
        ("守塔人近70岁", "70岁", "近"),
    ],
)
def test_a_qualifier_may_stand_before_behind_inside_around_and_apart(text: str, written: str, qualifier: str) -> None:
    assert [(figure[0], figure[3]) for figure in found(f"去年，{text}。")] == [(written, qualifier)]


def test_a_large_number_that_is_vague_may_have_no_unit() -> None:
    assert found("20多万华商回乡。") == [("20多万", 200000, "", "多", "")]
    assert found("三十多万华商回乡。") == [("三十多万", 300000, "", "多", "")]
    assert found("为138万残疾人发放补贴。") == [("138万", 1380000, "", "", "")]


@pytest.mark.parametrize("word", ["近", "超", "约", "逾"])
def test_a_large_number_in_words_has_no_unit_only_behind_a_qualifier(word: str) -> None:
    assert found(f"损失{word}三亿。") == [("三亿", 300000000, "", word, "")]
    assert found("损失三亿。") == []


@pytest.mark.parametrize(
    ("text", "times"),
    [("翻番", 2), ("翻一番", 2), ("翻了一番", 2), ("翻两番", 4), ("翻了三番", 8), ("翻了四番", 16)],
)
def test_what_doubles_becomes_so_many_times_as_much(text: str, times: int) -> None:
    assert found(f"营业额{text}。") == [(text, times, "", "", text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [("近百万元", 10**6), ("超千人", 1000), ("近十万人", 10**5), ("逾万亿元", 10**12), ("上万吨", 10**4)],
)
def test_a_multiplier_behind_a_qualifier_is_one_of_it(text: str, value: int) -> None:
    assert [figure[1] for figure in found(f"全镇{text}。")] == [value]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("二五个、三四个", [25, (3, 4)]),
        ("一二个、三四个", [12, (3, 4)]),
        ("从3到5人", [5]),
        ("由2个增加到5个", [2, 5]),
        ("自3至5天", [5]),
        ("由3至5人", [5]),
        ("3元到5角", [3, 5]),
        ("3公里至5米", [3, 5]),
        ("5%至50人", [0.05, 50]),
        ("5人至50%", [5, 0.5]),
        ("五六七人到场", []),
        ("5至3人", [3]),
        ("3至3人", [3]),
        ("来客3人，上船至多5人", [3, 5]),
    ],
)
def test_two_numbers_that_are_no_ends_are_no_range(text: str, values: list[float | tuple[int, int]]) -> None:
    assert [figure[1] for figure in found(f"去年，{text}。")] == values


@pytest.mark.parametrize(
    ("text", "written", "change"),
    [
        ("事故同比下降五成", "五成", "同比下降"),
        ("客流同比增长12.5%", "12.5%", "同比增长"),
        ("票款环比增长3%", "3%", "环比增长"),
        ("产值年均增长4.7%", "4.7%", "年均增长"),
        ("比上年增长3.2%", "3.2%", "增长"),
        ("投诉减少40起", "40起", "减少"),
        ("占比提高3个百分点", "3个百分点", "提高"),
        ("用电下降约40%", "40%", "下降"),
        ("客流分别增长4%", "4%", "增长"),
        ("营业额翻了两番", "翻了两番", "翻了两番"),
    ],
)
def test_a_change_is_what_the_text_says_of_it(text: str, written: str, change: str) -> None:
    assert [(figure[0], figure[4]) for figure in found(f"去年，{text}。")] == [(written, change)]


@pytest.mark.parametrize(
    "text", ["由26条增加到30条", "提高到60%", "增至9个", "降至28元", "新增7名", "跨过300亿元大关", "扩大3个"]
)
def test_what_a_number_has_come_to_is_no_change(text: str) -> None:
    assert {figure[4] for figure in found(text)} == {""}


def test_figures_in_a_list_share_their_change_and_their_unit() -> None:
    assert found("客流、票款分别增长4.4%、5.6%。") == [("4.4%", 0.044, "", "", "增长"), ("5.6%", 0.056, "", "", "增长")]
    assert found("占比分别提高15、22个百分点。") == [
        ("15", 15, "百分点", "", "提高"),
        ("22个百分点", 22, "百分点", "", "提高"),
    ]

    assert found("占比提高15、22个百分点。") == [("22个百分点", 22, "百分点", "", "")]
    assert [figure[4] for figure in found("客流增长4.4%，停靠30次。")] == ["增长", ""]


def test_a_figure_has_its_place_at_the_very_beginning_too() -> None:
    text = "$3億，近5万人，“七五”期间用了3个多月"
    figures = find_figures(text, 1)
    assert [(figure.written, figure.start, figure.end) for figure in figures] == [
        ("$3億", 0, 3),
        ("5万人", 5, 8),
        ("3个多月", 17, 21),
    ]
    assert _facts(figures[-1]) == ("3个多月", 3, "个月", "多", "")
    assert found("近5万人") == [("5万人", 50000, "人", "近", "")]
    assert [figure[1] for figure in found("从3至5人")] == [5]
    assert found("增长5%") == [("5%", 0.05, "", "", "增长")]
    assert found("第5人") == found("“七五”期间") == []


def test_several_in_a_row_are_several() -> None:
    assert [figure[0] for figure in found("6大类61项，4晚5天。")] == ["6大类", "61项", "4晚", "5天"]
    mixed = "来客五六百人、三四十户，占七成八，翻一番，共120次、3至5艘、近百人、7件。"
    assert [figure[1] for figure in found(mixed)] == [(500, 600), (30, 40), 0.78, 2, 120, (3, 5), 100, 7]


def test_traditional_characters_stay_as_they_are_written() -> None:
    assert found("損失1億6,700萬元。") == [("1億6,700萬元", 167000000, "元", "", "")]
    assert found("耗資$250億。") == [("$250億", 25000000000, "$", "", "")]
    assert found("超過9萬公里。") == [("9萬公里", 90000, "公里", "超過", "")]


def test_a_minus_is_part_of_the_value_and_a_dash_is_none() -> None:
    assert [figure[1] for figure in found("最低气温零下5℃，湖心-3.5℃。")] == [-5, -3.5]
    assert [figure[1] for figure in found("湖边负5℃，湖心－3℃。")] == [-5, -3]
    assert [figure[1] for figure in found("湖边——5℃，湖心--3℃。")] == [5, 3]


@pytest.mark.parametrize("number", ["1" + "0" * 19, "9亿亿亿", "1" * 41])
def test_what_is_larger_than_any_quantity_is_no_figure(number: str) -> None:
    assert found(f"耗资{number}元，修船3艘。") == [("3艘", 3, "艘", "", "")]


def test_a_whole_value_is_a_whole_number() -> None:
    assert [repr(figure[1]) for figure in found("运送1.2万人，占50%。")] == ["12000", "0.5"]


NO_FIGURES = """
2024年 2024年12月 1月9日 12月31日 8时30分 上午10点 2016/17年度 第3季度 一季度 1—2月份 上半年 “十四五”时期
20世纪90年代 2024-01-09 19:00 二〇二四年 五年来 这五年 过去三年 近5年 未来三年 三年内 五年规划 第一 第25天
第10位 第3届 第四次会议 首次 首批 居全国第4位 前10位 第十四届 十二届八次全会 110 110报警 12306 12345热线
G312国道 T1航站楼 5G基站 4K影院 PM2.5 天宫一号 长征五号 “655”工作布局 “3815”战略 COVID-19 A4纸 3号线 1号码头
四大中心 十大警务创新 “七项改革” “两个维护” 两个确立 “三个定位” 一带一路 一网通办 一体化 “21条”政策 十件实事
五位一体 “1+3+N”体系 八项规定 三位一体 千家万户 百姓 一线 进一步 一定 一些 一批 一系列 一是 二是 三是 一方面
十分重要 万无一失 成千上万 五湖四海 三轮车 四川 六安 九寨沟 十堰 三农 一起努力 一流 两会 两岸 双方 一名民警
一个孩子 一艘渔船 一起案件 一种方法 每周五天 市县两级 各方面 7×24小时在线 365天不打烊的 签约 预约 附近 最近
以上 左右 多次 数百人 几十年 若干 百分之百 百折不挠 《三十六计》 《2024年工作30条》 〔2024〕3号 0516-83991234
2:1 3:0 3万A区 3万a区 3万号 三点意见 五面旗 6级职员 三届委员 三班制 3班制 05年 三年内 5月10日内 10日 三年计划
九年义务教育 “十四五” 十四五年均 一二线城市 1/11 5/5 10/3 11/20 两至三成员工 两至三成为 两至三成立 两至三成功
两至三成果 两至三成不变 两至三成都 两至三成片 两至三成群
"""


@pytest.mark.parametrize("text", NO_FIGURES.split())
def test_what_only_looks_like_a_quantity_is_no_figure(text: str) -> None:
    assert found(f"湖边，{text}，大家看着。") == []


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("搜集线索1300条，破获案件30起", ["搜集线索", "破获案件"]),
        ("走失人员找回率99.93%", ["走失人员找回率"]),
        ("地区产值达到3亿元，增长5%", ["地区产值", "地区产值"]),
        ("恢复航线等30件实事", ["恢复航线等"]),
        ("，5个渡口开通", ["渡口开通"]),
        ("累计接受预约4800余次", ["累计接受预约"]),
        ("破案30起", ["破案"]),
        ("“渡口”的30个", ["渡口"]),
        ("客流约1.2万人次，同比增长5%", ["客流", "客流"]),
        ("老年乘客。增长5%，减少3%", ["老年乘客", "老年乘客"]),
        ("渡船30艘、40艘", ["渡船", "渡船"]),
        ("渡船，30艘。40艘", ["渡船", "40艘"]),
        ("渡船30艘。增长5%", ["渡船", "5%"]),
        ("票价上涨3%", ["票价"]),
        ("，5个的渡口", ["渡口"]),
        ("沿湖村庄，船，30艘", ["沿湖村庄"]),
        ("湖，30艘", ["30艘"]),
        ("入使用的新型节能环保太阳能电动渡船和客船总计30艘", ["入使用的新型节能环保太阳能电动渡船和客船"]),
        ("投入使用的新型节能环保太阳能电动渡船和客船总计30艘", ["入使用的新型节能环保太阳能电动渡船和客船"]),
    ],
)
def test_a_label_says_what_is_counted(text: str, labels: list[str]) -> None:
    assert [figure.label for figure in find_figures(text, 1)] == labels


_numbers = st.decimals(min_value=2, max_value=99999, places=1, allow_nan=False).map(
    lambda number: number.to_integral_value() if number == int(number) else number
)


@given(_numbers, st.sampled_from(["", "万", "亿"]), st.sampled_from(["元", "人次", "公里", "吨", "件", "辆", "立方米"]))
def test_a_number_of_any_size_and_unit_is_found_with_its_value(number: Decimal, large: str, unit: str) -> None:
    factor = {"": 1, "万": 10**4, "亿": 10**8}[large]
    [figure] = find_figures(f"全镇完成{number}{large}{unit}，群众满意。", 3)
    assert (figure.written, figure.unit, figure.paragraph) == (f"{number}{large}{unit}", unit, 3)
    assert figure.value == pytest.approx(float(number * factor))


@given(
    st.text(
        st.sampled_from("0123456789.,，%一二三十百千万亿两成余多约近至—-/第年月日元人个条级：“”（）$ 翻番分之点"),
        max_size=60,
    )
)
def test_figures_of_any_text_stand_where_they_say_and_never_overlap(text: str) -> None:
    end = 0
    for figure in find_figures(text, 1):
        assert figure.start is not None
        assert figure.end is not None
        assert end <= figure.start < figure.end
        assert text[figure.start : figure.end] == figure.written
        assert figure.label
        end = figure.end


@pytest.mark.parametrize(
    "text", ["1" * 100_000, "一" * 100_000, "1," * 50_000, "第" * 100_000, "1万" * 50_000, "三分之" * 30_000]
)
def test_a_long_line_of_one_kind_is_read_to_its_end(text: str) -> None:
    assert isinstance(find_figures(text, 1), tuple)


@pytest.mark.skipif(not SEED.exists(), reason="the published text is not at hand")
def test_every_figure_of_the_shipped_release_is_found_in_its_source_and_no_other() -> None:
    release = read_release(SHIPPED.read_bytes(), "")
    lines = [line for line in SEED.read_text(encoding="utf-8").splitlines() if line.strip()]
    expected = [(figure.paragraph, *_facts(figure)) for entry in release.entries() for figure in entry.figures]
    body = lines[:21]  # a deadline of the notice is none
    assert [(n, *facts) for n, line in enumerate(body, 1) for facts in found(line)] == sorted(
        expected, key=lambda f: f[0]
    )
