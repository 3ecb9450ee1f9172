"""`override`, for the Pythons whose `typing` does not have it yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from typing_extensions import override as override
else:
    T = TypeVar("T")

    def override(method: T) -> T:
        """Give the method back; only type checkers look at this."""
        return method
