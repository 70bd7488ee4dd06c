"""Who speaks in a text, by the fixture's names and a list of verbs: "X said", "according to X", ", said X"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from .entities import Book
from .readers.listed import listed
from .seeds import fold

SAYING: Final = (
    "|".join(
        listed(
            """
    say said says saying tell told tells warn warned warns deny denied denies denying add added adds argue argued
    argues claim claimed claims allege alleged alleges announced wrote writes state stated states insist insisted
    insists acknowledged admit admitted admits accuse accused accuses reject rejected rejects predict predicted
    predicts recalled testified explained noted notes declared confirmed maintain maintains maintained report
    reported reports reply replies replied answer answers answered speak speaks spoke advise advises advised ask
    asks asked promise promised threatened vowed stress stresses stressed describe describes described agreed agrees
    disclose disclosed discloses reveal revealed reveals quoted urged suggest suggests suggested concede conceded
    disputed disputes dispute
        """
        )
    )
    + "|pointed out|points out"
)
"""Verbs of saying."""

JUDGING: Final = "|".join(
    listed(
        """
    call called calls put puts estimated estimates counted counts believe believes believed think thinks thought
    expect expects expected concluded found doubt doubts doubted blame blames blamed fear fears feared hope hopes
    hoped see sees saw judged judges considers considered holds held give gives gave praised praises criticised
    criticized attributed attributes
        """
    )
)
"""Verbs that show whose judgement it is, where no verb of saying does."""

_JUDGEMENT: Final = (
    "reckoning|estimates?|count|account|view|forecasts?|projections?|tally|words|telling|opinion|judgement|advice|warning"
    "|answer"
)
_ADVERB: Final = (
    r"\w+ly|later|also|has|had|have|then|now|still|already|again|himself|herself|did not|do not|does not|would not"
    r"|will not|on \w+|,"
)
_BETWEEN: Final = rf"(?:,[^,.;\"]{{1,80}},|,)?\s+(?:(?:{_ADVERB})\s+)*"
_ARTICLE: Final = re.compile(r"^(?:the|a|an|some|her|his|its|their)\s+", re.IGNORECASE)

ASIDE: Final = 40
"""Characters before a role in which another's name makes the role an apposition: "Ana Ruiz, an insurer, put"."""


@lru_cache(maxsize=20_000)
def speakers(text: str, book: Book, carrier: str | None = None) -> tuple[str, ...]:
    """The ids of the entities to which the text ascribes words, in order, each once, without the carrier.

    "Its deputy chief, Ana Ruiz, said" is Ana Ruiz: a role gives way to the name that stands in or behind it.
    """
    plain = fold(text).text
    named = tuple(_names(book))
    for cues in (SAYING, JUDGING):
        if spoken := [id_ for id_ in _found(plain, _patterns(named, cues)) if id_ != carrier]:
            return tuple(spoken)
    return ()


@dataclass(frozen=True, slots=True)
class Named:
    """An entity with its names and its roles."""

    entity: str
    names: tuple[str, ...]
    roles: tuple[str, ...]
    person: bool


@dataclass(frozen=True, slots=True)
class Patterns:
    """An entity with the patterns of its names, those of its roles, and every name of the others."""

    entity: str
    by_name: tuple[re.Pattern[str], ...]
    by_role: tuple[re.Pattern[str], ...]
    others: re.Pattern[str]


def _found(plain: str, patterns: Sequence[Patterns]) -> tuple[str, ...]:
    """Of several that end at one verb ("Ana Ruiz, of the Mutual, said") the first speaks."""
    hits: list[tuple[int, int, str]] = []
    for item in patterns:
        named = [m for pattern in item.by_name for m in pattern.finditer(plain) if not _for_another(plain, m, item)]
        roles = [m for pattern in item.by_role for m in pattern.finditer(plain) if not _of_another(plain, m, item)]
        hits += [(m.start(), m.end(), item.entity) for m in (*named, *roles)]
    first: dict[int, tuple[int, str]] = {}
    for start, end, entity in sorted(hits):
        first.setdefault(end, (start, entity))
    return tuple(dict.fromkeys(entity for _, entity in sorted(first.values())))


def _for_another(plain: str, m: re.Match[str], item: Patterns) -> bool:
    """Whether a house's name only introduces its man: "the Mutual's director, Ana Ruiz, said"."""
    return (
        m.end("name") < m.end()
        and plain[m.end("name") :].startswith("'s")
        and (item.others.search(plain, m.end("name"), m.end()) is not None)
    )


def _of_another(plain: str, m: re.Match[str], item: Patterns) -> bool:
    """Whether a role is another's, whose name stands before it, behind it or right after."""
    return (
        item.others.search(plain, max(0, m.start() - ASIDE), m.start()) is not None
        or item.others.search(plain, m.end("name"), m.end()) is not None
        or item.others.match(plain[m.end() :].lstrip(", ")) is not None
    )


def _names(book: Book) -> list[Named]:
    lasts = {form.entity for form in book.forms if len(form.words) == 1 and form.named}
    out = []
    for id_, entity in book.entities.items():
        person = entity.type == "person"
        last = (entity.name.split()[-1],) if id_ in lasts and person else ()
        out.append(Named(id_, (entity.name, *entity.aliases, *last), entity.role, person))
    return out


@lru_cache(maxsize=64)
def _patterns(named: tuple[Named, ...], cues: str) -> tuple[Patterns, ...]:
    out = []
    for item in named:
        others = [name for other in named if other.entity != item.entity for name in other.names]
        by_name = _spoken(item.names, cues, office=not item.person)
        by_role = _spoken(item.roles, cues, office=False)
        out.append(Patterns(item.entity, by_name, by_role, re.compile(rf"(?:{_any(others)})\b")))
    return tuple(out)


def _any(forms: Sequence[str]) -> str:
    plain = {_ARTICLE.sub("", fold(form).text) for form in forms}
    longest_first = sorted(plain, key=lambda form: (-len(form), form))
    return "|".join(re.escape(form) for form in longest_first) or r"\Z\A"


def _spoken(forms: Sequence[str], cues: str, *, office: bool) -> tuple[re.Pattern[str], ...]:
    """The ways a name or role can speak; `office`: its office speaks for it ("the Mutual's spokesman said")."""
    if not forms:
        return ()
    name, of = _any(forms), r"(?:'s \w+)?" if office else ""
    before = r"\baccording to|\bciting|\bin the words of|\bas reported by|\btold by"
    return (
        re.compile(rf"\b(?P<name>{name}){of}{_BETWEEN}(?:{cues})\b", re.IGNORECASE),
        re.compile(
            rf"(?:{before}|[,\"]\s*(?:{cues}))\s+(?:[\w'-]+,?\s+){{0,5}}?(?P<name>{name})\b(?!'s)", re.IGNORECASE
        ),
        re.compile(rf"\b(?P<name>{name})'s\s+(?:[\w-]+\s+){{0,3}}?(?:{_JUDGEMENT})\b", re.IGNORECASE),
    )
