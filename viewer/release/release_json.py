"""Releases as JSON: strict in, tidy out, and the schema that says so.

The format is a JSON object with `format` (the version of the format) and the fields of `Release`.
"""

from __future__ import annotations

import dataclasses
import inspect
import json
import re
from typing import Any

import msgspec

from viewer.release.errors import QT_TRANSLATE_NOOP, Problem, ReleaseViewerError
from viewer.release.release import Release
from viewer.release.rules import RuleError

_FORMAT = 1
_SCHEMA_ADDRESS = "https://json-schema.org/draft/2020-12/schema"

_LONGEST_QUOTE = 60
_ALLOWED = QT_TRANSLATE_NOOP("errors", "a value that the format allows")
_TYPE_NAMES = {
    "str": QT_TRANSLATE_NOOP("errors", "text"),
    "int": QT_TRANSLATE_NOOP("errors", "whole number"),
    "int | float": QT_TRANSLATE_NOOP("errors", "number"),
    "int | float | array": QT_TRANSLATE_NOOP("errors", "number or a pair of numbers"),
    "int | null": QT_TRANSLATE_NOOP("errors", "whole number or null"),
    "array": QT_TRANSLATE_NOOP("errors", "list"),
    "object": QT_TRANSLATE_NOOP("errors", "object"),
    "object | null": QT_TRANSLATE_NOOP("errors", "object or null"),
    "date": QT_TRANSLATE_NOOP("errors", "date such as 2025-01-09"),
}


def read_release(data: bytes, file: str) -> Release:
    """The release in `data`, which came from `file`.

    Raises ReleaseViewerError with the place of the first mistake.
    """
    raw = _decode(data, file)
    if not isinstance(raw, dict):
        raise ReleaseViewerError(Problem.WRONG_TYPE, file, expected=_TYPE_NAMES["object"], found=_quote(raw))
    found = raw.pop("format", None)
    if not isinstance(found, int) or isinstance(found, bool):
        raise ReleaseViewerError(Problem.WRONG_TYPE, file, "format", expected=_TYPE_NAMES["int"], found=_quote(found))
    if found > _FORMAT:
        raise ReleaseViewerError(Problem.NEWER_FORMAT, file, "format", found=_quote(found), known=str(_FORMAT))
    if found < _FORMAT:
        raise ReleaseViewerError(Problem.WRONG_TYPE, file, "format", expected=_ALLOWED, found=_quote(found))
    try:
        release = msgspec.convert(raw, Release)
    except msgspec.ValidationError as error:
        raise _explain(error, raw, file) from None
    _refuse_unknown_fields(raw, msgspec.to_builtins(release), file)
    return release


def write_release(release: Release) -> bytes:
    """`release` as indented UTF-8 JSON, without the fields that have their default."""
    content = {"format": _FORMAT, **_without_defaults(release)}
    return msgspec.json.format(msgspec.json.encode(content), indent=2) + b"\n"


def write_line(release: Release) -> str:
    """`release` as JSON in one line, with every field, for programs that read it."""
    content: dict[str, Any] = {"format": _FORMAT, **msgspec.to_builtins(release)}
    return msgspec.json.encode(content).decode()


def release_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the format, made from the types."""
    definitions = json.loads(msgspec.json.encode(msgspec.json.schema(Release)["$defs"]))
    for definition in definitions.values():
        definition["additionalProperties"] = False
        definition["description"] = inspect.cleandoc(definition["description"])
    release = definitions.pop("Release")
    release["properties"] = {"format": {"const": _FORMAT}, **release["properties"]}
    release["required"] = ["format", *release["required"]]
    return {"$schema": _SCHEMA_ADDRESS, **release, "$defs": definitions}


def _decode(data: bytes, file: str) -> Any:
    try:
        raw = json.loads(data.decode("utf-8-sig"))
        msgspec.json.encode(raw)  # refuses half of a surrogate pair, which no text can hold
    except UnicodeError as error:
        raise ReleaseViewerError(Problem.NOT_JSON, file, reason=str(error)) from None
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise ReleaseViewerError(Problem.NOT_JSON, file, place, reason=error.msg) from None
    except RecursionError:
        raise ReleaseViewerError(Problem.NOT_JSON, file, reason="too deeply nested") from None
    except ValueError as error:  # a number with thousands of digits
        raise ReleaseViewerError(Problem.NOT_JSON, file, reason=str(error)) from None
    return raw


def _explain(error: msgspec.ValidationError, raw: Any, file: str) -> ReleaseViewerError:
    """What msgspec says, as our error: its place is a path such as `$.sections[1].title`."""
    message = str(error)
    # only what ends the message is the place: a value that is quoted before it may look like one
    path = re.search(r" - at `\$([\w.\[\]]*)`\Z", message)
    place = path[1].removeprefix(".") if path else ""
    if missing := re.match("Object missing required field `([^`]+)`", message):
        return ReleaseViewerError(Problem.FIELD_MISSING, file, place, field=missing[1])
    if isinstance(rule := error.__cause__, RuleError):
        expected, found = rule.expected, rule.found
    else:
        expected, found = _expected(message), _value_at(raw, place)
    return ReleaseViewerError(Problem.WRONG_TYPE, file, place, expected=expected, found=_quote(found))


def _expected(message: str) -> str:
    """What msgspec says it expected, in words for people."""
    if wrong_type := re.match(r"Expected `([^`]+)`, got", message):
        return _TYPE_NAMES.get(wrong_type[1], wrong_type[1])
    return _TYPE_NAMES["date"] if re.match("Invalid (RFC3339|ISO8601)", message) else _ALLOWED


def _value_at(raw: Any, place: str) -> Any:
    value = raw
    for name, index in re.findall(r"([^.\[\]]+)|\[(\d+)\]", place):
        value = value[name] if name else value[int(index)]
    return value


def _quote(value: Any) -> str:
    return _shorten(json.dumps(value, ensure_ascii=False))


def _shorten(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else text[:_LONGEST_QUOTE] + "…"


def _refuse_unknown_fields(raw: Any, known: Any, file: str, place: str = "") -> None:
    """Msgspec ignores what a dataclass does not have; a misspelt field must not be lost in silence."""
    if isinstance(raw, list):
        for index, (raw_part, known_part) in enumerate(zip(raw, known, strict=True)):
            _refuse_unknown_fields(raw_part, known_part, file, f"{place}[{index}]")
    elif isinstance(raw, dict):
        for name, raw_part in raw.items():
            if name not in known:
                raise ReleaseViewerError(Problem.FIELD_UNKNOWN, file, place, field=_shorten(name))
            _refuse_unknown_fields(raw_part, known[name], file, f"{place}.{name}".removeprefix("."))


def _without_defaults(value: Any) -> Any:
    """Dataclasses as objects: required fields first, then the others where they differ from their default."""
    if isinstance(value, tuple):
        return [_without_defaults(part) for part in value]
    if not dataclasses.is_dataclass(value):
        return value
    fields = sorted(dataclasses.fields(value), key=lambda field: field.default is not dataclasses.MISSING)
    values = {field.name: (getattr(value, field.name), field.default) for field in fields}
    return {name: _without_defaults(part) for name, (part, default) in values.items() if part != default}
