"""The units that figures have: measure words, units of measure, currencies.

Measure words after Lü Shuxiang's list in “现代汉语八百词”; units of measure after GB 3100-93 and what newspapers write.
"""

from __future__ import annotations

import re

from viewer.release.unit_names import UNIT_NAMES

_LATIN = """
km² m² cm² km2 m2 m³ m3 km cm mm μm nm km/h kg mg μg g t ha kWh MWh GWh TWh kW MW GW TW kV V GB TB PB EB MB KB Gbps
Mbps kbps bps Hz kHz MHz GHz THz L mL ml ℃ °C ℉ dB TEU teu P PFLOPS EFLOPS FLOPS W Wh kPa MPa hPa Pa bp bps mSv ㎡
㎞ ㎏ ㎜ ㎝ m³/s m/s mm/h USD RMB CNY EUR HKD
"""

CURRENCY_SIGNS = ("US$", "HK$", "NT$", "A$", "$", "＄", "€", "£", "¥", "￥")
"""What is written before an amount: the unit where none stands behind it."""

_UNIT = "|".join(map(re.escape, sorted(UNIT_NAMES, key=len, reverse=True)))
_LATIN_UNIT = "|".join(map(re.escape, sorted(set(_LATIN.split()), key=len, reverse=True)))
_WITH_GE = "小时|工作日|星期|学时|课时|百分点|基点|昼夜"  # 个 before these is no measure word
UNIT = re.compile(
    rf"[ \u00a0\u3000]?(?:(?P<latin>{_LATIN_UNIT})(?![A-Za-z0-9])"
    rf"|(?P<more>个?[余多]个?)?(?:个(?={_WITH_GE}))?"
    rf"(?P<unit>(?:{_UNIT})(?:[/／](?:{_UNIT}|日|月|时))?|(?<=个[余多])月))"
)
"""A unit behind a number, in simplified characters, with what may stand between them: 余, 多, a space."""
