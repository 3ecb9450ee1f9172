"""`override`, for what Qt calls, and `own_override`, for what we call ourselves."""

from __future__ import annotations

import sys
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

__all__ = ["override", "own_override"]

if TYPE_CHECKING:
    from collections.abc import Callable

    from typing_extensions import override
    from typing_extensions import override as own_override
else:
    T = TypeVar("T")

    def override(method: Callable[..., T]) -> Callable[..., T]:
        """The method, from which no error gets to Qt: it is handed to `sys.excepthook`, and Qt is given nothing.

        PySide would keep the error, and raise it in whatever calls Qt next, or end the process where there are two.
        """

        @wraps(method)
        def guarded(*arguments: Any, **named: Any) -> T:
            try:
                return method(*arguments, **named)
            except Exception as error:
                trace = error.__traceback__
                sys.excepthook(type(error), error.with_traceback(trace and trace.tb_next), trace)
                return _nothing(method)

        return guarded

    def own_override(method: T) -> T:
        """Give the method back; only type checkers look at this."""
        return method


def _nothing(method: Callable[..., Any]) -> Any:
    """What a method may give to Qt in place of a value: 0, False, an empty size or index, or None."""
    kinds = {**method.__globals__, "int": int, "bool": bool, "Any": None}
    kind = kinds.get(method.__annotations__["return"])
    return kind() if isinstance(kind, type) else None
