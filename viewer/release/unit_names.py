"""The Chinese names of units: measure words, units of measure, currencies; and their traditional characters.

Measure words after Lü Shuxiang's list in “现代汉语八百词”; units of measure after GB 3100-93 and what newspapers write.
"""

from __future__ import annotations

_MEASURE_WORDS = """
人次 人 名 位 个 件 条 起 项 次 家 户 台 辆次 辆 架 艘 列 部 套 只 头 匹 张 份 本 册 篇 幅 首 枚 颗 粒 块 片 座 栋
幢 间 所 处 口 孔 门 扇 面 支 枝 根 棵 株 把 双 对 副 班 批次 批 场次 场 届次 轮 趟 车次 架次 班次 航班 航次 人份
剂次 剂 针 例 宗 桩 笔 单 票 封 通 则 句 字 页 卷 集 档 款 种 类 大类 小类 门类 门次 组 队 团 群 层 道 段 截 节 排
行 顶 盏 具 尊 件次 户次 家次 起次 条次 点次 篇次 床 床位 张次 席 股 盒 箱 袋 包 瓶 桶 罐 杯 碗 捆 束 串 滴 步 遍 回
番 圈 声 倍 折 餐次 餐 顿 堂 课时 学时 学位 车位 泊位 标准箱 标箱 平方 站点 村次 对次 幕 缕 人家
"""

_MEASURES = """
平方公里 平方千米 平方米 平方厘米 平方毫米 立方米 立方厘米 公里 千米 米 分米 厘米 毫米 微米 纳米 海里 英里 英尺 英寸
里 丈 尺 寸 光年 公顷 亩 亩次 平方英尺 公斤 千克 克 毫克 微克 吨 公吨 标准煤 吨标准煤 吨标煤 斤 磅 盎司 克拉 升 毫升
加仑 千瓦时 兆瓦时 度 千瓦 兆瓦 吉瓦 瓦 千伏安 千伏 伏 安 安培 欧姆 赫兹 兆赫 吉赫 焦 千焦 卡 千卡 大卡 帕 千帕 兆帕
百帕 分贝 流明 勒克斯 摄氏度 华氏度 秒 分钟 小时 工作日 日 天 昼夜 晚 夜 周 星期 个月 年 岁 周岁 百分点 基点 字节
比特 像素 万像素 帧 马力 级 马赫 摩尔 公里每小时 千米每小时 米每秒 人年 人月 吨公里 人公里 车公里 吨位 总吨 载重吨
微克每立方米 毫克每升 贝可 毫西弗 纳克
"""

_CURRENCIES = """
人民币 元 角 美元 美金 港元 港币 澳门元 澳元 加元 欧元 英镑 日元 日圆 韩元 卢布 法郎 瑞郎 卢比 新台币
新加坡元 新元 泰铢 迪拉姆 里亚尔 比特币 铢 块钱 元钱 圆
"""

UNIT_NAMES = frozenset((*_MEASURE_WORDS.split(), *_MEASURES.split(), *_CURRENCIES.split()))
"""In simplified characters."""

_SIMPLIFIED = str.maketrans(
    "萬億兩個條項間輛雙張場戶頭隻層類種歲噸畝裡碼圓塊顆盞門篇單筆餘約過達總較長減處棟幢冊臺週時鐘點級幣瑪對隊團組課學題節齣艙艦顧針劑貫車錢兩",
    "万亿两个条项间辆双张场户头只层类种岁吨亩里码圆块颗盏门篇单笔余约过达总较长减处栋幢册台周时钟点级币玛对队团组课学题节出舱舰顾针剂贯车钱两",
)


def simplify_units(text: str) -> str:
    """`text` with simplified characters where units and the like have traditional ones; as long as before."""
    return text.translate(_SIMPLIFIED)
