"""Frozen data, made at little cost.

A frozen dataclass writes six methods for each class and compiles them anew at every start, which took a tenth of the
time until the window is painted. A record writes only its constructor: it compares, hashes and shows itself by its
fields with the code below, and that nothing is ever assigned to one is held by mypy.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, dataclass_transform


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Record:
    """The base of what would be a frozen dataclass with fields by keyword; what takes dataclasses takes it."""

    def __init_subclass__(cls) -> None:
        dataclass(kw_only=True, eq=False, repr=False)(cls)

    def __eq__(self, other: object) -> bool:
        return _values_of(self) == _values_of(other) if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(_values_of(self).values()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in _values_of(self).items())})"


def _values_of(record: Any) -> dict[str, object]:
    return {field.name: getattr(record, field.name) for field in fields(record)}
