"""Reads JSON that somebody else wrote: no duplicate keys, no NaN, no endless numbers, no control characters."""

import json
import re
from typing import Any

MAX_DEPTH = 40
"""Levels of nesting: our replies have 4, an endpoint's envelope 8."""

MAX_DIGITS = 25
"""Digits of a whole number: the largest in news (a national debt) has 15; 5,000 digits are an attack or an accident."""

MAX_NUMBER = 64
"""Characters of a decimal number; `repr` of a float needs at most 24."""

_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
"""Control characters but tab and line ends, and halves of surrogate pairs: no article has them on purpose."""


class NotStrict(ValueError):
    """Text that is not JSON, or is JSON that two readers would read differently; the message says why."""


def parse(text: str) -> Any:
    """The value of a JSON text; raises `NotStrict`. Strings may hold anything: see `check_strings`."""
    try:
        return _DECODER.decode(text)
    except RecursionError:
        raise NotStrict("nested too deeply") from None
    except json.JSONDecodeError as err:
        raise NotStrict(f"{err.msg} at character {err.pos}") from None


def check_strings(value: Any, depth: int = 0) -> None:
    """Raise `NotStrict` where a string or key holds what no text has, or where the nesting is too deep."""
    if depth > MAX_DEPTH:
        raise NotStrict("nested too deeply")
    if isinstance(value, str):
        if not (value.isascii() and value.isprintable()) and (found := _FORBIDDEN.search(value)):
            raise NotStrict(f"character U+{ord(found[0]):04X} in a string")
    elif isinstance(value, list):
        for item in value:
            check_strings(item, depth + 1)
    elif isinstance(value, dict):
        for key, item in value.items():
            check_strings(key, depth + 1)
            check_strings(item, depth + 1)


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise NotStrict(f"key {twice[:40]!r} stands twice")
    return made


def _constant(name: str) -> Any:
    raise NotStrict(f"{name} is no JSON number")


def _whole(digits: str) -> int:
    if len(digits) > MAX_DIGITS:
        raise NotStrict(f"a number of {len(digits)} digits")
    return int(digits)


def _decimal(digits: str) -> float:
    if len(digits) > MAX_NUMBER:
        raise NotStrict(f"a number of {len(digits)} characters")
    number = float(digits)
    if number in (float("inf"), float("-inf")):
        raise NotStrict(f"number {digits} is too large")
    return number


_DECODER = json.JSONDecoder(
    object_pairs_hook=_pairs, parse_constant=_constant, parse_int=_whole, parse_float=_decimal, strict=False
)
