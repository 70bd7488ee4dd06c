"""The names of a text: runs of capitalised words, except a lone one at the head of a sentence."""

import re
from functools import lru_cache
from typing import Final

from ..seeds import fold
from .clauses import sentences
from .dates import MONTHS, WEEKDAYS
from .words import STOP

_RUN: Final = re.compile(
    r"\b[A-Z][\w'-]*(?:\s+(?:(?:of|de|la|van|der|den|al|el|bin|von|du|da|di|y)\s+)*[A-Z][\w'-]*)*", re.UNICODE
)
_NO_NAMES: Final = frozenset({*MONTHS, *WEEKDAYS, *STOP, "one", "two", "three", "if", "no", "not", "some", "all"})


@lru_cache(maxsize=20_000)
def names(text: str) -> tuple[str, ...]:
    """The names of a text in order of appearance, each once, possessives cut."""
    found: dict[str, None] = {}
    for sentence in sentences(text):
        plain = fold(sentence).text
        for match in _RUN.finditer(plain):
            parts = match.group().split()
            if match.start() <= 1:
                parts = parts[1:] if parts[0].lower() in _NO_NAMES or len(parts) == 1 else parts
            while parts and parts[0].lower() in _NO_NAMES:
                parts = parts[1:]
            if parts:
                found[" ".join(parts).removesuffix("'s")] = None
    return tuple(found)
