"""The scalar types of a fixture: YAML gives every scalar as a string, these read it or say what is wrong."""

import datetime
import re
from typing import Annotated, Any, Final, TypeVar

from pydantic import BeforeValidator, WithJsonSchema

T = TypeVar("T")

SCALES: Final = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_NUMBER: Final = re.compile(r"(-?\d[\d,]*(?:\.\d+)?)(?:\s+(thousand|million|billion|trillion))?")


def _flag(value: Any) -> Any:
    known = {"true": True, "yes": True, "false": False, "no": False}
    if isinstance(value, str):
        if value.lower() not in known:
            raise ValueError(f"{value!r} is neither true nor false; write one of them")
        return known[value.lower()]
    return value


def _whole(value: Any) -> Any:
    if isinstance(value, str):
        if not re.fullmatch(r"-?\d+", value):
            raise ValueError(f"{value!r} is no whole number")
        return int(value)
    return value


def _many(value: Any) -> Any:
    if isinstance(value, str):
        return (value,) if value else ()
    return tuple(value) if isinstance(value, list) else value


def _number(text: str) -> float:
    found = _NUMBER.fullmatch(text.strip())
    if found is None:
        raise ValueError(
            f"{text!r} is no number; write it as 620, 4.7, '2,300', '85 million' or '3 million to 4 million'"
        )
    return float(found.group(1).replace(",", "")) * SCALES.get(found.group(2) or "", 1)


def _amount(value: Any) -> Any:
    if isinstance(value, int | float):
        return (float(value),)
    if isinstance(value, str):
        return tuple(_number(part) for part in value.split(" to ")) if value else ()
    return tuple(value) if isinstance(value, list) else value


def _day(value: Any) -> Any:
    if isinstance(value, str):
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            raise ValueError(f"{value!r} is no date; write it as 2025-03-11") from None
    return value


def _mapping(value: Any) -> Any:
    """An empty block is an empty mapping (YAML gives an empty string)."""
    return {} if value == "" else value


Flag = Annotated[bool, BeforeValidator(_flag)]
"""`true`, `false`, `yes` or `no`."""

Whole = Annotated[int, BeforeValidator(_whole)]
"""A whole number."""

Many = Annotated[
    tuple[str, ...],
    BeforeValidator(_many),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
"""One string, or a list of strings."""

Amount = Annotated[
    tuple[float, ...],
    BeforeValidator(_amount),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "number"}]}),
]
"""A number with an optional scale word, or two with "to" between them (a range); empty where no number is named."""

Day = Annotated[datetime.date, BeforeValidator(_day)]
"""A calendar date as YYYY-MM-DD."""

Block = Annotated[dict[str, T], BeforeValidator(_mapping)]
"""A mapping from entry ids to entries; may be empty."""
