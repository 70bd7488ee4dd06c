"""Who speaks in a text, by the fixture's names and a list of verbs: "X said", "according to X", ", said X"."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from .entities import Book
from .seeds import fold

SAYING: Final = (
    "said|says|saying|told|tells|warned|warns|denied|denies|denying|added|adds|argued|argues|claimed|claims|alleged|alleges"
    "|announced|wrote|writes|stated|states|insisted|insists|acknowledged|admitted|accused|accuses|rejected|rejects"
    "|predicted|predicts|recalled|testified|explained|noted|declared|confirmed|maintains|maintained|reported|reports"
)
JUDGING: Final = "called|calls|put|puts|estimated|estimates|counted|counts|believes|believed|thinks|thought|expects|expected|concluded|found"
"""Verbs that show whose judgement it is, where no verb of saying does."""

_BETWEEN: Final = r"(?:,[^,.;\"]{1,80},)?\s+(?:(?:\w+ly|later|also|has|had|have|then|did not|would not|on \w+|,)\s+)*"


@lru_cache(maxsize=20_000)
def speakers(text: str, book: Book) -> tuple[str, ...]:
    """The ids of the entities to which the text ascribes words, in order, each once.

    "Its deputy chief, Ana Ruiz, said" is Ana Ruiz: a role gives way to the name that stands in or behind it.
    """
    plain = fold(text).text
    named = tuple(_names(book))
    return _found(plain, _patterns(named, SAYING)) or _found(plain, _patterns(named, JUDGING))


def _found(plain: str, patterns: "Sequence[Patterns]") -> tuple[str, ...]:
    found: dict[str, int] = {}
    for entity, by_name, by_role, others in patterns:
        places = [m.start() for pattern in by_name for m in pattern.finditer(plain)]
        for pattern in by_role:
            for m in pattern.finditer(plain):
                if not others.search(plain, m.start(), m.end()) and not others.match(plain[m.end() :].lstrip(", ")):
                    places.append(m.start())
        if places:
            found[entity] = min(places)
    return tuple(sorted(found, key=lambda id_: found[id_]))


Named = tuple[str, tuple[str, ...], tuple[str, ...]]
"""An entity, its names, its roles."""

Patterns = tuple[str, tuple[re.Pattern[str], ...], tuple[re.Pattern[str], ...], re.Pattern[str]]
"""An entity, the patterns of its names, those of its roles, and every name of the others."""


def _names(book: Book) -> list[Named]:
    lasts = {form.entity for form in book.forms if len(form.words) == 1 and form.named}
    out = []
    for id_, entity in book.entities.items():
        last = (entity.name.split()[-1],) if id_ in lasts and entity.type == "person" else ()
        out.append((id_, (entity.name, *entity.aliases, *last), entity.role))
    return out


@lru_cache(maxsize=64)
def _patterns(named: tuple[Named, ...], cues: str) -> tuple[Patterns, ...]:
    out = []
    for entity, names, roles in named:
        others = [name for other, theirs, _ in named if other != entity for name in theirs]
        out.append((entity, _spoken(names, cues), _spoken(roles, cues), re.compile(rf"(?:{_any(others)})\b")))
    return tuple(out)


def _any(forms: Sequence[str]) -> str:
    longest_first = sorted({fold(form).text for form in forms}, key=lambda form: (-len(form), form))
    return "|".join(re.escape(form) for form in longest_first) or r"\Z\A"


def _spoken(forms: Sequence[str], cues: str) -> tuple[re.Pattern[str], ...]:
    if not forms:
        return ()
    name = _any(forms)
    return (
        re.compile(rf"\b(?:{name})(?:'s \w+)?{_BETWEEN}(?:{cues})\b", re.IGNORECASE),
        re.compile(
            rf"(?:\baccording to|[,\"]\s*(?:{cues})|\bin the words of|\bas reported by|\btold by)\s+"
            rf"(?:[\w'-]+,?\s+){{0,5}}?(?:{name})\b",
            re.IGNORECASE,
        ),
    )
