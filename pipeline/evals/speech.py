"""Who speaks in a text, by the fixture's names and a list of verbs: "X said", "according to X", ", said X"."""

import re
from collections.abc import Iterable
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

_ADVERB: Final = (
    r"\w+ly|later|also|has|had|have|then|now|still|already|again|himself|herself|did not|do not|does not|would not"
    r"|will not|on \w+|,"
)
_BETWEEN: Final = rf"(?:,[^,.;\"]{{1,80}},|,)?\s+(?:(?:{_ADVERB})\s+)*"
_ARTICLE: Final = re.compile(r"^(?:the|a|an|some|her|his|its|their)\s+", re.IGNORECASE)
_OFFICE: Final = re.compile(r"'s \w+")
_JUDGEMENT: Final = re.compile(
    r"'s\s+(?:[\w-]+\s+){0,3}?(?:reckoning|estimates?|count|account|view|forecasts?|projections?|tally|words|telling"
    r"|opinion|judgement|advice|warning|answer)\b",
    re.IGNORECASE,
)


def _behind(cues: str) -> re.Pattern[str]:
    """What stands behind a name that speaks: ", her deputy, later said"."""
    return re.compile(rf"{_BETWEEN}(?:{cues})\b", re.IGNORECASE)


def _before(cues: str) -> re.Pattern[str]:
    """What stands before a name that speaks: "according to the mayor, ", ", said its "."""
    led = r"according to|citing|in the words of|as reported by|told by"
    return re.compile(rf"(?:\b(?:{led})|[,\"]\s*(?:{cues}))\s+(?:[\w'-]+,?\s+){{0,5}}?$", re.IGNORECASE)


TIERS: Final = tuple((_before(cues), _behind(cues)) for cues in (SAYING, JUDGING))

ASIDE: Final = 40
"""Characters before a role in which another's name makes the role an apposition: "Ana Ruiz, an insurer, put"."""

LEAD: Final = 120
"""Characters before a name in which "according to" and up to five words stand."""


@lru_cache(maxsize=20_000)
def speakers(text: str, book: Book, carrier: str | None = None) -> tuple[str, ...]:
    """The ids of the entities to which the text ascribes words, in order, each once, without the carrier.

    "Its deputy chief, Ana Ruiz, said" is Ana Ruiz: a role gives way to the name that stands in or behind it.
    """
    plain, cast = fold(text).text, _cast(book)
    for before, behind in TIERS:
        if spoken := [id_ for id_ in _found(plain, before, behind, cast) if id_ != carrier]:
            return tuple(spoken)
    return ()


@dataclass(frozen=True, slots=True)
class Called:
    """What a string calls: an entity, by its name or by a role; a house speaks through its office as well."""

    entity: str
    role: bool
    house: bool


@dataclass(frozen=True, slots=True)
class Cast:
    """A fixture's entities by everything they are called; `forms` finds a name or role wherever one begins."""

    called: dict[str, tuple[Called, ...]]
    forms: re.Pattern[str]
    names: re.Pattern[str]


@lru_cache(maxsize=256)
def _cast(book: Book) -> Cast:
    lasts = {form.entity for form in book.forms if len(form.words) == 1 and form.named}
    called: dict[str, tuple[Called, ...]] = {}
    names: set[str] = set()
    for id_, entity in book.entities.items():
        person = entity.type == "person"
        last = (entity.name.split()[-1],) if id_ in lasts and person else ()
        own = {_bare(form) for form in (entity.name, *entity.aliases, *last)}
        names |= own
        for form in own:
            called[form.lower()] = (*called.get(form.lower(), ()), Called(id_, role=False, house=not person))
        for form in {_bare(form) for form in entity.role} - own:
            called[form.lower()] = (*called.get(form.lower(), ()), Called(id_, role=True, house=False))
    anywhere = re.compile(rf"\b(?=({_any(called)})\b)", re.IGNORECASE)
    return Cast(called, anywhere, re.compile(rf"\b(?:{_any(names)})\b"))


def _found(plain: str, before: re.Pattern[str], behind: re.Pattern[str], cast: Cast) -> tuple[str, ...]:
    """Of several that end at one verb ("Ana Ruiz, of the Mutual, said") the first speaks."""
    hits: list[tuple[int, int, str]] = []
    for m in cast.forms.finditer(plain):
        start, named = m.start(1), m.end(1)
        led = before.search(plain, max(0, start - LEAD), start)
        for item in cast.called[m.group(1).lower()]:
            office = _OFFICE.match(plain, named) if item.house else None
            ways = [behind.match(plain, named), _JUDGEMENT.match(plain, named)]
            ways += [behind.match(plain, office.end())] if office else []
            hits += [
                (start, way.end(), item.entity)
                for way in ways
                if way is not None and not _is_anothers(plain, (start, named, way.end()), item, cast)
            ]
            own = led is not None and not plain.startswith("'s", named)
            if led is not None and own and not _is_anothers(plain, (led.start(), named, named), item, cast):
                hits.append((start, named, item.entity))
    first: dict[int, tuple[int, str]] = {}
    for start, end, entity in sorted(hits):
        first.setdefault(end, (start, entity))
    return tuple(dict.fromkeys(entity for _, entity in sorted(first.values())))


def _is_anothers(plain: str, places: tuple[int, int, int], item: Called, cast: Cast) -> bool:
    """Whether another's name shows that the words are his.

    A house's name may only introduce its man ("the Mutual's director, Ana Ruiz, said"); a role is another's whose name
    stands before it, inside, or right behind. `places`: where the match starts, its name ends, it ends.
    """
    start, named, end = places
    if not item.role:
        return plain.startswith("'s", named) and _names_another(plain, named, end, item, cast)
    behind = len(plain[end:]) - len(plain[end:].lstrip(", "))
    follows = cast.names.match(plain, end + behind)
    return (
        _names_another(plain, max(0, start - ASIDE), start, item, cast)
        or _names_another(plain, named, end, item, cast)
        or (follows is not None and _is_other(follows.group(), item, cast))
    )


def _names_another(plain: str, start: int, end: int, item: Called, cast: Cast) -> bool:
    return any(_is_other(m.group(), item, cast) for m in cast.names.finditer(plain, start, end))


def _is_other(name: str, item: Called, cast: Cast) -> bool:
    return all(called.entity != item.entity for called in cast.called.get(name.lower(), ()))


def _bare(form: str) -> str:
    return _ARTICLE.sub("", fold(form).text)


def _any(forms: Iterable[str]) -> str:
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    return "|".join(re.escape(form) for form in longest_first) or r"\Z\A"
